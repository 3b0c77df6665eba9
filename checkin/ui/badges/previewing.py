"""Keeps the preview in step with the wish: the sheet at once, what to look at after."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from checkin.badges import Guests, Queue, Remark, badge_texts, look_through
from checkin.model.errors import CheckinError
from checkin.model.progress import Cancelled, Progress
from checkin.store.eventfile import EventFile
from checkin.ui.badges.album import Album, pictures_of
from checkin.ui.badges.people import People
from checkin.ui.badges.pictures import Sheet, drawn, sheet
from checkin.ui.badges.wish import Wish
from checkin.ui.session import Session
from checkin.ui.tasks import Task

_LOOK_AFTER_MS = 250
"""So long without another wish, and all badges are looked through."""
_REDRAW_AFTER_MS = 60


class Previewer(QObject):
    """Makes the sheet that is shown, and looks through all badges; newest wins."""

    sheet_made = Signal(object)
    """A Sheet."""
    redrawn = Signal(object)
    """The same sheet in another size, a QImage."""
    looking = Signal()
    """All badges are being looked through."""
    looked = Signal(object)
    """All Remarks, or the CheckinError that would stop the print."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wish: Wish | None = None
        self._queue = Queue()
        self._task: Task | None = None
        self.pdf = b""
        """Of the sheet that was made last."""
        self._size = QSize()
        self._side = 0
        self._album = Album()
        self._later = self._timer(_LOOK_AFTER_MS, self._look)
        self._redraw = self._timer(_REDRAW_AFTER_MS, self._draw_again)

    def _timer(self, ms: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(do)
        return timer

    def show(
        self, wish: Wish, people: People, number: int, size: QSize, side: int = 0
    ) -> None:
        """Makes that sheet; looks through the badges if others than before."""
        before = self._wish
        same = (
            before is not None
            and _looked_at(before) == _looked_at(wish)
            and self._queue == people.queue
        )
        self._wish, self._queue, self._size = wish, people.queue, size
        self._side = side
        if not people.queue:
            self.stop()
            self.pdf = b""
            return
        if not same:
            self.stop()
            self.looking.emit()
            self._later.start()
        queue, album = people.queue, self._album
        self._session.ask(
            "badges.sheet",
            lambda event: sheet(event, wish, queue, number, size, side, album),
            self._made,
        )

    def resize(self, size: QSize) -> None:
        """The sheet covers so many pixels now."""
        self._size = size
        if self.pdf:
            self._redraw.start()

    def wait(self) -> None:
        """Other people are on their way: they come sooner if nothing else is done."""
        self.stop()
        self._wish = None

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _made(self, made: Sheet) -> None:
        self.pdf = made.pdf
        self.sheet_made.emit(made)
        if made.pdf and made.picture.size() != self._size:
            self._redraw.start()

    def _draw_again(self) -> None:
        pdf, size, side = self.pdf, self._size, self._side
        self._session.ask(
            "badges.redraw", lambda _event: drawn(pdf, size, side), self._drawn
        )

    def _drawn(self, picture: QImage) -> None:
        if picture.size() == self._size:
            self.redrawn.emit(picture)

    # -- looking through all of them

    def _look(self) -> None:
        wish, queue = self._wish, self._queue
        assert wish is not None

        def work(event: EventFile, _progress: Progress, cancelled: Cancelled) -> Any:
            return remarks_of(event, wish, queue, cancelled)

        task = self._session.run(work)
        task.done.connect(lambda found: self._looked(task, found))
        task.failed.connect(lambda error: self._failed(task, error))
        self._task = task
        task.start()

    def _looked(self, task: Task, found: tuple[Remark, ...]) -> None:
        if task is self._task:
            self._task = None
            self.looked.emit(found)

    def _failed(self, task: Task, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            raise error
        if task is self._task:
            self._task = None
            self.looked.emit(error)


def remarks_of(
    event: EventFile, wish: Wish, queue: Queue, cancelled: Cancelled
) -> tuple[Remark, ...]:
    """What there is to look at on all badges; their places are those of fresh sheets.

    Raises:
        What `look_through` does.
    """
    badges = badge_texts(event, Guests(event, queue), wish.looks)
    return look_through(
        badges,
        wish.stock,
        wish.looks,
        pictures=pictures_of(wish),
        cancelled=cancelled,
    )


def _looked_at(wish: Wish) -> object:
    """If any of it is another one, all badges are looked through anew."""
    return wish.stock, wish.looks, wish.logo, wish.photos
