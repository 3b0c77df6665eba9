"""What was chosen the last time on this computer: sheets stay in the printer."""

from enum import StrEnum
from typing import TypeVar

from checkin.badges import Order
from checkin.badges.sheeting import Duplex, Fill, Marks
from checkin.model.ids import EventId
from checkin.settings import Settings
from checkin.ui.badges.wish import Wish
from checkin.ui.kept_looks import KeptLooks, keep_looks, kept_looks
from checkin.ui.printing import DESIGN, STOCK, kept_stock

_ORDER, _VERIFY = "badges.order", "badges.verify"
_FILL, _DUPLEX, _MARKS = "badges.fill", "badges.duplex", "badges.marks"
_ON, _OFF = "on", "off"
_Choice = TypeVar("_Choice", bound=StrEnum)


def remembered(settings: Settings, event: EventId) -> Wish:
    """What to begin with."""
    kept = kept_looks(settings, event)
    return Wish(
        stock=kept_stock(settings),
        design=kept.usual,
        by_ticket=kept.by_ticket,
        logo=kept.logo,
        photos=kept.photos,
        order=_one_of(Order, settings.kept(_ORDER), Order.FIRST_NAME),
        fill=_one_of(Fill, settings.kept(_FILL), Fill.ROWS),
        duplex=_one_of(Duplex, settings.kept(_DUPLEX), Duplex.LONG_EDGE),
        marks=_one_of(Marks, settings.kept(_MARKS), Marks.NONE),
        verify=settings.kept(_VERIFY) != _OFF,
    )


def keep(settings: Settings, event: EventId, wish: Wish) -> None:
    """For the next time."""
    settings.keep(STOCK, wish.stock.part)
    settings.keep(DESIGN, wish.design.name)
    settings.keep(_ORDER, wish.order.value)
    settings.keep(_FILL, wish.fill.value)
    settings.keep(_DUPLEX, wish.duplex.value)
    settings.keep(_MARKS, wish.marks.value)
    settings.keep(_VERIFY, _ON if wish.verify else _OFF)
    looks = KeptLooks(wish.design, wish.by_ticket, wish.logo, wish.photos)
    keep_looks(settings, event, looks)


def _one_of(known: type[_Choice], word: str, usual: _Choice) -> _Choice:
    """What was kept; the usual one if this version doesn't know it."""
    return known(word) if word in set(known) else usual
