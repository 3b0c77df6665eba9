"""Writes what the fold of attendees gave: only what differs, in bulk where it can."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from checkin.model.ids import SubjectId
from checkin.model.names import search_words
from checkin.store.fold.attendee import Folded, search_text
from checkin.store.schema import ATTENDEE_COLUMNS
from checkin.store.tallies import contribution

_COLUMNS = ", ".join(ATTENDEE_COLUMNS)
_MARKS = ",".join("?" * (len(ATTENDEE_COLUMNS) + 2))
_INSERT = f"INSERT INTO attendees (n, id, {_COLUMNS}) VALUES ({_MARKS})"
_UPDATE = (
    "UPDATE attendees SET "
    + ", ".join(f"{name} = ?" for name in ATTENDEE_COLUMNS)
    + " WHERE n = ?"
)


@dataclass(frozen=True, slots=True)
class _Child:
    """A table with several rows an attendee."""

    table: str
    columns: str
    width: int
    """Columns beside the attendee."""
    key: int
    """How many of them make the primary key, with the attendee."""


_CHILDREN = {
    "codes": _Child("codes", "folded, code, rank, revoked", 4, 2),
    "presences": _Child(
        "presences",
        "list, first_at, first_offset, first_desk, last_at, last_offset, inside, times",
        8,
        1,
    ),
    "permissions": _Child(
        "permissions", 'purpose, answer, at, "offset", origin, seen', 6, 1
    ),
    "conflicts": _Child("conflicts", "conflict, about, first, second", 4, 1),
}
_KEYS = {
    "codes": "folded = ? AND code = ?",
    "presences": "list = ?",
    "permissions": "purpose = ?",
    "conflicts": "conflict = ?",
}

Rows = Sequence[tuple[Any, ...]]


@dataclass(slots=True)
class _Old:
    """What the tables hold for one attendee now."""

    n: int = 0
    row: tuple[Any, ...] = ()
    children: dict[str, list[tuple[Any, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )


@dataclass(slots=True)
class _Changes:
    """What a batch will write."""

    insert: list[tuple[Any, ...]] = field(default_factory=list)
    update: list[tuple[Any, ...]] = field(default_factory=list)
    delete: list[tuple[Any, ...]] = field(default_factory=list)
    find: list[tuple[int, str]] = field(default_factory=list)
    forget: list[tuple[int]] = field(default_factory=list)
    add: dict[str, list[tuple[Any, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    remove: dict[str, list[tuple[Any, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    suppress: list[tuple[str, bytes]] = field(default_factory=list)
    tallies: Counter[str] = field(default_factory=Counter)


class AttendeeTables:
    """The tables with one or more rows an attendee, the search and the tallies."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def write(self, people: Sequence[tuple[SubjectId, Folded | None]]) -> None:
        """Makes the tables say what was folded; at most some hundred at a time."""
        olds = self._read([subject for subject, _ in people])
        changes = _Changes()
        free = self._first_free() if len(olds) < len(people) else 0
        for subject, folded in people:
            old = olds.get(subject)
            if old is None and folded is not None:
                _compare(changes, subject, _Old(n=free), folded)
                free += 1
            elif old is not None:
                _compare(changes, subject, old, folded)
        self._apply(changes)

    def _first_free(self) -> int:
        (n,) = self._conn.execute("SELECT max(n) FROM attendees").fetchone()
        return (n or 0) + 1

    def _read(self, subjects: Sequence[SubjectId]) -> dict[SubjectId, _Old]:
        marks = ",".join("?" * len(subjects))
        olds: dict[SubjectId, _Old] = {}
        rows = self._conn.execute(
            f"SELECT n, id, {_COLUMNS} FROM attendees WHERE id IN ({marks})", subjects
        )
        for n, subject, *row in rows:
            olds[subject] = _Old(n, tuple(row))
        if not olds:
            return olds
        for name, child in _CHILDREN.items():
            sql = (
                f"SELECT attendee, {child.columns} FROM {child.table}"
                f" WHERE attendee IN ({marks})"
            )
            for subject, *row in self._conn.execute(sql, subjects):
                olds[subject].children[name].append(tuple(row))
        return olds

    def _apply(self, changes: _Changes) -> None:
        run = self._conn.executemany
        if changes.forget:
            run("DELETE FROM search WHERE rowid = ?", changes.forget)
        if changes.delete:
            run("DELETE FROM attendees WHERE n = ?", changes.delete)
        if changes.insert:
            run(_INSERT, changes.insert)
        if changes.update:
            run(_UPDATE, changes.update)
        if changes.find:
            run("INSERT INTO search (rowid, words) VALUES (?, ?)", changes.find)
        for name, rows in changes.remove.items():
            run(f"DELETE FROM {name} WHERE attendee = ? AND {_KEYS[name]}", rows)
        for name, rows in changes.add.items():
            child = _CHILDREN[name]
            marks = ",".join("?" * (child.width + 1))
            run(
                f"INSERT INTO {name} (attendee, {child.columns}) VALUES ({marks})", rows
            )
        if changes.suppress:
            run("INSERT OR IGNORE INTO suppressed VALUES (?, ?)", changes.suppress)
        self._count(changes.tallies)

    def _count(self, tallies: Counter[str]) -> None:
        changed = [(name, n) for name, n in tallies.items() if n]
        if changed:
            self._conn.executemany(
                "INSERT INTO counters VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET n = n + excluded.n",
                changed,
            )
            if any(n < 0 for _, n in changed):
                self._conn.execute("DELETE FROM counters WHERE n = 0")


def _compare(
    changes: _Changes, subject: SubjectId, old: _Old, new: Folded | None
) -> None:
    row = new.row if new else ()
    if row != old.row:
        _compare_row(changes, subject, old, row)
    fresh: dict[str, Rows] = dict.fromkeys(_CHILDREN, ())
    if new:
        fresh = {name: getattr(new, name) for name in _CHILDREN}
        changes.suppress += [(digest, subject) for digest in new.suppressed]
    for name, rows in fresh.items():
        if rows or old.children:
            _compare_children(changes, subject, name, old.children[name], rows)
    after = contribution(row, fresh["presences"]) if row else []
    changes.tallies.update(after)
    if old.row:
        changes.tallies.subtract(contribution(old.row, old.children["presences"]))


def _compare_row(
    changes: _Changes, subject: SubjectId, old: _Old, row: tuple[Any, ...]
) -> None:
    before, after = _words_if_changed(old.row, row)
    if not old.row:
        changes.insert.append((old.n, subject, *row))
    elif not row:
        changes.delete.append((old.n,))
    else:
        changes.update.append((*row, old.n))
    if before != after:
        if before:
            changes.forget.append((old.n,))
        if after:
            changes.find.append((old.n, after))


def _compare_children(
    changes: _Changes, subject: SubjectId, name: str, old: Rows, new: Iterable[Any]
) -> None:
    fresh = list(new)
    if not old:
        if fresh:
            changes.add[name] += [(subject, *row) for row in fresh]
        return
    before, after = set(old), set(fresh)
    if before == after:
        return
    key = _CHILDREN[name].key
    changes.remove[name] += [(subject, *row[:key]) for row in before - after]
    changes.add[name] += [(subject, *row) for row in fresh if row not in before]


def _words_if_changed(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[str, str]:
    """What the search knew and should know; both empty where nothing changes."""
    before = search_text(old) if old else ""
    after = search_text(new) if new else ""
    if before == after:
        return "", ""
    return " ".join(search_words(before)), " ".join(search_words(after))
