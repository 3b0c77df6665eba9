"""Makes any text fit for one line: no controls, no towers of marks."""

import unicodedata

from checkin.typeset.emoji import TONES, apart

LONGEST = 500
"""Letters that are looked at; no line holds as many at a size that can be read."""

MOST_MARKS = 3
"""Marks on one letter that are kept; no living language stacks more."""

BROKEN = "\ufffd"
"""Stands where a letter was lost on the way: reported, never printed."""

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
    text = "".join(letter for letter in text if not _selects(letter))
    parts = apart(unicodedata.normalize("NFC", text))
    kept = [part if emoji else _seen(part) for part, emoji in parts]
    return " ".join("".join(kept).split())


def _seen(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS:
            kept.append(_visible(letter))
    return "".join(kept)


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter in _JOINERS:
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return BROKEN
    return "" if kind in {"Cc", "Cf"} else letter


def _selects(letter: str) -> bool:
    """Variation selectors and tones: the shipped fonts hold one form of each letter."""
    return (
        "\ufe00" <= letter <= "\ufe0f"
        or "\U000e0100" <= letter <= "\U000e01ef"
        or "\u180b" <= letter <= "\u180d"
        or letter in TONES
    )
