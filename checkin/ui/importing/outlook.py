"""What the import page shows of a plan: small values, made beside the long lists.

The reading and the plan of 100,000 rows stay with the thread that made them; the window
is handed one of these.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from checkin.importing import (
    Certainty,
    Consequence,
    Odd,
    Plan,
    Reading,
    certainties,
    consequence,
    how_read,
    problem_groups,
)
from checkin.importing.people import Person
from checkin.importing.plan import What
from checkin.model.i18n import _, ngettext

ROWS = 5
"""Rows in the preview."""
_ODD_ROWS = 2
"""Of them so many that show what is odd."""
_SAID = 3
"""Who left the list: so many are named at once."""
_NAMED = 200
"""The most that are named one by one."""
GONE = "gone"
"""The card of those who left the list."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which file, and how it should be understood."""

    path: Path
    sheet: str = ""
    """Of a workbook; empty: the first one that looks like a list."""
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
    """All problems of one kind, or those who left the list."""

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


def outlook_of(
    reading: Reading,
    plan: Plan | None,
    wish: Wish,
    lists: Iterable[str],
    familiar: bool,
) -> Outlook:
    """A plan as the page shows it; without one, nothing says where the names are."""
    counts = plan.counts() if plan else {}
    table = reading.table
    return Outlook(
        file=table.file,
        how=how_read(table),
        sheets=table.how.sheets,
        sheet=table.how.sheet,
        rows=len(table.rows),
        columns=tuple(_columns(reading, familiar)),
        said=wish.said,
        consequence=consequence(plan) if plan else _stuck(),
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
        withdrawn=counts.get("withdrawn", 0),
        source=wish.source,
        lists=tuple(lists),
        familiar=familiar,
        stuck=plan is None,
        groups=tuple(_groups(plan)) if plan else (),
    )


def _stuck() -> Consequence:
    how = _("Choose “Full name” above it, or “First name” and “Last name”.")
    return Consequence(_("Which column holds the names?"), how, _("Import"))


def _columns(reading: Reading, familiar: bool) -> Iterator[ColumnShown]:
    table, odd = reading.table, _odd_people(reading)
    others = (n for n in table.numbers[:ROWS] if n not in odd)
    shown = sorted([*odd, *islice(others, ROWS - len(odd))])
    rows = [(n, table.rows[bisect_left(table.numbers, n)]) for n in shown]
    sure = certainties(reading)
    for column, certainty in zip(reading.mapping.columns, sure, strict=True):
        known = familiar and certainty is Certainty.CHECK
        yield ColumnShown(
            column.index,
            column.heading,
            column.field,
            Certainty.SURE if known else certainty,
            tuple(
                _cell(row[column.index], column.field, odd.get(n)) for n, row in rows
            ),
        )


def _odd_people(reading: Reading) -> dict[int, Person]:
    """The first with an odd cell, by row."""
    odd = (p for p in reading.people if any(one.field for one in p.odd))
    return {p.row: p for p in islice(odd, _ODD_ROWS)}


def _cell(text: str, field: str, person: Person | None) -> Cell:
    short = " ".join(text.split())[:200]
    for one in person.odd if person else ():
        if one.field == field and one.cell in (short, text.strip()):
            return Cell(short, one.text)
    return Cell(short)


def _groups(plan: Plan) -> Iterator[GroupShown]:
    for group in problem_groups(plan):
        first = group.examples[0]
        rows = ", ".join(f"{n:,}" for n in group.rows[:_NAMED])
        more = "…" if group.count > _NAMED else ""
        yield GroupShown(
            kind=group.kind.value,
            title=group.title,
            count=group.count,
            says=first.says or first.where[:1].upper() + first.where[1:],
            where=first.where if first.says else "",
            outcome=group.kind.outcome,
            everybody=_("Rows {rows}").format(rows=rows + more),
            more=group.count > 1,
            question=group.kind is not Odd.FORGOTTEN,
        )
    gone = [s.person.name for s in plan.steps if s.what is What.WITHDRAWN]
    if gone:
        yield _gone(gone)


def _gone(names: list[str]) -> GroupShown:
    more = "…" if len(names) > _NAMED else ""
    n = len(names)
    return GroupShown(
        kind=GONE,
        title=ngettext("{n:,} left the list", "{n:,} left the list", n),
        count=n,
        says=", ".join(names[:_SAID]) + ("…" if n > _SAID else ""),
        where="",
        outcome=_("Kept, but marked withdrawn: at the door they count as cancelled."),
        everybody=", ".join(names[:_NAMED]) + more,
        more=n > _SAID,
        question=False,
    )
