"""Puts the words of one badge in their places. Pure; in pt, from the top left."""

from collections.abc import Iterator
from dataclasses import dataclass

from checkin.badges.design import Arrangement, TextLine
from checkin.badges.palette import Colour
from checkin.badges.qr import QUIET
from checkin.badges.stock import Size
from checkin.badges.text import BadgeText
from checkin.typeset import Line, Style, in_two, shape, shorten

MM = 72 / 25.4
EM = 1000
STEP = 0.5
"""Sizes go down by this, in pt, until the text fits."""

ASCENT, DESCENT = 740, 220
"""Of usual Latin text; lines stand as if all had these, so that badges match."""
OVERSHOOT = 200
"""By how much accents on the first line may stand into the margin."""
LEADING = 1080
"""Between the baselines of two lines of one text, at least."""
TIGHTER = (1.0, 0.88, 0.76, 0.64)
"""By how much all texts of a badge shrink, in turn, if they are too many."""


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
        """Left, top, right and bottom of what is printed, in pt from the top left."""
        k = self.size / EM
        x = self.x - min(0.0, self.line.left) * k
        return (
            x + self.line.left * k,
            self.baseline - self.line.top * k,
            x + max(self.line.right, self.line.advance) * k,
            self.baseline - self.line.bottom * k,
        )


@dataclass(frozen=True, slots=True)
class Fitted:
    """How one field of a badge came out."""

    field: TextLine
    text: str
    settings: tuple[Setting, ...]
    shortened: bool

    @property
    def bottom(self) -> float:
        """The lowest ink, or where usual descenders would end."""
        last = self.settings[-1]
        return last.baseline + max(DESCENT, -last.line.bottom) * last.size / EM


@dataclass(frozen=True, slots=True)
class Room:
    """The arrangement on badges of one size. All in pt from the top left."""

    width: float
    height: float
    scale: float
    """Of sizes of text."""
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
    band_top: float


def room(arrangement: Arrangement, badge: Size) -> Room:
    """Scales the arrangement to a badge: places with each side, sizes with the lesser.

    The modules of the code keep at least the size that the design says.
    """
    across = badge.width / arrangement.reference.width
    down = badge.height / arrangement.reference.height
    scale = min(across, down)
    qr = arrangement.qr
    side = qr.modules * max(1.0, scale)
    quiet = side / 21 * QUIET
    qr_left = badge.width - qr.right * across - side
    qr_top = badge.height - qr.bottom * scale - side
    band_top = badge.height - arrangement.band.height * scale
    return Room(
        width=badge.width * MM,
        height=badge.height * MM,
        scale=scale,
        left=arrangement.margin.width * across * MM,
        top=arrangement.margin.height * down * MM,
        right=(badge.width - arrangement.margin.width * across) * MM,
        narrow_right=(qr_left - quiet) * MM,
        code_top=(qr_top - quiet) * MM,
        bottom=(band_top - arrangement.text_ends * scale) * MM,
        qr_left=qr_left * MM,
        qr_top=qr_top * MM,
        qr_side=side * MM,
        band_top=band_top * MM,
    )


def place(badge: BadgeText, arrangement: Arrangement, space: Room) -> list[Fitted]:
    """The fields of a badge, top down; empty ones leave no gap.

    If they don't all fit, all shrink together; in the end each keeps to one line.
    """
    shown = [(field, badge.shown(field.shows)) for field in arrangement.lines]
    shown = [(f, text) for f, text in shown if shape(text, f.style).text]
    for tighter in TIGHTER:
        fitted = _stack(shown, space, tighter, rows=2)
        if not fitted or fitted[-1].bottom <= space.bottom:
            return fitted
    fitted = _stack(shown, space, TIGHTER[-1], rows=1)
    while fitted and fitted[-1].bottom > space.bottom:
        fitted.pop()
    return fitted


def _stack(
    shown: list[tuple[TextLine, str]], space: Room, tighter: float, rows: int
) -> list[Fitted]:
    fitted: list[Fitted] = []
    y = space.top
    for field, text in shown:
        if fitted:
            y = fitted[-1].bottom + field.gap * MM * space.scale * tighter
        filler = _Filler(field, space, tighter, y, rows, first=not fitted)
        fitted.append(filler.fill(text))
    return fitted


class _Filler:
    """Finds the size and the lines of one field that starts at height y."""

    def __init__(
        self,
        field: TextLine,
        space: Room,
        tighter: float,
        y: float,
        rows: int,
        *,
        first: bool,
    ) -> None:
        self._field = field
        self._space = space
        self._y = y
        self._rows = min(rows, field.rows)
        self._largest = field.largest * space.scale * tighter
        self._smallest = min(field.smallest * space.scale, self._largest)
        self._overshoot = OVERSHOOT if first else 0

    def fill(self, text: str) -> Fitted:
        """One line if it reads well, else two, else one that ends in “…”."""
        whole = [shape(text, self._field.style)]
        comfortable = max(self._smallest, self._largest * 0.55)
        if found := self._at_best(whole, self._largest, comfortable):
            return Fitted(self._field, text, found, shortened=False)
        if self._rows > 1 and (halves := in_two(whole[0].text, self._field.style)):
            two = [shape(half, self._field.style) for half in halves]
            if found := self._at_best(two, self._largest * 0.75, self._smallest):
                return Fitted(self._field, text, found, shortened=False)
        if found := self._at_best(whole, comfortable, self._smallest):
            return Fitted(self._field, text, found, shortened=False)
        return self._cut_short(whole[0].text, text)

    def _at_best(
        self, lines: list[Line], largest: float, smallest: float
    ) -> tuple[Setting, ...] | None:
        for size in _sizes(largest, smallest):
            settings = self._set(lines, size)
            if all(self._fits(setting) for setting in settings):
                return settings
        return None

    def _set(self, lines: list[Line], size: float) -> tuple[Setting, ...]:
        settings: list[Setting] = []
        for line in lines:
            if settings:
                above = settings[-1]
                drop = max(LEADING, line.top - above.line.bottom + 40)
                baseline = above.baseline + drop * size / EM
            else:
                rise = max(ASCENT, line.top - self._overshoot)
                baseline = self._y + rise * size / EM
            settings.append(
                Setting(line, self._space.left, baseline, size, self._field.ink)
            )
        return tuple(settings)

    def _fits(self, setting: Setting) -> bool:
        left, top, right, bottom = setting.ink_box
        beside = bottom > self._space.code_top
        end = self._space.narrow_right if beside else self._space.right
        tall = 1.7 * max(self._largest, 1)
        return right <= end and bottom - top <= tall and bottom <= self._space.bottom

    def _cut_short(self, text: str, whole: str) -> Fitted:
        style, size = self._field.style, self._smallest
        width = self._space.narrow_right - self._space.left
        line = shape(shorten(text, style, size, width), style)
        return Fitted(
            self._field,
            whole,
            self._set([line], size),
            shortened=True,
        )


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
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
    for size in _sizes(largest, smallest):
        if line.width * size <= width * EM:
            return line, size
    return shape(shorten(line.text, style, smallest, width), style), smallest
