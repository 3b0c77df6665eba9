"""Headings in two rows: groups above, below them what the columns of a group are."""

from collections.abc import Sequence

from checkin.importing.columns_words import meaning, recognised, say_who
from checkin.importing.list_rows import RawRow, filled_cells

_LONGEST = 40
"""Letters in a heading of the second row."""


def with_second_row(
    header: Sequence[str], below: Sequence[RawRow]
) -> tuple[Sequence[str], int]:
    """The headings of both rows, and how many rows below belong to them: 0 or 1.

    A second row stands right below, has cells only where a group spans several columns,
    and says nothing of anybody.
    """
    if len(below) < 2 or not _is_second(header, below[0][1], below[1][1]):
        return header, 0
    second = below[0][1]
    width = max(len(header), len(second))
    names: list[str] = []
    group = ""
    for i in range(width):
        above = header[i].strip() if i < len(header) else ""
        own = second[i].strip() if i < len(second) else ""
        group = above or group
        plain = not own or meaning(own) is not None
        names.append((own or above) if plain else f"{group}: {own}")
    return names, 1


def with_row_above(above: Sequence[str], header: Sequence[str]) -> Sequence[str]:
    """The headings, with those that stand a row higher where nothing is below them."""
    if not any(map(_is_words, filter(None, map(str.strip, above)))):
        return header
    width = max(_last(header), _last(above))
    higher = [above[i].strip() if i < len(above) else "" for i in range(width)]
    names = [header[i] if _heading(header, i) else higher[i] for i in range(width)]
    gained = sum(1 for i in range(1, width) if higher[i] and not _heading(header, i))
    plain = all(map(_is_words, filter(None, higher)))
    return names if gained and plain else header


def _last(cells: Sequence[str]) -> int:
    """Behind the last cell that says something."""
    return max((i + 1 for i, cell in enumerate(cells) if cell.strip()), default=0)


def _is_second(
    header: Sequence[str], second: Sequence[str], first_guest: Sequence[str]
) -> bool:
    filled = [i for i, cell in enumerate(second) if cell.strip()]
    below_nothing = [i for i in filled if not _heading(header, i)]
    if not below_nothing or filled_cells(first_guest) <= len(filled):
        return False
    spanned = all(not _heading(header, i) or _spans(header, i) for i in filled)
    plain = spanned and all(_is_words(second[i].strip()) for i in filled)
    if not plain or recognised(second):
        return plain
    return not say_who(_heading(header, i) for i in filled)  # else the first guest


def _heading(header: Sequence[str], i: int) -> str:
    return header[i].strip() if i < len(header) else ""


def _spans(header: Sequence[str], i: int) -> bool:
    """Whether nothing stands right of it: its cell is as wide as several columns."""
    return i + 1 < len(header) and not header[i + 1].strip()


def _is_words(cell: str) -> bool:
    plain = not any(c.isdigit() or c == "@" for c in cell)
    return plain and len(cell) <= _LONGEST
