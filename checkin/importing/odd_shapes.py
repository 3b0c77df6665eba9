"""Texts that are no CSV: lines quoted as a whole, fixed widths, a line of addresses."""

import csv
import re
from collections.abc import Callable, Sequence

from checkin.importing.addresses import is_recipient
from checkin.importing.columns_words import recognised
from checkin.importing.list_rows import RawRow
from checkin.importing.separators import find_separator

_SAMPLE = 200
"""Rows that show the shape of all."""
_DASHES = re.compile("-+")
_FEW = 3
_TOP = 30
"""Rows in which headings, or the line below them, are looked for."""
_RULED = re.compile(r"-+(?: -+)+\s*$")
_GAP = re.compile(r"\S+(?: \S+)*")
"""A heading of fixed width ends where two spaces follow."""


def reshaped(rows: Sequence[RawRow]) -> list[RawRow] | None:
    """Rows of one cell each, taken apart; None where nothing says how.

    So is a line of recipients as an e-mail has it, one row for each.
    """
    if len(rows) <= _FEW and (cells := _recipients(rows)):
        return [(n, [cell]) for n, cell in enumerate(cells, 1)]
    sample = [cells[0] for _n, cells in rows[:_SAMPLE] if cells]
    if len(sample) < 2 or any(len(cells) > 1 for _n, cells in rows[:_SAMPLE]):
        return None
    split = _quoted_whole(sample) or _fixed(sample)
    if split is None:
        return None
    return [(n, split(cells[0]) if len(cells) == 1 else cells) for n, cells in rows]


def ruled(sample: str) -> bool:
    """Whether a database drew a line below its headings: columns of fixed width."""
    return any(_RULED.match(line) for line in sample[:_HEAD].splitlines()[:_TOP])


_HEAD = 20_000

_Split = Callable[[str], list[str]]


def _recipients(rows: Sequence[RawRow]) -> list[str]:
    every = [cell.strip() for _n, cells in rows for cell in cells if cell.strip()]
    return every if len(every) > _FEW and all(map(is_recipient, every)) else []


def _quoted_whole(sample: Sequence[str]) -> _Split | None:
    """As a program does that quotes every line once more: "Name,E-mail"."""
    separator = find_separator("\n".join(sample)).text

    def split(line: str) -> list[str]:
        try:
            return next(csv.reader([line], delimiter=separator), [])
        except csv.Error:  # a line break in it, or a cell longer than any
            return [line]

    if separator and any(recognised(split(line)) >= 2 for line in sample[:_TOP]):
        return split
    return None


def _fixed(sample: Sequence[str]) -> _Split | None:
    """Columns that begin below their headings, filled up with spaces."""
    at = next((i for i, line in enumerate(sample[:_TOP]) if _RULED.match(line)), 0)
    column = _DASHES if at else _GAP  # a database draws a line below the headings
    starts = [match.start() for match in column.finditer(sample[at])]
    if len(starts) < 2 or starts[0]:
        return None
    later = starts[1:]

    def split(line: str) -> list[str]:
        if any(line[a - 1 : a].strip() for a in later):
            return [line.strip()]  # a remark goes on where columns end
        places = zip(starts, [*later, None], strict=True)
        cells = [line[a:b].strip() for a, b in places]
        return ["" if at and cell == "NULL" else cell for cell in cells]

    if at:
        return split
    cut = sum(1 for line in sample if len(split(line)) > 1)
    if cut < len(sample) * 0.95 or recognised(split(sample[0])) < 2:
        return None
    return split
