"""Writes what the fold of attendees gave: only what differs, in bulk where it can."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from sqlite3 import Connection
from typing import Any

from checkin.model.ids import SubjectId
from checkin.model.names import index_words
from checkin.store.attendee_rows import (
    CHILDREN,
    COLUMNS,
    AttendeeRows,
    Row,
    RowReader,
)
from checkin.store.fold.attendee import SEARCHED, Folded, search_text
from checkin.store.schema import ATTENDEE_COLUMNS
from checkin.store.tallies import contribution

_MARKS = ",".join("?" * (len(ATTENDEE_COLUMNS) + 2))
_INSERT = f"INSERT INTO attendees (n, id, {COLUMNS}) VALUES ({_MARKS})"
_REMOVE = {
    name: f"DELETE FROM {name} WHERE attendee = ?"
    + "".join(f" AND {column} = ?" for column in child.key)
    for name, child in CHILDREN.items()
}
_ADD = {
    name: f"INSERT INTO {name} (attendee, {child.columns})"
    f" VALUES ({','.join('?' * (child.width + 1))})"
    for name, child in CHILDREN.items()
}


def _lists() -> defaultdict[Any, list[Row]]:
    return defaultdict(list)


@dataclass(slots=True)
class _Changes:
    """What a batch will write."""

    insert: list[Row] = field(default_factory=list)
    update: dict[tuple[str, ...], list[Row]] = field(default_factory=_lists)
    """By the columns that change."""
    delete: list[Row] = field(default_factory=list)
    find: list[tuple[int, str]] = field(default_factory=list)
    forget: list[tuple[int]] = field(default_factory=list)
    add: dict[str, list[Row]] = field(default_factory=_lists)
    remove: dict[str, list[Row]] = field(default_factory=_lists)
    more: list[str] = field(default_factory=list)
    """The counters that go up by one, once for each time they are named."""
    fewer: list[str] = field(default_factory=list)


class AttendeeTables:
    """The tables with one or more rows an attendee, the search and the tallies."""

    def __init__(self, conn: Connection, rows: RowReader) -> None:
        self._conn = conn
        self._rows = rows

    def write(
        self, people: Sequence[tuple[SubjectId, Folded | None]], all_new: bool = False
    ) -> None:
        """Makes the tables say what was folded; at most some hundred at a time.

        `all_new` if the tables can't hold any of them yet.
        """
        asked = [] if all_new else [subject for subject, _ in people]
        olds = self._rows.many(asked) if asked else {}
        changes = _Changes()
        free = self._first_free() if len(olds) < len(people) else 0
        for subject, folded in people:
            old = olds.get(subject)
            if old is not None:
                _compare(changes, subject, old, folded)
            elif folded is not None:
                _add(changes, subject, free, folded)
                free += 1
        self._rows.forget()
        self._apply(changes)

    def _first_free(self) -> int:
        (n,) = self._conn.execute("SELECT max(n) FROM attendees").fetchone()
        return (n or 0) + 1

    def _apply(self, changes: _Changes) -> None:
        run = self._conn.executemany
        if changes.forget:
            run("DELETE FROM search WHERE rowid = ?", changes.forget)
        if changes.delete:
            run("DELETE FROM attendees WHERE n = ?", changes.delete)
        if changes.insert:
            run(_INSERT, changes.insert)
        for columns, rows in changes.update.items():
            run(_update(columns), rows)
        if changes.find:
            run("INSERT INTO search (rowid, words) VALUES (?, ?)", changes.find)
        for name, rows in changes.remove.items():
            run(_REMOVE[name], rows)
        for name, rows in changes.add.items():
            run(_ADD[name], rows)
        self._count(changes)

    def _count(self, changes: _Changes) -> None:
        tallies = Counter(changes.more)
        tallies.subtract(changes.fewer)
        changed = [(name, n) for name, n in tallies.items() if n]
        if changed:
            self._conn.executemany(
                "INSERT INTO counters VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET n = n + excluded.n",
                changed,
            )


@cache
def _update(columns: tuple[str, ...]) -> str:
    settings = ", ".join(f"{name} = ?" for name in columns)
    return f"UPDATE attendees SET {settings} WHERE n = ?"


def _add(changes: _Changes, subject: SubjectId, n: int, new: Folded) -> None:
    """Somebody of whom the tables hold nothing."""
    changes.insert.append((n, subject, *new.row))
    if text := search_text(new.row):
        changes.find.append((n, " ".join(index_words(text))))
    for name in CHILDREN:
        if rows := getattr(new, name):
            changes.add[name] += [(subject, *row) for row in rows]
    changes.more += contribution(new.row, new.presences)


def _compare(
    changes: _Changes, subject: SubjectId, old: AttendeeRows, new: Folded | None
) -> None:
    row = new.row if new else ()
    if row != old.row:
        _compare_row(changes, old, row)
    for name, child in CHILDREN.items():
        before = getattr(old, name)
        after = getattr(new, name) if new else ()
        if (before or after) and before is not after:
            _compare_children(changes, subject, name, before, after, len(child.key))
    if new:
        changes.more += contribution(row, new.presences)
    changes.fewer += contribution(old.row, old.presences)


def _compare_row(changes: _Changes, old: AttendeeRows, row: Row) -> None:
    if not row:
        changes.delete.append((old.n,))
    else:
        pairs = zip(ATTENDEE_COLUMNS, row, old.row, strict=True)
        changed = {name: now for name, now, before in pairs if now != before}
        changes.update[tuple(changed)].append((*changed.values(), old.n))
        if SEARCHED.isdisjoint(changed):
            return
    before = search_text(old.row)
    after = search_text(row) if row else ""
    if before == after:
        return
    if before:
        changes.forget.append((old.n,))
    if after:
        changes.find.append((old.n, " ".join(index_words(after))))


def _compare_children(
    changes: _Changes,
    subject: SubjectId,
    name: str,
    old: Sequence[Row],
    new: Sequence[Row],
    key: int,
) -> None:
    if not old:
        changes.add[name] += [(subject, *row) for row in new]
        return
    before, after = set(old), set(new)
    if gone := before - after:
        changes.remove[name] += [(subject, *row[:key]) for row in gone]
    if fresh := [row for row in new if row not in before]:
        changes.add[name] += [(subject, *row) for row in fresh]
