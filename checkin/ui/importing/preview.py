"""Which rows the preview shows, and their cells."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from checkin.importing import Odd, Reading
from checkin.ui.importing.asking import Case, GroupShown
from checkin.ui.importing.cases import Placed, is_seen
from checkin.ui.importing.outlook import ROWS, Cell, Outlook, Wish
from checkin.ui.importing.rows import Rows

_ODD_ROWS = 2
"""So many of the first rows show what is odd."""
_CELL, _ODD_CELL = 200, 2000
"""Letters of a cell; one that can be put right must not be cut unseen."""
_HELD = 4000
"""Cells of a kind of question that are at hand at once."""


def first_rows(reading: Reading, placed: Placed) -> tuple[int, ...]:
    """What is to be seen before anything is asked."""
    found = {one.row for odd in placed.values() for one, heading in odd if heading}
    odd = sorted(found)[:_ODD_ROWS]
    numbers = reading.table.numbers
    others = (n for n in numbers[: ROWS + _ODD_ROWS] if n not in odd)
    return tuple(sorted([*odd, *islice(others, ROWS - len(odd))]))


def rows_at_hand(groups: Iterable[GroupShown], columns: int) -> Iterator[int]:
    """Those that a card may want to show."""
    most = max(ROWS, _HELD // max(1, columns))
    for group in groups:
        rows = (row for case in group.cases for row in case.rows[:ROWS])
        yield from islice(rows, most)


def cells_of(
    wanted: Iterable[int], reading: Reading, placed: Placed, rows: Rows, wish: Wish
) -> dict[int, tuple[Cell, ...]]:
    """The cells of each row, in the order of the file's columns."""
    there = {row for row in wanted if rows.has(row)}
    marks: _Marks = {}
    for kind, odd in placed.items():
        for one, heading in odd:
            if heading and one.row in there:
                calm = is_seen(kind, one, heading, wish)
                marks.setdefault((one.row, heading), (kind, one.text, calm))
    return {row: tuple(_cells(row, reading, marks, rows)) for row in sorted(there)}


_Marks = dict[tuple[int, str], tuple[Odd, str, bool]]
"""(row, heading) → kind, why it is odd in words, whether that is answered."""


def _cells(row: int, reading: Reading, marks: _Marks, rows: Rows) -> Iterator[Cell]:
    filed = rows.as_filed(row)
    for heading, was, now in zip(
        reading.table.header, filed, rows.cells(row), strict=True
    ):
        kind, why, calm = marks.get((row, heading), ("", "", False))
        fixed = (row, heading) in reading.amendments.cells
        text = _line(now, _ODD_CELL if kind or fixed else _CELL)
        yield Cell(text, row, why, kind, was if fixed else None, calm)


def _line(text: str, most: int) -> str:
    return " ".join(text.split())[:most]


def showing(
    outlook: Outlook, rows: Iterable[int], focus: tuple[int, ...] = ()
) -> Outlook:
    """The same with other rows in the preview; `focus` is what it is about."""
    numbers = tuple(row for row in rows if row in outlook.cells)
    columns = tuple(
        replace(
            column, cells=tuple(outlook.cells[row][column.index] for row in numbers)
        )
        for column in outlook.columns
    )
    return replace(outlook, columns=columns, focus=focus)


def rows_about(outlook: Outlook, group: GroupShown, case: Case) -> tuple[int, ...]:
    """A case's own rows, those of the next ones, and some others below or above."""
    at = group.cases.index(case)
    cases = (*group.cases[at:], *group.cases[:at])
    rows = [row for one in cases for row in one.rows[:ROWS]]
    found = dict.fromkeys(
        row for row in (*rows, *outlook.first) if row in outlook.cells
    )
    return tuple(sorted(islice(found, ROWS)))
