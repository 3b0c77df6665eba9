"""Where things are on badges of one size, in pt from the top left. Pure."""

from dataclasses import dataclass
from typing import NamedTuple

from checkin.badges.elements import Box, Code
from checkin.badges.qr import MODULES, QUIET
from checkin.badges.stock import Size
from checkin.badges.units import MM

EM = 1000
CAPITALS = 0.72
"""Height of capital letters, in em."""
LEAST = 18.0
"""mm that the modules of a code measure at least: all scanners read them then."""
PITCH = 740
"""Width of the field of each letter of the code, in thousandths of an em."""
GAP = 450
"""Width of the space between its groups of four."""
_OF_OURS = (20 * PITCH + 4 * GAP) / EM
"""Width of one of our codes in letters, in em."""
_BESIDE = 1.0
"""Between text and the code in letters, in mm."""
_HALF = 0.5
_OUTER = 1 / 3
"""The outer parts of a badge keep their proportions; only the middle stretches."""
_MIDDLE = 0.1
"""Nearer to the middle of a side than this part of it is in the middle."""


class Frame(NamedTuple):
    """The sides of a place."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: "Frame") -> bool:
        """Whether they share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, distance: float) -> "Frame":
        """Smaller by so much on each side."""
        left, top, right, bottom = self
        return Frame(
            left + distance, top + distance, right - distance, bottom - distance
        )


@dataclass(frozen=True, slots=True)
class CodePlace:
    """Where a QR code is."""

    modules: Frame
    quiet: float
    """Width of the white that it needs around it."""
    letters: float
    """Size of the code in letters below; 0: none."""
    hold: float
    """0: its letters begin where it begins; 1: they end where it ends; 0.5: between."""

    @property
    def kept_clear(self) -> tuple[Frame, ...]:
        """Where no text may stand: the quiet zone, and the letters below it."""
        bottom = self.modules.bottom
        zones = [self.modules.within(-self.quiet)]
        if self.letters:
            width = _OF_OURS * self.letters
            start = self.start(width)
            top = bottom + self.quiet
            around = _BESIDE * MM
            zones.append(
                Frame(
                    start - around,
                    top,
                    start + width + around,
                    top + CAPITALS * self.letters + around,
                )
            )
        return tuple(zones)

    def start(self, width: float) -> float:
        """Where letters of that width begin."""
        return self.modules.left + self.hold * (self.modules.width - width)

    def room_for(self, badge: float) -> float:
        """How wide its letters may be on a badge of that width."""
        left, right = self.modules.left, badge - self.modules.right
        return badge - 2 * (self.quiet if self.hold == _HALF else min(left, right))


class Room:
    """A layout's reference badge, stretched to badges of one size in mm.

    The outer thirds of each side keep their proportions, so margins and strips match on
    all sides; the middle third takes what is left. Things that are as wide as high stay
    so, and hold the edge that they are nearest to.
    """

    def __init__(self, reference: Size, badge: Size) -> None:
        across = badge.width / reference.width
        down = badge.height / reference.height
        self.scale = min(across, down)
        """Of the sizes of text."""
        self.width, self.height = badge.width * MM, badge.height * MM
        self._reference, self._badge = reference, badge

    def _x(self, at: float) -> float:
        return _stretched(at, self._reference.width, self._badge.width, self.scale) * MM

    def _y(self, at: float) -> float:
        height = self._badge.height
        return _stretched(at, self._reference.height, height, self.scale) * MM

    def frame(self, box: Box) -> Frame:
        """Where a place of the reference badge is."""
        if box.width == box.height:
            return self._kept(box, box.width * self.scale, box.height * self.scale)
        left, top, width, height = box
        return Frame(
            self._x(left), self._y(top), self._x(left + width), self._y(top + height)
        )

    def code(self, code: Code) -> CodePlace:
        """Where a code is: smaller than LEAST only if it is on the reference badge.

        Its quiet zone stays on the badge.
        """
        side = max(code.at.width * self.scale, min(code.at.width, LEAST))
        quiet = side / MODULES * QUIET
        letters = code.letters * CAPITALS / MM
        below = quiet + letters * self.scale
        white = code.at.height / MODULES * QUIET
        block = code.at._replace(height=code.at.height + white + letters)
        left, top, _right, _bottom = self._kept(block, side, side + below)
        width, height = self._badge
        left = min(max(left / MM, quiet), width - quiet - side)
        top = min(max(top / MM, quiet), height - side - below)
        modules = Frame(left * MM, top * MM, (left + side) * MM, (top + side) * MM)
        hold = _hold(code.at.left + code.at.width / 2, self._reference.width)
        return CodePlace(modules, quiet * MM, code.letters * self.scale, hold)

    def _kept(self, box: Box, width: float, height: float) -> Frame:
        """A place of that size in mm, at the edge or middle that it is nearest to."""
        across = _hold(box.left + box.width / 2, self._reference.width)
        down = _hold(box.top + box.height / 2, self._reference.height)
        left = self._x(box.left + box.width * across) - width * across * MM
        top = self._y(box.top + box.height * down) - height * down * MM
        return Frame(left, top, left + width * MM, top + height * MM)


def _hold(middle: float, whole: float) -> float:
    """0 for what is nearest to the beginning, 1 to the end, 0.5 to the middle."""
    if abs(middle - whole / 2) < whole * _MIDDLE:
        return _HALF
    return 0.0 if middle < whole / 2 else 1.0


def _stretched(at: float, reference: float, whole: float, scale: float) -> float:
    outer = reference * _OUTER
    if at <= outer:
        return at * scale
    if at >= reference - outer:
        return whole - (reference - at) * scale
    middle = whole - 2 * outer * scale
    return outer * scale + (at - outer) / (reference - 2 * outer) * middle
