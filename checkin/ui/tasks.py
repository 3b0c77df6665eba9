"""Long work off the window's thread, with progress and a way to stop it."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.model.progress import Cancelled, Progress, WasCancelled
from checkin.store.eventfile import EventFile
from checkin.ui.lanes import Poster

Work = Callable[[EventFile, Progress, Cancelled], Any]
"""Gets an EventFile of its own; tells how far it is; WasCancelled ends it."""

_LOOK_MS = 50
"""Between two looks at how far it is: a signal for each row would drown the window."""


class Task(QObject):
    """One long piece of work. Exactly one of `done`, `failed`, `stopped` comes."""

    progressed = Signal(int, int)
    """(done, of how many); 0 for the second: not known yet."""
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(
        self,
        opening: Callable[[], EventFile],
        work: Work,
        poster: Poster,
        *,
        writes: bool = False,
    ) -> None:
        super().__init__()
        self.writes = writes
        self._opening, self._work, self._poster = opening, work, poster
        self._stop = threading.Event()
        self._far = (0, 0)
        self._told = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._tell)
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)

    def start(self) -> None:
        """Begins; connect to the signals before."""
        self._timer.start()
        self._thread.start()

    def cancel(self) -> None:
        """Asks it to stop; `stopped` comes once it has, with nothing written."""
        self._stop.set()

    @property
    def running(self) -> bool:
        """Whether none of the three has come yet."""
        return self._timer.isActive()

    def wait(self) -> None:
        """Until the thread has ended; for closing the window."""
        if self._thread.is_alive():
            self._thread.join()

    def _progress(self, done: int, total: int) -> None:
        self._far = (done, total)

    def _tell(self) -> None:
        if self._far != self._told:
            self._told = self._far
            self.progressed.emit(*self._far)

    def _run(self) -> None:
        try:
            with self._opening() as event:
                result = self._work(event, self._progress, self._stop.is_set)
        except WasCancelled:
            self._poster.post(self._stopped)
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            failure = error
            self._poster.post(lambda: self._failed(failure))
        else:
            self._poster.post(lambda: self._done(result))

    def _stopped(self) -> None:
        self._end()
        self.stopped.emit()
        self.ended.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)
        self.ended.emit()

    def _done(self, result: Any) -> None:
        self._end()
        self.done.emit(result)
        self.ended.emit()

    def _end(self) -> None:
        self._tell()
        self._timer.stop()
        self._thread.join()
