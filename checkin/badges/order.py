"""In what order badges come onto the sheets: as they are sorted into the trays."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from checkin.model.ids import AttendeeId
from checkin.model.names import fold, full_name


class Order(StrEnum):
    """What decides; people of one rank are by first name."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORGANISATION = "organisation"
    """By the alphabet, those without one last."""
    TICKET_TYPE = "ticket_type"
    """The same."""
    LIST = "list"
    """As they stand in the lists that were imported; whoever is in none last."""


class Said(NamedTuple):
    """As much of a guest as stands on the badge: quick to read, of 100,000 too."""

    id: AttendeeId
    codes: str | None
    first_name: str
    last_name: str
    full_name: str
    company: str
    ticket_type: str
    job_title: str
    pronouns: str
    source: bytes | None = None
    """Where in which list they are: only for `Order.LIST`."""
    row: int | None = None

    @property
    def name(self) -> str:
        """As `Attendee.name`."""
        return self.full_name or full_name(self.first_name, self.last_name)


DETAILS = Said._fields[2:-2]
"""Those that are details of an attendee."""


def sort_key(said: Said, order: Order) -> bytes:
    """Keys compare as the badges come; each ends with the id. Short, for many."""
    name = said.name
    decides = _often(_OF[order](said))
    first = _often(said.first_name or name)
    words = "\0".join(("0" if decides else "1", decides, first, fold(name), ""))
    return words.encode() + said.id


@lru_cache(1 << 12)
def _often(text: str) -> str:
    """Folded; first names, organisations and ticket types come again and again."""
    return fold(text)


def _list_row(said: Said) -> str:
    """The lists one after the other, as they were first imported."""
    if said.source is None or said.row is None:
        return ""
    return f"{said.source.hex()} {said.row:09}"


_OF: dict[Order, Callable[[Said], str]] = {
    Order.FIRST_NAME: lambda said: said.first_name or said.name,
    Order.LAST_NAME: lambda said: said.last_name or said.name,
    Order.ORGANISATION: lambda said: said.company,
    Order.TICKET_TYPE: lambda said: said.ticket_type,
    Order.LIST: _list_row,
}
