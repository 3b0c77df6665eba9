"""What the door list says of each guest: one line, in words."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from checkin.model.attendee import Attendee, RegistrationStatus
from checkin.model.i18n import N_, _
from checkin.model.names import fold, is_cjk

_CODE_SHOWN = 4
"""Letters of the code, from its end: enough to tell two of one name apart."""

_MARKS = {
    RegistrationStatus.CANCELLED: N_("cancelled"),
    RegistrationStatus.WAITLISTED: N_("waiting list"),
    RegistrationStatus.PENDING: N_("not confirmed"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One guest on the door list."""

    sorted_by: str
    """The part of the name that the list is sorted by; printed bold and first."""
    rest: str
    """The other part of the name; empty where it is better not taken apart."""
    initial: str
    """The letter that the line stands under; empty for scripts without letters."""
    organisation: str
    ticket: str
    mark: str
    """What the desk should know before letting them in; empty if nothing."""
    arrived: str
    """When they came in; empty if they have not yet."""
    code: str
    """How their code ends."""


def line_of(guest: Attendee, arrival: Callable[[Attendee], str]) -> Line:
    """The line of a guest; `arrival` says when somebody came in."""
    said = guest.details
    sorted_by, rest = _in_parts(guest)
    return Line(
        sorted_by,
        rest,
        _initial(said.last_name or said.first_name or guest.name),
        said.company,
        said.ticket_type,
        _mark(guest),
        arrival(guest) or (_("in") if guest.attended else ""),
        (guest.code or said.external_code)[-_CODE_SHOWN:],
    )


def _in_parts(guest: Attendee) -> tuple[str, str]:
    """Last name and first name; the whole name where turning it round would hurt.

    Names from right to left and those written without a space stay whole.
    """
    first, last = guest.details.first_name, guest.details.last_name
    if not (first and last) or is_cjk(last) or _from_right(first + last):
        return guest.name, ""
    return last, first


def _from_right(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def _initial(name: str) -> str:
    first = next((letter for letter in fold(name) if letter.isalnum()), "")
    return "" if is_cjk(first) else first.upper()


def _mark(guest: Attendee) -> str:
    """The first thing that speaks against letting them in, as the door would say."""
    said = guest.details
    if guest.status in _MARKS:
        return _(_MARKS[guest.status])
    if said.blocked:
        return _("call the host")
    if said.approval == "required":
        return _("not confirmed")
    if said.payment != "unpaid":
        return ""
    if said.amount_due:
        return _("not paid: {amount}").format(amount=said.amount_due)
    return _("not paid")
