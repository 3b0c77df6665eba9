"""Cuts a line into runs of one face and one direction, with fallback over all fonts."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from checkin.typeset.bidi import Stood, from_left
from checkin.typeset.clean import BROKEN
from checkin.typeset.emoji import apart
from checkin.typeset.faces import Face, Style, base, face_for, face_named
from checkin.typeset.han import special_forms

_JOINING = frozenset("\u200c\u200d")
_EMOJI = "NotoEmoji-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are shaped together."""

    text: str
    face: Face
    turned: bool
    """It runs from right to left."""


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
        if letter != BROKEN
        and not unicodedata.category(letter).startswith(("M", "C"))
        and unicodedata.bidirectional(letter) not in {"R", "AL", "AN"}
    )


def resolve(text: str, style: Style) -> tuple[str, frozenset[str]]:
    """The text in letters that the fonts have, and those that none has.

    A letter without a glyph is replaced by its compatibility form (a bold
    mathematical A by A); failing that it is left out and reported.
    """
    kept: list[str] = []
    missing: set[str] = set()
    for part, emoji in apart(text):
        if emoji:
            kept.append(part)
        else:
            _resolve(part, style, kept, missing)
    return " ".join("".join(kept).split()), frozenset(missing)


def _resolve(text: str, style: Style, kept: list[str], missing: set[str]) -> None:
    for letter in text:
        if letter in _JOINING:
            # Between two that are printed; next to one that is not it joins nothing.
            if kept and _may_join(kept[-1][-1]):
                kept.append(letter)
            continue
        if letter != BROKEN and face_for(letter, style):
            kept.append(letter)
            continue
        plain = unicodedata.normalize("NFKC", letter)
        if plain != letter and all(face_for(one, style) for one in plain):
            kept.append(plain)
        else:
            missing.add(letter)


def _may_join(letter: str) -> bool:
    return letter.isalpha() or unicodedata.combining(letter) > 0


def cut(text: str, style: Style) -> list[Run]:
    """The runs of a resolved text, in the order in which they stand on the line."""
    faces = _faces(text, style)
    runs: list[Run] = []
    start, stood = 0, from_left(text)
    for end in range(1, len(stood) + 1):
        if end == len(stood) or not _together(stood[end - 1], stood[end], faces):
            first, last = stood[start].at, stood[end - 1].at
            letters = text[min(first, last) : max(first, last) + 1]
            runs.append(Run(letters, faces[first], stood[start].turned))
            start = end
    return runs


def _together(left: Stood, right: Stood, faces: list[Face]) -> bool:
    """Whether two that stand side by side are shaped as one."""
    step = -1 if left.turned else 1
    follows = left.turned is right.turned and right.at == left.at + step
    return follows and faces[left.at] is faces[right.at]


def _faces(text: str, style: Style) -> list[Face]:
    """The face of each letter."""
    found: list[Face] = []
    current: Face | None = None
    special = special_forms(text)
    for part, emoji in apart(text):
        for letter in part:
            if emoji:
                current = face_named(_EMOJI)
            elif special and special.has(letter):
                current = special
            else:
                current = _face(letter, style, current)
            found.append(current)
    return found


def _face(letter: str, style: Style, current: Face | None) -> Face:
    """Marks, joiners and spaces stay with the letter before them where they can.

    Not spaces after emoji: they would be as wide as these.
    """
    if current is not None and current.file == _EMOJI:
        current = None
    sticks = letter in _JOINING or (
        current is not None
        and (letter == " " or unicodedata.category(letter).startswith("M"))
        and current.has(letter)
    )
    if sticks and current is not None:
        return current
    return face_for(letter, style) or base(style)
