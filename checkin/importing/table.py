"""A file as a table: headings, rows as text, and how it was read."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape

from checkin.heap import let_go
from checkin.importing.broken_rows import rejoined
from checkin.importing.columns_words import recognised
from checkin.importing.errors import EmptyFile, NothingBelow, TooLarge
from checkin.importing.list_rows import RawRow, list_rows
from checkin.importing.parts import from_headings
from checkin.importing.quotes import Quotes
from checkin.importing.second_heading import with_second_row
from checkin.importing.side_by_side import stacked
from checkin.model.i18n import _

MAX_ROWS = 300_000
"""More guests than any hall holds; also what fits into memory as text."""

MAX_COLUMNS = 250
"""What lies further right is a stray cell, not a column."""

_HEADING_LENGTH = 200
SHOWN_ROWS = 10
"""Rows to choose the headings from."""


@dataclass(frozen=True, slots=True)
class HowRead:
    """What reading the file found out."""

    encoding: str = ""
    """As Python names it; empty for a workbook."""
    separator: str = ""
    """Between cells; empty for a workbook or a single column."""
    sheet: str = ""
    """The sheet of a workbook."""
    sheets: tuple[str, ...] = ()
    """All that can be chosen instead, this one too; hidden ones are not among them."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows of a workbook that are filled, but not shown: a filter, or by hand."""
    hidden_columns: frozenset[int] = frozenset()
    """Columns of a workbook that are not shown, from 0."""
    said: frozenset[str] = frozenset()
    """What of it the user said: names of the fields of ReadAs."""
    unsure: frozenset[str] = frozenset()
    """What was guessed with a doubt, named alike."""
    quotes: Quotes = Quotes.DOUBLED
    """What stands around cells that hold separators."""
    stray_quotes: tuple[int, ...] = ()
    """Rows with a quotation mark that is never closed, and was left out."""
    telling: bytes = b""
    """The first cell with other letters than ASCII; empty if there is none."""
    is_lines: bool = False
    """Whether it is text with something between the cells of a line."""
    other_tables: tuple[int, ...] = ()
    """Rows with the headings of tables that hold people, and are not read."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; every row as wide as the headings."""

    file: str
    """The file's name, without its folder."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
    header: tuple[str, ...]
    """Distinct and never empty."""
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    """The row numbers as a spreadsheet shows them, in step with `rows`."""
    how: HowRead
    strays: frozenset[int] = frozenset()
    """Rows with cells so far right that they were left out."""
    header_row: int = 1
    """Where the headings stand, as a spreadsheet shows it."""
    hidden: frozenset[str] = frozenset()
    """Headings of the columns that a workbook hides."""
    top: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """The first rows of the file, and that of the headings: number and cells."""


def make_table(
    file: str,
    digest: str,
    raw: Iterable[RawRow],
    how: HowRead,
    header_row: int | None = None,
) -> Table:
    """Finds the headings among the rows and makes all rows as wide.

    `header_row` is where they are, if the user says so; 0: there are none.

    Raises:
        EmptyFile, NothingBelow, TooLarge.
        BadArgument: nothing stands in that row.
    """
    filled = _filled(file, raw)
    top = filled[:SHOWN_ROWS]
    filled, others = from_headings(file, filled, header_row)
    filled = stacked(filled)
    number, header = filled[0]
    if how.separator:
        filled[1:] = rejoined(len(header), filled[1:])
    header, more = with_second_row(header, filled[1:3])
    below = list_rows(filled[0][1], filled[1 + more :])
    if not below:
        raise NothingBelow(file=file)
    width = _width_of_all(filled)
    names, rows, hidden = _columns(header, below, width, how.hidden_columns)
    return Table(
        file=file,
        digest=digest,
        header=names,
        rows=rows,
        numbers=tuple(n for n, _ in below),
        how=how if header_row is not None else _doubted(how, number, header, others),
        strays=frozenset(n for n, cells in below if any(cells[width:])),
        header_row=number,
        hidden=hidden,
        top=_top(top, (filled[0], *others)),
    )


def _columns(
    header: Sequence[str], below: Sequence[RawRow], width: int, unseen: Collection[int]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], frozenset[str]]:
    """The headings, the rows as wide as these, and the headings that are not shown.

    Without the columns in which nothing stands.
    """
    names = distinct(header[:width], width)
    rows = _unwrapped([_fitted(cells, width) for _, cells in below])
    used = _used(header, rows, width)
    shown: Sequence[int] = used or range(width)
    if used:
        whole, rows = rows, [tuple(row[i] for i in used) for row in rows]
        let_go(whole)
    hidden = frozenset(names[i] for i in shown if i in unseen)
    return tuple(names[i] for i in shown), tuple(rows), hidden


def _filled(file: str, raw: Iterable[RawRow]) -> list[RawRow]:
    """The rows in which something stands."""
    filled = [_bounded(row) for row in raw if any(map(str.strip, row[1]))]
    if not filled:
        raise EmptyFile(file=file)
    if len(filled) > MAX_ROWS:
        raise too_many_rows(file)
    return filled


def _bounded(row: RawRow) -> RawRow:
    """A row that goes on for ever ends behind the columns that count, with a stray."""
    number, cells = row
    if len(cells) <= 4 * MAX_COLUMNS:
        return row
    stray = next(filter(str.strip, cells[MAX_COLUMNS:]), "")
    return number, [*cells[:MAX_COLUMNS], stray]


def _doubted(
    how: HowRead, number: int, headings: Sequence[str], others: Sequence[RawRow]
) -> HowRead:
    """Headings of which none is known may be none; other tables are told."""
    if number and not recognised(headings):
        how = replace(how, unsure=how.unsure | {"header_row"})
    return replace(how, other_tables=tuple(n for n, _cells in others))


def _top(
    first: Sequence[RawRow], headings: Sequence[RawRow]
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """What somebody needs to see who says where the headings stand."""
    rows = dict(first) | {n: cells for n, cells in headings if n}
    return tuple((n, tuple(cells[:MAX_COLUMNS])) for n, cells in rows.items())


def too_many_rows(file: str) -> TooLarge:
    """The refusal of a table with more rows than MAX_ROWS."""
    return TooLarge(
        file=file,
        size=_("more than {n} rows").format(n=MAX_ROWS),
        limit=_("{n} rows").format(n=MAX_ROWS),
    )


def distinct(header: Sequence[str], width: int) -> tuple[str, ...]:
    """Headings tidied; empty ones named by their place, repeated ones numbered."""
    seen: Counter[str] = Counter()
    names: list[str] = []
    for i in range(width):
        name = " ".join(header[i].split())[:_HEADING_LENGTH] if i < len(header) else ""
        name = name or _("Column {n}").format(n=i + 1)
        taken = set(names)
        own = name
        while own in taken:
            seen[name] += 1
            own = f"{name} ({seen[name] + 1})"
        names.append(own)
    return tuple(names)


def _used(
    header: Sequence[str], rows: Sequence[tuple[str, ...]], width: int
) -> list[int]:
    """The columns with a heading or a cell, if some have neither; else none."""
    bare = [i for i in range(width) if i >= len(header) or not header[i].strip()]
    empty = {i for i in bare if not any(row[i].strip() for row in rows)}
    return [i for i in range(width) if i not in empty] if empty else []


def _unwrapped(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Without what other programs wrap cells in: ="00123", D&#039;Angelo."""
    shown = [cell for row in rows[:_LOOKED_AT] for cell in row]
    if any(map(_WRAPPED.fullmatch, shown)):
        rows = [tuple(_WRAPPED.sub(r"\1", cell) for cell in row) for row in rows]
    if any(map(_ESCAPED.search, shown)):
        rows = [tuple(unescape(c) if "&" in c else c for c in row) for row in rows]
    return rows


_WRAPPED = re.compile(r'^="([^"]*)"$')
_ESCAPED = re.compile(
    r"&(?:#\d{2,5}|#x[0-9a-f]{2,5}|amp|quot|apos|lt|gt"
    r"|[A-Za-z]+(?:acute|grave|uml|cedil|circ|tilde));"
)
_LOOKED_AT = 50


def _width_of_all(rows: Sequence[RawRow]) -> int:
    """That of the widest row, but for those with a cell that is a stray."""
    widths = {_width(cells) for _n, cells in rows}
    return max((w for w in widths if w <= MAX_COLUMNS), default=MAX_COLUMNS)


def _width(cells: Sequence[str]) -> int:
    """Up to the last cell with something in it."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _fitted(cells: Sequence[str], width: int) -> tuple[str, ...]:
    if len(cells) >= width:
        return tuple(cells[:width])
    return (*cells, *[""] * (width - len(cells)))
