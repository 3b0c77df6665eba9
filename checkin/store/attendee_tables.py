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
    tallies: Counter[str] = field(default_factory=Counter)


class AttendeeTables:
    """The tables with one or more rows an attendee, the search and the tallies."""

    def __init__(self, conn: Connection, rows: RowReader) -> None:
        self._conn = conn
        self._rows = rows

    def write(self, people: Sequence[tuple[SubjectId, Folded | None]]) -> None:
        """Makes the tables say what was folded; at most some hundred at a time."""
        olds = self._rows.many([subject for subject, _ in people])
        changes = _Changes()
        free = self._first_free() if len(olds) < len(people) else 0
        for subject, folded in people:
            old = olds.get(subject)
            if old is None and folded is not None:
                _compare(changes, subject, AttendeeRows(free), folded)
                free += 1
            elif old is not None:
                _compare(changes, subject, old, folded)
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
        self._count(changes.tallies)

    def _count(self, tallies: Counter[str]) -> None:
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


def _compare(
    changes: _Changes, subject: SubjectId, old: AttendeeRows, new: Folded | None
) -> None:
    row = new.row if new else ()
    if row != old.row:
        _compare_row(changes, subject, old, row)
    for name, child in CHILDREN.items():
        before = getattr(old, name)
        after = getattr(new, name) if new else ()
        if (before or after) and before is not after:
            _compare_children(changes, subject, name, before, after, len(child.key))
    if new:
        changes.tallies.update(contribution(row, new.presences))
    if old.row:
        changes.tallies.subtract(contribution(old.row, old.presences))


def _compare_row(
    changes: _Changes, subject: SubjectId, old: AttendeeRows, row: Row
) -> None:
    if not old.row:
        changes.insert.append((old.n, subject, *row))
    elif not row:
        changes.delete.append((old.n,))
    else:
        pairs = zip(ATTENDEE_COLUMNS, row, old.row, strict=True)
        changed = {name: now for name, now, before in pairs if now != before}
        changes.update[tuple(changed)].append((*changed.values(), old.n))
        if SEARCHED.isdisjoint(changed):
            return
    before = search_text(old.row) if old.row else ""
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
