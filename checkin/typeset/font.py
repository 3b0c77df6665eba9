"""A font file in memory: advances, ink and shaping, through HarfBuzz."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar

import uharfbuzz as hb

from checkin.resources import resource
from checkin.typeset.faces import Face

EM = 1000
"""All measures are thousandths of an em, as in PDF."""


_FEATURES = {"kern": True, "dlig": False, "hlig": False}
"""Names are set in the letters that their owners use, not in ornaments."""
_LETTER_BY_LETTER = {**_FEATURES, "liga": False}
"""Of the Latin face: in Turkish an i that is joined to an f would look like an ı, and a
list does not tell which names are Turkish. Source: CSS Fonts Module Level 3, section
“Language-specific display”."""


class Glyph(NamedTuple):
    """One shaped glyph, in thousandths of an em."""

    gid: int
    cluster: int
    """Where in the run's text the letters begin that it stands for."""
    advance: float
    dx: float
    dy: float


class Box(NamedTuple):
    """The ink of a glyph relative to its origin; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Font:
    """A loaded face with what was asked of it so far."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.blob = hb.Blob.from_file_path(str(resource("fonts", face.file)))
        self.hb_face = hb.Face(self.blob)
        self._font = hb.Font(self.hb_face)
        latin = face.file.startswith("NotoSans-")
        self._features = _LETTER_BY_LETTER if latin else _FEATURES
        self._scale: float = EM / self.hb_face.upem
        self.advances: _Memo[int] = _Memo(self._advance)
        """By glyph id, whole thousandths: what the PDF will say."""
        self.boxes: _Memo[Box] = _Memo(self._box)
        """By glyph id: the ink."""

    def _advance(self, gid: int) -> int:
        advance: float = self._font.get_glyph_h_advance(gid)
        return round(advance * self._scale)

    def _box(self, gid: int) -> Box:
        ink = self._font.get_glyph_extents(gid)
        if ink is None or not ink.width:
            return Box(0, 0, 0, 0)
        left, top, k = ink.x_bearing, ink.y_bearing, self._scale
        return Box(left * k, (top + ink.height) * k, (left + ink.width) * k, top * k)

    def vertical(self) -> tuple[float, float]:
        """Ascender and descender of the face, in thousandths of an em."""
        extents = self._font.get_font_extents("ltr")
        return extents.ascender * self._scale, extents.descender * self._scale

    def shape(self, text: str, *, right_to_left: bool) -> list[Glyph]:
        """The glyphs of a run, from left to right."""
        buffer: Any = hb.Buffer()
        buffer.add_str(text)
        # A mark is told apart from its letter: it has a text of its own in the PDF.
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        # Said before guessing, which would ask the machine for its language.
        buffer.language = "und"
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, self._features)
        k = self._scale
        return [
            Glyph(info.codepoint, info.cluster, adv * k, dx * k, dy * k)
            for info, (dx, dy, adv, _) in zip(
                buffer.glyph_infos,
                [place.position for place in buffer.glyph_positions],
                strict=True,
            )
        ]


Value = TypeVar("Value")


class _Memo(dict[int, Value]):
    """A dictionary that asks once for what it does not hold."""

    def __init__(self, ask: Callable[[int], Value]) -> None:
        self._ask = ask

    def __missing__(self, key: int) -> Value:
        value = self[key] = self._ask(key)
        return value


@cache
def load(face: Face) -> Font:
    """The font of a face; each file is opened once."""
    return Font(face)
