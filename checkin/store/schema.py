"""The tables of an event file: the ledger, which migrates, and the folded ones,
which are thrown away and rebuilt.
"""

from functools import cache
from typing import TYPE_CHECKING

from checkin.model.attendee import DETAIL_NAMES, Details

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

VERSION = 1
"""The newest `user_version` of the ledger; one more with every migration."""

FOLD_VERSION = 3
"""One more whenever the fold or a folded table changes: then all is rebuilt."""

_LEDGER = """
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  act BLOB,
  desk BLOB NOT NULL,
  clock INTEGER NOT NULL,
  at INTEGER NOT NULL,
  "offset" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  v INTEGER NOT NULL,
  subject BLOB NOT NULL,
  actor TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE UNIQUE INDEX entries_id ON entries (id);
CREATE INDEX entries_subject ON entries (subject);
CREATE INDEX entries_act ON entries (act) WHERE act IS NOT NULL;
"""

BULK = ("attendee.listed", "code.given")
"""Kinds of which every import brings thousands."""

BY_KIND = f"e.kind NOT IN {BULK}"
"""What a question has to say of `entries e` for the index by kind to serve it."""

_LEDGER_INDEX = f"""
CREATE INDEX entries_kind ON entries (kind, clock) WHERE kind NOT IN {BULK};
"""
"""Of the ledger, but made and made again with the folded tables: it holds nothing."""

_DETAILS = ",\n".join(
    f"  {name} {'TEXT' if field.type is str else 'INTEGER'} NOT NULL"
    for name, field in Details.__dataclass_fields__.items()
)

_FOLDED = f"""
CREATE TABLE attendees (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
{_DETAILS},
  source BLOB,
  listed_by BLOB NOT NULL,
  walk_in INTEGER NOT NULL,
  companion_of BLOB,
  withdrawn INTEGER NOT NULL,
  erased INTEGER NOT NULL,
  printed INTEGER NOT NULL,
  printed_name TEXT NOT NULL,
  printed_words TEXT NOT NULL,
  handed_out INTEGER NOT NULL,
  arrived_at INTEGER,
  inside INTEGER NOT NULL,
  corrected TEXT NOT NULL,
  answers TEXT NOT NULL,
  interests TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  first_key TEXT NOT NULL,
  standing INTEGER NOT NULL
);
CREATE UNIQUE INDEX attendees_id ON attendees (id);
CREATE INDEX attendees_sort ON attendees (sort_key);
CREATE INDEX attendees_first ON attendees (first_key);
CREATE INDEX attendees_standing ON attendees (standing, ticket_type);
CREATE INDEX attendees_arrived ON attendees (arrived_at) WHERE arrived_at IS NOT NULL;
CREATE TABLE codes (
  folded TEXT NOT NULL,
  code TEXT NOT NULL,
  attendee BLOB NOT NULL,
  rank INTEGER NOT NULL,
  revoked INTEGER NOT NULL,
  PRIMARY KEY (folded, code, attendee)
) WITHOUT ROWID;
CREATE INDEX codes_attendee ON codes (attendee);
CREATE TABLE presences (
  attendee BLOB NOT NULL,
  list BLOB NOT NULL,
  first_at INTEGER,
  first_offset INTEGER NOT NULL,
  first_desk TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  last_offset INTEGER NOT NULL,
  inside INTEGER NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (attendee, list)
) WITHOUT ROWID;
CREATE TABLE permissions (
  attendee BLOB NOT NULL,
  purpose TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  "offset" INTEGER NOT NULL,
  origin TEXT NOT NULL,
  seen BLOB,
  PRIMARY KEY (attendee, purpose)
) WITHOUT ROWID;
CREATE TABLE conflicts (
  attendee BLOB NOT NULL,
  conflict TEXT NOT NULL,
  about TEXT NOT NULL,
  first BLOB NOT NULL,
  second BLOB NOT NULL,
  PRIMARY KEY (attendee, conflict)
) WITHOUT ROWID;
CREATE TABLE lists (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  rules TEXT NOT NULL,
  closed INTEGER NOT NULL,
  closed_why TEXT NOT NULL,
  born INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sources (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  header_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  "offset" INTEGER NOT NULL,
  mapping TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE headers (
  id TEXT PRIMARY KEY,
  names TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE event (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE undos (
  id BLOB PRIMARY KEY,
  act BLOB,
  clock INTEGER NOT NULL,
  desk BLOB NOT NULL,
  target BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE undone (
  target BLOB PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE erased (
  subject BLOB PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE suppressed (
  digest TEXT NOT NULL,
  subject BLOB NOT NULL,
  PRIMARY KEY (digest, subject)
) WITHOUT ROWID;
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
  words, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2'
);
"""

FOLDED_TABLES = (
    "attendees", "codes", "presences", "permissions", "conflicts", "lists",
    "sources", "headers", "event", "undos", "undone", "erased", "suppressed",
    "counters",
)  # fmt: skip
"""What the fold writes, beside the search index."""

ATTENDEE_COLUMNS = (
    *DETAIL_NAMES, "source", "listed_by", "walk_in", "companion_of", "withdrawn",
    "erased", "printed", "printed_name", "printed_words", "handed_out",
    "arrived_at", "inside", "corrected", "answers", "interests", "sort_key",
    "first_key", "standing",
)  # fmt: skip
"""The folded columns of an attendee, after `n` and `id`."""


@cache
def migrations() -> "Migrations":
    """The steps of the ledger's own tables, each in one transaction."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("checkin")

    @steps()
    def first_ledger(db: "Database") -> None:
        for statement in _statements(_LEDGER):
            db.execute(statement)
        db.execute("PRAGMA user_version = 1")

    return steps


def make_folded_tables(db: "Database") -> None:
    """Drops whatever folded tables there are and makes empty ones of today's form."""
    for name in (*FOLDED_TABLES, "search"):
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in _statements(_FOLDED):
        db.execute(statement)


def make_ledger_index(db: "Database") -> None:
    """Makes the index that finds what happened by its kind, in today's form."""
    db.execute("DROP INDEX IF EXISTS entries_kind")
    for statement in _statements(_LEDGER_INDEX):
        db.execute(statement)


LEDGER_OBJECTS = (
    "meta", "entries", "entries_id", "entries_subject", "entries_act"
)  # fmt: skip

Schema = dict[str, tuple[str, str]]
"""For each table and index its kind, and the words that made it."""


def schema_of(conn: "Connection") -> Schema:
    """What a database holds, without SQLite's own and the parts of the search."""
    rows = conn.execute("SELECT name, type, sql, tbl_name FROM sqlite_schema")
    return {
        name: (kind, sql or "")
        for name, kind, sql, table in rows
        if not name.startswith("sqlite_")
        and (kind == "trigger" or table not in _NOT_COMPARED)
    }


@cache
def expected_schema() -> Schema:
    """What a file of this version holds, by the same words."""
    from sqlite3 import connect

    conn = connect(":memory:")
    try:
        conn.executescript(_LEDGER + _LEDGER_INDEX + _FOLDED)
        return schema_of(conn)
    finally:
        conn.close()


_MIGRATIONS = "_sqlite_migrations"
_SEARCH_PARTS = frozenset(
    f"search_{part}" for part in ("data", "idx", "content", "docsize", "config")
)
_NOT_COMPARED = _SEARCH_PARTS | {_MIGRATIONS}
"""Made by SQLite and sqlite-utils, in words that differ from version to version."""


def known_tables() -> frozenset[str]:
    """All tables that an event file of this version may hold."""
    return _NOT_COMPARED | {*FOLDED_TABLES, "meta", "entries", "search"}


def _statements(script: str) -> list[str]:
    return [part for part in script.split(";\n") if part.strip()]
