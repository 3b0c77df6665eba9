"""How large a name can be set: on one line, on two, or at the worst cut off."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from checkin.ui import fonts
from checkin.ui.door.scene import Name

ONE_LINE = (88, 52)
"""From the largest to the smallest size, in px before the text-size setting."""
TWO_LINES = (60, 40)
SQUEEZED = (52, 30)
"""On one line, where a form leaves no height for two."""
LEADING = 1.2
"""Height of a line, in its size."""
_WEIGHT = 700


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a name, and where its baseline is below the top of the block."""

    text: str
    baseline: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A name set into a box."""

    size: int
    """Px."""
    lines: tuple[Line, ...]
    height: float


def face(size: int) -> QFont:
    """The face of names at a size in px."""
    return fonts.sized(size, _WEIGHT, display=True)


@lru_cache(maxsize=128)
def fit(name: Name, width: float, height: float, scale: float = 1.0) -> Fitted:
    """The largest setting of a name that keeps to the box; never hyphenated.

    Measured with the text itself: the faces of other scripts are wider and taller.
    """
    if not name.whole:
        return Fitted(1, (), 0)
    whole = (name.whole,)
    one = _largest(whole, ONE_LINE, scale, width, height)
    if one:
        return _set(whole, one)
    parts = (name.first, name.rest) if name.rest else whole
    two = _largest(parts, TWO_LINES, scale, width, height)
    if two:
        return _set(parts, two)
    if squeezed := _largest(whole, SQUEEZED, scale, width, height):
        return _set(whole, squeezed)
    size = _smallest(parts, scale, height)
    if size < round(SQUEEZED[1] * scale):
        parts, size = whole, _smallest(whole, scale, height)
    return _set(tuple(_cut(text, size, width) for text in parts), size)


def _largest(
    texts: tuple[str, ...],
    sizes: tuple[int, int],
    scale: float,
    width: float,
    height: float,
) -> int:
    """The largest size of the range at which all fit; 0 if none does."""
    most, least = round(sizes[0] * scale), round(sizes[1] * scale)
    most = min(most, int(height / LEADING / len(texts)))
    if most < least:
        return 0
    widest = max(_width(text, most) for text in texts)
    guess = most if widest <= width else int(most * width / widest) + 1
    for size in range(min(most, guess), least - 1, -1):
        if all(_width(text, size) <= width for text in texts):
            return size
    return 0


def _smallest(texts: tuple[str, ...], scale: float, height: float) -> int:
    least = round(TWO_LINES[1] * scale)
    return max(12, min(least, int(height / LEADING / len(texts))))


def _width(text: str, size: int) -> float:
    metrics = QFontMetricsF(face(size))
    ink = metrics.tightBoundingRect(text)
    return max(metrics.horizontalAdvance(text), ink.right())


def _cut(text: str, size: int, width: float) -> str:
    metrics = QFontMetricsF(face(size))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _set(texts: tuple[str, ...], size: int) -> Fitted:
    metrics = QFontMetricsF(face(size))
    tall = size * LEADING
    lines = tuple(
        Line(text, n * tall + _baseline(metrics.tightBoundingRect(text), size))
        for n, text in enumerate(texts)
    )
    return Fitted(size, lines, tall * len(texts))


def _baseline(ink: QRectF, size: int) -> float:
    """Where Latin letters stand; what is taller or deeper is moved into its line."""
    usual, tall = 0.94 * size, LEADING * size
    above, below = -ink.top(), ink.bottom()
    if above <= usual and below <= tall - usual:
        return usual
    if above + below >= tall:
        return tall / 2 + (above - below) / 2
    return above if above > usual else tall - below
