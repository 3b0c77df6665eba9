"""What the page asks the event about its list, off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass

from checkin.model.ids import AttendeeId
from checkin.model.words import who
from checkin.store.eventfile import EventFile
from checkin.store.roll import Filter, Roll, roll
from checkin.ui.attendees.sorting import Order

_CLOSE = 3
"""How many names are offered to somebody who mistyped one."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the list, and what stands around it."""

    wanted: Filter
    order: Order
    roll: Roll
    types: tuple[str, ...]
    people: int
    """All who are on the list, whatever the filter."""
    here: int
    """Of those, who came."""
    imported: bool
    """Whether any list was imported that can be taken back."""


def find(wanted: Filter, order: Order) -> Callable[[EventFile], Found]:
    """The job that finds those who fit, in that order."""

    def job(event: EventFile) -> Found:
        found = roll(event.read, wanted, order.sort, order.backwards)
        tallies = event.read.tallies()
        came = (n for name, n in tallies.items() if _counts_arrived(name))
        return Found(
            wanted,
            order,
            found,
            tuple(event.read.ticket_types()),
            tallies.get("people", 0),
            sum(came),
            bool(event.read.newest_imports()),
        )

    return job


def _counts_arrived(name: str) -> bool:
    """Counters of those who came, by ticket type: nobody erased is among them."""
    return name.startswith("type:") and name.endswith(":attended")


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody whom a mistyped name may have meant."""

    who: AttendeeId
    name: str


def meant(text: str) -> Callable[[EventFile], list[Meant]]:
    """The job that finds whom a mistyped name may have meant, the likeliest first."""

    def job(event: EventFile) -> list[Meant]:
        people = map(event.read.attendee, event.similar(text, _CLOSE))
        return [Meant(guest.id, guest.name) for guest in people if guest]

    return job


def same_name(name: str) -> Callable[[EventFile], list[str]]:
    """The job that finds who is called exactly this already: names, organisations."""

    def job(event: EventFile) -> list[str]:
        people = map(event.read.attendee, event.same_name(name))
        return [who(guest) for guest in people if guest]

    return job
