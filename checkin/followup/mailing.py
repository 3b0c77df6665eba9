"""Who may be written to, and who may not and why."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from checkin.followup.audiences import AUDIENCES, audience, members
from checkin.heap import quiet
from checkin.model.attendee import Attendee
from checkin.model.i18n import ngettext
from checkin.model.names import fold
from checkin.model.permission import Answer, Purpose
from checkin.model.progress import Cancelled, never
from checkin.store.eventfile import EventFile
from checkin.store.refusals import refusing


class Reach(StrEnum):
    """Whether a guest can be sent an e-mail afterwards; each guest is just one."""

    MAY_WRITE = "may_write"
    SAID_NO = "said_no"
    NEVER_ASKED = "never_asked"
    """Silence is never a yes."""
    NO_EMAIL = "no_email"
    """Said yes, and gave no address."""
    ADDRESS_SAID_NO = "address_said_no"
    """Said yes, but whoever shares their address said no, and would get the mail."""


def reach(guest: Attendee, refusing: Collection[str]) -> Reach:
    """How this guest stands; `refusing` are the folded addresses that said no."""
    answer = guest.may(Purpose.CONTACT)
    if answer is Answer.NO:
        return Reach.SAID_NO
    if answer is Answer.NOT_ASKED:
        return Reach.NEVER_ASKED
    address = fold(guest.details.email)
    if not address:
        return Reach.NO_EMAIL
    return Reach.ADDRESS_SAID_NO if address in refusing else Reach.MAY_WRITE


def refusing_addresses(event: EventFile) -> Collection[str]:
    """What `reach` wants to know of the whole event."""
    return refusing(event.read, Purpose.CONTACT)


def reason_words(why: Reach, n: int) -> str:
    """So many are left out of a mailing, and why: 3 said no."""
    if why is Reach.SAID_NO:
        return ngettext("{n:,} said no", "{n:,} said no", n)
    if why is Reach.NEVER_ASKED:
        return ngettext("{n:,} was never asked", "{n:,} were never asked", n)
    if why is Reach.NO_EMAIL:
        return ngettext(
            "{n:,} gave no e-mail address", "{n:,} gave no e-mail address", n
        )
    return ngettext(
        "{n:,} shares an address with somebody who said no",
        "{n:,} share an address with somebody who said no",
        n,
    )


@dataclass(frozen=True, slots=True)
class Survey:
    """An audience in numbers; the last five add up to `people`."""

    people: int
    may_write: int
    said_no: int
    never_asked: int
    no_email: int
    address_said_no: int = 0

    def left_out(self) -> Mapping[Reach, int]:
        """Who is not in a mailing, by reason; only reasons that there are."""
        reasons = (why for why in Reach if why is not Reach.MAY_WRITE)
        counts = {why: int(getattr(self, why.value)) for why in reasons}
        return {why: n for why, n in counts.items() if n}


@quiet()
def survey(event: EventFile, cancelled: Cancelled = never) -> Mapping[str, Survey]:
    """All audiences by name, in one pass: some seconds with 100,000 guests.

    Raises:
        WasCancelled: nobody waits for the answer any more.
    """
    counted = {one.name: Counter[Reach]() for one in AUDIENCES}
    refused = refusing_addresses(event)
    for guest in members(event, AUDIENCES[0], cancelled):
        found = reach(guest, refused)
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
    if mailing:
        refused = refusing_addresses(event)
        found = (g for g in found if reach(g, refused) is Reach.MAY_WRITE)
    return list(islice(found, n))
