"""How large a text can be, where it breaks in two, and where it has to end in “…”."""

import re
import unicodedata

from checkin.typeset.faces import Style
from checkin.typeset.font import EM
from checkin.typeset.line import shape

ELLIPSIS = "…"
STEP = 0.25
"""Sizes are multiples of this, in pt, so that neighbours look alike."""

_EAST = "\u3041-\u3096\u30a1-\u30fa\u3105-\u312f\u3400-\u9fff\uf900-\ufaff"
"""Kana, bopomofo and ideographs: Chinese and Japanese have no spaces."""
_TAILS = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々"
"""Of these, what no row begins with, as JIS X 4051 says."""
_BREAKS = re.compile(
    rf"(?<=[\s\-–—/·、,،。])(?![、。])|(?<=[{_EAST}ー])(?=[{_EAST}])(?![{_TAILS}])"
)


def measure(text: str, style: Style, size: float) -> float:
    """The width of the text in pt at `size` pt, ink beyond the advance included."""
    return shape(text, style).width * size / EM


def missing(text: str) -> frozenset[str]:
    """The letters that no shipped font has; they would not be printed."""
    return shape(text, Style.BOLD).missing


def fit(
    text: str, style: Style, width: float, largest: float, smallest: float
) -> float:
    """The size in pt, a multiple of STEP, at which the text is at most `width` pt wide.

    Never above `largest`; `smallest` if even that is too wide (see `shorten`).
    """
    em = shape(text, style).width
    if em * largest <= width * EM:
        return largest
    return max(smallest, int(width * EM / em / STEP) * STEP)


def shorten(text: str, style: Style, size: float, width: float) -> str:
    """The text, cut after as many letters as fit into `width` pt, “…” at its end."""
    if measure(text, style, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_cut(text, middle), style, size) <= width:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def _cut(text: str, letters: int) -> str:
    """Never between a letter and its marks."""
    while 0 < letters < len(text) and _clings(text[letters]):
        letters -= 1
    return text[:letters].rstrip(" -–—,،/·\u200c\u200d") + ELLIPSIS


def _clings(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}


def in_two(text: str, style: Style) -> tuple[str, str] | None:
    """The text broken where the longer half is shortest; None if nothing may break.

    Breaks come after a space, a hyphen or their like, never within a word; between the
    letters of Chinese and Japanese, which has no spaces.
    """
    places = [found.start() for found in _BREAKS.finditer(text)]
    halves = [(text[:at].rstrip(), text[at:].lstrip()) for at in places]
    halves = [(first, second) for first, second in halves if first and second]
    if not halves:
        return None
    # Width by letters chooses the candidates; shaping every half would be slow.
    halves.sort(key=lambda pair: max(map(len, pair)))
    return min(halves[:3], key=lambda pair: _wider(pair, style))


def break_at(
    text: str, style: Style, size: float, width: float
) -> tuple[str, str] | None:
    """The text broken after as much as fits into `width` pt; None if nothing does."""
    best = None
    for found in _BREAKS.finditer(text):
        first, second = text[: found.start()].rstrip(), text[found.start() :].lstrip()
        if not second or measure(first, style, size) > width:
            break
        if first:
            best = first, second
    return best


def _wider(pair: tuple[str, str], style: Style) -> float:
    return max(shape(pair[0], style).width, shape(pair[1], style).width)
