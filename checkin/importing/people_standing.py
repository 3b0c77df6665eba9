"""How a registration stands, where several columns say something of it.

A list may have a word for it, a day on which it was cancelled, whether it was paid, and
whether the guest came. What is called off outweighs all; who came outweighs the word.
Who has not paid is expected all the same: the door asks for the money.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checkin.importing.oddities import Odd, Oddity
from checkin.importing.people_words import happened, payment_of
from checkin.model.attendee import RegistrationStatus
from checkin.model.i18n import _

FLAGS = ("called_off", "came", "waits", "payment")
"""The columns that say something of it, beside the status word."""

_HAPPENED = {
    "came": RegistrationStatus.CHECKED_IN,
    "called_off": RegistrationStatus.CANCELLED,
    "waits": RegistrationStatus.WAITLISTED,
}
_REGISTERED = RegistrationStatus.REGISTERED.value
_CAME = RegistrationStatus.CHECKED_IN.value
_CANCELLED = RegistrationStatus.CANCELLED.value


def stand(
    fields: dict[str, Any], flags: Mapping[str, int], cells: Sequence[str]
) -> Iterator[Oddity]:
    """Puts status and payment where they belong; tells of words that are not known.

    `flags` are the columns of came, called_off, waits and payment; `fields` holds the
    status word already, if the list has one.
    """
    paid = ""
    if "payment" in flags and (cell := cells[flags["payment"]].strip()):
        paid = payment_of(cell)
    if paid in ("paid", "unpaid"):
        fields["payment"] = paid
    said: dict[str, bool] = {}
    for flag, what in _HAPPENED.items():
        if flag in flags:
            cell = cells[flags[flag]].strip()
            found = happened(cell, what)
            if found is None:
                why = _("“{cell}” does not say whether it happened; counted as no")
                yield Oddity(Odd.STATUS, why.format(cell=cell), flag, cell)
            said[flag] = bool(found)
    nobody_comes = fields.get("places") == 0
    if nobody_comes or said.get("called_off") or paid == "refunded":
        fields["status"] = _CANCELLED
    elif said.get("came") and fields.get("status") != _CANCELLED:
        fields["status"] = _CAME
    elif said.get("waits") and fields.get("status") != _CANCELLED:
        fields["status"] = RegistrationStatus.WAITLISTED.value
    elif said and paid != "unpaid" and "status" not in fields:
        fields["status"] = _REGISTERED
