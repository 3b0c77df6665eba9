"""What the user puts right in a list before it is imported: cells, and rows left out.

The file itself is never touched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checkin.importing.columns import heading_named
from checkin.importing.errors import NoSuchRow
from checkin.importing.table import Table
from checkin.model.errors import BadArgument
from checkin.model.i18n import _


@dataclass(frozen=True, slots=True)
class Amendments:
    """Cells that say something else, and rows that don't count."""

    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """(row as a spreadsheet shows it, heading) → what stands there from now on."""
    left_out: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anything to put right."""
        return bool(self.cells or self.left_out)


NOTHING = Amendments()


def amended(table: Table, amendments: Amendments) -> Table:
    """The table as the user wants it to be read.

    Raises:
        NoSuchRow, NoSuchColumn: there is nothing to put right at that place.
    """
    if not amendments:
        return table
    places = {number: i for i, number in enumerate(table.numbers)}
    columns = {heading: i for i, heading in enumerate(table.header)}
    rows: list[tuple[str, ...]] = list(table.rows)
    for row in (*amendments.left_out, *(row for row, _heading in amendments.cells)):
        if row not in places:
            first, last = table.numbers[0], table.numbers[-1]
            raise NoSuchRow(row=row, first=first, last=last)
    for (row, heading), text in amendments.cells.items():
        at = columns[heading_named(table.header, heading)]
        cells = rows[places[row]]
        rows[places[row]] = (*cells[:at], text, *cells[at + 1 :])
    kept = [i for i, n in enumerate(table.numbers) if n not in amendments.left_out]
    return replace(
        table,
        rows=tuple(rows[i] for i in kept),
        numbers=tuple(table.numbers[i] for i in kept),
    )


def parse_amendments(fixes: Iterable[str], left_out: Iterable[int]) -> Amendments:
    """As the terminal has them: “14:E-mail=zoe@example.org”, and row numbers.

    Raises:
        BadArgument: that is no row, heading and text.
    """
    return Amendments(dict(map(_parse_fix, fixes)), frozenset(left_out))


def _parse_fix(text: str) -> tuple[tuple[int, str], str]:
    row, colon, rest = text.partition(":")
    heading, equals, cell = rest.partition("=")
    if not (colon and equals and heading.strip() and row.strip().isdecimal()):
        raise BadArgument(
            value=text,
            what="--fix",
            reason=_("It needs a row, a heading, and what should stand there."),
            instead=_("Write it like this: --fix “14:E-mail=zoe@example.org”."),
        )
    return (int(row), heading.strip()), cell.strip()
