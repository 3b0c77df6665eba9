"""Where things are on badges of one size, in pt from the top left."""

from dataclasses import dataclass

from checkin.badges.design import Arrangement
from checkin.badges.qr import MODULES, QUIET
from checkin.badges.stock import Size

MM = 72 / 25.4
"""pt in a mm."""
EM = 1000
CAPITALS = 0.72
"""Height of capital letters, in em."""


@dataclass(frozen=True, slots=True)
class Room:
    """An arrangement on badges of one size."""

    width: float
    height: float
    scale: float
    """Of the sizes of text."""
    left: float
    top: float
    right: float
    """Where text ends above the code."""
    narrow_right: float
    """Where text ends beside the code."""
    code_top: float
    """Text that reaches below this is beside the code."""
    bottom: float
    """Where text has to end."""
    qr_left: float
    qr_top: float
    qr_side: float
    """Of the modules, without the quiet zone."""
    quiet: float
    """Width of the white that the code needs around it."""
    code_size: float
    """Of the code in letters."""
    band_top: float


def room(arrangement: Arrangement, badge: Size) -> Room:
    """Scales the arrangement to a badge: places with each side, sizes with the lesser.

    The modules of the code keep at least the size that the design says, and the quiet
    zone stays on the badge.
    """
    across = badge.width / arrangement.reference.width
    down = badge.height / arrangement.reference.height
    scale = min(across, down)
    qr, margin = arrangement.qr, arrangement.margin.width * across
    side = qr.modules * max(1.0, scale)
    quiet = side / MODULES * QUIET
    band_top = badge.height - arrangement.band.height * scale
    letters = qr.code_size * scale * CAPITALS / MM
    qr_left = badge.width - max(margin, quiet) - side
    qr_top = band_top - qr.clear * scale - letters - quiet - side
    return Room(
        width=badge.width * MM,
        height=badge.height * MM,
        scale=scale,
        left=margin * MM,
        top=arrangement.margin.height * down * MM,
        right=(badge.width - margin) * MM,
        narrow_right=(qr_left - quiet) * MM,
        code_top=(qr_top - quiet) * MM,
        bottom=(band_top - arrangement.text_ends * scale) * MM,
        qr_left=qr_left * MM,
        qr_top=qr_top * MM,
        qr_side=side * MM,
        quiet=quiet * MM,
        code_size=qr.code_size * scale,
        band_top=band_top * MM,
    )
