"""Who is to be printed, read on another thread: counts, and the ids in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checkin.badges import (
    BadgeText,
    Design,
    Guests,
    Looks,
    Queue,
    Which,
    badge_texts,
    counts,
    line_up,
    line_up_these,
)
from checkin.model.attendee import Attendee
from checkin.model.i18n import N_, _
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


def example(event: EventFile, designs: Sequence[Design]) -> BadgeText:
    """What stands on the pictures of the designs: a badge of this event.

    What nobody said is invented, so that one sees what a design is for.
    """
    some = event.read.attendees("erased = 0 AND withdrawn = 0", limit=_SOME)
    guest = max(some, key=_usual, default=None)
    if guest is None:
        found = BadgeText(b"", "", "", "Zoë")
    else:
        looks = Looks(designs[0], tuple((one.name, one) for one in designs))
        found = next(badge_texts(event, [guest], looks))
    return _with_examples(found, designs)


def _usual(guest: Attendee) -> tuple[bool, int]:
    """How good an example somebody's badge is: names of letters, much to show."""
    said = guest.details
    shown = (said.first_name, said.last_name, said.company, said.job_title)
    return said.first_name.isalpha(), sum(map(bool, (*shown, said.pronouns)))


def _with_examples(text: BadgeText, designs: Sequence[Design]) -> BadgeText:
    asked = frozenset().union(*(one.headings for one in designs))
    more = {name: _(words) for name, words in _ASKED.items() if name in asked}
    return replace(
        text,
        pronouns=text.pronouns or _("she/her"),
        organisation=text.organisation or _("Harbour Makers"),
        role=text.role or _("Printer"),
        plus_one=text.plus_one or _("Jonas"),
        host_name=text.host_name or _("Anna"),
        first_time=text.first_time or _("yes"),
        more=more | dict(text.more),
    )


_ASKED = {
    "ask me about": N_("letterpress, bees"),
    "can help with": N_("grant letters"),
    "looking for": N_("a co-founder"),
    "agenda": N_("18:30 Welcome, 19:00 Talks, 20:30 Supper"),
}
