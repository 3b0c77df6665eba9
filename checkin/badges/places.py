"""Which place of which sheet each badge gets. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, count
from typing import NamedTuple, TypeVar

from checkin.badges.sheeting import Fill, Sheeting

T = TypeVar("T")


class Place(NamedTuple):
    """Where a badge is in a print."""

    sheet: int
    """Counted from 1 within the print."""
    cell: int
    """Counted from 1, row by row."""


class Placed(NamedTuple):
    """One copy of a badge in its place."""

    badge: int
    """Which, of those in their order; the first one is 0."""
    copy: int
    """Counted from 0; the first one is the one that is noted."""
    place: Place


def sheets_needed(badges: int, on: Sheeting) -> int:
    """How many sheets so many badges take, the first one included; 0 for none."""
    if badges <= 0:
        return 0
    rest = badges * on.copies - len(on.free)
    return 1 + -(-max(0, rest) // on.stock.places)


def places(badges: int, on: Sheeting) -> Iterator[Placed]:
    """Each copy of so many badges, sheet by sheet as they are printed."""
    for sheet in range(1, sheets_needed(badges, on) + 1):
        yield from on_sheet(sheet, badges, on)


def on_sheet(sheet: int, badges: int, on: Sheeting) -> list[Placed]:
    """What comes onto that sheet, of so many badges, place by place."""
    cells = on.free if sheet == 1 else range(1, on.stock.places + 1)
    left = badges * on.copies - _Rows(on).at(Place(sheet, cells[0]))
    taken = _taken(badges, on)
    return [
        Placed(*divmod(taken.at(place), on.copies), place)
        for place in (Place(sheet, cell) for cell in cells[: max(0, left)])
    ]


def place_of(badge: int, badges: int, on: Sheeting) -> Place:
    """Where the first copy of a badge comes, of so many; the first badge is 0."""
    return _taken(badges, on).place(badge * on.copies)


def arranged(badges: Iterable[T], on: Sheeting) -> Iterator[tuple[T, Placed]]:
    """Each copy of each badge with its place, sheet by sheet as they are printed.

    Row by row they may come one by one. To be stacked they need to be a sequence, for
    then they are not printed in their order.
    """
    if on.fill is Fill.ROWS:
        return _one_by_one(badges, on)
    known = badges if isinstance(badges, Sequence) else list(badges)
    return ((known[one.badge], one) for one in places(len(known), on))


def _one_by_one(badges: Iterable[T], on: Sheeting) -> Iterator[tuple[T, Placed]]:
    taken = _Rows(on)
    slots = count()
    for number, badge in enumerate(badges):
        for copy in range(on.copies):
            yield badge, Placed(number, copy, taken.place(next(slots)))


class _Rows:
    """Which copy comes where, counted from 0, if the sheets are filled in turn."""

    def __init__(self, on: Sheeting) -> None:
        self._free, self._all = on.free, on.stock.places

    def at(self, place: Place) -> int:
        if place.sheet == 1:
            return self._free.index(place.cell)
        return len(self._free) + (place.sheet - 2) * self._all + place.cell - 1

    def place(self, at: int) -> Place:
        if at < len(self._free):
            return Place(1, self._free[at])
        sheets, cells = divmod(at - len(self._free), self._all)
        return Place(2 + sheets, 1 + cells)


class _Stacks:
    """The same places; but the copies go down the pile, place by place.

    A place of which the first sheet is gone has a stack that begins with the second.
    """

    def __init__(self, on: Sheeting, last: Place) -> None:
        every = range(1, on.stock.places + 1)
        free = set(on.free)
        self._first = [1 if cell in free else 2 for cell in every]
        ends = (last.sheet - (cell > last.cell) for cell in every)
        heights = (
            max(0, end - first + 1)
            for first, end in zip(self._first, ends, strict=True)
        )
        self._before = [0, *accumulate(heights)]

    def at(self, place: Place) -> int:
        stack = place.cell - 1
        return self._before[stack] + place.sheet - self._first[stack]

    def place(self, at: int) -> Place:
        stack = bisect_right(self._before, at) - 1
        return Place(at - self._before[stack] + self._first[stack], stack + 1)


def _taken(badges: int, on: Sheeting) -> _Rows | _Stacks:
    rows = _Rows(on)
    last = badges * on.copies - 1
    return rows if on.fill is Fill.ROWS else _Stacks(on, rows.place(max(last, 0)))
