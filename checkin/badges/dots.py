"""The dots of a printer: codes are set so that each module is a whole number of them.

Else a printer of 203 dots an inch makes some modules wider than others, and hand
scanners fail. Lengths are in pt from the left and the top. Pure.
"""

from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from checkin.badges.calibration import Calibration
from checkin.badges.qr import QUIET
from checkin.badges.stock import Size
from checkin.badges.units import MM, MM_PER_INCH

LEAST = 0.3 * MM
"""Of a module: less is not read by hand scanners."""
_PLAY = 1e-6
_TRACE = 0.002
"""Of a dot."""


class Modules(NamedTuple):
    """Where the modules of a code are drawn, and how large."""

    left: float
    top: float
    across: float
    """Width of a module."""
    down: float
    """Its height: another one if a calibration scales so."""
    dots: int = 0
    """So many a module; 0: wherever they fall."""


def on_whole_dots(paper: Size, dots: int) -> Size:
    """The page for that paper, in mm, with no dot cut at its edges.

    Else programs that count dots from the top and from the bottom would not agree. It
    is smaller by a trace: others would round up to one dot more, and stretch the page.
    """

    def whole(side: float) -> float:
        return (ceil(side / MM_PER_INCH * dots - 0.01) - _TRACE) * MM_PER_INCH / dots

    return Size(whole(paper.width), whole(paper.height))


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the edges of the dots are, on a page or a badge."""

    left: float
    top: float
    """Of some dot."""
    across: float
    down: float
    """From one dot to the next."""

    @classmethod
    def of(cls, dots: int, calibration: Calibration) -> "Grid":
        """On a page that is calibrated so before it goes to such a printer."""
        across, down = (scale / 100 for scale in calibration.scale)
        left, top = (-offset * MM for offset in calibration.offset)
        dot = 72 / dots
        return cls(left / across, top / down, dot / across, dot / down)

    def on_badge(
        self, x: float, y: float, width: float, height: float, *, turned: bool
    ) -> "Grid":
        """The same seen from a badge at x, y; turned by 180° or not."""
        if turned:
            left, top = x + width - self.left, y + height - self.top
            return Grid(left, top, self.across, self.down)
        return Grid(self.left - x, self.top - y, self.across, self.down)

    def fit(
        self,
        left: float,
        top: float,
        side: float,
        modules: int,
        *,
        quiet: float,
        hold: float = 0.5,
    ) -> Modules:
        """A code of so many modules a side, within a square place or nearly so.

        Modules are made smaller to whole dots. If scanners would not read that, they
        are made larger, into the quiet zone, as long as the code keeps its own.
        `hold`: 0 keeps the left edge of the place, 1 the right one; the lower edge is
        kept, for the letters below it.
        """
        dot = max(self.across, self.down)
        n = max(1, floor(side / dot / modules + _PLAY))
        all_of_it = side + 2 * quiet
        grows = n * dot < LEAST and (n + 1) * (modules + 2 * QUIET) * dot <= all_of_it
        if grows:
            n, hold = n + 1, 0.5
        across, down = n * self.across, n * self.down
        spare_x, spare_y = side - modules * across, side - modules * down
        x = left + spare_x * hold
        y = top + spare_y * (0.5 if grows else 1)
        return Modules(
            _snapped(x, self.left, self.across, left, left + spare_x),
            _snapped(y, self.top, self.down, top, top + spare_y),
            across,
            down,
            n,
        )


def _snapped(at: float, origin: float, dot: float, least: float, most: float) -> float:
    """The nearest edge of a dot, between these two if there is one."""
    first, last = (
        ceil((least - origin) / dot - _PLAY), floor((most - origin) / dot + _PLAY)
    )  # fmt: skip
    nearest = round((at - origin) / dot)
    if first <= last:
        nearest = min(max(nearest, first), last)
    return origin + nearest * dot
