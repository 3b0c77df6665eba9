"""Writes the folded tables: the only hand that touches them.

Given the subjects that something happened to, folds each again and writes what
differs. `read` gives the entries, `write` holds the tables; both are the same
connection except where a rebuild is made beside the file for comparison.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, islice
from operator import attrgetter, itemgetter
from sqlite3 import Connection
from typing import Any

from checkin.heap import quiet
from checkin.model.entry import Entry
from checkin.model.ids import EntryId, SubjectId
from checkin.model.kinds import KINDS, About, Kind
from checkin.store.attendee_rows import AT, RowReader
from checkin.store.attendee_tables import AttendeeTables
from checkin.store.fold.attendee import fold_attendee, with_presences
from checkin.store.fold.other import (
    effective_undos,
    fold_event,
    fold_list,
    fold_source,
    headers,
)
from checkin.store.rows import COLUMNS, ORDER, UNDONE, entries_where, to_entry
from checkin.store.schema import FOLDED_TABLES

BATCH = 500
"""Subjects folded between two writes."""

Subject = tuple[SubjectId, list[Entry], frozenset[EntryId]]
"""A subject, its entries in order, and which of them are undone."""


_AT_THE_DOOR = frozenset({Kind.CHECKIN_ADMITTED.value, Kind.CHECKIN_LEFT.value})
_WITHOUT_ROWS = frozenset(
    {Kind.CHECKIN_REFUSED.value, Kind.EXPORT_MADE.value, Kind.PRINT_MADE.value}
)
"""Kinds that stay in the ledger alone; no table is folded from them."""

_DOOR_ENTRIES = (
    f"SELECT {COLUMNS}, {UNDONE} FROM entries e WHERE e.subject = ? AND e.kind IN"
    f" ('{Kind.CHECKIN_ADMITTED}', '{Kind.CHECKIN_LEFT}', '{Kind.CONFLICT_SETTLED}')"
    f" ORDER BY {ORDER}"
)

_NOBODY: frozenset[EntryId] = frozenset()


class Tables:
    """The folded tables of one event file."""

    def __init__(
        self,
        write: Connection,
        read: Connection,
        event_id: SubjectId,
        rows: RowReader,
    ) -> None:
        self._write = write
        self._read = read
        self._event_id = event_id
        self._rows = rows
        self._attendees = AttendeeTables(write, rows)

    def refold(
        self,
        touched: Mapping[SubjectId, AbstractSet[str]],
        fresh: Sequence[Entry] = (),
    ) -> None:
        """Folds these subjects again, inside the caller's transaction.

        `touched` names the kinds of what happened to each: some concern few rows.
        `fresh` are their newest entries where these can't be undone yet.
        """
        waiting = []
        for subject, kinds in touched.items():
            if kinds <= _WITHOUT_ROWS:
                continue
            if not (kinds <= _AT_THE_DOOR and self._refold_presences(subject, fresh)):
                waiting.append(subject)
        for start in range(0, len(waiting), BATCH):
            self._fold(self._entries_of(waiting[start : start + BATCH]))

    def _refold_presences(self, subject: SubjectId, fresh: Sequence[Entry]) -> bool:
        """Folds coming and going alone; False where more hangs on it.

        Whoever is on the list, not withdrawn and not erased, stays just that through
        an arrival: only presences, their conflicts and two columns can differ.
        """
        old = self._rows.one(subject)
        if old is None or old.row[AT["withdrawn"]] or old.row[AT["erased"]]:
            return False
        if fresh and not old.presences:  # whatever was before is undone
            entries = [entry for entry in fresh if entry.subject == subject]
        else:
            rows = self._read.execute(_DOOR_ENTRIES, (subject,))
            entries = [to_entry(row) for row in rows if not row[11]]
        self._attendees.write([(subject, with_presences(old, entries))])
        return True

    def fold_first(self, entries: Iterable[Entry]) -> None:
        """Folds subjects that nothing was known of, from their first entries."""
        told: dict[SubjectId, list[Entry]] = {}
        for entry in entries:
            told.setdefault(entry.subject, []).append(entry)
        gone = {t for (t,) in self._write.execute("SELECT target FROM undone")}
        everyone = (
            (subject, sorted(own, key=_order), _dead(own, gone))
            for subject, own in told.items()
        )
        self._fold_all(everyone)

    def _fold_all(self, everyone: Iterator[Subject]) -> None:
        """Folds subjects of which the tables hold nothing."""
        with quiet():
            while batch := list(islice(everyone, BATCH)):
                self._fold(batch, all_new=True)

    def rebuild(self) -> None:
        """Empties all folded tables and folds every subject."""
        for name in (*FOLDED_TABLES, "search"):
            self._write.execute(f"DELETE FROM {name}")
        self.index_undos_and_erasures()
        self._fold_all(self._all_entries())

    def index_undos_and_erasures(self) -> None:
        """Reads from the ledger what is undone and who is erased."""
        undo = Kind.UNDO_MADE.value
        sql = (
            f"SELECT e.id, e.act, e.clock, e.desk, json_extract(e.data, '$.target')"
            f" FROM entries e WHERE e.kind = '{undo}'"
        )
        rows = [(*r[:4], bytes.fromhex(r[4])) for r in self._read.execute(sql)]
        self._write.executemany("INSERT INTO undos VALUES (?,?,?,?,?)", rows)
        self.settle_undos()
        self.note_erasures(
            entries_where(self._read, "e.kind = ?", (Kind.ATTENDEE_ERASED.value,))
        )

    def note_erasures(self, entries: Iterable[Entry]) -> None:
        """Keeps who is erased, and by which hashes no list brings them back.

        Without looking at a listing: it may come later, or never to this desk.
        """
        for entry in entries:
            self._write.execute(
                "INSERT OR IGNORE INTO erased VALUES (?)", (entry.subject,)
            )
            self._write.executemany(
                "INSERT OR IGNORE INTO suppressed VALUES (?, ?)",
                [(digest, entry.subject) for digest in entry.data.get("suppress", ())],
            )

    def settle_undos(self) -> set[bytes]:
        """Brings `undone` up to date with `undos`; returns the targets that changed."""
        undos = self._write.execute("SELECT id, act, clock, desk, target FROM undos")
        now = effective_undos(undos)
        before = {t for (t,) in self._write.execute("SELECT target FROM undone")}
        self._write.executemany(
            "DELETE FROM undone WHERE target = ?", [(t,) for t in before - now]
        )
        self._write.executemany(
            "INSERT INTO undone VALUES (?)", [(t,) for t in sorted(now - before)]
        )
        return before ^ now

    def _entries_of(self, subjects: Sequence[SubjectId]) -> Iterator[Subject]:
        marks = ",".join("?" * len(subjects))
        sql = (
            f"SELECT {COLUMNS}, {UNDONE} FROM entries e"
            f" WHERE e.subject IN ({marks}) ORDER BY e.subject, {ORDER}"
        )
        told = {s: (s, e, u) for s, e, u in _grouped(self._read.execute(sql, subjects))}
        for subject in subjects:  # those without entries have no rows either
            yield told.get(subject, (subject, [], frozenset()))

    def _all_entries(self) -> Iterator[Subject]:
        gone = {t for (t,) in self._write.execute("SELECT target FROM undone")}
        sql = f"SELECT {COLUMNS}, 0 FROM entries e ORDER BY e.subject, {ORDER}"
        for subject, entries, _ in _grouped(self._read.execute(sql)):
            yield subject, entries, _dead(entries, gone)

    def _fold(self, batch: Iterable[Subject], all_new: bool = False) -> None:
        people = []
        for subject, entries, undone in batch:
            about = _about(entries)
            if subject == self._event_id:
                self._write_event(entries, undone)
            elif about is About.LIST:
                self._write_list(subject, entries, undone)
            elif about is About.SOURCE:
                self._write_source(subject, entries, undone)
            else:
                people.append((subject, fold_attendee(entries, undone)))
        if people:
            self._attendees.write(people, all_new)

    def _write_event(
        self, entries: Sequence[Entry], undone: frozenset[EntryId]
    ) -> None:
        self._write.execute("DELETE FROM event")
        known = fold_event(entries, undone)
        self._write.executemany("INSERT INTO event VALUES (?,?)", known.items())

    def _write_list(
        self, subject: SubjectId, entries: Sequence[Entry], undone: frozenset[EntryId]
    ) -> None:
        self._write.execute("DELETE FROM lists WHERE id = ?", (subject,))
        if row := fold_list(entries, undone):
            self._write.execute(
                "INSERT INTO lists VALUES (?,?,?,?,?,?,?)", (subject, *row)
            )

    def _write_source(
        self, subject: SubjectId, entries: Sequence[Entry], undone: frozenset[EntryId]
    ) -> None:
        self._write.execute("DELETE FROM sources WHERE id = ?", (subject,))
        self._write.executemany(
            "INSERT OR IGNORE INTO headers VALUES (?,?)", headers(entries).items()
        )
        if row := fold_source(entries, undone):
            self._write.execute(
                "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?)", (subject, *row)
            )


def _grouped(rows: Iterable[tuple[Any, ...]]) -> Iterator[Subject]:
    """Rows in the order of their subjects, a subject at a time."""
    for subject, group in groupby(rows, key=itemgetter(8)):
        told = list(group)
        dead = [row[0] for row in told if row[11]]
        yield subject, list(map(to_entry, told)), frozenset(dead) if dead else _NOBODY


_order = attrgetter("clock", "desk", "id")
"""As Entry.order."""


def _dead(entries: Iterable[Entry], gone: AbstractSet[bytes]) -> frozenset[EntryId]:
    """Those that an effective undo names, themselves or through their act."""
    if not gone:
        return _NOBODY
    return frozenset(e.id for e in entries if e.id in gone or e.act in gone)


_ABOUT = {
    kind: spec.about
    for kind, spec in KINDS.items()
    if spec.about in (About.LIST, About.SOURCE)
}


def _about(entries: Sequence[Entry]) -> About:
    """What the subject is, by its entries of kinds that we know."""
    for entry in entries:
        if about := _ABOUT.get(entry.kind):
            return about
    return About.ATTENDEE
