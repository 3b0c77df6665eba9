"""Cuts a line into runs of one face and one direction, with fallback over all fonts."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from checkin.typeset.bidi import levels, visual_order
from checkin.typeset.faces import Face, Style, base, face_for

_JOINING = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are shaped together."""

    text: str
    face: Face
    level: int
    """Odd: right to left."""


@cache
def simple_letters(style: Style) -> frozenset[str]:
    """Letters of the base face that need no cutting: no marks, nothing from right."""
    face = base(style)
    points = [
        chr(point)
        for start, end in zip(face.starts, face.ends, strict=True)
        for point in range(start, end + 1)
    ]
    return frozenset(
        letter
        for letter in points
        if not unicodedata.category(letter).startswith(("M", "C"))
        and unicodedata.bidirectional(letter) not in {"R", "AL", "AN"}
    )


def resolve(text: str, style: Style) -> tuple[str, frozenset[str]]:
    """The text in letters that the fonts have, and those that none has.

    A letter without a glyph is replaced by its compatibility form (a bold
    mathematical A by A); failing that it is left out and reported.
    """
    kept: list[str] = []
    missing: set[str] = set()
    for letter in text:
        if letter in _JOINING:
            # Between two that are printed; next to one that is not it joins nothing.
            if kept and kept[-1].isalpha() | bool(unicodedata.combining(kept[-1])):
                kept.append(letter)
            continue
        if face_for(letter, style):
            kept.append(letter)
            continue
        plain = unicodedata.normalize("NFKC", letter)
        if plain != letter and all(face_for(one, style) for one in plain):
            kept.append(plain)
        else:
            missing.add(letter)
    return " ".join("".join(kept).split()), frozenset(missing)


def cut(text: str, style: Style) -> list[Run]:
    """The runs of a resolved text, in the order in which they stand on the line."""
    runs: list[Run] = []
    start = 0
    current: tuple[Face, int] | None = None
    for at, (letter, level) in enumerate(zip(text, levels(text), strict=True)):
        wanted = _face(letter, style, current[0] if current else None), level
        if current is not None and wanted != current:
            runs.append(Run(text[start:at], *current))
            start = at
        current = wanted
    if current is not None:
        runs.append(Run(text[start:], *current))
    return [runs[i] for i in visual_order([run.level for run in runs])]


def _face(letter: str, style: Style, current: Face | None) -> Face:
    """Marks, joiners and spaces stay with the letter before them where they can."""
    sticks = letter in _JOINING or (
        current is not None
        and (letter == " " or unicodedata.category(letter).startswith("M"))
        and current.has(letter)
    )
    if sticks and current is not None:
        return current
    return face_for(letter, style) or base(style)
