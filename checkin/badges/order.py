"""In what order badges come onto the sheets: as they are sorted into the trays."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from checkin.model.attendee import Attendee
from checkin.model.names import fold


class Order(StrEnum):
    """What decides; people of one rank are by first name."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORGANISATION = "organisation"
    """By the alphabet, those without one last."""
    TICKET_TYPE = "ticket_type"
    """The same."""


_Key = tuple[bool, str]


def in_order(guests: Iterable[Attendee], order: Order) -> list[Attendee]:
    """The guests as their badges are printed."""
    key = _KEYS[order]
    return sorted(guests, key=lambda guest: (key(guest), *_by_first_name(guest)))


def _by_first_name(guest: Attendee) -> tuple[str, str, bytes]:
    return fold(guest.called), fold(guest.name), guest.id


def _of(text: str) -> _Key:
    folded = fold(text)
    return not folded, folded


_KEYS: dict[Order, Callable[[Attendee], _Key]] = {
    Order.FIRST_NAME: lambda guest: _of(guest.called),
    Order.LAST_NAME: lambda guest: _of(guest.details.last_name or guest.name),
    Order.ORGANISATION: lambda guest: _of(guest.details.company),
    Order.TICKET_TYPE: lambda guest: _of(guest.details.ticket_type),
}
