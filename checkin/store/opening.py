"""Making event files so that none is half-made, and opening only whole ones of ours."""

import errno
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from checkin.files import FULL
from checkin.model.errors import (
    DiskFull,
    FileNotReadable,
    FileNotThere,
    FileNotWritable,
)
from checkin.model.i18n import _
from checkin.store.connection import APPLICATION_ID, connect
from checkin.store.errors import (
    DamagedEvent,
    DriveGone,
    EventExists,
    NewerEventFile,
    NotAnEvent,
    ReadOnlyEvent,
    TamperedEvent,
    translated,
)
from checkin.store.schema import (
    FOLD_VERSION,
    LEDGER_OBJECTS,
    VERSION,
    expected_schema,
    known_tables,
    make_folded_tables,
    make_ledger_index,
    migrations,
    schema_of,
)

_MAGIC = b"SQLite format 3\0"


@contextmanager
def fresh_file(path: Path) -> Iterator[Path]:
    """An empty file beside `path`; it takes the name once the block succeeds.

    Only this user may read it: an event holds a secret and everybody's data.

    Raises:
        EventExists: `path` is there already, before or after.
        FileNotWritable, DiskFull: as the system says.
    """
    draft = path.with_name(f".{path.name[:60]}.{os.getpid()}.part")
    try:
        if path.exists():
            raise EventExists(file=path.name)
        if not path.parent.is_dir():
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        _sweep(draft)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield draft
        _take_name(draft, path)
    except (FileNotReadable, ReadOnlyEvent, DriveGone) as error:  # of the draft
        reason = error.details["reason"]
        raise FileNotWritable(file=path.name, reason=reason) from error
    except DiskFull as error:
        raise DiskFull(file=path.name) from error
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(file=path.name) from error
        raise FileNotWritable(
            file=path.name, reason=error.strerror or str(error)
        ) from error
    finally:
        with suppress(OSError):
            _sweep(draft)


def _take_name(draft: Path, path: Path) -> None:
    """Renames without overwriting, and makes the new name durable."""
    handle = os.open(draft, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(draft, path)  # fails where something has that name by now
    except FileExistsError:
        raise EventExists(file=path.name) from None
    except OSError:  # a file system without hard links, such as FAT
        if path.exists():
            raise EventExists(file=path.name) from None
        draft.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _sweep(draft: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


def make(path: Path, event_id: bytes, secret: bytes) -> None:
    """An empty event file with its tables, its id and its secret."""
    from sqlite_utils import Database

    with translated(path):
        conn = connect(path, "rwc")
        try:
            conn.execute("PRAGMA journal_mode = WAL").fetchall()
            conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db = Database(conn)
            migrations().apply(db)
            conn.execute("BEGIN IMMEDIATE")
            make_ledger_index(db)
            make_folded_tables(db)
            meta = {
                "event": event_id, "secret": secret, "fold_version": FOLD_VERSION
            }  # fmt: skip
            conn.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            conn.execute("COMMIT")
        finally:
            conn.close()


def open_checked(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to an event file that passed all checks, and if it is read-only.

    Raises:
        FileNotThere, FileNotReadable, NotAnEvent, DamagedEvent, NewerEventFile,
        TamperedEvent: see there; sqlite3.Error: see `translated`.
    """
    check_head(path)
    conn, read_only = _open(path)
    try:
        _check_inside(conn, path)
        if not read_only:
            # A copy made by VACUUM INTO has forgotten it.
            conn.execute("PRAGMA journal_mode = WAL").fetchall()
            _migrate(conn, path)
    except BaseException:
        conn.close()
        raise
    return conn, read_only


def open_again(path: Path, read_only: bool, cache_kb: int) -> sqlite3.Connection:
    """One more connection to a file that this process has open and has checked.

    Raises:
        FileNotThere, NotAnEvent: it was taken away, or something else has its name.
        sqlite3.Error: see `translated`.
    """
    if not path.exists():
        raise FileNotThere(file=path.name)
    mode = _reading_mode(path) if read_only else "rw"
    conn = connect(path, mode, cache_kb)
    try:
        if conn.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise NotAnEvent(file=path.name)
    except BaseException:
        conn.close()
        raise
    return conn


def check_head(path: Path) -> None:
    """Looks at the first bytes, before SQLite touches anything.

    Raises:
        FileNotThere, FileNotReadable, NotAnEvent: see there.
    """
    try:
        if path.is_fifo():  # reading would wait for ever
            raise FileNotReadable(file=path.name, reason=_("it is no ordinary file"))
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise FileNotThere(file=path.name) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileNotReadable(file=path.name, reason=reason) from error
    ours = APPLICATION_ID.to_bytes(4, "big")
    if len(head) < 100 or not head.startswith(_MAGIC) or head[68:72] != ours:
        raise NotAnEvent(file=path.name)


def _open(path: Path) -> tuple[sqlite3.Connection, bool]:
    """For writing where that can be, else for reading only."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        conn = connect(path)
        try:
            conn.execute("BEGIN IMMEDIATE")
            conn.execute("ROLLBACK")
            return conn, False
        except sqlite3.DatabaseError as error:
            conn.close()
            if error.sqlite_errorcode & 0xFF not in (
                sqlite3.SQLITE_READONLY,
                sqlite3.SQLITE_CANTOPEN,
            ):
                raise
    return connect(path, _reading_mode(path)), True


def _reading_mode(path: Path) -> str:
    """`immutable` looks past a write-ahead log, so only where there is none."""
    log = path.with_name(path.name + "-wal")
    has_log = log.exists() and log.stat().st_size > 0
    return "ro" if has_log else "immutable"


def _check_inside(conn: sqlite3.Connection, path: Path) -> None:
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise NewerEventFile(file=path.name, theirs=version, ours=VERSION)
    if version < 1:
        raise DamagedEvent(file=path.name, reason=_("it has no version"))
    _check_schema(conn, path, as_made=version == 1)
    (verdict,) = conn.execute("PRAGMA quick_check(1)").fetchone()
    conn.execute("PRAGMA shrink_memory").close()  # the whole file went through it
    if verdict != "ok":
        raise DamagedEvent(file=path.name, reason=verdict.splitlines()[-1])
    meta = dict(conn.execute("SELECT name, value FROM meta"))
    kinds = {"event": bytes, "secret": bytes, "fold_version": int}
    if any(type(meta.get(name)) is not kind for name, kind in kinds.items()):
        raise DamagedEvent(file=path.name, reason=_("its identity is missing"))
    if meta["fold_version"] > FOLD_VERSION:
        theirs, ours = f"{version}.{meta['fold_version']}", f"{VERSION}.{FOLD_VERSION}"
        raise NewerEventFile(file=path.name, theirs=theirs, ours=ours)


def _check_schema(conn: sqlite3.Connection, path: Path, as_made: bool) -> None:
    """Nothing foreign in it, and the ledger whole.

    `as_made`: no migration has changed the ledger, so it has to be ours to the letter.

    A folded table that is missing or otherwise made is no harm: see `needs_rebuild`.

    Raises:
        TamperedEvent, DamagedEvent: see there.
    """
    found = schema_of(conn)
    ours, theirs = expected_schema(), known_tables()
    for name, (kind, _sql) in found.items():
        known = name in ours or (kind == "table" and name in theirs)
        if not known or kind in ("trigger", "view"):
            raise TamperedEvent(file=path.name, what=f"{kind} {name}")
    for name in LEDGER_OBJECTS:
        if name not in found or (as_made and found[name] != ours[name]):
            raise DamagedEvent(file=path.name, reason=_("its ledger is not whole"))


def needs_rebuild(conn: sqlite3.Connection) -> bool:
    """Whether the folded tables are not those that this version makes."""
    row = conn.execute("SELECT value FROM meta WHERE name = 'fold_version'").fetchone()
    found = schema_of(conn)
    whole = all(found.get(name) == made for name, made in expected_schema().items())
    return row[0] != FOLD_VERSION or not whole


def _migrate(conn: sqlite3.Connection, path: Path) -> None:
    """Brings an older ledger up to date, after a copy was saved beside it."""
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    from sqlite_utils import Database

    copy = path.with_name(f"{path.stem} before update from {version}{path.suffix}")
    if not copy.exists():
        with fresh_file(copy) as draft:
            conn.execute("VACUUM INTO ?", (str(draft),))
    migrations().apply(Database(conn))


@contextmanager
def checkpointing(path: Path) -> Iterator[bool]:
    """Whether this process may checkpoint now: one at a time, by a lock file.

    SQLite up to 3.51.2 can lose a reset of the log when checkpointers of two
    processes race (sqlite.org/wal.html, "the WAL-reset bug").
    """
    own = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    lock = Path(tempfile.gettempdir(), f"checkin-{own}.lock")
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        yield True
        return
    mine = _try_lock(handle) and _still_there(lock, handle)
    try:
        yield mine
    finally:
        if mine and os.name != "nt":  # before others can have it
            _remove(lock)
        os.close(handle)
        if os.name == "nt":  # it removes no file that somebody has open
            _remove(lock)


def _remove(lock: Path) -> None:
    with suppress(OSError):
        lock.unlink()


def _still_there(lock: Path, handle: int) -> bool:
    """Whether the name still means what we locked; its holder may have removed it."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(handle))
    except OSError:
        return False


def _try_lock(handle: int) -> bool:
    """A lock that the system releases by itself when the process ends."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
