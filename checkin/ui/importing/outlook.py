"""What the import page shows of a plan: small values, made beside the long lists.

The reading and the plan of 100,000 rows stay with the thread that made them; the window
is handed one of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checkin.importing import Certainty, Consequence
from checkin.importing.read_as import AS_FOUND, ReadAs

ROWS = 5
"""Rows in the preview."""
CHANGED, GONE = "changed", "gone"
"""The cards of those who change, and of those who left the list; beside Odd."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which file, and how it should be understood."""

    path: Path
    how: ReadAs = AS_FOUND
    """As the user wants it to be read; what is not said is found out."""
    source: str = ""
    """The list that it is a version of; empty: find out."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Heading → field, where it is not left to guessing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the preview."""

    text: str
    odd: str = ""
    """Why it is marked, in words; empty for nearly all."""


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of the preview."""

    index: int
    """In the file, from 0."""
    heading: str
    field: str
    certainty: Certainty
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GroupShown:
    """All problems of one kind, or those who change or left the list."""

    kind: str
    title: str
    count: int
    says: str
    """The first one: the cell, or the name."""
    where: str
    """Whose it is, and in which row."""
    outcome: str
    """What becomes of them if nothing is done."""
    everybody: str
    """All of them in short: their names, else their rows."""
    more: bool
    """Whether that is more than `says`."""
    question: bool = True
    """Whether it is worth a look; else it only tells."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that the page shows of one plan."""

    file: str
    how: str
    """How it was read, in words."""
    sheets: tuple[str, ...]
    """Of a workbook; else none."""
    sheet: str
    rows: int
    columns: tuple[ColumnShown, ...]
    said: Mapping[str, str]
    """Heading → field, where it is not left to guessing."""
    consequence: Consequence
    new: int
    changed: int
    """With those of whom only what is kept beside has changed."""
    withdrawn: int
    source: str
    """The list that the file is a version of, by name."""
    lists: tuple[str, ...]
    """All lists that the event knows."""
    familiar: bool
    """A newer version of a known list, its columns taken for the same as before."""
    stuck: bool
    """Nothing can be imported before somebody says where the names are."""
    groups: tuple[GroupShown, ...]

    @property
    def changes(self) -> int:
        """How many people something is written of."""
        return self.new + self.changed + self.withdrawn

    @property
    def questions(self) -> int:
        """Everything that is worth a look: columns, and kinds of problems."""
        columns = sum(c.certainty is Certainty.CHECK for c in self.columns)
        return columns + sum(group.question for group in self.groups)
