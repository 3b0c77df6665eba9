"""Where each letter of a line of Latin and Arabic stands, and which way it runs.

The Unicode bidirectional algorithm (UAX #9) is that of python-bidi, which wraps the
crate unicode-bidi. It gives a text as it is displayed, but doesn't tell which letter
went where. So the letters go in with marks, variation selectors, which stay with the
letter before them by the rules W1 and N0. Only the separators of numbers can't have
one: they have to stand alone between these (W4). Each of them is found by another sign
of its class instead.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bidi import get_display

_TURNING = frozenset({"R", "AL", "AN"})
_IGNORED = "BN"
"""The class of joiners, and of the tags of flags."""
_SEPARATORS = {"ES": ("-", "+"), "CS": (",", ".")}
"""By class: two of its signs."""
_HIGH, _LOW, _STEP = 0xE0100, 0xE0170, 112
"""The first variation selectors of the halves of a mark, and how many each has."""


class Stood(NamedTuple):
    """A letter at its place on the line."""

    at: int
    """Which letter of the text it is."""
    turned: bool
    """It belongs to what runs from right to left."""


def from_left(text: str, base: str | None = None) -> list[Stood]:
    """The letters from left to right.

    `base` is L or R for a line of known direction; else its first strong letter tells.
    The text is one line without controls and variation selectors (see `clean`), of at
    most twelve thousand letters.
    """
    classes = [unicodedata.bidirectional(letter) for letter in text]
    if _TURNING.isdisjoint(classes) and base != "R":
        return [Stood(at, turned=False) for at in range(len(text))]
    whole = [at for at, kind in enumerate(classes) if kind != _IGNORED]
    shown = _shown("".join(text[at] for at in whole), base)
    shown = [Stood(whole[at], turned) for at, turned in shown]
    return shown if len(whole) == len(text) else _with_ignored(classes, shown)


def _shown(text: str, base: str | None) -> list[Stood]:
    """`from_left` for a text without letters that are ignored."""
    separators = {
        at: kind
        for at, letter in enumerate(text)
        if (kind := unicodedata.bidirectional(letter)) in _SEPARATORS
    }
    marked = "".join(
        letter if at in separators else letter + _mark(at)
        for at, letter in enumerate(text)
    )
    shown = list(_read(get_display(marked, base_dir=base)))
    plain = list(text)
    for at, kind in separators.items():
        plain[at] = _SEPARATORS[kind][0]
    for at, kind in separators.items():
        sign = _SEPARATORS[kind][1]
        told = get_display(
            "".join([*plain[:at], sign, *plain[at + 1 :]]), base_dir=base
        )
        place = told.index(sign)
        before = shown[place - 1].at if place else None
        after = shown[place + 1].at if place + 1 < len(shown) else None
        shown[place] = Stood(at, before == at + 1 or after == at - 1)
    return shown


def _mark(at: int) -> str:
    return chr(_HIGH + at // _STEP) + chr(_LOW + at % _STEP)


def _read(told: str) -> Iterator[Stood]:
    """What the marks say; a letter without one is none that is known yet."""
    at = 0
    while at < len(told):
        if _LOW <= ord(told[at]) < _LOW + _STEP:  # backwards: the letter comes last
            low, high, turned = told[at], told[at + 1], True
        elif at + 1 < len(told) and _HIGH <= ord(told[at + 1]) < _LOW:
            high, low, turned = told[at + 1], told[at + 2], False
        else:
            yield Stood(-1, turned=False)
            at += 1
            continue
        yield Stood((ord(high) - _HIGH) * _STEP + ord(low) - _LOW, turned)
        at += 3


def _with_ignored(classes: list[str], shown: list[Stood]) -> list[Stood]:
    """Those that are ignored come after the letter before them, in its direction."""
    found: list[Stood] = []
    for at, turned in shown:
        end = at + 1
        while end < len(classes) and classes[end] == _IGNORED:
            end += 1
        letters = [Stood(one, turned) for one in range(at, end)]
        found += reversed(letters) if turned else letters
    return found
