"""The catalogue of shipped fonts: which face has which letter."""

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from checkin.resources import resource


class Style(Enum):
    """The two weights that text is set in."""

    REGULAR = "regular"
    BOLD = "bold"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file in resources/fonts; there is one Face for each."""

    file: str
    style: Style
    starts: tuple[int, ...] = field(repr=False)
    """First code points of the ranges that it covers, ascending."""
    ends: tuple[int, ...] = field(repr=False)
    """The last ones of the same ranges."""

    def has(self, letter: str) -> bool:
        """Whether the font has a glyph for it."""
        point = ord(letter)
        at = bisect_right(self.starts, point) - 1
        return at >= 0 and point <= self.ends[at]


@cache
def faces() -> tuple[Face, ...]:
    """All shipped faces, in the order in which they are asked for a letter."""
    catalogue = json.loads(resource("fonts", "faces.json").read_text("utf-8"))
    return tuple(_face(**entry) for entry in catalogue)


def _face(file: str, weight: str, covers: str) -> Face:
    pairs = [span.partition("-") for span in covers.split()]
    starts = tuple(int(first, 16) for first, _, _ in pairs)
    ends = tuple(int(last or first, 16) for first, _, last in pairs)
    return Face(file, Style(weight), starts, ends)


@cache
def in_order(style: Style) -> tuple[Face, ...]:
    """The faces of one weight, then those of the other: better heavy than missing."""
    return tuple(sorted(faces(), key=lambda face: face.style is not style))


def base(style: Style) -> Face:
    """The face that most text is set in: Latin, Greek, Cyrillic."""
    return in_order(style)[0]


@cache
def face_for(letter: str, style: Style) -> Face | None:
    """The first face that has the letter; None if no shipped font has it."""
    return next((face for face in in_order(style) if face.has(letter)), None)


@cache
def face_named(file: str) -> Face:
    """The face of a file."""
    return next(face for face in faces() if face.file == file)
