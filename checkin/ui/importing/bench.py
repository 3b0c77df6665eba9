"""Where a list lies while somebody looks at it: read, planned and imported by tasks.

A list of 100,000 rows is millions of small values. They stay with the tasks: the window
holds none of them, and they are let go a few at a time, for letting all of them go at
once would keep every thread waiting.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.importing import apply_plan
from checkin.importing.recalled import Memory
from checkin.model.ids import ActId
from checkin.model.progress import Cancelled, Progress
from checkin.store.eventfile import EventFile
from checkin.ui.importing.held import Held
from checkin.ui.importing.outlook import Outlook, Wish
from checkin.ui.session import Session
from checkin.ui.tasks import Task, Work

_REST_MS = 500
"""Another page is being shown: freeing 100,000 rows meanwhile would make it stutter."""


class Bench(QObject):
    """One job at a time; a new one stops the one before."""

    began = Signal(object)
    """A Task that is about to start: something to watch."""
    seen = Signal(object)
    """An Outlook of the first rows, while the others are still being read."""
    looked = Signal(object)
    """An Outlook."""
    imported = Signal(object)
    """The ActId."""
    saved = Signal(object)
    """(Path, rows): those that are not imported."""
    unsaved = Signal(object)
    """They could not be saved; why."""
    failed = Signal(object)
    stopped = Signal()
    """The user cancelled; nothing was written."""
    _first_rows = Signal(object)
    """The same as `seen`, from the thread that reads."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._held = Held()
        self._task: Task | None = None
        self._number = 0
        """Of the task: what listens to one must not keep it alive."""
        self._next: Callable[[], None] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._let_go)
        self.destroyed.connect(_freeing(self._held))
        self._first_rows.connect(self._show)

    @property
    def busy(self) -> bool:
        """Whether something is being worked out or imported."""
        return self._task is not None

    def read(self, wish: Wish, memory: Memory) -> None:
        """Reads a file and plans its import; `memory` knows columns from elsewhere."""
        held, show = self._held, self._first_rows.emit

        def work(event: EventFile, progress: Progress, cancelled: Cancelled) -> Outlook:
            return held.read(event, wish, memory, show, progress, cancelled)

        self._do(work, self.looked)

    def _show(self, outlook: Outlook) -> None:
        """Unless a newer job waits, whose rows they are not."""
        if self._task is not None and self._next is None:
            self.seen.emit(outlook)

    def plan(self, wish: Wish) -> None:
        """Plans it anew with what the user has said; the file is not read again."""
        held = self._held

        def work(event: EventFile, progress: Progress, cancelled: Cancelled) -> Outlook:
            return held.plan_again(event, wish, progress, cancelled)

        self._do(work, self.looked)

    def apply(self) -> None:
        """Writes the plan."""
        held = self._held

        def work(event: EventFile, progress: Progress, cancelled: Cancelled) -> ActId:
            assert held.plan is not None
            return apply_plan(event, held.plan, progress=progress, cancelled=cancelled)

        self._do(work, self.imported, writes=True)

    def save_rejected(self, path: Path) -> None:
        """Saves the rows that are not imported."""
        held = self._held

        def work(event: EventFile, _progress: Progress, _stop: Cancelled) -> Any:
            return path, held.save_rejected(event, path)

        self._do(work, self.saved, failed=self.unsaved)

    def let_go(self) -> None:
        """The file is not looked at any more; once the window is at rest it goes."""
        self._rest.start()

    def _let_go(self) -> None:
        held = self._held
        self._do(lambda _event, _progress, _cancelled: held.let_go(), None)

    def cancel(self) -> None:
        """`stopped` comes once the job has ended, unless it was too late."""
        if self._task:
            self._next = None
            self._task.cancel()

    # -- one after the other

    def _do(
        self, work: Work, done: Any, writes: bool = False, failed: Any = None
    ) -> None:
        self._rest.stop()
        failed = failed or self.failed

        def start() -> None:
            task = self._session.run(work, writes=writes)
            self._task = task
            self._number = number = self._number + 1
            if done is not None:
                task.done.connect(lambda result: self._tell(done, result))
                task.failed.connect(lambda error: self._tell(failed, error))
                task.stopped.connect(lambda: self._tell(self.stopped))
            task.ended.connect(lambda: self._ended(number))
            if done is not None:
                self.began.emit(task)
            task.start()

        if self._task is None:
            start()
        else:
            self._next = start
            self._task.cancel()

    def _tell(self, signal: Any, *what: object) -> None:
        """Nobody waits for a job that a newer one has stopped."""
        if self._next is None:
            self._task = None
            signal.emit(*what)

    def _ended(self, number: int) -> None:
        if number != self._number:
            return
        self._task = None
        following, self._next = self._next, None
        if following is not None:
            following()


def _freeing(held: Held) -> Callable[[], None]:
    """For when the event is closed: by then no task is at it any more."""

    def free() -> None:
        if held:
            Thread(target=held.let_go, name="freeing", daemon=True).start()

    return free
