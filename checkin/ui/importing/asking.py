"""What the page asks about a list: kinds of questions, cases of each, and answers."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

CHANGED, GONE = "changed", "gone"
"""The cards of those who change, and of those who left the list; beside Odd."""
CONFLICT, DOUBLE, ARRIVED = "conflict", "double", "arrived"
"""Corrected at the desk; maybe one person twice; those whom the list says have come."""

ALL: Hashable = "all"
"""The key that stands for every case of a kind."""


class Deed(StrEnum):
    """What a choice on a card does."""

    FIX = "fix"
    """Opens the cell in the preview."""
    SHOW = "show"
    """Brings the row into the preview."""
    KEEP = "keep"
    """It stays as the plan has it; the question is answered."""
    PUT = "put"
    """The cells say something else: the value of the option."""
    OUT = "out"
    """The rows are left out."""
    BACK = "back"
    """The cells say again what the file says."""
    REPLACE = "replace"
    """The list's value takes the place of the desk's."""
    MERGE = "merge"
    """Both are one person."""
    ARRIVE = "arrive"
    """Those whom the list says have come count as arrived."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice on a card."""

    deed: Deed
    words: str
    value: str = ""
    """What the cells say from then on."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question: a cell, a word that several cells hold, two people."""

    key: Hashable
    """Says which one it is, within its kind."""
    says: str
    """What is odd: the cell, or the name."""
    where: str
    """Whose it is, and in which row."""
    rows: tuple[int, ...] = ()
    """As a spreadsheet shows them."""
    heading: str = ""
    """The column in which it can be put right."""
    cell: str = ""
    """What the file says there."""
    options: tuple[Option, ...] = ()
    """The safe one first."""
    chosen: Deed | None = None
    """What the user has answered."""

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.chosen is None


@dataclass(frozen=True, slots=True)
class GroupShown:
    """All questions of one kind, or those who change or left the list."""

    kind: str
    title: str
    count: int
    """How many rows or people it is about; those answered are not among them."""
    outcome: str
    """What becomes of them if nothing is done."""
    cases: tuple[Case, ...]
    """Never empty; of very many, the first ones."""
    every: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """(heading, rows): all cells of the kind, for an answer to all of them."""
    everybody: str = ""
    """Of those who are only told of, all of them in short."""
    more: bool = False
    """Whether that is more than the first case says."""
    cut: bool = False
    """Whether there are more cases than these."""
    question: bool = True
    """Whether it still is worth a look; else it only tells."""

    @property
    def says(self) -> str:
        """The first case."""
        return self.cases[0].says

    @property
    def where(self) -> str:
        """Whose the first case is."""
        return self.cases[0].where


@dataclass(frozen=True, slots=True)
class Mended:
    """An answer that changes what the list says, and can be taken back."""

    kind: str
    """Of the question that it answers."""
    rows: tuple[int, ...]
    heading: str
    """Empty: these rows are left out."""
    was: str
    now: str
    told: str
    """What was answered, for the card."""
    where: str

    @property
    def key(self) -> Hashable:
        """Of its case."""
        return ("mended", self.rows[0], self.heading, len(self.rows))
