"""What was chosen the last time on this computer: sheets stay in the printer."""

from checkin.badges import Order
from checkin.settings import Settings
from checkin.ui.badges.wish import Wish
from checkin.ui.printing import DESIGN, STOCK, kept_design, kept_stock

_ORDER, _VERIFY = "badges.order", "badges.verify"
_ON, _OFF = "on", "off"


def remembered(settings: Settings) -> Wish:
    """What to begin with."""
    order = settings.kept(_ORDER)
    return Wish(
        stock=kept_stock(settings),
        design=kept_design(settings),
        order=Order(order) if order in set(Order) else Order.FIRST_NAME,
        verify=settings.kept(_VERIFY) != _OFF,
    )


def keep(settings: Settings, wish: Wish) -> None:
    """For the next time."""
    settings.keep(STOCK, wish.stock.part)
    settings.keep(DESIGN, wish.design.name)
    settings.keep(_ORDER, wish.order.value)
    settings.keep(_VERIFY, _ON if wish.verify else _OFF)
