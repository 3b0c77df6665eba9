"""The details of an attendee and their values in words, for people."""

from collections.abc import Mapping
from typing import Any

from checkin.model.attendee import Details
from checkin.model.clock import Instant
from checkin.model.i18n import N_, _
from checkin.model.names import full_name
from checkin.model.permission import Purpose
from checkin.model.words import isolate

NOTHING = "–"
"""Stands where nothing is said."""

_LONGEST = 120
"""Letters of a value that are told."""

DETAIL_WORDS = {
    "full_name": N_("Whole name"),
    "first_name": N_("First name"),
    "last_name": N_("Last name"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "company": N_("Company"),
    "job_title": N_("Job title"),
    "ticket_type": N_("Ticket"),
    "external_code": N_("Ticket code"),
    "status": N_("Registration"),
    "places": N_("Places"),
    "pronouns": N_("Pronouns"),
    "approval": N_("Approval"),
    "payment": N_("Payment"),
    "amount_due": N_("Still open"),
    "blocked": N_("May not come in"),
    "valid_from": N_("Ticket counts from"),
    "valid_until": N_("Ticket counts until"),
    "first_time": N_("First time"),
    "handle": N_("Online"),
    "plus_one": N_("Brings"),
    "note": N_("Note"),
}

_VALUE_WORDS: Mapping[str, Mapping[str, str]] = {
    "status": {
        "registered": N_("registered"),
        "checked_in": N_("checked in, says the list"),
        "cancelled": N_("cancelled"),
        "waitlisted": N_("on the waiting list"),
        "pending": N_("not confirmed yet"),
    },
    "approval": {"required": N_("the host has to agree")},
    "payment": {"paid": N_("paid"), "unpaid": N_("not paid yet")},
    **{purpose: {"yes": N_("yes"), "no": N_("no")} for purpose in Purpose},
}
"""Of permissions too, of which a list says as much."""
_MOMENTS = frozenset({"valid_from", "valid_until"})


def detail_word(name: str) -> str:
    """What a detail is called; one that a later version knows, by its own name."""
    return _(DETAIL_WORDS[name]) if name in DETAIL_WORDS else name


def value_words(name: str, value: object, offset: int) -> str:
    """A detail's value; `offset` is what local time was ahead of UTC, in minutes."""
    if value in ("", None, 0, False):
        return NOTHING
    if value is True:
        return _("yes")
    if name in _MOMENTS and isinstance(value, int):
        return Instant(value, offset).day_and_time()
    known = _VALUE_WORDS.get(name, {}).get(str(value))
    return _(known) if known else str(value)


def changes(
    before: Mapping[str, Any], after: Mapping[str, Any], offset: int
) -> list[tuple[str, str]]:
    """What differs, as (Company, “– → Harbour Makers”); the name comes first."""
    old, new = _with_defaults(before), _with_defaults(after)
    differ = [name for name in new if new[name] != old.get(name, "")]
    found = []
    if _name(old) != _name(new):
        found.append((_("Name"), _arrow(_name(old), _name(new))))
        differ = [name for name in differ if name not in _NAMES]
    for name in differ:
        values = (value_words(name, of.get(name, ""), offset) for of in (old, new))
        found.append((detail_word(name), _arrow(*values)))
    return found


_NAMES = frozenset({"full_name", "first_name", "last_name"})
_DEFAULTS = {n: f.default for n, f in Details.__dataclass_fields__.items()}


def _with_defaults(said: Mapping[str, Any]) -> dict[str, Any]:
    return {**_DEFAULTS, **said}


def _name(said: Mapping[str, Any]) -> str:
    return str(said["full_name"] or full_name(said["first_name"], said["last_name"]))


def _arrow(before: str, after: str) -> str:
    return f"{_short(before)} → {_short(after)}"


def _short(value: str) -> str:
    """In one line of a story there is no room for a note of many pages."""
    cut = value if len(value) <= _LONGEST else f"{value[:_LONGEST].rstrip()}…"
    return isolate(cut or NOTHING)
