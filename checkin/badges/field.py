"""Fits one field of a badge: its size and its lines. Pure; in pt from the top left."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from checkin.badges.design import TextLine
from checkin.badges.palette import Colour
from checkin.badges.room import EM, Room
from checkin.typeset import Line, Style, break_at, in_two, shape, shorten

STEP = 0.5
"""Sizes go down by this, in pt, until the text fits."""

ASCENT, DESCENT = 740, 220
"""Of usual Latin text; lines stand as if all had these, so that badges match."""
OVERSHOOT = 200
"""By how much accents on the first line may stand into the margin."""
LEADING = 1100
"""Between the baselines of two lines of one text, at least."""
HANGING = 100
"""Ink that may stand out to the left of the margin."""
CLEAR = 40
"""Between the ink of two lines, at least."""
COMFORTABLE = 0.55
"""Below this part of its largest size, two lines read better than one."""
IN_TWO = 0.8
"""Part of its largest size that a text has at the most on two lines."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A line at its place."""

    line: Line
    x: float
    baseline: float
    size: float
    ink: Colour

    @property
    def ink_box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is printed."""
        k = self.size / EM
        return (
            self.x + self.line.left * k,
            self.baseline - self.line.top * k,
            self.x + self.line.right * k,
            self.baseline - self.line.bottom * k,
        )

    @property
    def bottom(self) -> float:
        """The lowest ink, or where usual descenders would end."""
        return self.baseline + max(DESCENT, -self.line.bottom) * self.size / EM


@dataclass(frozen=True, slots=True)
class Fitted:
    """How one field of a badge came out."""

    field: TextLine
    text: str
    settings: tuple[Setting, ...]
    """None if there was no room for the field at all."""
    shortened: bool = False

    @property
    def size(self) -> float:
        """In pt; 0 if it is not shown."""
        return self.settings[0].size if self.settings else 0


@dataclass(frozen=True, slots=True)
class Filler:
    """Sets one field that starts at height `y`."""

    field: TextLine
    space: Room
    y: float
    largest: float
    rows: int
    first: bool
    """Whether it is the uppermost: its accents may stand into the margin."""

    @property
    def smallest(self) -> float:
        """The size below which text is cut rather than shrunk."""
        return min(self.field.smallest * self.space.scale, self.largest)

    def fill(self, text: str) -> Fitted:
        """One line if it reads well, else two, else what fits and “…”."""
        style = self.field.style
        whole = shape(text, style)
        comfortable = max(self.smallest, self.largest * COMFORTABLE)
        found = self._at_best([whole], self.largest, comfortable)
        if not found and self.rows > 1 and (halves := in_two(whole.text, style)):
            two = [shape(half, style) for half in halves]
            found = self._at_best(two, self.largest * IN_TWO, self.smallest)
        found = found or self._at_best([whole], comfortable, self.smallest)
        if found:
            return Fitted(self.field, text, found)
        return Fitted(self.field, text, self._cut_short(whole.text), shortened=True)

    def _at_best(
        self, lines: list[Line], largest: float, smallest: float
    ) -> tuple[Setting, ...] | None:
        widest = max(line.right - line.left for line in lines)
        width = self.space.right - self.space.left
        for size in _sizes(largest, smallest, width * EM / max(widest, 1)):
            settings = self._set(lines, size)
            if all(self._fits(setting) for setting in settings):
                return settings
        return None

    def _set(self, lines: list[Line], size: float) -> tuple[Setting, ...]:
        settings: list[Setting] = []
        for line in lines:
            if settings:
                above = settings[-1]
                drop = max(LEADING, line.top - above.line.bottom + CLEAR)
                baseline = above.baseline + drop * size / EM
            else:
                rise = max(ASCENT, line.top - OVERSHOOT * self.first)
                baseline = self.y + rise * size / EM
            # Ink stands on the margin, not the origin: edges of all sizes line up.
            # A hook below the baseline, as of J, may hang out a little.
            edge = line.left if line.left > 0 else min(0.0, line.left + HANGING)
            x = self.space.left - edge * size / EM
            settings.append(Setting(line, x, baseline, size, self.field.ink))
        return tuple(settings)

    def _fits(self, setting: Setting) -> bool:
        _, _, right, bottom = setting.ink_box
        beside = bottom > self.space.code_top
        end = self.space.narrow_right if beside else self.space.right
        return right <= end and bottom <= self.space.bottom

    def _cut_short(self, text: str) -> tuple[Setting, ...]:
        """On as many lines as it may take; no settings if there is no height left."""
        style, size = self.field.style, self.smallest
        narrow = self.space.narrow_right - self.space.left
        for rows in range(self.rows, 0, -1):
            for width in (self.space.right - self.space.left, narrow):
                parts = _cut(text, style, size, width, rows)
                settings = self._set([shape(part, style) for part in parts], size)
                if all(self._fits(setting) for setting in settings):
                    return settings
        return ()


def _cut(text: str, style: Style, size: float, width: float, rows: int) -> list[str]:
    """The first line full, the last one cut."""
    if rows > 1 and (halves := break_at(text, style, size, width)):
        return [halves[0], shorten(halves[1], style, size, width)]
    return [shorten(text, style, size, width)]


def _sizes(largest: float, smallest: float, bound: float) -> Iterator[float]:
    """Downwards in steps, beginning at the first one that is not above `bound`."""
    steps = max(0, ceil((largest - bound) / STEP))
    size = largest - steps * STEP
    while size > smallest:
        yield size
        size -= STEP
    yield smallest


def one_line(
    text: str, style: Style, sizes: tuple[float, float], width: float
) -> tuple[Line, float]:
    """A line that is at most `width` pt wide, and its size: shrunk, then shortened."""
    largest, smallest = sizes
    line = shape(text, style)
    for size in _sizes(largest, smallest, width * EM / max(line.width, 1)):
        if line.width * size <= width * EM:
            return line, size
    return shape(shorten(line.text, style, smallest, width), style), smallest
