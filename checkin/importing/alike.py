"""Whether two names may be those of one person.

Sure enough to ask somebody, never to decide. Rather nothing than too much: Maria and
Mario, Novák and Nováková, Anna and Anne are two people.
"""

from enum import StrEnum
from functools import cache

from checkin.model.names import search_words
from checkin.resources import resource


class Likeness(StrEnum):
    """How two names are alike."""

    SAME = "same"
    """In any order, and whatever the case and the marks."""
    SLIP = "slip"
    """One letter differs, inside a long word."""
    NICKNAME = "nickname"
    """Bob and Robert."""
    PART = "part"
    """One leaves something out, or has only an initial of it: J. Smith."""


Words = tuple[str, ...]

_LONG = 5
"""Letters in which somebody may slip; shorter names differ by one too often."""


def words_of(name: str) -> Words:
    """The words of a name, folded, in the order of the alphabet."""
    return tuple(sorted(search_words(name)))


def likeness(one: Words, other: Words) -> Likeness | None:
    """How two names are alike; None if they are not, or if one is empty."""
    if not one or not other:
        return None
    if one == other:
        return Likeness.SAME
    mine, yours = list(one), list(other)
    for word in one:
        if word in yours:
            mine.remove(word)
            yours.remove(word)
    if len(mine) == len(one):  # nothing in common
        return None
    if len(mine) == len(yours) == 1:
        if _slipped(mine[0], yours[0]):
            return Likeness.SLIP
        if not nicknames(mine[0]).isdisjoint(nicknames(yours[0])):
            return Likeness.NICKNAME
    return Likeness.PART if _part(mine, yours) or _part(yours, mine) else None


def _part(short: list[str], long: list[str]) -> bool:
    """Whether all that is left of one name are initials of what the other has."""
    left = list(long)
    return len(short) <= len(long) and all(_begins(word, left) for word in short)


def _begins(initial: str, words: list[str]) -> bool:
    """Whether that is the initial of one of these, which then is spoken for."""
    found = next((w for w in words if len(initial) == 1 and w[0] == initial), None)
    if found is None:
        return False
    words.remove(found)
    return True


def _slipped(one: str, other: str) -> bool:
    """Whether one letter is too many, wrong, or changed places with the next.

    Not at the beginning, and not in the last two: there names differ on purpose.
    """
    if min(len(one), len(other)) < _LONG or not (one.isalpha() and other.isalpha()):
        return False
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    a, b = one[start : len(one) - end], other[start : len(other) - end]
    if not start:
        return False
    if len(a) == len(b) == 2:
        return end >= 1 and a == b[::-1]
    return end >= 2 and max(len(a), len(b)) == 1


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    n = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        n += 1
    return n


@cache
def _groups() -> dict[str, frozenset[int]]:
    text = resource("importing", "nicknames.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found: dict[str, frozenset[int]] = {}
    for n, line in enumerate(lines):
        for name in line.split():
            found[name] = found.get(name, frozenset()) | {n}
    return found


def nicknames(first_name: str) -> frozenset[int]:
    """The people of the shipped list who go by this name, by their numbers."""
    return _groups().get(first_name, frozenset())
