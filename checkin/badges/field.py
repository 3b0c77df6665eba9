"""Fits one line of a badge: its size and its rows. Pure; in pt from the top left."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from checkin.badges.elements import Align, TextLine
from checkin.badges.palette import Colour
from checkin.badges.room import EM, Frame
from checkin.typeset import Line, Style, break_at, in_two, shape, shorten

STEP = 0.5
"""Sizes go down by this, in pt, until the text fits."""

ASCENT, DESCENT = 740, 220
"""Of usual Latin text; lines stand as if all had these, so that badges match."""
OVERSHOOT = 200
"""By how much accents on the first line may stand above the frame."""
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
LABEL = (440, 130)
"""By how much a label is wider and taller than its text, on each side."""
SLACK = 1e-6
"""pt that are lost in sums."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A line at its place."""

    line: Line
    x: float
    baseline: float
    size: float
    ink: Colour
    label: Colour | None = None
    """The colour of the rounded label behind it."""

    @property
    def ink_box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is printed."""
        k = self.size / EM
        line = self.line
        if self.label:
            beside, around = LABEL
            return (
                self.x + (line.left - beside) * k,
                self.baseline - (max(ASCENT, line.top) + around) * k,
                self.x + (line.right + beside) * k,
                self.baseline + (max(DESCENT, -line.bottom) + around) * k,
            )
        return (
            self.x + line.left * k,
            self.baseline - line.top * k,
            self.x + line.right * k,
            self.baseline - line.bottom * k,
        )

    @property
    def bottom(self) -> float:
        """The lowest ink, or where usual descenders would end."""
        around = LABEL[1] if self.label else 0
        below = max(DESCENT, -self.line.bottom) + around
        return self.baseline + below * self.size / EM


@dataclass(frozen=True, slots=True)
class Fitted:
    """How one line of a badge came out."""

    line: TextLine
    text: str
    settings: tuple[Setting, ...]
    """None if there was no room for it at all."""
    shortened: bool = False

    @property
    def size(self) -> float:
        """In pt; 0 if it is not shown."""
        return self.settings[0].size if self.settings else 0


@dataclass(frozen=True, slots=True)
class Area:
    """A frame for text with what it has to keep clear of."""

    frame: Frame
    zones: tuple[Frame, ...]
    """Of codes that reach into the frame."""
    align: Align
    scale: float
    """Of sizes."""
    above: float
    """How much is free above the frame, for accents."""

    def span(self, top: float, bottom: float) -> tuple[float, float]:
        """Where text between these heights may begin and has to end."""
        left, right = self.frame.left, self.frame.right
        for zone in self.zones:
            if top < zone.bottom and bottom > zone.top + SLACK:
                if zone.left + zone.right > left + right:
                    right = min(right, zone.left)
                else:
                    left = max(left, zone.right)
        return left, right

    @property
    def widths(self) -> Iterator[float]:
        """Widths that text may have: the whole first, then beside all zones."""
        yield self.frame.width
        if self.zones:
            left, right = self.span(self.frame.top, self.frame.bottom)
            yield right - left


@dataclass(frozen=True, slots=True)
class Filler:
    """Sets one line that starts at height `y`."""

    field: TextLine
    area: Area
    y: float
    largest: float
    first: bool
    """Whether it is the uppermost: its accents may stand above the frame."""
    ink: Colour
    label: Colour | None = None

    @property
    def smallest(self) -> float:
        """The size below which text is cut rather than shrunk."""
        return min(self.field.smallest * self.area.scale, self.largest)

    def fill(self, text: str) -> Fitted:
        """One line if it reads well, else two, else what fits and “…”."""
        style, rows = self.field.style, self.field.rows
        whole = shape(text, style)
        comfortable = max(self.smallest, self.largest * COMFORTABLE)
        found = self._at_best([whole], self.largest, comfortable if rows > 1 else 0)
        if not found and rows > 1 and (halves := in_two(whole.text, style)):
            two = [shape(half, style) for half in halves]
            found = self._at_best(two, self.largest * IN_TWO, self.smallest)
        if not found and rows > 1:
            found = self._at_best([whole], comfortable, self.smallest)
        if not found and rows > 2:
            found = self._in_rows(whole.text)
        if found:
            return Fitted(self.field, text, found)
        return Fitted(self.field, text, self._cut_short(whole.text), shortened=True)

    def _in_rows(self, text: str) -> tuple[Setting, ...] | None:
        """On as many rows as it takes, each one full, at the best size."""
        sizes = _sizes(self.largest * IN_TWO, self.smallest, self.largest * IN_TWO)
        for size in sizes:
            for width in self.area.widths:
                rows = _rows(text, self.field.style, size, width, self.field.rows)
                settings = self._set(
                    [shape(row, self.field.style) for row in rows], size
                )
                if "".join(rows).replace(" ", "") == text.replace(" ", "") and all(
                    map(self._fits, settings)
                ):
                    return settings
        return None

    def _at_best(
        self, lines: list[Line], largest: float, smallest: float
    ) -> tuple[Setting, ...] | None:
        smallest = max(smallest, self.smallest)
        widest = max(line.right - line.left for line in lines) + 2 * self._beside
        width = self.area.frame.width
        for size in _sizes(largest, smallest, width * EM / max(widest, 1)):
            settings = self._set(lines, size)
            if all(self._fits(setting) for setting in settings):
                return settings
        return None

    @property
    def _beside(self) -> float:
        return LABEL[0] if self.label else 0

    def _set(self, lines: list[Line], size: float) -> tuple[Setting, ...]:
        settings: list[Setting] = []
        k = size / EM
        for line in lines:
            x = self._x(line, baseline := self._baseline(line, settings, k), k)
            settings.append(Setting(line, x, baseline, size, self.ink, self.label))
        return tuple(settings)

    def _baseline(self, line: Line, before: list[Setting], k: float) -> float:
        around = LABEL[1] if self.label else 0
        if before:
            drop = max(LEADING, line.top - before[-1].line.bottom + CLEAR)
            return before[-1].baseline + (drop + 2 * around) * k
        if around:
            return self.y + (max(ASCENT, line.top) + around) * k
        over = min(OVERSHOOT * k, self.area.above) if self.first else 0
        return self.y + max(ASCENT * k, line.top * k - over)

    def _x(self, line: Line, baseline: float, k: float) -> float:
        """Ink stands on the margin, not the origin: edges of all sizes line up."""
        area, beside = self.area, self._beside
        left, right = area.frame.left, area.frame.right
        if area.zones:
            left, right = area.span(baseline - line.top * k, baseline - line.bottom * k)
        if area.align is Align.CENTRE:
            return (left + right) / 2 - (line.left + line.right) / 2 * k
        if area.align is Align.RIGHT:
            return right - (line.right + beside) * k
        if beside:
            return left - (line.left - beside) * k
        # A hook below the baseline, as of J, may hang out a little.
        edge = line.left if line.left > 0 else min(0.0, line.left + HANGING)
        return left - edge * k

    def _fits(self, setting: Setting) -> bool:
        left, top, right, bottom = setting.ink_box
        begin, end = self.area.span(top, bottom)
        if self.area.align is not Align.LEFT and left < begin - SLACK:
            return False
        return right <= end + SLACK and bottom <= self.area.frame.bottom + SLACK

    def _cut_short(self, text: str) -> tuple[Setting, ...]:
        """On as many lines as it may take; no settings if there is no height left."""
        style, size = self.field.style, self.smallest
        beside = 2 * self._beside * size / EM
        for rows in range(self.field.rows, 0, -1):
            for width in self.area.widths:
                parts = _rows(text, style, size, width - beside, rows)
                settings = self._set([shape(part, style) for part in parts], size)
                if all(self._fits(setting) for setting in settings):
                    return settings
        return ()


def _rows(text: str, style: Style, size: float, width: float, rows: int) -> list[str]:
    """All rows full but the last one, which is cut if it has to be."""
    done: list[str] = []
    while len(done) < rows - 1 and (halves := break_at(text, style, size, width)):
        if shape(text, style).width * size <= width * EM:
            break
        done.append(halves[0])
        text = halves[1]
    return [*done, shorten(text, style, size, width)]


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
