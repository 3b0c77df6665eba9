"""What a person decides about a plan: whose word holds, who is one person, who came."""

from dataclasses import dataclass

from checkin.model.errors import CheckinError
from checkin.model.i18n import N_
from checkin.model.ids import AttendeeId


class NoDouble(CheckinError):
    """A row should become one guest with another, but nothing speaks for that."""

    title = N_("Row {row} is nobody’s double")
    message = N_("Nobody else looks like the guest in that row. Nothing was imported.")
    hint = N_(
        "A dry run tells the rows that may be one guest. If they are two guests by an"
        " earlier import, undo that one first."
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """The answers to what a plan asks; without any, nothing of the desk's is lost."""

    replace: frozenset[tuple[AttendeeId, str]] = frozenset()
    """Whose corrections give way to the list, by `Conflict.key`."""
    merge: frozenset[tuple[int, str]] = frozenset()
    """Which possible doubles are one person, by `Double.key`; (row, "") for the first
    one whom that row may be, until there is a plan."""
    arrivals: bool = False
    """Whether those who came according to the list are put down as here."""

    def makes_one_of(self, double: "Double") -> bool:
        """Whether somebody said that these two are one person."""
        return double.key in self.merge


NO_CHOICES = Choices()


@dataclass(frozen=True, slots=True)
class Conflict:
    """The list changed what was put right at the desk, and says something else."""

    who: AttendeeId
    name: str
    """How they are called now, at the desk."""
    row: int
    """As a spreadsheet shows it."""
    field: str
    """One of DETAIL_NAMES."""
    yours: object
    """The desk's value; it holds unless the conflict is among `Choices.replace`."""
    theirs: object
    """What the list says now."""
    correction: str
    """Hexadecimal id of the correction that holds; one made since then stays."""

    @property
    def key(self) -> tuple[AttendeeId, str]:
        """For `Choices.replace`."""
        return (self.who, self.field)


@dataclass(frozen=True, slots=True)
class Double:
    """Two that may be one person; they stay two unless somebody says so."""

    key: tuple[int, str]
    """For `Choices.merge`: the row, and who the other one is."""
    name: str
    row: int
    """The later one of the two in the file; this row gives way."""
    other_name: str
    other_row: int
    """0 for somebody who is not on this file."""
    why: str
    """In words: the same e-mail address, the same phone…"""
