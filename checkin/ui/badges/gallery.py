"""Draws a badge in every design, one after the other: the sheet need not wait."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from checkin.badges import BadgeText, Design, Stock
from checkin.store.eventfile import EventFile
from checkin.ui.badges.people import example
from checkin.ui.badges.pictures import BadgePicture, badge_picture
from checkin.ui.session import Session

_ABOUT = "badges.designs"


class Drawer(QObject):
    """What was asked last counts; the designs come one by one."""

    drawn = Signal(object)
    """A BadgePicture."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def draw(self, stock: Stock, designs: Sequence[Design], width: int) -> None:
        """A badge of this event in each of them, `width` pixels wide."""

        def found(text: BadgeText) -> None:
            self._next(text, stock, list(designs), width)

        self._session.ask(_ABOUT, example, found)

    def _next(
        self, text: BadgeText, stock: Stock, left: list[Design], width: int
    ) -> None:
        if not left:
            return
        one = left[0]

        def job(event: EventFile) -> BadgePicture:
            return badge_picture(event, text, stock, one, width)

        def done(found: BadgePicture) -> None:
            self.drawn.emit(found)
            self._next(text, stock, left[1:], width)

        self._session.ask(_ABOUT, job, done)
