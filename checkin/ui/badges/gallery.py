"""Draws a badge in every design, one after the other: the sheet need not wait."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from checkin.badges import BadgeText, Design, Pictures, Stock
from checkin.model.errors import CheckinError
from checkin.store.eventfile import EventFile
from checkin.ui.badges.people import example
from checkin.ui.badges.pictures import BadgePicture, badge_picture
from checkin.ui.badges.wish import Wish
from checkin.ui.session import Session

_ABOUT = "badges.designs"
_Example = tuple[BadgeText, Pictures | None]
"""What stands on it, and the photos and the logo."""


class Drawer(QObject):
    """What was asked last counts; the designs come one by one."""

    drawn = Signal(object)
    """A BadgePicture."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def draw(self, wish: Wish, designs: Sequence[Design], width: int) -> None:
        """A badge of this event in each of them, `width` pixels wide."""

        def begin(event: EventFile) -> _Example:
            return example(event, designs), _pictures(wish)

        def found(what: _Example) -> None:
            self._next(what, wish.stock, list(designs), width)

        self._session.ask(_ABOUT, begin, found)

    def _next(
        self, what: _Example, stock: Stock, left: list[Design], width: int
    ) -> None:
        if not left:
            return
        text, pictures = what

        def job(event: EventFile) -> BadgePicture:
            return badge_picture(event, text, stock, left[0], width, pictures)

        def done(found: BadgePicture) -> None:
            self.drawn.emit(found)
            self._next(what, stock, left[1:], width)

        self._session.ask(_ABOUT, job, done)


def _pictures(wish: Wish) -> Pictures | None:
    """Whatever there is, for designs that are not chosen too."""
    try:
        return Pictures(wish.logo, wish.photos)
    except CheckinError:  # told where the sheet is
        return None
