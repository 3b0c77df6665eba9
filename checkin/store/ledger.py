"""The ledger: the one place where entries come in, from here or from other desks.

Appending writes the entries and the tables folded from them in one transaction of
the caller's; nothing else writes either.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Connection

from checkin.model.clock import Instant
from checkin.model.entry import (
    CLOCK_SHIFT,
    MAX_CLOCK,
    MAX_DATA,
    Draft,
    Entry,
    canonical,
)
from checkin.model.ids import ActId, DeskId, EntryId, Random, SubjectId, uuid7
from checkin.model.kinds import KINDS, BadEntry, Kind, check_data
from checkin.store.errors import TooMuchText, WrongClock
from checkin.store.rows import INSERT, entries_where, to_row
from checkin.store.tables import BATCH, Tables

CLOCK_ROW = "~clock"
"""Where in `counters` the last clock value lies: beside the tallies, on one page."""

_REBUILD_FROM = 2000
"""From so many touched subjects on, folding everything afresh may be quicker."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes: an id of this machine and file, and a name for people."""

    id: DeskId
    name: str


class Ledger:
    """Appends entries; every method runs inside the caller's transaction."""

    def __init__(self, conn: Connection, tables: Tables, random: Random) -> None:
        self._conn = conn
        self._tables = tables
        self._random = random

    def append(
        self, drafts: Iterable[Draft], desk: Desk, now: Instant, act: ActId | None
    ) -> list[Entry]:
        """Writes what a feature wants written, and folds it in.

        Raises:
            BadEntry: a draft does not fit its kind.
            TooMuchText: one is too large.
            WrongClock: it stands beyond the year 2100.
        """
        clock = max(self._last_clock() + 1, now.ms << CLOCK_SHIFT)
        entries = [
            self._entry(draft, desk, now, act, at)
            for at, draft in enumerate(drafts, clock)
        ]
        last = clock + len(entries) - 1
        if last >= MAX_CLOCK:
            raise WrongClock(date=now.iso()[:10])
        self._set_clock(last)
        return self._write(entries, new_act=act is None)

    def receive(self, entries: Iterable[Entry]) -> list[Entry]:
        """Takes entries of other desks; returns those that were new here.

        Raises:
            BadEntry: a clock beyond the year 2100, or data that is no object.
        """
        new = [entry for entry in entries if not self._knows(entry.id)]
        new = list({entry.id: entry for entry in new}.values())
        for entry in new:
            if not 0 < entry.clock < MAX_CLOCK:
                raise BadEntry(f"{entry.id.hex()}: its clock is beyond the year 2100")
            if not isinstance(entry.data, dict):
                raise BadEntry(f"{entry.id.hex()}: data must be an object")
        if new:
            self._set_clock(max(self._last_clock(), *(e.clock for e in new)))
            new = self._write(new)
        return new

    def _entry(
        self, draft: Draft, desk: Desk, now: Instant, act: ActId | None, clock: int
    ) -> Entry:
        check_data(draft.kind, draft.data)
        return Entry(
            EntryId(uuid7(now.ms, self._random)),
            act,
            desk.id,
            clock,
            now.ms,
            now.offset,
            draft.kind,
            KINDS[draft.kind].version,
            draft.subject,
            desk.name,
            draft.data,
        )

    def _write(self, entries: list[Entry], new_act: bool = False) -> list[Entry]:
        """Keeps and folds entries, and returns them as they were kept.

        `new_act` if no undo can name their act yet.
        """
        if erased := self._erase(entries):
            entries = [shrunk(e) if e.subject in erased else e for e in entries]
        rows = [to_row(entry) for entry in entries]
        for row in rows:
            if len(row[-1]) > MAX_DATA // 4 and len(row[-1].encode()) > MAX_DATA:
                raise TooMuchText(limit=MAX_DATA)
        touched: dict[SubjectId, set[str]] = {}
        for entry in entries:
            touched.setdefault(entry.subject, set()).add(entry.kind)
        strangers = self._strangers(touched)
        self._conn.executemany(INSERT, rows)
        if undos := [e for e in entries if e.kind == Kind.UNDO_MADE]:
            for subject in self._undo(undos):
                touched.setdefault(subject, set()).add(Kind.UNDO_MADE)
        known = len(touched) - len(strangers)
        if known >= _REBUILD_FROM and 2 * known > self._people():
            clock = self._last_clock()
            self._tables.rebuild()
            self._set_clock(clock)
            return entries
        if strangers:
            self._tables.fold_first(e for e in entries if e.subject in strangers)
            touched = {s: k for s, k in touched.items() if s not in strangers}
        self._tables.refold(touched, entries if new_act else ())
        return entries

    def _strangers(self, subjects: Mapping[SubjectId, object]) -> set[SubjectId]:
        """Of many subjects, those that the ledger says nothing of yet."""
        if len(subjects) < BATCH:
            return set()
        strangers = set(subjects)
        asked = list(subjects)
        for start in range(0, len(asked), BATCH):
            some = asked[start : start + BATCH]
            marks = ",".join("?" * len(some))
            sql = f"SELECT subject FROM entries WHERE subject IN ({marks})"
            strangers.difference_update(s for (s,) in self._conn.execute(sql, some))
        return strangers

    def _undo(self, undos: Sequence[Entry]) -> list[SubjectId]:
        """Notes the undos; returns the subjects that look different because of them."""
        rows = [
            (e.id, e.act, e.clock, e.desk, bytes.fromhex(e.data["target"]))
            for e in undos
        ]
        self._conn.executemany("INSERT INTO undos VALUES (?,?,?,?,?)", rows)
        subjects: list[SubjectId] = []
        for target in self._tables.settle_undos():
            found = self._conn.execute(
                "SELECT subject FROM entries WHERE id = ?"
                " UNION SELECT subject FROM entries WHERE act = ?",
                (target, target),
            )
            subjects += [subject for (subject,) in found]
        return subjects

    def _erase(self, entries: Sequence[Entry]) -> set[SubjectId]:
        """Shrinks what is there of newly erased people; returns all who are erased."""
        tombstones = [e for e in entries if e.kind == Kind.ATTENDEE_ERASED]
        self._tables.note_erasures(tombstones)
        for subject in {e.subject for e in tombstones}:
            for entry in list(entries_where(self._conn, "e.subject = ?", (subject,))):
                self._conn.execute(
                    "UPDATE entries SET data = ? WHERE id = ?",
                    (canonical(shrunk(entry).data), entry.id),
                )
        if self._conn.execute("SELECT 1 FROM erased LIMIT 1").fetchone() is None:
            return set()
        gone = {s for (s,) in self._conn.execute("SELECT subject FROM erased")}
        return {e.subject for e in entries if e.subject in gone}

    def _knows(self, entry: EntryId) -> bool:
        found = self._conn.execute("SELECT 1 FROM entries WHERE id = ?", (entry,))
        return found.fetchone() is not None

    def _last_clock(self) -> int:
        found = self._conn.execute(
            "SELECT n FROM counters WHERE name = ?", (CLOCK_ROW,)
        ).fetchone()
        return found[0] if found else 0

    def _set_clock(self, clock: int) -> None:
        self._conn.execute(
            "INSERT OR REPLACE INTO counters VALUES (?, ?)", (CLOCK_ROW, clock)
        )

    def _people(self) -> int:
        (n,) = self._conn.execute("SELECT count(*) FROM attendees").fetchone()
        return int(n)


def shrunk(entry: Entry) -> Entry:
    """The entry of an erased person: only the keys on its kind's white list.

    Of kinds that this version does not know, nothing remains.
    """
    spec = KINDS.get(entry.kind)
    kept = spec.kept if spec else ()
    return replace(entry, data={k: v for k, v in entry.data.items() if k in kept})
