"""What one measures on a test sheet: where its crosses stand, and where they should.

Pure.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from checkin.badges.errors import NotCalibrated
from checkin.badges.stock import Size
from checkin.badges.units import MM_PER_INCH
from checkin.model.i18n import _

EDGE = 10.0
"""mm from the edges of the paper to the middles of the crosses; closer to them many
printers leave paper white."""
_SMALL_EDGE = 5.0
"""The same on paper too small for that."""
_SMALL = 75.0
"""mm; paper with a shorter side is small."""
MOST_OFFSET = 8.0
"""mm; who measures more has measured something else."""
MOST_SCALE = 3.0
"""Per cent; more than this is no printer's fault: “fit to page” was ticked."""
_POINTS = re.compile(r"[,;\s]+")
_COMMAS = re.compile(r"\s*;\s*|\s+")


class Measured(NamedTuple):
    """Four lengths in mm."""

    left: float
    """From the left edge of the paper to the first cross."""
    top: float
    """From its upper edge to the same cross."""
    across: float
    """From the first cross to the one on the right."""
    down: float
    """From the first cross to the one below."""

    def look_at(self, right: "Measured") -> None:
        """Says what was measured instead, where one can tell.

        Raises:
            NotCalibrated: in one sentence why.
        """
        if _near([one * MM_PER_INCH for one in self], right):
            raise NotCalibrated(reason=_("These look like inches."))
        turned = Measured(self.top, self.left, self.down, self.across)
        if _near(turned, right) and not _near(self, right):
            raise NotCalibrated(
                reason=_("Across and down seem to have changed places.")
            )
        for one, other in zip(self[2:], right[2:], strict=True):
            grown = 100 * one / other - 100
            if not abs(grown) <= MOST_SCALE:
                raise NotCalibrated(reason=_size_words(grown, right))
        for one, edge in zip(self[:2], right[:2], strict=True):
            if not (one >= 0 and abs(one - edge) <= MOST_OFFSET):
                words = _("{n} mm to the first cross is too far off {edge} mm.")
                reason = words.format(n=f"{one:g}", edge=f"{edge:g}")
                raise NotCalibrated(reason=reason)


def edge_of(paper: Size) -> float:
    """How far, in mm, the crosses stand from the edges of that paper."""
    return _SMALL_EDGE if min(paper) < _SMALL else EDGE


def printed_right(paper: Size) -> Measured:
    """What one measures if the printer makes no mistake."""
    edge = edge_of(paper)
    return Measured(edge, edge, paper.width - 2 * edge, paper.height - 2 * edge)


def numbers_in(text: str) -> list[float] | None:
    """10.5,9.8,189.2 or 10,5; 9,8; 189,2 or with spaces between; None if they aren't.

    A comma stands within a number only if something else parts the numbers.
    """
    text = text.strip()
    parts = _COMMAS.split(text)
    if len(parts) == 1 or any("." in part for part in parts):
        parts = [part for part in _POINTS.split(text) if part]
    try:
        return [float(part.replace(",", ".")) for part in parts] or None
    except ValueError:
        return None


def _size_words(grown: float, right: Measured) -> str:
    large, small = _("That is {n} % too large"), _("That is {n} % too small")
    words = (large if grown > 0 else small).format(n=f"{abs(grown):.1f}")
    rest = _("between the crosses it should be {across} and {down} mm.").format(
        across=f"{right.across:g}", down=f"{right.down:g}"
    )
    return f"{words}; {rest}"


def _near(measured: Sequence[float], right: Measured) -> bool:
    """Whether crosses may stand so far apart."""
    pairs = zip(measured[2:], right[2:], strict=True)
    return all(abs(one / other - 1) <= MOST_SCALE / 100 for one, other in pairs)
