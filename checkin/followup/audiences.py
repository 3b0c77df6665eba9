"""Audiences: the groups of guests that a file can be about.

A new one is a line in AUDIENCES.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checkin.followup.errors import UnknownAudience
from checkin.model.attendee import Attendee
from checkin.model.i18n import N_
from checkin.model.names import fold
from checkin.model.progress import Cancelled, WasCancelled, never
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of guests, by what is known of each one."""

    name: str
    """For scripts; part of the contract of the command line."""
    words: str
    """For people."""
    includes: Callable[[Attendee], bool]
    among: str = ""
    """A condition on their rows that all of them fit: spares looking at the others."""


_CAME = "arrived_at IS NOT NULL"


def _everyone(_guest: Attendee) -> bool:
    return True


def _attended(guest: Attendee) -> bool:
    return guest.attended


def _missed(guest: Attendee) -> bool:
    return guest.expected and not guest.attended


def _walk_in(guest: Attendee) -> bool:
    return guest.attended and guest.walk_in


def _first_timer(guest: Attendee) -> bool:
    return guest.attended and guest.details.first_time


def _returning(guest: Attendee) -> bool:
    return guest.attended and not guest.details.first_time


AUDIENCES = (
    Audience("everyone", N_("Everyone, called off or not"), _everyone),
    Audience("attended", N_("Those who came"), _attended, _CAME),
    Audience(
        "missed",
        N_("Those who were expected and did not come"),
        _missed,
        "arrived_at IS NULL",
    ),
    Audience(
        "walk-ins",
        N_("Those who came without being on the list"),
        _walk_in,
        f"{_CAME} AND walk_in = 1",
    ),
    Audience(
        "first-timers", N_("Those who came for the first time"), _first_timer, _CAME
    ),
    Audience(
        "returning", N_("Those who came and had been here before"), _returning, _CAME
    ),
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


def choose(event: EventFile, name: str, cancelled: Cancelled = never) -> list[Attendee]:
    """The guests of an audience, by last name; companions too, erased people never.

    Raises:
        UnknownAudience: see there.
        WasCancelled: the user wants no more.
    """
    return list(members(event, audience(name), cancelled))


def members(
    event: EventFile, of: Audience, cancelled: Cancelled = never
) -> Iterator[Attendee]:
    """The same one by one, read some hundred at a time.

    Raises:
        WasCancelled: the user wants no more.
    """
    among = f"erased = 0 AND {of.among}" if of.among else "erased = 0"
    for n, guest in enumerate(event.read.attendees(among)):
        if n % _STEP == 0 and cancelled():
            raise WasCancelled
        if of.includes(guest):
            yield guest


_STEP = 100
"""Guests between two looks at the user's wish to stop."""
