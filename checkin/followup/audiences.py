"""Audiences: the groups of guests that a file can be about.

A new one is a line in AUDIENCES.
"""

from collections.abc import Callable
from dataclasses import dataclass

from checkin.followup.errors import UnknownAudience
from checkin.model.attendee import Attendee
from checkin.model.i18n import N_
from checkin.model.names import fold
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of guests, by what is known of each one."""

    name: str
    """For scripts; part of the contract of the command line."""
    words: str
    """For people."""
    includes: Callable[[Attendee], bool]


def _everyone(_guest: Attendee) -> bool:
    return True


def _attended(guest: Attendee) -> bool:
    return guest.attended


def _missed(guest: Attendee) -> bool:
    return guest.expected and not guest.attended


def _walk_in(guest: Attendee) -> bool:
    return guest.walk_in


def _first_timer(guest: Attendee) -> bool:
    return guest.attended and guest.details.first_time


def _returning(guest: Attendee) -> bool:
    return guest.attended and not guest.details.first_time


AUDIENCES = (
    Audience("everyone", N_("Everyone, called off or not"), _everyone),
    Audience("attended", N_("Those who came"), _attended),
    Audience("missed", N_("Those who were expected and did not come"), _missed),
    Audience("walk-ins", N_("Those who came without being on the list"), _walk_in),
    Audience("first-timers", N_("Those who came for the first time"), _first_timer),
    Audience("returning", N_("Those who came and had been here before"), _returning),
)
"""All there are; `attended` is always `first-timers` and `returning` together.

Came: in at any check-in list. Expected: on the list, and neither cancelled, waitlisted
nor pending. For the first time: what the list says of them; who is not marked counts
as returning, walk-ins too.
"""


def audience(name: str) -> Audience:
    """The audience of that name, whatever its case.

    Raises:
        UnknownAudience: names those that there are.
    """
    wanted = fold(name).replace(" ", "-").replace("_", "-")
    for one in AUDIENCES:
        if one.name == wanted:
            return one
    known = ", ".join(one.name for one in AUDIENCES)
    raise UnknownAudience(name=name, known=known)


def choose(event: EventFile, name: str) -> list[Attendee]:
    """The guests of an audience, by last name; companions too, erased people never.

    Raises:
        UnknownAudience: see there.
    """
    chosen = audience(name)
    return [guest for guest in event.read.attendees() if chosen.includes(guest)]
