"""Which way each letter runs, for one line of mixed Latin, Arabic and Hebrew.

The part of the Unicode bidirectional algorithm (UAX #9, revision 50) that names
need: no embeddings (`clean` removes their controls), no brackets rule.
"""

import unicodedata
from itertools import groupby

_RIGHT = frozenset({"R", "AL"})
_NUMBER = frozenset({"EN", "AN"})


def levels(text: str) -> list[int]:
    """A level a letter, odd from right to left; the first strong one sets the line."""
    classes = [unicodedata.bidirectional(letter) for letter in text]
    if _RIGHT.isdisjoint(classes) and "AN" not in classes:
        return [0] * len(text)
    base = next((int(c in _RIGHT) for c in classes if c == "L" or c in _RIGHT), 0)
    leans = _leans(classes, base)
    left = base * 2
    return [
        1 if lean and kind not in _NUMBER else 2 if lean else left
        for lean, kind in zip(leans, classes, strict=True)
    ]


def _leans(classes: list[str], base: int) -> list[int]:
    """1 for what belongs to text from the right, numbers in it included."""
    known: list[int | None] = []
    strong = base
    for kind in classes:
        if kind == "L" or kind in _RIGHT:
            strong = int(kind in _RIGHT)
        if kind == "NSM" and known:
            known.append(known[-1])
        else:
            sure = kind == "L" or kind in _RIGHT or kind in _NUMBER
            known.append(strong if sure else None)
    return _fill_neutrals(known, base)


def _fill_neutrals(known: list[int | None], base: int) -> list[int]:
    """Neutrals between two of one direction take it, others that of the line."""
    filled: list[int] = []
    for lean, group in groupby(known):
        count = len(list(group))
        if lean is None:
            before = filled[-1] if filled else base
            end = len(filled) + count
            after = known[end] if end < len(known) else base
            filled += [before if before == after else base] * count
        else:
            filled += [lean] * count
    return filled


def visual_order(run_levels: list[int]) -> list[int]:
    """The indices of runs from left to right (rule L2 of UAX #9)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = end + 1
    return order
