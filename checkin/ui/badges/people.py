"""Who is to be printed, read on another thread: counts, and the ids in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.badges import (
    BadgeText,
    Guests,
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
    again: int
    """How many of them have a badge already."""
    types: Sequence[str]
    """The ticket types of the event."""


def gathered(event: EventFile, wish: Wish) -> People:
    """All that the page shows of people."""
    known, queue = counts(event), queue_of(event, wish)
    return People(
        anybody=bool(event.read.tally("people")),
        counts=known,
        queue=queue,
        again=_again(event, wish, known, queue),
        types=event.read.ticket_types(),
    )


def _again(
    event: EventFile, wish: Wish, known: Mapping[Which, int], queue: Queue
) -> int:
    """How many of the queue have a badge already."""
    if wish.who is Who.CHOSEN:
        return sum(1 for guest in Guests(event, queue) if guest.printed)
    if wish.who is Who.ALL:
        return known[Which.ALL] - known[Which.UNPRINTED]
    return len(queue) if wish.who is Who.CHANGED else 0


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
