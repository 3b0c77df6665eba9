"""Who is to be printed, read on another thread: counts, and the ids in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.badges import (
    BadgeText,
    Queue,
    Which,
    counts,
    line_up,
    line_up_these,
)
from checkin.model.attendee import Attendee
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
    queue: Queue
    types: Sequence[str]
    """The ticket types of the event."""


def gathered(event: EventFile, wish: Wish) -> People:
    """All that the page shows of people."""
    return People(
        anybody=bool(event.read.tally("people")),
        counts=counts(event),
        queue=queue_of(event, wish),
        types=event.read.ticket_types(),
    )


def queue_of(event: EventFile, wish: Wish) -> Queue:
    """Whose badges are wanted, in order."""
    if wish.who is Who.CHOSEN:
        return line_up_these(event, wish.chosen, wish.order)
    return line_up(event, Which(wish.who.value), wish.order)


def example(event: EventFile) -> BadgeText:
    """What stands on the pictures of the designs: a badge of this event."""
    name = event.read.event().name
    some = event.read.attendees("erased = 0 AND withdrawn = 0", limit=_SOME)
    guest = max(some, key=_usual, default=None)
    return BadgeText.of(guest, name) if guest else BadgeText(b"", "", "", "Zoë")


def _usual(guest: Attendee) -> tuple[bool, int]:
    """How good an example somebody's badge is: names of letters, much to show."""
    said = guest.details
    shown = (said.first_name, said.last_name, said.company, said.job_title)
    return said.first_name.isalpha(), sum(map(bool, shown))
