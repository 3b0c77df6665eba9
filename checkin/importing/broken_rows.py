"""Rows that a line break in a cell has broken, where nobody quoted the cell."""

from collections.abc import Sequence

from checkin.importing.list_rows import RawRow

_NARROWEST = 5
"""Columns; of narrower tables pieces could be rows of their own."""
_FEWEST = 3
"""So many rows must come out exactly: one or two could be chance."""


def rejoined(width: int, rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows as they were before: pieces that together are exactly as wide.

    All or nothing: where any piece is left over, the rows are short for another reason,
    and stay as they are.
    """
    short = sum(1 for _n, cells in rows if len(cells) < width)
    if width < _NARROWEST or short < 2 * _FEWEST:
        return list(rows)
    whole: list[RawRow] = []
    pieces: list[RawRow] = []
    unbroken = joined = in_lines = 0
    for row in rows:
        if not pieces and len(row[1]) >= width:
            whole.append(row)
            unbroken += 1
            continue
        pieces.append(row)
        so_far = sum(len(cells) - 1 for _n, cells in pieces) + 1
        if so_far > width:
            return list(rows)
        if so_far == width and len(pieces) > 1:
            whole.append((pieces[0][0], _joined(pieces)))
            joined += 1
            in_lines += any(len(cells) == 1 for _n, cells in pieces)
            pieces = []
    likely = joined >= _FEWEST and (unbroken * 2 >= joined or in_lines == joined)
    return list(rows) if pieces or not likely else whole


def _joined(pieces: Sequence[RawRow]) -> list[str]:
    cells = list(pieces[0][1])
    for _n, more in pieces[1:]:
        cells[-1] = f"{cells[-1]}\n{more[0]}"
        cells += more[1:]
    return cells
