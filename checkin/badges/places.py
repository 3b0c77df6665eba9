"""Which place of which sheet each badge gets. Pure."""

from collections.abc import Collection, Iterator
from itertools import count
from typing import NamedTuple

from checkin.badges.stock import Stock


class Place(NamedTuple):
    """Where a badge is in a print."""

    sheet: int
    """Counted from 1 within the print."""
    cell: int
    """Counted from 1, row by row."""


def places(stock: Stock, used: Collection[int] = (), start: int = 1) -> Iterator[Place]:
    """All places in turn, without end; on the first sheet only those that are free.

    `used` are places of the first sheet that are gone already, and so are those before
    `start`. A sheet with nothing left is thrown away: where all are used the first
    sheet is a fresh one.

    Raises:
        StartOutOfRange: the sheet has no such place.
    """
    free = _free(stock, used, start)
    return (
        Place(sheet, cell)
        for sheet in count(1)
        for cell in (free if sheet == 1 else range(1, stock.places + 1))
    )


def sheets_needed(
    badges: int, stock: Stock, used: Collection[int] = (), start: int = 1
) -> int:
    """How many sheets so many badges take, the first one included; 0 for none."""
    free = len(_free(stock, used, start))
    if badges <= 0:
        return 0
    return 1 + -(-max(0, badges - free) // stock.places)


def on_sheet(sheet: int, stock: Stock, used: Collection[int] = ()) -> slice:
    """Which badges, of those in their order, come onto that sheet."""
    free = len(_free(stock, used, 1))
    end = free + (sheet - 1) * stock.places
    return slice(0 if sheet == 1 else end - stock.places, end)


def place_of(badge: int, stock: Stock, used: Collection[int] = ()) -> Place:
    """Where a badge comes, of those in their order; the first one is 0."""
    free = _free(stock, used, 1)
    if badge < len(free):
        return Place(1, free[badge])
    sheets, places = divmod(badge - len(free), stock.places)
    return Place(2 + sheets, 1 + places)


def _free(stock: Stock, used: Collection[int], start: int) -> list[int]:
    for place in (start, *used):
        stock.cell(place)
    free = [p for p in range(start, stock.places + 1) if p not in used]
    return free or list(range(1, stock.places + 1))
