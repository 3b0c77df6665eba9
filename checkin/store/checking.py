"""`checkin check`: is the file whole, and do its tables say what the ledger says?"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

from checkin.model.entry import MAX_CLOCK
from checkin.model.i18n import _
from checkin.model.ids import EventId
from checkin.store.ledger import CLOCK_ROW
from checkin.store.rebuilding import rebuild_beside
from checkin.store.schema import ATTENDEE_COLUMNS, FOLDED_TABLES

_SHOWN = 20
"""Differences of one table that are named; more are only counted."""


def check(conn: sqlite3.Connection, event_id: EventId) -> list[str]:
    """Differences in words; empty if all is well. Writes nothing."""
    found = [
        _("The database is damaged: {what}").format(what=row[0])
        for row in conn.execute("PRAGMA integrity_check(20)")
        if row[0] != "ok"
    ]
    if found:
        return found
    with _one_moment(conn), closing(rebuild_beside(conn, event_id)) as fresh:
        for table in FOLDED_TABLES:
            found += _differences(conn, fresh, table)
        found += _search_differences(conn, fresh)
        found += _clock_differences(conn)
    return found


@contextmanager
def _one_moment(conn: sqlite3.Connection) -> Iterator[None]:
    """What other processes write in between is not seen, and they need not wait."""
    conn.execute("BEGIN")
    try:
        yield
    finally:
        conn.execute("ROLLBACK")


def dump(conn: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """A table's rows in the order of what identifies them, the same everywhere.

    `n`, by which attendees are numbered inside one file, is left out.
    """
    if table == "attendees":
        columns = ", ".join(("id", *ATTENDEE_COLUMNS))
        yield from conn.execute(f"SELECT {columns} FROM attendees ORDER BY id")
    elif table == "counters":
        sql = "SELECT name, n FROM counters WHERE name NOT LIKE '~%' AND n != 0"
        yield from conn.execute(sql + " ORDER BY name")
    else:
        yield from sorted(conn.execute(f"SELECT * FROM {table}"), key=repr)


def search_rows(conn: sqlite3.Connection) -> Iterator[tuple[bytes | None, str]]:
    """What the search knows of each attendee, by id; None for rows of nobody."""
    yield from conn.execute(
        "SELECT a.id, s.words FROM search s LEFT JOIN attendees a ON s.rowid = a.n"
        " ORDER BY a.id"
    )


def _differences(
    ours: sqlite3.Connection, fresh: sqlite3.Connection, table: str
) -> list[str]:
    """Rows that stand only on one side, told by their first column."""
    have, want = set(dump(ours, table)), set(dump(fresh, table))
    lines = [_line(table, row, want=False) for row in sorted(have - want, key=repr)]
    lines += [_line(table, row, want=True) for row in sorted(want - have, key=repr)]
    return _shortened(table, lines)


def _search_differences(
    ours: sqlite3.Connection, fresh: sqlite3.Connection
) -> list[str]:
    have, want = set(search_rows(ours)), set(search_rows(fresh))
    lines = [_line("search", row, want=False) for row in sorted(have - want, key=repr)]
    lines += [_line("search", row, want=True) for row in sorted(want - have, key=repr)]
    return _shortened("search", lines)


def _clock_differences(conn: sqlite3.Connection) -> list[str]:
    """New entries must come after all that are there, and before the year 2100."""
    sql = "SELECT n, typeof(n) FROM counters WHERE name = ?"
    row = conn.execute(sql, (CLOCK_ROW,)).fetchone() or (0, "integer")
    (newest,) = conn.execute("SELECT coalesce(max(clock), 0) FROM entries").fetchone()
    if row[1] == "integer" and newest <= row[0] < MAX_CLOCK:
        return []
    return [_("The ledger’s clock is out of order.")]


def _line(table: str, row: tuple[Any, ...], want: bool) -> str:
    own = row[0].hex() if isinstance(row[0], bytes) else str(row[0])
    if want:
        return _("{table} {id}: the ledger says otherwise").format(table=table, id=own)
    return _("{table} {id}: not what the ledger says").format(table=table, id=own)


def _shortened(table: str, lines: list[str]) -> list[str]:
    if len(lines) <= _SHOWN:
        return lines
    more = _("{table}: and {n} more").format(table=table, n=len(lines) - _SHOWN)
    return [*islice(lines, _SHOWN), more]
