"""Printers and print jobs for the window: asked on threads, told by signals."""

import threading
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from checkin.badges.printers import (
    Printer,
    PrintJob,
    PrintOptions,
    PrintQueue,
    PrintSystem,
    State,
)
from checkin.model.errors import CheckinError
from checkin.ui.lanes import aside

_LOOK_MS = 1000
"""Between two looks at jobs that are on their way."""
_TELLS = frozenset({State.NEEDS_HELP, State.FAILED})


class PrintJobs(QObject):
    """The print queue of a window. Nothing here waits for a printer."""

    printers_found = Signal()
    """`printers` and `problem` are fresh."""
    changed = Signal()
    """Some job stands otherwise than before, or is new, or was put out of sight."""
    troubled = Signal(object)
    """A PrintJob that needs somebody since now."""
    failed = Signal(object)
    """A PDF could not be taken: a CheckinError."""

    def __init__(self, system: PrintSystem, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._queue = PrintQueue(system)
        self.printers: tuple[Printer, ...] = ()
        self.problem: CheckinError | None = None
        """Why the printers could not be asked for."""
        self._asking = self._ticking = self._again = self._closed = False
        self._seen: dict[int, PrintJob] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def jobs(self) -> tuple[PrintJob, ...]:
        """As they stood at the last look, the oldest first."""
        return tuple(self._seen.values())

    def printer(self, name: str) -> Printer | None:
        """The one of that name, if it is there."""
        return next((one for one in self.printers if one.name == name), None)

    # -- what can be wanted

    def find_printers(self) -> None:
        """Asks which there are; `printers_found` comes, soon or late."""
        if not self._asking:
            self._asking = True
            aside(self._system.printers, self._found, self._not_found)

    def draft(self) -> Path:
        """Where a PDF can be made that is only for a printer: private, never kept.

        Raises:
            DiskFull, FileNotWritable: there is no room for it.
        """
        return self._queue.draft()

    def send(
        self,
        pdf: Path,
        printer: Printer,
        options: PrintOptions,
        *,
        title: str,
        act: bytes | None = None,
    ) -> None:
        """Takes a copy of the PDF and prints it; a `draft` is taken itself.

        `title` says what it is (43 badges); `act` undoes the note that they are
        printed.
        """

        def take() -> None:
            self._queue.add(pdf, printer, options, title=title, act=act)

        aside(take, lambda _nothing: self._tick(), self._not_taken)

    def retry(self, number: int, first_page: int = 1) -> None:
        """Begins it anew, from a page of the PDF on."""
        self._queue.retry(number, first_page)
        self._tick()

    def cancel(self, number: int) -> None:
        """Takes it back."""
        self._queue.cancel(number)
        self._tick()

    def forget(self, number: int) -> None:
        """Puts one that has ended out of sight."""
        self._queue.forget(number)
        self._tell()

    def close(self) -> None:
        """What was taken is still handed over; then all that is spooled is deleted.

        A thread of its own does it: the window need not wait for the print system.
        """
        self._closed = True
        self._timer.stop()
        threading.Thread(target=self._queue.close, name="print jobs").start()

    # -- the work

    def _tick(self) -> None:
        if self._closed or not shiboken6.isValid(self):
            return
        if self._ticking:
            self._again = True
            return
        self._ticking = True
        self._timer.stop()
        aside(self._queue.tick, self._ticked, self._ticked_badly)
        self._tell()

    def _ticked(self, busy: bool) -> None:
        if self._closed or not shiboken6.isValid(self):
            return
        self._ticking = False
        self._tell()
        if self._again:
            self._again = False
            self._tick()
        elif busy:
            self._timer.start()

    def _ticked_badly(self, error: Exception) -> None:
        if shiboken6.isValid(self):
            self._ticking = False
        raise error

    def _tell(self) -> None:
        before, now = self._seen, {job.number: job for job in self._queue.jobs}
        if now == before:
            return
        self._seen = now
        self.changed.emit()
        for number, job in now.items():
            older = before.get(number)
            if job.state in _TELLS and (older is None or older.state != job.state):
                self.troubled.emit(job)

    # -- answers

    def _found(self, printers: tuple[Printer, ...]) -> None:
        self._tell_printers(tuple(printers), None)

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            raise error
        self._tell_printers((), error)

    def _tell_printers(
        self, printers: tuple[Printer, ...], problem: CheckinError | None
    ) -> None:
        if shiboken6.isValid(self):
            self._asking = False
            self.printers, self.problem = printers, problem
            self.printers_found.emit()

    def _not_taken(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            raise error
        if shiboken6.isValid(self):
            self.failed.emit(error)
