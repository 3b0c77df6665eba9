"""An event is one file: made, opened, written, watched, copied, closed."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from checkin.model.clock import Clock
from checkin.model.code import BadgeCodes, sub_key
from checkin.model.entry import Draft, Entry
from checkin.model.errors import DiskFull
from checkin.model.ids import (
    ActId,
    AttendeeId,
    EventId,
    ListId,
    Random,
    SubjectId,
    uuid7,
)
from checkin.model.kinds import Kind
from checkin.model.lists import MAIN
from checkin.store import opening, search
from checkin.store.attendee_rows import RowReader
from checkin.store.connection import BUSY_MS, ROOMY_KB, SMALL_KB
from checkin.store.errors import EventBusy, OldReadOnlyEvent, ReadOnlyEvent, translated
from checkin.store.ledger import Desk, Ledger
from checkin.store.reading import Reader
from checkin.store.tables import Tables
from checkin.store.writing import Writing

_CHECKPOINT_AFTER = 400
"""So many entries are some 10 MB of write-ahead log: time to fold it in."""


@dataclass(frozen=True, slots=True)
class Place:
    """What another thread needs to join an event that is open and was checked."""

    path: Path
    clock: Clock
    desk: Desk
    random: Random
    read_only: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What subscribers are told after a commit."""

    entries: tuple[Entry, ...]
    """What this process wrote; empty where another process did."""
    from_elsewhere: bool = False


class EventFile:
    """One open event. Belongs to the thread that opened it; it is the writer."""

    def __init__(
        self,
        path: Path,
        conn: sqlite3.Connection,
        clock: Clock,
        random: Random,
        desk: Desk,
        read_only: bool,
    ) -> None:
        self.path = path
        self.clock = clock
        self.random = random
        self.desk = desk
        self.read_only = read_only
        self._joined = False
        self._conn = conn
        self._meta = dict(conn.execute("SELECT name, value FROM meta"))
        self.event_id = EventId(SubjectId(self._meta["event"]))
        self._rows = RowReader(conn)
        self.read = Reader(conn, self.event_id, self._rows)
        self._tables = Tables(conn, conn, self.event_id, self._rows)
        self._ledger = Ledger(conn, self._tables, random)
        self._watchers: list[Callable[[Change], None]] = []
        self._waiting = 0
        self.to_scrub = False
        """Whether traces of somebody erased may still be in the log."""
        self._seen_version = self._data_version()

    # -- making, opening, closing

    @classmethod
    def create(
        cls,
        path: Path,
        fields: dict[str, str],
        clock: Clock,
        desk: Desk,
        random: Random = secrets.token_bytes,
    ) -> Self:
        """A new event file with one check-in list; `fields` as in EVENT_FIELDS.

        Raises:
            EventExists: something of that name is there already.
            FileNotWritable: it can't be made there.
        """
        event_id = uuid7(clock.now().ms, random)
        with opening.fresh_file(path) as draft:
            opening.make(draft, event_id, random(32))
            conn = opening.open_checked(draft)[0]
            event = cls(draft, conn, clock, random, desk, read_only=False)
            with event.write() as write:
                write.append(Draft(Kind.EVENT_SET, event.event_id, {"fields": fields}))
                first = event.new_id()
                write.append(Draft(Kind.LIST_SET, first, {"name": MAIN, "rules": {}}))
            event.close()
        return cls.open(path, clock, desk, random)

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock,
        desk: Desk,
        random: Random = secrets.token_bytes,
    ) -> Self:
        """Opens an event file after checking that it is one, whole, and ours.

        Raises:
            FileNotThere, FileNotReadable, NotAnEvent, DamagedEvent, NewerEventFile,
            TamperedEvent, OldReadOnlyEvent: see there. Read-only media open for
            reading.
        """
        with translated(path):
            conn, read_only = opening.open_checked(path)
            try:
                event = cls(path, conn, clock, random, desk, read_only)
                event._rebuild_if_folded_otherwise()
            except BaseException:
                conn.close()
                raise
        return event

    @property
    def place(self) -> Place:
        """For `join`, on any thread."""
        return Place(self.path, self.clock, self.desk, self.random, self.read_only)

    @classmethod
    def join(cls, place: Place, *, small: bool = False) -> Self:
        """The open event once more, for the thread that calls this: at once.

        It was checked and brought up to date when it was opened. Opening it a second
        time would take long, and would take the locks from the first: the system
        drops those of a whole process when the file is read past SQLite and closed.
        `small` keeps little in memory: for looking at some rows at a time.

        Raises:
            FileNotThere, NotAnEvent, FileNotReadable, DriveGone: see there.
        """
        with translated(place.path):
            cache_kb = SMALL_KB if small else ROOMY_KB
            conn = opening.open_again(place.path, place.read_only, cache_kb)
            try:
                event = cls(
                    place.path, conn, place.clock, place.random, place.desk,
                    place.read_only,
                )  # fmt: skip
            except BaseException:
                conn.close()
                raise
        event._joined = True
        return event

    def close(self) -> None:
        """Folds the write-ahead log in and lets the file go.

        Where there is no room for that the log stays beside the file; with it, all
        that was answered. One that joined leaves it to the first, if it is short.
        """
        try:
            if not self.read_only:
                with suppress(DiskFull, EventBusy):
                    self.checkpoint(force=not self._joined)
        finally:
            self._conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- writing

    @contextmanager
    def write(self, act: ActId | None = None) -> Iterator[Writing]:
        """One transaction: all of it is on the disk afterwards, or nothing.

        Reads inside it see no other writer. Subscribers hear of it after the commit.

        Raises:
            ReadOnlyEvent, EventBusy, DiskFull, DriveGone: nothing was written.
        """
        if self.read_only:
            raise ReadOnlyEvent(file=self.path.name)
        writing = Writing(self._ledger, self.desk, self.clock, act)
        with translated(self.path):
            self._conn.execute("BEGIN IMMEDIATE")
            self._rows.remember()
            try:
                yield writing
                self._conn.execute("COMMIT")
            except BaseException:
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")
                raise
            finally:
                self._rows.forget()
        self._waiting += len(writing.entries)
        if any(e.kind == Kind.ATTENDEE_ERASED for e in writing.entries):
            self.to_scrub = True
            self.scrub()
        if writing.entries:
            self._tell(Change(tuple(writing.entries)))

    def undo(self, target: bytes, reason: str = "") -> Entry:
        """Undoes an entry or an act by its id; undoing that undo brings it back."""
        data = {"target": target.hex()} | ({"reason": reason} if reason else {})
        with self.write() as write:
            return write.append(Draft(Kind.UNDO_MADE, self.event_id, data))[0]

    def new_id(self) -> SubjectId:
        """A fresh id for an attendee, a list or a source."""
        return SubjectId(uuid7(self.clock.now().ms, self.random))

    def new_act(self) -> ActId:
        """A fresh id for an action of the user that writes several entries."""
        return ActId(self.new_id())

    def new_code(self) -> str:
        """A fresh badge code of this event."""
        return self.codes.make(self.random)

    @cached_property
    def codes(self) -> BadgeCodes:
        """Makes and recognises this event's badge codes."""
        return BadgeCodes.of(self.event_id, self._meta["secret"])

    def sub_key(self, label: bytes) -> bytes:
        """A key for another use of the event's secret, which itself stays here."""
        return sub_key(self._meta["secret"], label)

    # -- asking; the rest is in `read`

    def search(self, text: str, limit: int = 50) -> list[AttendeeId]:
        """Attendees by the beginnings of words of name, organisation or e-mail."""
        return search.search(self._conn, text, limit)

    def similar(self, text: str, limit: int = 5) -> list[AttendeeId]:
        """Whom somebody who mistyped a name may have meant."""
        return search.similar(self._conn, text, limit)

    def same_name(self, name: str) -> list[AttendeeId]:
        """All who are called exactly this, whatever the case, marks and order."""
        return search.same_name(self._conn, name)

    # -- watching

    def subscribe(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `watcher` after each commit; returns what ends the subscription."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def poll(self) -> bool:
        """Tells subscribers if another process has written since the last poll."""
        version = self._data_version()
        if version == self._seen_version:
            return False
        self._seen_version = version
        self._tell(Change((), from_elsewhere=True))
        return True

    def _tell(self, change: Change) -> None:
        for watcher in list(self._watchers):
            watcher(change)

    def _data_version(self) -> int:
        return int(self._conn.execute("PRAGMA data_version").fetchone()[0])

    # -- keeping the file

    def checkpoint(self, force: bool = False) -> None:
        """Moves the write-ahead log into the file; call it between scans.

        Without `force` only once much was written since the last time. One process
        at a time does this; where another holds the lock it is left to that one.
        """
        self.scrub()
        if force or self._waiting >= _CHECKPOINT_AFTER:
            self._waiting = 0
            with translated(self.path), opening.checkpointing(self.path) as mine:
                if mine:
                    self._conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def scrub(self) -> bool:
        """Takes the last traces of the erased out of file and log; True once done.

        While another window reads, its view of the past can't be taken from it; then
        `to_scrub` stays set, and closing or a later checkpoint tries again.
        """
        if self.to_scrub and not self.read_only:
            with suppress(sqlite3.OperationalError):
                self.to_scrub = not self._scrub()
        return not self.to_scrub

    def _scrub(self) -> bool:
        self._conn.execute("PRAGMA busy_timeout = 200")
        try:
            with opening.checkpointing(self.path) as mine:
                self._conn.execute("INSERT INTO search (search) VALUES ('optimize')")
                if not mine:
                    return False
                pragma = "PRAGMA wal_checkpoint(TRUNCATE)"
                (busy, *_frames) = self._conn.execute(pragma).fetchone()
                return not busy
        finally:
            self._conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    def save_copy(self, target: Path) -> None:
        """A whole copy at `target`, though the event stays open here.

        Raises:
            EventExists, FileNotWritable, DiskFull: nothing was left behind.
        """
        with opening.fresh_file(target) as draft, translated(self.path):
            self._conn.execute("VACUUM INTO ?", (str(draft),))

    def rebuild(self) -> None:
        """Throws the folded tables away and folds the whole ledger again."""
        from sqlite_utils import Database

        from checkin.store.rebuilding import rebuild_in_place

        with translated(self.path):
            rebuild_in_place(Database(self._conn), self._tables)

    def _rebuild_if_folded_otherwise(self) -> None:
        if opening.needs_rebuild(self._conn):
            if self.read_only:
                raise OldReadOnlyEvent(file=self.path.name)
            self.rebuild()

    def check(self) -> list[str]:
        """What differs between the tables and a fold of the ledger, in words."""
        from checkin.store.checking import check

        with translated(self.path):
            return check(self._conn, self.event_id)

    def unknown_kinds(self) -> dict[str, int]:
        """Entries of kinds that a newer version wrote: kept, passed on, not used."""
        from checkin.model.kinds import KINDS

        sql = "SELECT kind, count(*) FROM entries GROUP BY kind"
        return {k: n for k, n in self._conn.execute(sql) if k not in KINDS}

    def entries(self) -> Iterator[Entry]:
        """The whole ledger in its order; for other desks and for tests."""
        from checkin.store.rows import entries_where

        return entries_where(self._conn, "1")

    def main_list(self) -> ListId:
        """The list that the event began with."""
        return self.read.lists()[0].id
