"""Which place of which sheet each badge gets. Pure."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from checkin.badges.sheeting import Sheeting


class Place(NamedTuple):
    """Where a badge is in a print."""

    sheet: int
    """Counted from 1 within the print."""
    cell: int
    """Counted from 1, row by row."""


def places(on: Sheeting) -> Iterator[Place]:
    """All places in turn, without end; on the first sheet only those that are free."""
    free = on.free
    return (
        Place(sheet, cell)
        for sheet in count(1)
        for cell in (free if sheet == 1 else range(1, on.stock.places + 1))
    )


def sheets_needed(badges: int, on: Sheeting) -> int:
    """How many sheets so many badges take, the first one included; 0 for none."""
    if badges <= 0:
        return 0
    return 1 + -(-max(0, badges - len(on.free)) // on.stock.places)


def on_sheet(sheet: int, on: Sheeting) -> slice:
    """Which badges, of those in their order, come onto that sheet."""
    end = len(on.free) + (sheet - 1) * on.stock.places
    return slice(0 if sheet == 1 else end - on.stock.places, end)


def place_of(badge: int, on: Sheeting) -> Place:
    """Where a badge comes, of those in their order; the first one is 0."""
    free = on.free
    if badge < len(free):
        return Place(1, free[badge])
    sheets, places = divmod(badge - len(free), on.stock.places)
    return Place(2 + sheets, 1 + places)
