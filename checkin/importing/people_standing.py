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
    if _comes_though_alone(fields, flags):
        del fields["places"]
        why = _("no places, but not called off; counted as 1")
        yield Oddity(Odd.PLACES, why, "places", "0")
    paid = payment_of(cells[flags["payment"]]) if "payment" in flags else ""
    if paid in ("paid", "unpaid"):
        fields["payment"] = paid
    said: dict[str, bool] = {}
    for flag in (flag for flag in _HAPPENED if flag in flags):
        cell = cells[flags[flag]].strip()
        found = happened(cell, _HAPPENED[flag])
        said[flag] = bool(found)
        if flag == "called_off" and found and _are_some(cell, fields):
            said[flag] = False
            why = _("“{cell}” of {n} called off; still counted as {n}")
            why = why.format(cell=cell, n=fields["places"])
            yield Oddity(Odd.PLACES, why, flag, cell)
        if found is None:
            why = _("“{cell}” does not say whether it happened; counted as no")
            yield Oddity(Odd.STATUS, why.format(cell=cell), flag, cell)
    nobody_comes = fields.get("places") == 0
    if nobody_comes or said.get("called_off") or paid == "refunded":
        fields["status"] = _CANCELLED
    elif status := _word_for(said, fields, paid):
        fields["status"] = status


def _are_some(cell: str, fields: Mapping[str, Any]) -> bool:
    """Whether it counts those who cancelled, and more were to come."""
    return cell.isdecimal() and int(cell) < fields.get("places", 0)


def _word_for(said: Mapping[str, bool], fields: Mapping[str, Any], paid: str) -> str:
    """The status of who has not cancelled; nothing where the word of the list holds."""
    if fields.get("status") == _CANCELLED:
        return ""
    if said.get("came"):
        return _CAME
    if said.get("waits"):
        return RegistrationStatus.WAITLISTED.value
    plain = said and paid != "unpaid" and "status" not in fields
    return _REGISTERED if plain else ""


def _comes_though_alone(fields: Mapping[str, Any], flags: Mapping[str, int]) -> bool:
    """No places, yet confirmed: the number may be that of those besides.

    Of an order nothing else says what was given back.
    """
    if fields.get("places") != 0 or not flags.keys().isdisjoint(_OF_ORDERS):
        return False
    return fields.get("status") not in (None, _CANCELLED)


_OF_ORDERS = ("payment", "called_off")
