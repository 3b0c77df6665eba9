"""Finds stocks by part number, equivalent, maker, size or paper; forgives typos."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checkin.badges.stock import Kind, Size, Stock
from checkin.badges.stocks import plain, too_small
from checkin.badges.units import MM_PER_INCH
from checkin.model.i18n import N_, _

KINDS = {
    Kind.SHEET: N_("Labels"),
    Kind.CARD: N_("Cards"),
    Kind.HOLDER: N_("Inserts for holders"),
    Kind.FOLD: N_("Folded badges"),
    Kind.ROLL: N_("Rolls"),
}
"""Their names for people."""
_SIZE = re.compile(
    r"(?P<a>\d+(?:[.,]\d+)?)\s*[x×*]\s*(?P<b>\d+(?:[.,]\d+)?)"
    r"\s*(?P<unit>mm|inch(?:es)?\b|in\b|\"|”|″)?",
    re.IGNORECASE,
)
_MOST_INCHES = 12
"""Without a unit, sides up to this may be inches."""
_NEAR = 3.0
"""mm by which a side may differ from what was looked for."""
_SHORTEST_TYPO = 4
"""Letters; in shorter words everything is like everything."""
_ONE_TYPO = 6
"""Letters up to which only one may be wrong; else two."""


class _Known(NamedTuple):
    """What a stock is found by, folded."""

    names: tuple[str, ...]
    """Its part, alone and with the maker."""
    equivalents: tuple[str, ...]
    words: tuple[str, ...]
    sides: tuple[str, ...]
    """Width, height and width of the roll in whole mm."""


class _Sought(NamedTuple):
    """A size in a search."""

    means: tuple[Size, ...]
    """In mm; two where mm and inches are both likely."""
    typed: str
    """80x5, which may become 80x50."""

    @classmethod
    def read(cls, found: re.Match[str]) -> "_Sought":
        """In mm or inches as it says; small numbers without a unit may be either."""
        a, b = (float(found[side].replace(",", ".")) for side in "ab")
        metric, inches = Size(a, b), Size(a * MM_PER_INCH, b * MM_PER_INCH)
        typed = f"{a:g}x{b:g}"
        if not found["unit"]:
            both = max(a, b) <= _MOST_INCHES
            return cls((metric, inches) if both else (metric,), typed)
        return cls((metric if found["unit"].casefold() == "mm" else inches,), typed)


def find_stocks(text: str, among: Sequence[Stock]) -> list[Stock]:
    """Those that fit a search, best first; all of them for an empty one.

    Each word has to fit. Only if nothing fits, names that are nearly so are taken.
    """
    sizes = [_Sought.read(found) for found in _SIZE.finditer(text)]
    words = [plain(word) for word in _SIZE.sub(" ", text).split()]
    words = [word for word in words if word]
    together = plain(_SIZE.sub(" ", text))
    if not sizes and not words:
        return list(among)
    whole = plain(text)
    ranked = _ranked(among, sizes, words, together, whole, typos=False)
    if too_small(text):  # what is only like it would be the wrong sheet
        return ranked
    return ranked or _ranked(among, sizes, words, together, whole, typos=True)


def _ranked(
    among: Sequence[Stock],
    sizes: list[_Sought],
    words: list[str],
    together: str,
    whole: str,
    *,
    typos: bool,
) -> list[Stock]:
    found = []
    for number, one in enumerate(among):
        known = _known(one)
        scores = [_size_score(one, size) for size in sizes]
        if whole in known.names:  # “4x6 in roll” is a name, not a size
            scores = [1.0]
        elif together in known.names:
            scores.append(1.0)
        else:
            scores += [_word_score(known, word, typos=typos) for word in words]
        if min(scores) > 0:
            found.append((-sum(scores) / len(scores), number, one))
    return [one for _score, _number, one in sorted(found, key=lambda f: f[:2])]


@lru_cache(maxsize=512)
def _known(one: Stock) -> _Known:
    words = f"{one.title} {one.description} {one.paper} {_(KINDS[one.kind])}"
    return _Known(
        (plain(one.part), plain(one.title)),
        tuple(map(plain, one.equivalents)),
        tuple(filter(None, map(plain, words.split()))),
        tuple(f"{side:.0f}" for side in (*one.badge_size, one.across or 0)),
    )


def _word_score(known: _Known, word: str, *, typos: bool) -> float:
    """0 for a word that has nothing to do with it, 1 for its part number."""
    if word in known.names:
        return 1.0
    if word in known.equivalents:
        return 0.95
    if word in known.words:
        return 0.9
    if any(name.startswith(word) for name in known.names):
        return 0.85
    if any(word in name for name in known.names):
        return 0.8
    if any(part.startswith(word) for part in known.equivalents):
        return 0.7
    if any(one.startswith(word) for one in known.words):
        return 0.65
    if any(word in part for part in known.equivalents):
        return 0.6
    if word.removesuffix("mm") in known.sides:
        return 0.5
    return _typo_score(known, word) if typos else 0.0


def _typo_score(known: _Known, word: str) -> float:
    """Less the more letters differ; letters that changed places are one typo."""
    from rapidfuzz.distance import OSA

    if len(word) < _SHORTEST_TYPO:
        return 0.0
    allowed = 1 if len(word) <= _ONE_TYPO else 2
    apart = (
        (weight, OSA.distance(word, one, score_cutoff=allowed))
        for weight, names in (
            (1.0, known.names),
            (0.9, known.equivalents),
            (0.8, known.words),
        )
        for one in names
    )
    return max((w / (1 + n) for w, n in apart if n <= allowed), default=0.0)


def _size_score(one: Stock, sought: _Sought) -> float:
    """1 for that size, less for one that is nearly it, either way round; else 0."""
    best = 0.0
    for size in sought.means:
        for sides in {one.badge_size, one.panel_size}:
            for turned, worth in ((sides, 1.0), (sides[::-1], 0.98)):
                off = max(abs(turned[0] - size.width), abs(turned[1] - size.height))
                if off <= _NEAR:
                    best = max(best, worth - 0.1 * off)
    width, height = one.badge_size
    ways = (f"{width:g}x{height:g}", f"{height:g}x{width:g}")
    begun = any(way.startswith(sought.typed) for way in ways)
    return max(best, 0.4 if begun else 0.0)
