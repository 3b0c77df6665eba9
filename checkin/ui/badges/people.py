"""Who is to be printed, read on another thread: counts, and the guests in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from checkin.badges import (
    BadgeText,
    Place,
    Stock,
    Which,
    counts,
    in_order,
    places,
    who_is_waiting,
)
from checkin.model.attendee import Attendee
from checkin.model.ids import AttendeeId
from checkin.store.eventfile import EventFile
from checkin.ui.badges.wish import Who, Wish

_SOME = 50
"""Among so many is somebody whose badge shows what the designs are like."""


@dataclass(frozen=True, slots=True)
class People:
    """How the event stands, and whose badges come onto the sheets."""

    anybody: bool
    """Whether the event has any people at all."""
    counts: Mapping[Which, int]
    guests: tuple[Attendee, ...]
    """In the order of printing."""

    def places(self, stock: Stock, used: frozenset[int]) -> list[Place]:
        """Where the badge of each guest is."""
        return list(islice(places(stock, used), len(self.guests)))


def gathered(event: EventFile, wish: Wish) -> People:
    """All that the page shows of people."""
    return People(
        anybody=bool(event.read.tally("people")),
        counts=counts(event),
        guests=tuple(guests_of(event, wish)),
    )


def guests_of(event: EventFile, wish: Wish) -> list[Attendee]:
    """Whose badges are wanted, in order; people who were erased have none."""
    if wish.who is not Who.CHOSEN:
        return in_order(who_is_waiting(event, Which(wish.who.value)), wish.order)
    found = (event.read.attendee(own) for own in wish.chosen)
    return in_order((one for one in found if one and not one.erased), wish.order)


def example(event: EventFile) -> BadgeText:
    """What stands on the pictures of the designs: a badge of this event."""
    name = event.read.event().name
    some = list(islice(event.read.attendees("erased = 0 AND withdrawn = 0"), _SOME))
    guest = max(some, key=_usual, default=None)
    return BadgeText.of(guest, name) if guest else BadgeText(b"", "", "", "Zoë")


def _usual(guest: Attendee) -> tuple[bool, int]:
    """How good an example somebody's badge is: names of letters, much to show."""
    said = guest.details
    shown = (said.first_name, said.last_name, said.company, said.job_title)
    return said.first_name.isalpha(), sum(map(bool, shown))


def places_by_id(people: People, where: list[Place]) -> dict[AttendeeId, Place]:
    """Where the badge of each guest is, by the guest's id."""
    ids = (guest.id for guest in people.guests)
    return dict(zip(ids, where, strict=True))
