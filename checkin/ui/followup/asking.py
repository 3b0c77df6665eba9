"""What the page shows, asked off the window's thread and not too often."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from checkin.followup.arrivals import Histogram, histogram
from checkin.followup.mailing import first_rows, survey
from checkin.followup.statistics import Rate, Stats, rates, stats
from checkin.model.progress import Cancelled, WasCancelled
from checkin.store.arrivals import arrivals
from checkin.store.eventfile import EventFile
from checkin.ui.followup.lists import FollowUpList
from checkin.ui.session import Session

_LEAST_MS = 1000
"""From one look at everything to the next, however fast the door is."""
_ROWS = 6


@dataclass(frozen=True, slots=True)
class Overview:
    """What the charts show."""

    stats: Stats
    rates: Sequence[Rate]
    histogram: Histogram


def overview_of(event: EventFile) -> Overview:
    """The charts of this moment."""
    numbers, came = stats(event), arrivals(event.read)
    return Overview(numbers, rates(numbers, came), histogram(came.minutes))


class Asking(QObject):
    """Asks for the charts, the counts and the first rows; the newest answers count."""

    overview = Signal(object)
    """An Overview."""
    surveyed = Signal(object)
    """A Survey for each audience, by name."""
    rows = Signal(object)
    """The first people in the file of the list that was asked for last."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: FollowUpList | None = None
        self._stop = threading.Event()
        self._busy = self._again = False
        self._took = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy or self._again

    def soon(self) -> None:
        """Looks at everything: at once if it can be, else when it is time again."""
        if self._busy or self._rest.isActive():
            self._again = True
        else:
            self._look()

    def show_rows_of(self, shown: FollowUpList) -> None:
        """These rows from now on; they don't wait for a long count."""
        self._shown = shown
        if self._busy:
            self._look()
        else:
            self._ask_rows()

    def pause(self) -> bool:
        """Nobody looks any more; True if an answer was still to come."""
        waiting = self.busy
        self._stop.set()
        self._rest.stop()
        self._busy = self._again = False
        return waiting

    def _look(self) -> None:
        self._stop.set()
        self._stop = threading.Event()
        self._busy, self._again = True, False
        self._took.start()
        self._ask("overview", lambda event, _stop: overview_of(event), self.overview)
        self._ask_rows()
        self._ask("survey", survey, self.surveyed)
        # the reader works in turn: this is answered after the others, however they end
        stop = self._stop
        self._session.ask(
            "follow_up.end", lambda _event: None, lambda _r: self._ended(stop)
        )

    def _ask_rows(self) -> None:
        shown = self._shown
        if shown is None:
            return

        def few(event: EventFile, stop: Cancelled) -> Any:
            return first_rows(event, shown.audience, shown.mailing, _ROWS, stop)

        self._ask("rows", few, self.rows)

    def _ask(
        self, about: str, job: Callable[[EventFile, Cancelled], Any], told: Any
    ) -> None:
        stop = self._stop

        def asked(event: EventFile) -> Any:
            try:
                return job(event, stop.is_set)
            except WasCancelled:
                return None

        def answered(result: Any) -> None:
            if result is not None and not stop.is_set():
                told.emit(result)

        self._session.ask(f"follow_up.{about}", asked, answered)

    def _ended(self, stop: threading.Event) -> None:
        """What takes long is not asked all the time: the reader has others to serve."""
        if not stop.is_set():
            took = self._took.elapsed()
            self._busy = False
            self._rest.start(max(_LEAST_MS - took, took))

    def _rested(self) -> None:
        if self._again:
            self._look()
