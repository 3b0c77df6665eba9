"""A reading and its plan become what the page shows; runs where these lie."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from checkin.importing import (
    Certainty,
    Consequence,
    Plan,
    Reading,
    certainties,
    consequence,
    how_read,
)
from checkin.importing.people import Person
from checkin.model.i18n import _
from checkin.ui.importing.groups import groups_of
from checkin.ui.importing.outlook import ROWS, Cell, ColumnShown, Outlook, Wish

_ODD_ROWS = 2
"""So many rows of the preview show what is odd."""
_CELL = 200
"""Letters of a cell."""


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
        changed=counts.get("changed", 0) + (plan.updated if plan else 0),
        withdrawn=counts.get("withdrawn", 0),
        source=wish.source,
        lists=tuple(lists),
        familiar=familiar,
        stuck=plan is None,
        groups=tuple(groups_of(plan)) if plan else (),
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
    short = " ".join(text.split())[:_CELL]
    for one in person.odd if person else ():
        if one.field == field and one.cell in (short, text.strip()):
            return Cell(short, one.text)
    return Cell(short)
