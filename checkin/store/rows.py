"""Rows of the ledger become entries, and entries become rows."""

import json
from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any

from checkin.model.entry import Entry, canonical
from checkin.model.ids import ActId, DeskId, EntryId, SubjectId

COLUMNS = (
    'e.id, e.act, e.desk, e.clock, e.at, e."offset", e.kind, e.v, e.subject,'
    " e.actor, e.data"
)
"""In the order of Entry's fields; from `entries e`."""

ORDER = "e.clock, e.desk, e.id"

UNDONE = (
    "(e.id IN (SELECT target FROM undone) OR"
    " (e.act IS NOT NULL AND e.act IN (SELECT target FROM undone)))"
)

INSERT = (
    'INSERT INTO entries (id, act, desk, clock, at, "offset", kind, v, subject,'
    " actor, data) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)


_DECODE = json.JSONDecoder().decode


def to_entry(row: tuple[Any, ...]) -> Entry:
    """From a row that begins with COLUMNS."""
    return Entry(
        EntryId(row[0]),
        None if row[1] is None else ActId(row[1]),
        DeskId(row[2]),
        row[3],
        row[4],
        row[5],
        row[6],
        row[7],
        SubjectId(row[8]),
        row[9],
        _DECODE(row[10]),
    )


def to_row(entry: Entry) -> tuple[Any, ...]:
    """For INSERT."""
    return (
        entry.id,
        entry.act,
        entry.desk,
        entry.clock,
        entry.at,
        entry.offset,
        str(entry.kind),
        entry.v,
        entry.subject,
        entry.actor,
        canonical(entry.data),
    )


def entries_where(
    conn: Connection, condition: str, values: tuple[Any, ...] = ()
) -> Iterator[Entry]:
    """The entries that fit an SQL condition over `e`, in ledger order."""
    sql = f"SELECT {COLUMNS} FROM entries e WHERE {condition} ORDER BY {ORDER}"
    return map(to_entry, conn.execute(sql, values))
