"""A file as a table: headings, rows as text, and how it was read."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise

from checkin.heap import let_go
from checkin.importing.broken_rows import rejoined
from checkin.importing.columns_words import meaning, recognised
from checkin.importing.errors import EmptyFile, NothingBelow, TooLarge
from checkin.importing.list_rows import filled_cells, list_rows
from checkin.importing.quotes import Quotes
from checkin.importing.read_as import refuse_row
from checkin.importing.second_heading import with_row_above, with_second_row
from checkin.importing.side_by_side import stacked
from checkin.model.i18n import _

MAX_ROWS = 300_000
"""More guests than any hall holds; also what fits into memory as text."""

MAX_COLUMNS = 250
"""What lies further right is a stray cell, not a column."""

_HEADING_LENGTH = 200
LOOK_FOR_HEADER = 30
"""Rows in which the headings are looked for, below titles and notes."""

SHOWN_ROWS = 10
"""Rows to choose the headings from."""

RawRow = tuple[int, Sequence[str]]
"""The row's number as a spreadsheet shows it, from 1; and its cells."""


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
    filled = [_bounded(row) for row in raw if any(map(str.strip, row[1]))]
    if not filled:
        raise EmptyFile(file=file)
    if len(filled) > MAX_ROWS:
        raise too_many_rows(file)
    top = filled[:SHOWN_ROWS]
    filled = stacked(_from_headings(file, filled, header_row))
    number, header = filled[0]
    if how.separator:
        filled[1:] = rejoined(len(header), filled[1:])
    header, more = with_second_row(header, filled[1:3])
    below = list_rows(filled[0][1], filled[1 + more :])
    if not below:
        raise NothingBelow(file=file)
    widths = {_width(cells) for _, cells in filled}
    width = max((w for w in widths if w <= MAX_COLUMNS), default=MAX_COLUMNS)
    names = distinct(header[:width], width)
    hidden = frozenset(names[i] for i in how.hidden_columns if i < width)
    rows = _unwrapped([_fitted(cells, width) for _, cells in below])
    if used := _used(header, rows, width):
        names = tuple(names[i] for i in used)
        whole, rows = rows, [tuple(row[i] for i in used) for row in rows]
        let_go(whole)
    return Table(
        file=file,
        digest=digest,
        header=names,
        rows=tuple(rows),
        numbers=tuple(n for n, _ in below),
        how=how if header_row is not None else _doubted(how, number, header),
        strays=frozenset(n for n, cells in below if any(cells[width:])),
        header_row=number,
        hidden=hidden & set(names),
        top=_top(top, filled[0]),
    )


def _bounded(row: RawRow) -> RawRow:
    """A row that goes on for ever ends behind the columns that count, with a stray."""
    number, cells = row
    if len(cells) <= 4 * MAX_COLUMNS:
        return row
    stray = next(filter(str.strip, cells[MAX_COLUMNS:]), "")
    return number, [*cells[:MAX_COLUMNS], stray]


def _from_headings(
    file: str, rows: list[RawRow], header_row: int | None
) -> list[RawRow]:
    """The part of a file that is the list, from its headings on."""
    if header_row:
        return _part_from(file, rows, header_row)
    rows = rows if header_row == 0 else best_part(rows)
    at = _headings_at(rows, header_row)
    if at and rows[at][0] - rows[at - 1][0] == 1:
        rows[at] = (rows[at][0], with_row_above(rows[at - 1][1], rows[at][1]))
    return rows[at:]


def _headings_at(filled: list[RawRow], header_row: int | None) -> int:
    """Where the headings stand; where nobody wrote any, a row is put there for them.

    The columns are then known by their place.
    """
    top = [cells for _, cells in filled[:LOOK_FOR_HEADER]]
    at = header_at(top)
    if header_row == 0 or is_data(top[at]) or _are_only_names(top):
        filled.insert(0, (0, [""] * max(map(len, top))))
        return 0
    return at


def _doubted(how: HowRead, number: int, headings: Sequence[str]) -> HowRead:
    """Headings of which none is known may be none."""
    if number and not recognised(headings):
        return replace(how, unsure=how.unsure | {"header_row"})
    return how


def _top(
    first: list[RawRow], headings: RawRow
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """What somebody needs to see who says where the headings stand."""
    rows = first if not headings[0] or headings in first else [*first, headings]
    return tuple((n, tuple(cells[:MAX_COLUMNS])) for n, cells in rows)


def _part_from(file: str, rows: list[RawRow], header_row: int) -> list[RawRow]:
    """The table whose headings the user says stand in this row."""
    at = next((i for i, (n, _cells) in enumerate(rows) if n == header_row), None)
    if at is None:
        raise refuse_row(file, header_row, rows[0][0], rows[-1][0])
    ends = (i for i in range(at + 1, len(rows)) if _begins(rows, i))
    return rows[at : next(ends, len(rows))]


def best_part(rows: list[RawRow]) -> list[RawRow]:
    """Of several tables below each other, the one that is the list of people.

    A table begins where known headings stand behind a gap or a title. Two with the
    same headings are one.
    """
    starts = [i for i in range(1, len(rows)) if _begins(rows, i)]
    if not starts:
        return rows
    parts = [rows[a:b] for a, b in pairwise((0, *starts, len(rows)))]
    return max(parts, key=_people_in)


def _begins(rows: list[RawRow], i: int) -> bool:
    number, cells = rows[i]
    before_number, before = rows[i - 1]
    titled = _is_title(before)
    if number - before_number < 2 and not titled:
        return False
    if is_data(cells):
        return False
    if recognised(cells) < 2 and not (titled and _repeats_headings(cells, rows[:i])):
        return False
    headers = (row for _n, row in rows[:i] if row == cells)
    return next(headers, None) is None


def _is_title(cells: Sequence[str]) -> bool:
    """Whether a single cell says something; two at the front tell most that are not."""
    if len(cells) > 1 and cells[0].strip() and cells[1].strip():
        return False
    return filled_cells(cells) == 1


def _repeats_headings(cells: Sequence[str], before: Sequence[RawRow]) -> bool:
    """Whether it is a row of headings by those that stood in one further up."""
    own = {cell.strip() for cell in cells if cell.strip()}
    if len(own) < 3 or any(any(map(str.isdigit, cell)) for cell in own):
        return False
    return any(
        len(own & {cell.strip() for cell in row}) * 2 > len(own)
        for _n, row in before
        if recognised(row) >= 2
    )


def _people_in(part: list[RawRow]) -> tuple[bool, int]:
    """Whether names or addresses have a column in it, and how many rows there are."""
    top = [cells for _n, cells in part[:LOOK_FOR_HEADER]]
    found = {one.field for cell in top[header_at(top)] if (one := meaning(cell))}
    return bool(found & WHO), len(part)


WHO = frozenset("full_name first_name last_name last_first email".split())


def header_at(rows: Sequence[Sequence[str]]) -> int:
    """The row with the most headings that are known; the first one if none has any.

    Two are needed below the first row: a title may happen to be a known word.
    """
    scores = [0 if is_data(cells) else recognised(cells) for cells in rows]
    best = max(scores, default=0)
    if best < 2 or (scores and scores[0] == best):
        return 0
    return scores.index(best)


def is_data(cells: Sequence[str]) -> bool:
    """Whether a row says something of somebody, and is no headings: an address."""
    return any(_ADDRESS.fullmatch(cell.strip()) for cell in cells)


_ADDRESS = re.compile(r"(?:[^@<>]* <)?[^@\s<>]+@[^@\s<>]+\.\w+>?")


def _are_only_names(top: Sequence[Sequence[str]]) -> bool:
    """Whether nothing but names stands there, one in each row, and no heading."""
    alone = [
        "".join(cells).strip()
        for cells in top
        if sum(1 for c in cells if c.strip()) == 1
    ]
    return (
        len(alone) == len(top) > 1
        and not recognised(top[0])
        and all(map(_is_whole_name, alone))
    )


def _is_whole_name(text: str) -> bool:
    words = text.split()
    plain = all(c.isalpha() or c in " .'’-" for c in text)
    return plain and 2 <= len(words) <= 5 and not (words[0] + words[-1]).islower()


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
