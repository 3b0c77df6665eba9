"""What the import page shows of a plan: small values, made beside the long lists.

The reading and the plan of 100,000 rows stay with the thread that made them; the window
is handed one of these.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checkin.importing import Certainty, Consequence
from checkin.importing.amending import Amendments
from checkin.importing.choices import NO_CHOICES, Choices
from checkin.importing.read_as import AS_FOUND, ReadAs
from checkin.importing.ways import Ways
from checkin.ui.importing.asking import GroupShown, Mended

ROWS = 5
"""Rows in the preview."""


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
    mended: tuple[Mended, ...] = ()
    """What was put right, in the order in which it was."""
    seen: frozenset[tuple[str, Hashable]] = frozenset()
    """(kind, key) of questions to which the answer was: as it is."""
    choices: Choices = NO_CHOICES
    """What was decided about people who are there already."""
    shown: tuple[int, ...] = ()
    """Rows that are to be seen, whatever is odd."""

    @property
    def amendments(self) -> Amendments:
        """What was put right, cell by cell."""
        cells: dict[tuple[int, str], str] = {}
        out: set[int] = set()
        for one in self.mended:
            if one.heading:
                cells |= dict.fromkeys(
                    ((row, one.heading) for row in one.rows), one.now
                )
            else:
                out.update(one.rows)
        return Amendments(cells, frozenset(out))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the preview."""

    text: str
    row: int
    """As a spreadsheet shows it."""
    odd: str = ""
    """Why it is marked, in words; empty for nearly all."""
    kind: str = ""
    """Of the question about it."""
    was: str | None = None
    """What the file says, where the user has put it right."""
    calm: bool = False
    """Odd, but the user has said that it stays as it is."""


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
class Outlook:
    """All that the page shows of one plan."""

    file: str
    how: str
    """How it was read, in words."""
    ways: Ways
    """In which it could be read instead."""
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
    looks_like: str = ""
    """The system whose export it is; empty where nobody knows."""
    rejected: int = 0
    """Rows that are not imported, and can be saved."""
    cells: Mapping[int, tuple[Cell, ...]] = field(default_factory=dict)
    """By row: those that the preview can show, cells in the order of the file."""
    first: tuple[int, ...] = ()
    """The rows to begin with."""
    focus: tuple[int, ...] = ()
    """The rows that the preview is about."""

    @property
    def changes(self) -> int:
        """How many people something is written of."""
        return self.new + self.changed + self.withdrawn

    @property
    def questions(self) -> int:
        """Everything that is worth a look: columns, and kinds of problems."""
        columns = sum(c.certainty is Certainty.CHECK for c in self.columns)
        return columns + sum(group.question for group in self.groups)
