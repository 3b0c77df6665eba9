"""What helps to cut and fold: crop marks, outlines, fold ticks. Pure geometry in mm."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checkin.badges.sheeting import Marks
from checkin.badges.stock import PLAY, Point, Stock
from checkin.badges.units import MM

_CLEAR, _LONG = 1.0, 4.0
"""mm from the edge of a badge to where a mark begins, and to where it ends."""
_SHORTEST = 1.0
"""mm; a mark that has less room is left out."""
_EDGE = 3.0
"""mm at the edges of the paper that most printers leave white."""
_WIDTH = 0.3
"""Of the lines in pt."""
_GREY = 0.45
_ROUND = 0.5523
"""How far from its ends the handles of a Bézier curve make a quarter of a circle."""


class Line(NamedTuple):
    """From the left and top, in mm."""

    x: float
    y: float
    to_x: float
    to_y: float


class Box(NamedTuple):
    """A rectangle, in mm from the left and top."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def flipped(self) -> "Box":
        """With left for top and right for bottom."""
        return Box(self.top, self.left, self.bottom, self.right)


def boxes(stock: Stock) -> list[Box]:
    """All badges of a sheet."""
    cells = (stock.cell(place) for place in range(1, stock.places + 1))
    return [_box(cell, stock) for cell in cells]


def marks_on(stock: Stock, marks: Marks) -> str:
    """PDF operators for the marks beside the badges; the same for every sheet."""
    lines = dict.fromkeys(fold_ticks(stock))
    if marks is Marks.CROP:
        lines |= dict.fromkeys(crop_marks(stock))
    height = stock.paper_size.height
    drawn = (
        f"{x * MM:.2f} {(height - y) * MM:.2f} m"
        f" {to_x * MM:.2f} {(height - to_y) * MM:.2f} l"
        for x, y, to_x, to_y in lines
    )
    return _stroked(drawn) if lines else ""


def crop_marks(stock: Stock) -> Iterator[Line]:
    """At each corner one along the edges, where there is paper beside the badges."""
    for box in boxes(stock):
        for y in (box.top, box.bottom):
            yield from _beside(box, y, stock)
        for x in (box.left, box.right):
            yield from _above_and_below(box, x, stock)


def fold_ticks(stock: Stock) -> Iterator[Line]:
    """Left and right of each badge that is folded, where it is, if there is room."""
    if stock.fold is not None:
        for box in boxes(stock):
            yield from _beside(box, (box.top + box.bottom) / 2, stock)


def outline(stock: Stock, place: int) -> str:
    """PDF operators for the line around a badge, all of it within the badge."""
    box, half = _box(stock.cell(place), stock), _WIDTH / 2
    left, right = box.left * MM + half, box.right * MM - half
    bottom = (stock.paper_size.height - box.bottom) * MM + half
    top = (stock.paper_size.height - box.top) * MM - half
    radius = max(0.0, stock.corner * MM - half)
    if not radius:
        side = f"{right - left:.2f} {top - bottom:.2f}"
        return _stroked([f"{left:.2f} {bottom:.2f} {side} re"])
    return _stroked([_rounded(left, bottom, right, top, radius)])


def _spans(
    box: Box, y: float, badges: Iterable[Box], length: float
) -> Iterator[tuple[float, float]]:
    """From where to where there may be a mark left and right of a badge at height y.

    It keeps clear of the neighbours, and of the edge of the paper, that is so long.
    """
    level = [one for one in badges if one.top - PLAY <= y <= one.bottom + PLAY]
    left = max(
        (one.right + _CLEAR for one in level if one.right <= box.left + PLAY),
        default=_EDGE,
    )
    right = min(
        (one.left - _CLEAR for one in level if one.left >= box.right - PLAY),
        default=length - _EDGE,
    )
    before, after = box.left - _CLEAR, box.right + _CLEAR
    if before - left >= _SHORTEST:
        yield max(left, box.left - _LONG), before
    if right - after >= _SHORTEST:
        yield after, min(right, box.right + _LONG)


def _beside(box: Box, y: float, stock: Stock) -> Iterator[Line]:
    for start, end in _spans(box, y, boxes(stock), stock.paper_size.width):
        yield Line(*(round(one, 3) for one in (start, y, end, y)))


def _above_and_below(box: Box, x: float, stock: Stock) -> Iterator[Line]:
    others = [one.flipped for one in boxes(stock)]
    for start, end in _spans(box.flipped, x, others, stock.paper_size.height):
        yield Line(*(round(one, 3) for one in (x, start, x, end)))


def _box(cell: Point, stock: Stock) -> Box:
    width, height = stock.badge_size
    return Box(cell.left, cell.top, cell.left + width, cell.top + height)


def _stroked(paths: Iterable[str]) -> str:
    return f"q {_WIDTH:g} w {_GREY:g} G {' '.join(paths)} S Q"


def _rounded(left: float, bottom: float, right: float, top: float, r: float) -> str:
    """A rectangle with round corners as Bézier curves, in pt from the lower left."""
    k = r * (1 - _ROUND)
    return (
        f"{left + r:.2f} {bottom:.2f} m {right - r:.2f} {bottom:.2f} l"
        f" {right - k:.2f} {bottom:.2f} {right:.2f} {bottom + k:.2f}"
        f" {right:.2f} {bottom + r:.2f} c {right:.2f} {top - r:.2f} l"
        f" {right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f}"
        f" {right - r:.2f} {top:.2f} c {left + r:.2f} {top:.2f} l"
        f" {left + k:.2f} {top:.2f} {left:.2f} {top - k:.2f}"
        f" {left:.2f} {top - r:.2f} c {left:.2f} {bottom + r:.2f} l"
        f" {left:.2f} {bottom + k:.2f} {left + k:.2f} {bottom:.2f}"
        f" {left + r:.2f} {bottom:.2f} c h"
    )
