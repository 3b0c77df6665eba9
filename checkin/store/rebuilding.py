"""Folds the whole ledger again, into the file itself or beside it."""

import sqlite3
from typing import TYPE_CHECKING

from checkin.model.ids import EventId
from checkin.store.attendee_rows import RowReader
from checkin.store.ledger import CLOCK_ROW
from checkin.store.schema import FOLD_VERSION, make_folded_tables, make_ledger_index
from checkin.store.tables import Tables

if TYPE_CHECKING:
    from sqlite_utils import Database


def rebuild_in_place(db: "Database", tables: Tables) -> None:
    """Makes the folded tables afresh in today's form, in one transaction."""
    conn = db.conn
    conn.execute("BEGIN IMMEDIATE")
    try:
        make_ledger_index(db)
        make_folded_tables(db)
        tables.rebuild()
        (clock,) = conn.execute("SELECT max(clock) FROM entries").fetchone()
        conn.execute("INSERT INTO counters VALUES (?, ?)", (CLOCK_ROW, clock or 0))
        conn.execute(
            "UPDATE meta SET value = ? WHERE name = 'fold_version'", (FOLD_VERSION,)
        )
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def rebuild_beside(conn: sqlite3.Connection, event_id: EventId) -> sqlite3.Connection:
    """An in-memory database with the tables as the ledger of `conn` folds them."""
    from sqlite_utils import Database

    fresh = sqlite3.connect("", isolation_level=None)
    fresh.execute("PRAGMA synchronous = OFF")
    fresh.execute("BEGIN")
    make_folded_tables(Database(fresh))
    Tables(fresh, conn, event_id, RowReader(fresh)).rebuild()
    fresh.execute("COMMIT")
    return fresh
