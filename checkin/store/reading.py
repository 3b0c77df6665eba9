"""Questions to the tables, answered as values of the model. Writes nothing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from sqlite3 import Connection
from typing import Any

from checkin.model.attendee import DETAIL_NAMES, Attendee, Details, Presence
from checkin.model.clock import Instant
from checkin.model.event import Event
from checkin.model.ids import (
    AttendeeId,
    EventId,
    ListId,
    SourceId,
    SubjectId,
)
from checkin.model.lists import CheckInList, Rules
from checkin.model.names import fold
from checkin.model.permission import Answer, Purpose
from checkin.store.attendee_rows import AT, AttendeeRows, RowReader
from checkin.store.fold.code import fold_code
from checkin.store.fold.standing import CHANGED
from checkin.store.reading_prints import PrintReader

_WIDTH = len(DETAIL_NAMES)
_BOOLS = [
    i for i, f in enumerate(Details.__dataclass_fields__.values()) if f.type is bool
]
_SAID, _LIKED = AT["answers"], AT["interests"]
_CHUNK = 500
LIST_PLACE = (
    "source",
    "(SELECT json_extract(e.data, '$.row') FROM entries e WHERE e.id = listed_by)",
)
"""For `Reader.said`: in which list somebody is, and in which row of it."""
_PURPOSES = {purpose.value: purpose for purpose in Purpose}
_ANSWERS = {answer.value: answer for answer in Answer}


class Reader(PrintReader):
    """Reads one event through one connection: its tables, and what happened."""

    def __init__(self, conn: Connection, event_id: EventId, rows: RowReader) -> None:
        super().__init__(conn)
        self._event_id = event_id
        self._rows = rows

    # -- the event and its lists

    def event(self) -> Event:
        """Name, time and place."""
        known = dict(self.conn.execute("SELECT name, value FROM event"))
        fields = {k: known[k] for k in known if k in Event.__dataclass_fields__}
        return Event(id=self._event_id, **{"name": "", **fields})

    def lists(self) -> list[CheckInList]:
        """All check-in lists, the first one first."""
        rows = self.conn.execute(
            "SELECT id, name, rules, closed, closed_why FROM lists ORDER BY born, id"
        )
        return [_to_list(row) for row in rows]

    def list_names(self) -> dict[SubjectId, str]:
        """The names of the check-in lists and of the imported ones, for a story."""
        names: dict[SubjectId, str] = {one.id: one.name for one in self.lists()}
        names.update((source, name) for source, name in self.sources().items())
        return names

    def list_named(self, name: str) -> CheckInList | None:
        """The list of that name, whatever its case; the first one for no name."""
        lists = self.lists()
        if not name:
            return lists[0] if lists else None
        return next((one for one in lists if fold(one.name) == fold(name)), None)

    def list_by_id(self, list_id: ListId) -> CheckInList | None:
        """One list, as it is now."""
        row = self.conn.execute(
            "SELECT id, name, rules, closed, closed_why FROM lists WHERE id = ?",
            (list_id,),
        ).fetchone()
        return _to_list(row) if row else None

    def tally(self, name: str) -> int:
        """One counter, as in `tallies.contribution`: expected, attended, inside…"""
        row = self.conn.execute("SELECT n FROM counters WHERE name = ?", (name,))
        found = row.fetchone()
        return int(found[0]) if found else 0

    def inside(self, list_id: ListId) -> int:
        """How many are in at that list."""
        return self.tally(f"list:{list_id.hex()}:inside")

    def attended(self, list_id: ListId) -> int:
        """How many ever came in at that list."""
        return self.tally(f"list:{list_id.hex()}:attended")

    def ticket_types(self) -> list[str]:
        """All ticket types that anybody expected or arrived has, in order."""
        counted = (name for name in self.tallies() if name.startswith("type:"))
        found = {name.removeprefix("type:").rpartition(":")[0] for name in counted}
        return sorted(found - {""})

    def tallies(self) -> dict[str, int]:
        """All counters that are not zero."""
        sql = "SELECT name, n FROM counters WHERE name NOT LIKE '~%' AND n != 0"
        return dict(self.conn.execute(sql))

    # -- attendees

    def attendee(self, who: AttendeeId) -> Attendee | None:
        """One attendee, without the list's extra columns; see `extra_of`."""
        rows = self._rows.one(who)
        return _to_attendee(rows) if rows else None

    def attendees(
        self,
        condition: str = "erased = 0",
        values: Sequence[object] = (),
        limit: int = -1,
    ) -> Iterator[Attendee]:
        """All that fit, or the first few, by last name; some hundred at a time."""
        ids = self.conn.execute(
            f"SELECT id FROM attendees WHERE {condition} ORDER BY sort_key, id LIMIT ?",
            (*values, limit),
        ).fetchall()
        for start in range(0, len(ids), _CHUNK):
            yield from self.by_ids([own for (own,) in ids[start : start + _CHUNK]])

    def by_ids(self, ids: Sequence[AttendeeId]) -> list[Attendee]:
        """Those with these ids, in this order; ask for some hundred a time."""
        found = self._rows.many(ids)
        return [_to_attendee(found[own]) for own in ids if own in found]

    def said(
        self, details: Sequence[str], condition: str, values: Sequence[object] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """(id, codes, *details) of all that fit, in no order: quick for 100,000 too.

        `details` are some of DETAIL_NAMES, or LIST_PLACE; the codes are one text, or
        None.
        """
        return self.conn.execute(
            "SELECT id, (SELECT group_concat(code) FROM codes"
            f" WHERE attendee = id AND NOT revoked), {', '.join(details)}"
            f" FROM attendees WHERE {condition}",
            values,
        )

    def by_numbers(self, numbers: Sequence[int]) -> list[Attendee]:
        """Those with these row numbers, in this order; ask for some hundred a time.

        Numbers of people who are gone by now are left out.
        """
        marks = ",".join("?" * len(numbers))
        found = self._rows.where(f"n IN ({marks})", numbers)
        people = {rows.n: rows for rows in found.values()}
        return [_to_attendee(people[n]) for n in numbers if n in people]

    def numbers_of(self, ids: Sequence[AttendeeId]) -> dict[AttendeeId, int]:
        """The row numbers of attendees, as a roll has them; some hundred a time."""
        marks = ",".join("?" * len(ids))
        sql = f"SELECT id, n FROM attendees WHERE id IN ({marks})"
        rows = self.conn.execute(sql, ids)
        return {AttendeeId(SubjectId(own)): n for own, n in rows}

    def by_code(self, text: str) -> tuple[list[AttendeeId], bool]:
        """Whose code this is, and whether it was revoked.

        Exact first; where nobody has it exactly, without regard to case.
        """
        rows = self.conn.execute(
            "SELECT code, attendee, revoked FROM codes WHERE folded = ?",
            (fold_code(text),),
        ).fetchall()
        exact = [row for row in rows if row[0] == text.strip()] or rows
        valid = [AttendeeId(SubjectId(who)) for _, who, gone in exact if not gone]
        if valid:
            return list(dict.fromkeys(valid)), False
        return [AttendeeId(SubjectId(who)) for _, who, _ in exact], bool(exact)

    def corrections_of(self, who: AttendeeId) -> dict[str, str]:
        """For each corrected detail the id of the entry that holds, in hex."""
        sql = "SELECT corrected FROM attendees WHERE id = ?"
        row = self.conn.execute(sql, (who,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def conflict_rows(self, who: AttendeeId) -> list[tuple[Any, ...]]:
        """(conflict, about, first entry, second entry): see `store.conflicts`."""
        sql = (
            'SELECT conflict, about, "first", "second" FROM conflicts'
            " WHERE attendee = ? ORDER BY conflict"
        )
        return self.conn.execute(sql, (who,)).fetchall()

    def extra_of(self, who: AttendeeId) -> Mapping[str, str]:
        """The list's other columns for one attendee, by heading; no empty ones."""
        row = self.conn.execute(
            "SELECT e.data FROM attendees a JOIN entries e ON e.id = a.listed_by"
            " WHERE a.id = ?",
            (who,),
        ).fetchone()
        return self._named_extra(json.loads(row[0]), {}) if row else {}

    def extras(
        self, whose: Sequence[AttendeeId]
    ) -> dict[AttendeeId, Mapping[str, str]]:
        """The same for many: those who have any, by id; ask for some hundred a time."""
        marks = ",".join("?" * len(whose))
        rows = self.conn.execute(
            "SELECT a.id, e.data FROM attendees a JOIN entries e ON e.id = a.listed_by"
            f" WHERE a.id IN ({marks})",
            whose,
        )
        cache: dict[str, list[str]] = {}
        named = (
            (who, self._named_extra(json.loads(data), cache)) for who, data in rows
        )
        return {AttendeeId(SubjectId(who)): extra for who, extra in named if extra}

    def headings(self) -> list[str]:
        """The lists' other columns in their order, the newest list's first."""
        rows = self.conn.execute(
            "SELECT h.names FROM headers h LEFT JOIN sources s ON s.header_id = h.id"
            " ORDER BY s.at DESC, h.id"
        )
        return list(
            dict.fromkeys(name for (names,) in rows for name in json.loads(names))
        )

    def _named_extra(
        self, data: Mapping[str, Any], cache: dict[str, list[str]]
    ) -> dict[str, str]:
        header_id = data.get("header_id")
        if not header_id:
            return {}
        if header_id not in cache:
            row = self.conn.execute(
                "SELECT names FROM headers WHERE id = ?", (header_id,)
            ).fetchone()
            cache[header_id] = json.loads(row[0]) if row else []
        return {
            n: v for n, v in zip(cache[header_id], data["extra"], strict=False) if v
        }

    # -- imported lists

    def sources(self) -> dict[SourceId, str]:
        """The imported lists by id, with their names."""
        rows = self.conn.execute("SELECT id, name FROM sources ORDER BY at, id")
        return {SourceId(SubjectId(own)): name for own, name in rows}

    def listed_by(
        self, source: SourceId
    ) -> Iterator[tuple[AttendeeId, Mapping[str, Any], dict[str, str], bool]]:
        """What a source said last of each attendee, under any corrections.

        Gives (attendee, the entry's data, extra by heading, withdrawn).
        """
        cache: dict[str, list[str]] = {}
        rows = self.conn.execute(
            "SELECT a.id, e.data, a.withdrawn FROM attendees a"
            " JOIN entries e ON e.id = a.listed_by"
            " WHERE a.source = ? AND a.erased = 0 ORDER BY a.n",
            (source,),
        )
        for who, data, withdrawn in rows:
            said = json.loads(data)
            extra = self._named_extra(said, cache)
            yield AttendeeId(SubjectId(who)), said, extra, bool(withdrawn)

    def arrived(self) -> set[AttendeeId]:
        """All who ever came in, at any list."""
        sql = "SELECT id FROM attendees WHERE arrived_at IS NOT NULL"
        return {AttendeeId(SubjectId(own)) for (own,) in self.conn.execute(sql)}

    def not_listed_by(
        self, source: SourceId
    ) -> Iterator[tuple[AttendeeId, SourceId | None, bool, dict[str, str]]]:
        """Who is here otherwise: (attendee, source or None, walk-in, who that is).

        Of their details only names, e-mail, phone and company, if they are known.
        Nobody who is withdrawn or erased, and nobody whom a guest brings.
        """
        names = ("full_name", "first_name", "last_name", "email", "phone", "company")
        rows = self.conn.execute(
            f"SELECT id, source, walk_in, {', '.join(names)} FROM attendees"
            " WHERE source IS NOT ? AND withdrawn = 0 AND erased = 0"
            " AND companion_of IS NULL ORDER BY n",
            (source,),
        )
        for who, own, walk_in, *said in rows:
            known = {n: text for n, text in zip(names, said, strict=True) if text}
            brought = SourceId(SubjectId(own)) if own else None
            yield AttendeeId(SubjectId(who)), brought, bool(walk_in), known

    def anybody_suppressed(self) -> bool:
        """Whether anybody was erased whom a list could bring back."""
        sql = "SELECT 1 FROM suppressed LIMIT 1"
        return self.conn.execute(sql).fetchone() is not None

    def suppressed(self, digests: Sequence[str]) -> bool:
        """Whether any of these keyed hashes is of somebody who was erased."""
        marks = ",".join("?" * len(digests))
        sql = f"SELECT 1 FROM suppressed WHERE digest IN ({marks}) LIMIT 1"
        return self.conn.execute(sql, list(digests)).fetchone() is not None


def _to_list(row: tuple[Any, ...]) -> CheckInList:
    own, name, rules, closed, why = row
    return CheckInList(ListId(SubjectId(own)), name, _rules(rules), bool(closed), why)


@lru_cache(maxsize=64)
def _rules(text: str) -> Rules:
    """A list's rules; asked at every scan, though they hardly ever change."""
    return Rules.from_data(json.loads(text))


def _to_attendee(rows: AttendeeRows) -> Attendee:
    row = rows.row
    said = list(row[:_WIDTH])
    for i in _BOOLS:
        said[i] = bool(said[i])
    codes = sorted((rank, code) for _, code, rank, revoked in rows.codes if not revoked)
    return Attendee(
        id=AttendeeId(SubjectId(rows.id)),
        details=Details(*said),
        source=row[AT["source"]],
        walk_in=bool(row[AT["walk_in"]]),
        companion_of=row[AT["companion_of"]],
        withdrawn=bool(row[AT["withdrawn"]]),
        erased=bool(row[AT["erased"]]),
        codes=tuple(code for _, code in codes),
        printed=row[AT["printed"]],
        presences=tuple(map(_to_presence, rows.presences)),
        permissions={
            _PURPOSES[row[0]]: _ANSWERS[row[1]]
            for row in rows.permissions
            if row[0] in _PURPOSES and row[1] in _ANSWERS
        },
        answers={} if row[_SAID] == "{}" else json.loads(row[_SAID]),
        interests=() if row[_LIKED] == "[]" else tuple(json.loads(row[_LIKED])),
        printed_name=row[AT["printed_name"]],
        badge_changed=bool(row[AT["standing"]] & CHANGED),
        handed_out=bool(row[AT["handed_out"]]),
        conflicts=len(rows.conflicts),
    )


def _to_presence(row: tuple[Any, ...]) -> Presence:
    list_id, first, first_offset, desk, last, last_offset, inside, times = row
    return Presence(
        ListId(list_id),
        None if first is None else Instant(first, first_offset),
        desk,
        Instant(last, last_offset),
        bool(inside),
        times,
    )
