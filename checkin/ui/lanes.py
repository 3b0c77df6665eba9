"""Threads that each own a connection to the event, and the way back to the window.

A job runs on a lane with that lane's EventFile; what it gives comes back as a call on
the thread of the window. sqlite3 wants a connection to stay with its thread.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from checkin.store.eventfile import EventFile

_IDLE_S = 2.0
"""So long without a job, and the lane tidies up."""

Job = Callable[[EventFile], Any]


class Poster(QObject):
    """Runs calls on the thread that it was made on, in the order they were posted."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hushed = False
        self._came = threading.Event()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], object]) -> None:
        """From any thread."""
        self._posted.emit(call)
        self._came.set()

    def deliver(self, patience_s: float) -> None:
        """Makes the calls that have come, here and now; waits for one if none has."""
        self._came.wait(patience_s)
        self._came.clear()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def hush(self) -> None:
        """Whoever waited for these calls is gone: none is made any more."""
        self._hushed = True

    @Slot(object)
    def _run(self, call: Callable[[], object]) -> None:
        if not self._hushed:
            call()


@dataclass(eq=False, slots=True)
class Order:
    """A job on its way; `cancel` before it began, and nothing of it is heard."""

    job: Job
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    dropped: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Neither `done` nor `failed` will be called."""
        self.dropped.set()


class Lane:
    """One thread and its EventFile; jobs are done one after the other."""

    def __init__(
        self,
        name: str,
        opening: Callable[[], EventFile],
        poster: Poster,
        failed: Callable[[Exception], object],
    ) -> None:
        self._opening = opening
        self._poster = poster
        self._failed_to_open = failed
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self.unanswered = 0
        """Jobs whose end nobody has heard of; for the window's thread only."""
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def do(
        self,
        job: Job,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> Order:
        """Puts a job in the queue; one of the two is called on the window's thread."""
        order = Order(job, done, failed)
        self.unanswered += 1
        self._orders.put(order)
        return order

    def close(self) -> None:
        """Does what is waiting, closes the connection and ends the thread."""
        self._orders.put(None)
        self._thread.join()

    def _work(self) -> None:
        try:
            event = self._opening()
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            failure = error
            self._poster.post(lambda: self._failed_to_open(failure))
            return
        with event:
            while order := self._next(event):
                self._fill(order, event)
                if self._orders.empty():
                    tidy_up(event)

    def _next(self, event: EventFile) -> Order | None:
        while True:
            try:
                return self._orders.get(timeout=_IDLE_S)
            except Empty:
                tidy_up(event)

    def _fill(self, order: Order, event: EventFile) -> None:
        if order.dropped.is_set():
            self._answer(order, _nothing)
            return
        try:
            result = order.job(event)
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            failure = error
            self._answer(order, lambda: order.failed(failure))
        else:
            self._answer(order, lambda: order.done(result))

    def _answer(self, order: Order, call: Callable[[], object]) -> None:
        def unless_dropped() -> None:
            self.unanswered -= 1
            if not order.dropped.is_set():
                call()

        self._poster.post(unless_dropped)


def _nothing() -> None:
    """It was dropped before it began."""


def tidy_up(event: EventFile) -> None:
    """Folds a long log in between two scans; what can't be now can be later."""
    from checkin.model.errors import CheckinError

    try:
        if not event.read_only:
            event.checkpoint()
    except CheckinError:
        return


def aside(
    job: Callable[[], Any],
    done: Callable[[Any], object],
    failed: Callable[[Exception], object],
) -> None:
    """Does something without an open event on a thread of its own."""
    poster = Poster()

    def answer(call: Callable[[], object]) -> None:
        def and_let_go() -> None:  # the poster lives as long as its call is on its way
            call()
            poster.deleteLater()

        poster.post(and_let_go)

    def work() -> None:
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            failure = error
            answer(lambda: failed(failure))
        else:
            answer(lambda: done(result))

    threading.Thread(target=work, name="aside", daemon=True).start()
