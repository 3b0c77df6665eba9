"""Connections to an event file: the pragmas that make a check-in durable."""

import sqlite3
import sys
from pathlib import Path

APPLICATION_ID = 0x43_4B_49_4E
"""The letters CKIN, at byte 68 of the file."""

BUSY_MS = 10_000
"""How long a writer waits for another process, in ms."""

_JOURNAL_LIMIT = 16 * 1024 * 1024
"""The write-ahead log is cut to this many bytes when it starts afresh."""

_EVERY = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA wal_autocheckpoint = 0",
    f"PRAGMA journal_size_limit = {_JOURNAL_LIMIT}",
)

ROOMY_KB, SMALL_KB = 32_000, 4_000
"""How much of the file a connection keeps in memory: one that writes much, and one
that looks at a few rows at a time."""


# Without one, the driver asks bytes each time whether they know to adapt themselves,
# by way of an exception: ids are bytes, and an import writes a million of them.
sqlite3.register_adapter(bytes, bytes)


def connect(
    path: Path, mode: str = "rw", cache_kb: int = ROOMY_KB
) -> sqlite3.Connection:
    """An open connection in autocommit mode; transactions are begun by hand.

    `mode` is rw, rwc (create), ro, or immutable (a medium that nobody can write).
    Checkpoints happen only where the event file asks for them.

    Raises:
        sqlite3.Error: as SQLite says; see `errors.translated`.
    """
    how = "immutable=1" if mode == "immutable" else f"mode={mode}"
    conn = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        for pragma in _EVERY:
            conn.execute(pragma).close()
        conn.execute(f"PRAGMA cache_size = -{cache_kb}").close()
        if sys.platform == "darwin":  # fsync there doesn't reach the platter
            conn.execute("PRAGMA fullfsync = ON")
    except BaseException:
        conn.close()
        raise
    return conn
