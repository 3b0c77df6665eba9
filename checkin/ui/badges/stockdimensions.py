"""Which measures stand on the drawing of a sheet, and where. Pure; lengths in mm."""

from collections.abc import Iterator
from typing import NamedTuple

from checkin.badges.faults import rest
from checkin.badges.lengths import write_length
from checkin.badges.measuring import Part
from checkin.settings import OwnStock, Unit


class Dimension(NamedTuple):
    """A line with two arrows beside the paper, and its number."""

    part: Part | None
    """The field that it belongs to; None: it follows from the others."""
    across: bool
    """Above or below the paper, else at its left or right."""
    start: float
    end: float
    """From the left edge of the paper, or from its top."""
    level: int
    """0 is next to the paper, 1 further away; -1 is on the far side of the paper."""
    number: str


def dimensions(own: OwnStock) -> list[Dimension]:
    """All of them; the last ones are those that follow from the others."""
    return [*_along(own, 0), *_along(own, 1)]


def _along(own: OwnStock, axis: int) -> Iterator[Dimension]:
    across = axis == 0
    parts = (
        (Part.LEFT, Part.WIDTH, Part.ACROSS, Part.PAPER_WIDTH)
        if across
        else (Part.TOP, Part.HEIGHT, Part.DOWN, Part.PAPER_HEIGHT)
    )
    margin, badge, apart, paper = parts
    first, side = own.first[axis], own.badge_size[axis]
    pitch, whole = own.pitch[axis], own.paper_size[axis]
    left = rest(own)[axis]

    def line(part: Part | None, start: float, end: float, level: int) -> Dimension:
        number = short_number(end - start, own.unit)
        return Dimension(part, across, start, end, level, number)

    yield line(margin, 0, first, 0)
    yield line(badge, first, first + side, 0)
    if (own.columns, own.rows)[axis] > 1:
        if own.by_gap:
            yield line(apart, first + side, first + pitch, 0)
        else:
            yield line(apart, first, first + pitch, 1)
    yield line(paper, 0, whole, -1)
    if left > 0:
        yield line(None, whole - left, whole, 0)


def short_number(length: float, unit: Unit) -> str:
    """At most two digits behind the point, without its unit."""
    text = f"{float(write_length(length, unit)):.2f}"
    return text.rstrip("0").rstrip(".")
