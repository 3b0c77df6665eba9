"""The words on a coloured strip, each at its end of it. Pure."""

from dataclasses import dataclass

from checkin.badges.elements import Align, Band, BandWord
from checkin.badges.field import Setting, one_line
from checkin.badges.palette import Colour
from checkin.badges.room import CAPITALS, EM, Frame
from checkin.badges.templates import Said
from checkin.badges.units import MM
from checkin.typeset import Line, Style, shape

BETWEEN = 1.2
"""Between two of them, at least, in em of the one before."""

MIDDLE = CAPITALS * EM / 2
"""Half the height of capitals, in thousandths of an em."""


@dataclass(frozen=True, slots=True)
class BandWords:
    """What stands on the strip."""

    settings: tuple[Setting, ...]
    shortened: tuple[str, ...] = ()
    """The texts that were cut."""
    said: tuple[str, ...] = ()
    """All texts, also those that are left out."""


def band_words(
    said: Said, band: Band, frame: Frame, scale: float, ink: Colour
) -> BandWords:
    """In turn; one that has to be whole is left out if there is no room for it."""
    settings: list[Setting] = []
    cut: list[str] = []
    told: list[str] = []
    inset = band.inset * scale * MM
    left, right = frame.left + inset, frame.right - inset
    for word in band.words:
        told.append(text := word.words.of(said))
        whole = shape(text, word.style)
        line, size = _fitted(whole, word, frame, scale, right - left)
        if not line.text or (word.whole and line.text != whole.text):
            continue  # half a name would say nothing
        if line.text != whole.text:
            cut.append(text)
        k = size / EM
        baseline = (frame.top + frame.bottom) / 2 + MIDDLE * k
        x = _x(word.align, line, left, right, k)
        settings.append(Setting(line, x, baseline, size, ink))
        if word.align is Align.LEFT:
            left += line.width * k + BETWEEN * size
        else:
            right -= line.width * k + BETWEEN * size
    return BandWords(tuple(settings), tuple(cut), tuple(told))


def _x(align: Align, line: Line, left: float, right: float, k: float) -> float:
    if align is Align.LEFT:
        return left - line.left * k
    if align is Align.RIGHT:
        return right - line.right * k
    return (left + right - (line.left + line.right) * k) / 2


def _fitted(
    line: Line, word: BandWord, frame: Frame, scale: float, width: float
) -> tuple[Line, float]:
    """What fits in `width` pt, no taller than the strip."""
    if not line.text or width <= 0:
        return shape("", Style.REGULAR), 0
    limits = word.largest * scale, word.smallest * scale
    line, size = one_line(line.text, word.style, limits, width)
    reach = max(line.top - MIDDLE, MIDDLE - line.bottom)
    return line, min(size, frame.height / 2 * EM / reach)
