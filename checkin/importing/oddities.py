"""What can be odd about a row of a list, as kinds and in words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from checkin.model.i18n import N_, _, ngettext

WHY_LEFT_OUT = N_("Why it was left out")
"""Heading of the last column in a file of rows that were not imported."""


class Odd(StrEnum):
    """Kinds of oddities, in the order in which they are worth a look."""

    EMAIL = "email"
    """An address that no e-mail would reach."""
    SAME = "same"
    """The row says the same as another one; it is left out."""
    NO_NAME = "no_name"
    """Only an e-mail address, or who bought the ticket, says who it is."""
    NOBODY = "nobody"
    """Neither a name nor an e-mail address; the row is left out."""
    STATUS = "status"
    PLACES = "places"
    ANSWER = "answer"
    """Neither a yes nor a no where one was asked for."""
    STRAY = "stray"
    """Cells far to the right of the table."""
    HIDDEN = "hidden"
    """The workbook doesn't show the row: a filter, or by hand."""
    LONG = "long"
    """More text than can be kept; the row is left out."""
    FORGOTTEN = "forgotten"
    """Somebody who asked to be forgotten; the row is left out."""

    @property
    def outcome(self) -> str:
        """What becomes of such rows if nothing is done about them."""
        return _(_OUTCOMES[self])

    def heading(self, n: int) -> str:
        """So many rows of that kind, as the heading of a card."""
        return _HEADINGS[self](n)


@dataclass(frozen=True, slots=True)
class Oddity:
    """One odd thing about a row that is imported all the same."""

    kind: Odd
    text: str
    """In words."""
    field: str = ""
    """What the column was taken for in which it stands; empty for the whole row."""
    cell: str = ""
    """What the list says there."""


_OUTCOMES = {
    Odd.EMAIL: N_("Kept as the list has it. You can put it right later."),
    Odd.SAME: N_("Such a guest is imported once."),
    Odd.NO_NAME: N_("The e-mail address, or the buyer, stands in for the name."),
    Odd.NOBODY: N_("Left out: nobody could be welcomed by it."),
    Odd.STATUS: N_("Counted as registered."),
    Odd.PLACES: N_("Counted as one place."),
    Odd.ANSWER: N_("Counted as not asked."),
    Odd.STRAY: N_("The rest of the row is imported."),
    Odd.HIDDEN: N_("Imported all the same: a filter may only have been forgotten."),
    Odd.LONG: N_("Left out: shorten it in the list."),
    Odd.FORGOTTEN: N_("Left out, and not named here."),
}

_HEADINGS: dict[Odd, Callable[[int], str]] = {
    Odd.EMAIL: lambda n: ngettext(
        "An e-mail address looks wrong", "{n:,} e-mail addresses look wrong", n
    ),
    Odd.SAME: lambda n: ngettext(
        "A guest is on the list twice", "{n:,} rows say the same as another", n
    ),
    Odd.NO_NAME: lambda n: ngettext(
        "A guest has no name", "{n:,} guests have no name", n
    ),
    Odd.NOBODY: lambda n: ngettext("A row names nobody", "{n:,} rows name nobody", n),
    Odd.STATUS: lambda n: ngettext(
        "A status is not known", "{n:,} statuses are not known", n
    ),
    Odd.PLACES: lambda n: ngettext(
        "A number of places is not clear", "{n:,} numbers of places are not clear", n
    ),
    Odd.ANSWER: lambda n: ngettext(
        "An answer is neither yes nor no", "{n:,} answers are neither yes nor no", n
    ),
    Odd.STRAY: lambda n: ngettext(
        "A row has cells far to the right", "{n:,} rows have cells far to the right", n
    ),
    Odd.HIDDEN: lambda n: ngettext(
        "A row is hidden in the workbook", "{n:,} rows are hidden in the workbook", n
    ),
    Odd.LONG: lambda n: ngettext(
        "A row holds too much text", "{n:,} rows hold too much text", n
    ),
    Odd.FORGOTTEN: lambda n: ngettext(
        "Somebody asked to be forgotten", "{n:,} people asked to be forgotten", n
    ),
}
