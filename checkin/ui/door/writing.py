"""What the door writes, one after the other: kept and tried again until it is saved."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.model.clock import Clock, Instant
from checkin.model.errors import CheckinError, DiskFull, FileNotReadable
from checkin.store.errors import (
    DamagedEvent,
    DriveGone,
    EventBusy,
    NotAnEvent,
    ReadOnlyEvent,
    WrongClock,
)
from checkin.store.eventfile import EventFile
from checkin.ui.door.paper import Note
from checkin.ui.door.unsaved import Unsaved
from checkin.ui.session import Session

SAVING_AFTER_MS = 300
"""A write that takes longer is said to be going on."""
RETRY_MS = 2000

_OF_THE_FILE = (
    DamagedEvent, DiskFull, DriveGone, EventBusy, FileNotReadable, NotAnEvent,
    ReadOnlyEvent, WrongClock,
)  # fmt: skip

Job = Callable[[EventFile, Instant | None], Any]
"""The second: when it happened, if that is not now."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to write, and who is told of its result."""

    job: Job
    done: Callable[[Any], object]
    about: Callable[[], str]
    """Whom or what it is about, as for a note on paper; asked when it goes wrong."""
    at: Instant
    code: str = ""
    """What was scanned; empty for all else."""
    more: str = ""
    """What was scanned or typed, if it has to be noted in a file."""
    late: bool = False
    """It could not be written when it happened."""

    @property
    def note(self) -> Note:
        """For people to read."""
        return Note(self.at, self.about(), self.more)


class Writings(QObject):
    """In the order in which they happened; never two at once."""

    saving = Signal(bool)
    """Something has been on its way for longer than SAVING_AFTER_MS; or no more."""
    unsaved = Signal(object)
    """An Unsaved: the newest of those that wait."""
    drained = Signal()
    """Nothing is on its way, and nothing waits."""
    recovered = Signal(object)
    """What came of all that could be written only later, oldest first: none waits."""

    def __init__(self, session: Session, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._clock = session, clock
        self._queue: deque[Wanted] = deque()
        self._late: list[Any] = []
        self._busy = False
        self._error: Exception | None = None
        self._news = False
        """Something has come, or was tried by hand, since `unsaved` told of it."""
        self._slow = self._timer(SAVING_AFTER_MS, lambda: self.saving.emit(True))
        self._again = self._timer(RETRY_MS, self.retry)
        session.found.connect(self.retry)

    def _timer(self, ms: int, do: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(ms)
        made.timeout.connect(do)
        return made

    @property
    def waiting(self) -> int:
        """How many are not saved, after it went wrong."""
        return len(self._queue) if self._error else 0

    def awaits(self, code: str) -> bool:
        """Whether a scan of that is not saved so far: once is enough."""
        return any(wanted.code == code for wanted in self._queue if wanted.code)

    @property
    def busy(self) -> bool:
        """Whether anything is not saved so far."""
        return bool(self._queue)

    @property
    def pending(self) -> int:
        """How many would be lost with the event, were it closed now.

        One that is just being written, and fast, is not: closing waits for it.
        """
        one_fast = len(self._queue) == 1 and self._slow.isActive() and not self._error
        return 0 if one_fast else len(self._queue)

    @property
    def notes(self) -> list[Note]:
        """All that is not saved so far, oldest first."""
        return [wanted.note for wanted in self._queue]

    def drop(self) -> None:
        """Nothing of it is tried any more: it is noted elsewhere."""
        self._queue.clear()
        self._again.stop()
        self._error = None

    def want(
        self,
        job: Job,
        done: Callable[[Any], object],
        about: Callable[[], str],
        code: str = "",
        more: str = "",
    ) -> None:
        """Writes it as soon as all before it is written; `done` gets the result."""
        now, late = self._clock.now(), bool(self._error)
        wanted = Wanted(job, done, about, now, code, more, late)
        self._queue.append(wanted)
        self._news = True
        self.retry()

    def retry_now(self) -> None:
        """The same, by hand: it is told of again if it fails again."""
        self._news = True
        self.retry()

    def retry(self) -> None:
        """Tries the oldest one that is not saved; nothing if one is on its way."""
        if self._busy or not self._queue:
            return
        self._again.stop()
        self._busy = True
        self._slow.start()
        head = self._queue[0]
        at = head.at if head.late else None
        self._session.write(
            lambda event: head.job(event, at),
            lambda result: self._done(head, result),
            lambda error: self._failed(head, error),
        )

    def _done(self, head: Wanted, result: Any) -> None:
        self._rest()
        if self._is_dropped(head):
            self.retry()
            return
        self._queue.popleft()
        if head.late:
            self._late.append(result)
        else:
            head.done(result)
        self._go_on()

    def _is_dropped(self, head: Wanted) -> bool:
        """While it was on its way; what has come since is still to be written."""
        return not self._queue or self._queue[0] is not head

    def _failed(self, head: Wanted, error: Exception) -> None:
        self._rest()
        if self._is_dropped(head):
            self.retry()
            return
        if not self._may_pass(error):
            self._give_up(error)
            return
        self._error = error
        self._queue = deque(replace(one, late=True) for one in self._queue)
        newest = self._queue[-1]
        self._again.start()
        if self._news:
            self._news = False
            waiting = len(self._queue)
            self.unsaved.emit(Unsaved(error, newest.about(), newest.at, waiting))

    def _may_pass(self, error: Exception) -> bool:
        """Whether it is the file's trouble: the same may work later."""
        return isinstance(error, _OF_THE_FILE) and not self._session.read_only

    def _give_up(self, error: Exception) -> None:
        """What will never work must not stop those behind it: a bug, or a long text."""
        head = self._queue.popleft()
        self.unsaved.emit(Unsaved(error, head.about(), head.at, 1, again=False))
        self._go_on()
        if not isinstance(error, CheckinError):
            raise error

    def _go_on(self) -> None:
        if self._queue:
            self.retry()
            return
        saved, self._late, self._error = self._late, [], None
        if saved:
            self.recovered.emit(saved)
        self.drained.emit()

    def _rest(self) -> None:
        self._busy = False
        self._slow.stop()
        self.saving.emit(False)
