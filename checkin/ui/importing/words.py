"""The words of the import page for fields and numbers."""

from collections.abc import Mapping

from checkin.importing.columns import FIELDS
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.model.i18n import N_, _, ngettext

FIELD_WORDS: Mapping[str, str] = {
    "full_name": N_("Full name"),
    "first_name": N_("First name"),
    "last_name": N_("Last name"),
    "last_first": N_("Last, First"),
    "particle": N_("Before the last name"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "company": N_("Company"),
    "job_title": N_("Job title"),
    "ticket_type": N_("Ticket type"),
    "external_code": N_("Ticket code"),
    "status": N_("Status"),
    "came": N_("Came, or when"),
    "called_off": N_("Cancelled, or when"),
    "waits": N_("On the waiting list"),
    "places": N_("Places"),
    "guests": N_("Guests besides"),
    "pronouns": N_("Pronouns"),
    "payment": N_("Paid or not"),
    "amount_due": N_("Still to pay"),
    "blocked": N_("Why blocked"),
    "first_time": N_("First time here"),
    "handle": N_("Online handle"),
    "plus_one": N_("Plus-one"),
    "note": N_("Note"),
    "contact": N_("May we write?"),
    "share": N_("May we share?"),
    "photos": N_("Photos?"),
    "buyer_name": N_("Buyer’s name"),
    "buyer_email": N_("Buyer’s e-mail"),
    EXTRA: N_("Keep as extra"),
    IGNORE: N_("Leave out"),
}
"""Every field that a column can be taken for, in the order of the choice."""


def field_choices() -> list[tuple[str, str]]:
    """(words, field) for the choice on top of a column."""
    fields = (*FIELDS, EXTRA, IGNORE)
    ordered = sorted(fields, key=list(FIELD_WORDS).index)
    return [(_(FIELD_WORDS[field]), field) for field in ordered]


def rows_shown(shown: int, rows: int) -> str:
    """5 of 60 rows."""
    return _("{shown} of {rows}").format(shown=shown, rows=rows_counted(rows))


def rows_counted(rows: int) -> str:
    """60 rows."""
    return ngettext("{n:,} row", "{n:,} rows", rows)


def columns_counted(columns: int) -> str:
    """27 columns."""
    return ngettext("{n:,} column", "{n:,} columns", columns)


def open_questions(count: int) -> str:
    """3 need a look."""
    return ngettext("{n:,} needs a look", "{n:,} need a look", count)
