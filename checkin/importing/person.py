"""One guest as a list tells of them, and a row that tells of none."""

from collections.abc import Mapping as Values
from dataclasses import dataclass, field
from typing import Any

from checkin.importing.oddities import Odd, Oddity
from checkin.model.attendee import Details
from checkin.model.names import fold, full_name

NAMED_BY = frozenset({"full_name", "first_name", "last_name"})
"""The details that say what somebody is called: they belong together."""
Key = tuple[str, str, str]
"""(folded name, folded e-mail, code)."""


@dataclass(frozen=True)
class Person:
    """What the list says of one guest."""

    row: int
    """As a spreadsheet shows it, from 1."""
    fields: Values[str, Any]
    """Details by name, only those that are said."""
    extra: Values[str, str] = field(default_factory=dict)
    """The other columns by heading, only those with something in them."""
    permissions: Values[str, str] = field(default_factory=dict)
    """Purpose → answer, only where one was given."""
    odd: tuple[Oddity, ...] = ()
    """What is odd about the row; it is imported all the same."""
    came: str = ""
    """What the list says of whether they came, as it writes it: often when."""

    @property
    def problem(self) -> str:
        """The same in words; empty for nearly all rows."""
        return "; ".join(one.text for one in self.odd)

    @property
    def details(self) -> Details:
        """The same as a value of the model."""
        return Details(**self.fields)

    @property
    def name(self) -> str:
        """The whole name."""
        return name_of(self.fields)

    @property
    def email(self) -> str:
        """The e-mail address as the list writes it."""
        return str(self.fields.get("email", ""))

    @property
    def key(self) -> Key:
        """Two rows of one key are one guest."""
        return key_of(self.fields, self.name)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is not imported, and why."""

    row: int
    kind: Odd
    text: str
    name: str = ""
    email: str = ""
    other: int = 0
    """The row that says the same; 0 if there is none."""


def key_of(fields: Values[str, Any], name: str) -> Key:
    """By what somebody is told from others."""
    code = fields.get("external_code", "")
    return (fold(name), fold(fields.get("email", "")), code)


def name_of(fields: Values[str, Any]) -> str:
    """The whole name: as given, else put together from its parts."""
    given = fields.get("full_name")
    if given:
        return str(given)
    return full_name(fields.get("first_name", ""), fields.get("last_name", ""))
