"""An open event as the window sees it: reads here, writes and long work elsewhere."""

import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.model.clock import Clock
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _
from checkin.model.ids import Random
from checkin.model.progress import Cancelled, Progress
from checkin.store.errors import DriveGone, translated
from checkin.store.eventfile import Change, EventFile, Place
from checkin.store.ledger import Desk
from checkin.ui.lanes import Job, Lane, Order, Poster
from checkin.ui.tasks import Task, Work

_POLL_MS = 1000
_SETTLE_S = 3.0
"""So long the window may stand still to hear how writing went, before it closes."""
_GONE = N_("there is no such file any more")

Told = Callable[[Any], object]
Failed = Callable[[Exception], object]


@dataclass(frozen=True, slots=True)
class Opening:
    """What is needed to open an event."""

    path: Path
    clock: Clock
    desk: Desk
    random: Random = secrets.token_bytes


class Session(QObject):
    """One event, open in this window.

    `file` belongs to the window's thread and is for reading, a few milliseconds at a
    time. Whatever writes goes to `write`, one after the other on a thread of its own;
    what takes long to read to `ask`; what takes seconds to `run`.
    """

    changed = Signal(object)
    """A Change: something was committed, here or by another process."""
    lost = Signal(object)
    """A CheckinError: the file is not there any more."""
    found = Signal()
    """The file that was lost is there again."""
    worked = Signal()
    """Long work has ended, in whichever way."""

    def __init__(
        self,
        event: EventFile,
        writer: Lane,
        poster: Poster,
        failed: Failed,
    ) -> None:
        super().__init__()
        self.file = event
        self.path = event.path
        self.clock = event.clock
        self._poster, self._writer, self._failed = poster, writer, failed
        self._file = _identity(self.path)
        self._is_lost = False
        self._reader = Lane("reader", self._look, poster, failed)
        self._asked: dict[str, Order] = {}
        self._tasks: list[Task] = []
        writer.do(self._watch, _nothing, failed)
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @classmethod
    def open(
        cls,
        opening: Opening,
        opened: Callable[["Session"], object],
        failed: Failed,
        create: dict[str, str] | None = None,
    ) -> Callable[[], None]:
        """Opens an event off the window's thread; one of the two is called.

        `create` makes the file first: fields as in EVENT_FIELDS. `failed` also hears
        of jobs that nobody else hears of, later on. What it returns gives the opening
        up, before one of the two was called: neither is, and the file is let go.
        """
        poster = Poster()

        def first() -> EventFile:
            if create is not None:
                return EventFile.create(
                    opening.path, create, opening.clock, opening.desk, opening.random
                )
            return EventFile.open(
                opening.path, opening.clock, opening.desk, opening.random
            )

        def ready(place: Place) -> None:
            try:
                event = EventFile.join(place, small=True)
            except Exception as error:  # noqa: BLE001 - told like all other reasons
                writer.close()
                failed(error)
            else:
                opened(cls(event, writer, poster, failed))

        writer = Lane("writer", first, poster, failed)
        writer.do(lambda event: event.place, ready, failed)

        def give_up() -> None:
            poster.hush()
            writer.close()

        return give_up

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: no door, no import."""
        return self.file.read_only

    # -- jobs

    def write(self, job: Job, done: Told, failed: Failed | None = None) -> Order:
        """Does what writes, after what was asked before; `done` gets its result.

        Where `failed` is not given, the window tells of it.
        """
        return self._writer.do(self._if_there(job), done, failed or self._failed)

    def ask(self, about: str, job: Job, done: Told) -> None:
        """Reads what takes longer; only the newest question about a thing counts."""
        if older := self._asked.get(about):
            older.cancel()
        self._asked[about] = self._reader.do(job, done, self._failed)

    def run(self, work: Work, *, writes: bool = False) -> Task:
        """A task that has not begun; connect to its signals, then `start` it.

        `writes`: it fails if the file was taken away meanwhile. What only reads keeps
        little of it in memory.
        """
        opening = self._join if writes else self._look
        job = self._work_if_there(work) if writes else work
        task = Task(opening, job, self._poster, writes=writes)
        self._tasks.append(task)
        task.ended.connect(self._forget_ended)
        task.ended.connect(self.look)
        return task

    def _forget_ended(self) -> None:
        self._tasks = [task for task in self._tasks if task.running]
        self.worked.emit()

    def _if_there(self, job: Job) -> Job:
        """Writing to a file that was taken away would seem to work, and be lost."""

        def checked(event: EventFile) -> Any:
            self._insist()
            result = job(event)
            self._insist()
            return result

        return checked

    def _work_if_there(self, work: Work) -> Work:
        def checked(event: EventFile, progress: Progress, cancelled: Cancelled) -> Any:
            return self._if_there(lambda own: work(own, progress, cancelled))(event)

        return checked

    def _insist(self) -> None:
        if _identity(self.path) != self._file:
            raise DriveGone(file=self.path.name, reason=_(_GONE))

    def _join(self) -> EventFile:
        return EventFile.join(self.file.place)

    def _look(self) -> EventFile:
        return EventFile.join(self.file.place, small=True)

    # -- watching

    def _watch(self, event: EventFile) -> None:
        event.subscribe(lambda change: self._poster.post(lambda: self._own(change)))

    def _own(self, change: Change) -> None:
        """What this window wrote; that the file has changed is no news then."""
        with translated(self.path):
            self.file.poll()
        self.changed.emit(change)

    def look(self) -> None:
        """Whether the file is there, and whether another process has written."""
        there = _identity(self.path) == self._file
        if there == self._is_lost:
            self._is_lost = not there
            if there:
                self.found.emit()
            else:
                self.lost.emit(DriveGone(file=self.path.name, reason=_(_GONE)))
        if there:
            with translated(self.path):
                fresh = self.file.poll()
            if fresh:
                self.changed.emit(Change((), from_elsewhere=True))

    # -- closing

    @property
    def at_work(self) -> bool:
        """Whether long work that writes goes on; closing would stop it."""
        return any(task.writes and task.running for task in self._tasks)

    def stop_work(self) -> None:
        """Stops it, and waits until it has written nothing."""
        for task in self._tasks:
            if task.writes:
                task.cancel()
                task.wait()
        self._poster.deliver(0)

    def settle(self) -> None:
        """Waits until what is being written is, and whoever asked has heard of it.

        Not for ever: another process may hold the file.
        """
        until = time.monotonic() + _SETTLE_S
        while self._writer.unanswered and (left := until - time.monotonic()) > 0:
            self._poster.deliver(left)

    def close(self) -> None:
        """Stops long work, finishes what is being written, and lets the file go."""
        self._timer.stop()
        self._poster.hush()
        for task in list(self._tasks):
            task.cancel()
            task.wait()
        self._reader.close()
        with suppress(CheckinError):  # nothing is in it that is not on the disk
            self.file.close()
        self._writer.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is; another one of the same name is another."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
