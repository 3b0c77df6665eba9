"""The words for the badges of an event's guests, with what the designs ask for."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from checkin.badges.elements import LOGO
from checkin.badges.looks import Looks
from checkin.badges.templates import FIELDS, plain_name
from checkin.badges.text import NOTHING, BadgeText
from checkin.model.attendee import Attendee
from checkin.model.event import Event
from checkin.model.ids import AttendeeId
from checkin.store.eventfile import EventFile

T = TypeVar("T")

_CHUNK = 500
"""Guests whose further columns are read at a time."""


def badge_texts(
    event: EventFile, guests: Iterable[Attendee], looks: Looks
) -> Iterator[BadgeText]:
    """One by one; further columns are read only if a design asks for them."""
    pairs = ((guest, None) for guest in guests)
    return (text for text, _none in placed_texts(event, pairs, looks))


def placed_texts(
    event: EventFile, guests: Iterable[tuple[Attendee, T]], looks: Looks
) -> Iterator[tuple[BadgeText, T]]:
    """The same for guests with something beside each, such as its place."""
    about = event.read.event()
    headings = looks.asks - set(FIELDS) - {LOGO}
    if not headings and "host_name" not in looks.asks:
        return ((BadgeText.of(guest, about), beside) for guest, beside in guests)
    return _with_more(event, iter(guests), headings, about)


def _with_more(
    event: EventFile,
    guests: Iterator[tuple[Attendee, T]],
    headings: frozenset[str],
    about: Event,
) -> Iterator[tuple[BadgeText, T]]:
    while some := list(islice(guests, _CHUNK)):
        whose = [guest.id for guest, _beside in some]
        extras = event.read.extras(whose) if headings else {}
        hosts = _names(event, {g.companion_of for g, _beside in some if g.companion_of})
        for guest, beside in some:
            said = extras.get(guest.id)
            more = _asked(said, headings) if said else NOTHING
            host = hosts.get(guest.companion_of, "") if guest.companion_of else ""
            yield BadgeText.of(guest, about, host, more), beside


def _names(event: EventFile, whose: set[AttendeeId]) -> dict[AttendeeId, str]:
    return {one.id: one.called for one in event.read.by_ids(sorted(whose))}


def _asked(said: Mapping[str, str], headings: frozenset[str]) -> dict[str, str]:
    named = ((plain_name(heading), words) for heading, words in said.items())
    return {name: words for name, words in named if name in headings}
