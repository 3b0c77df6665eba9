"""Who may be written to, and who may not and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from checkin.followup.audiences import AUDIENCES, audience, members
from checkin.heap import quiet
from checkin.model.attendee import Attendee
from checkin.model.i18n import ngettext
from checkin.model.permission import Answer, Purpose
from checkin.model.progress import Cancelled, never
from checkin.store.eventfile import EventFile


class Reach(StrEnum):
    """Whether a guest can be sent an e-mail afterwards; each guest is just one."""

    MAY_WRITE = "may_write"
    SAID_NO = "said_no"
    NEVER_ASKED = "never_asked"
    """Silence is never a yes."""
    NO_EMAIL = "no_email"
    """Said yes, and gave no address."""


def reach(guest: Attendee) -> Reach:
    """How this guest stands."""
    answer = guest.may(Purpose.CONTACT)
    if answer is Answer.NO:
        return Reach.SAID_NO
    if answer is Answer.NOT_ASKED:
        return Reach.NEVER_ASKED
    return Reach.MAY_WRITE if guest.details.email.strip() else Reach.NO_EMAIL


def reason_words(why: Reach, n: int) -> str:
    """So many are left out of a mailing, and why: 3 said no."""
    if why is Reach.SAID_NO:
        return ngettext("{n} said no", "{n} said no", n)
    if why is Reach.NEVER_ASKED:
        return ngettext("{n} was never asked", "{n} were never asked", n)
    return ngettext("{n} gave no e-mail address", "{n} gave no e-mail address", n)


@dataclass(frozen=True, slots=True)
class Survey:
    """An audience in numbers; the last four add up to `people`."""

    people: int
    may_write: int
    said_no: int
    never_asked: int
    no_email: int


@quiet()
def survey(event: EventFile, cancelled: Cancelled = never) -> Mapping[str, Survey]:
    """All audiences by name, in one pass: some seconds with 100,000 guests.

    Raises:
        WasCancelled: nobody waits for the answer any more.
    """
    counted = {one.name: Counter[Reach]() for one in AUDIENCES}
    for guest in members(event, AUDIENCES[0], cancelled):
        found = reach(guest)
        for one in AUDIENCES:
            if one.includes(guest):
                counted[one.name][found] += 1
    return {name: _survey(numbers) for name, numbers in counted.items()}


def _survey(numbers: Counter[Reach]) -> Survey:
    told = {kind.value: numbers[kind] for kind in Reach}
    return Survey(people=numbers.total(), **told)


def first_rows(
    event: EventFile,
    name: str,
    mailing: bool,
    n: int,
    cancelled: Cancelled = never,
) -> list[Attendee]:
    """The first `n` guests that a file of that audience would hold.

    Raises:
        UnknownAudience: see there.
        WasCancelled: nobody waits for the answer any more.
    """
    found = members(event, audience(name), cancelled)
    wanted = (g for g in found if not mailing or reach(g) is Reach.MAY_WRITE)
    return list(islice(wanted, n))
