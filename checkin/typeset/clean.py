"""Makes any text fit for one line: no controls, no towers of marks."""

import unicodedata

LONGEST = 500
"""Letters that are looked at; no line holds as many at a size that can be read."""

MOST_MARKS = 3
"""Marks on one letter that are kept; no living language stacks more."""

_JOINERS = frozenset("\u200c\u200d")
"""They choose letter forms in Persian and in the scripts of India."""


def clean(text: str) -> str:
    """The text in NFC, its whitespace single, what can't be seen removed.

    Direction overrides go too: in a name they can only mislead. Letters that this
    Python does not know stay: if no font has them either, they are reported.
    """
    text = text[:LONGEST]
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks > MOST_MARKS:
            continue
        kept.append(_visible(letter))
    return " ".join("".join(kept).split())


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter in _JOINERS:
        return letter
    kind = unicodedata.category(letter)
    return "" if kind in {"Cc", "Cf", "Cs"} or _selects(letter) else letter


def _selects(letter: str) -> bool:
    """Variation selectors: the shipped fonts hold one form of each letter."""
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
