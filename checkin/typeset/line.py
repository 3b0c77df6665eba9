"""One line of text, shaped: its width, its ink, and its glyphs ready for a PDF."""

from dataclasses import dataclass, field
from functools import cache, lru_cache

from checkin.typeset.clean import clean
from checkin.typeset.faces import Face, Style, base
from checkin.typeset.font import Font, Glyph, load
from checkin.typeset.readable import letters_of, spans
from checkin.typeset.runs import Run, cut, resolve, simple_letters

REMEMBERED = 1024
"""Lines kept shaped; organisations and first names come again and again.

Four times as many would be as quick, and take 15 MB more where names are long.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face at one height. Independent of size, as a PDF writes it."""

    face: Face
    body: str
    """The operand of TJ: glyph ids in hexadecimal and moves in thousandths of an em."""
    rise: float
    """Above the baseline, in thousandths of an em."""
    actual: str
    """The text for readers of this and the pieces after it up to one that `ends`, where
    the glyphs don't tell it; else empty."""
    ends: bool
    """Whether it is the last one that an `actual` stands for."""
    gids: tuple[int, ...]
    """The same glyph ids as numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A shaped line. All measures in thousandths of an em; y grows upwards."""

    text: str
    """What is set: without controls and without the letters that no font has."""
    pieces: tuple[Piece, ...] = field(repr=False)
    letters: tuple[tuple[Face, dict[int, str]], ...] = field(repr=False)
    """What glyphs stand for, by face and glyph id."""
    advance: float
    """Where the next text would start."""
    left: float
    """Ink before the origin is negative."""
    right: float
    bottom: float
    top: float
    missing: frozenset[str]

    @property
    def width(self) -> float:
        """From the origin or the ink before it to the last advance or ink."""
        return max(self.advance, self.right) - min(0.0, self.left)


@lru_cache(REMEMBERED)
def shape(text: str, style: Style) -> Line:
    """The line for a text of any origin; empty text gives a line without pieces."""
    text = clean(text)
    missing: frozenset[str] = frozenset()
    if not simple_letters(style).issuperset(text):
        text, missing = resolve(text, style)
    if not text:
        return Line("", (), (), 0, 0, 0, 0, 0, missing)
    if simple_letters(style).issuperset(text):
        return _simple(text, load(base(style)), missing)
    setter = _Setter()
    for run in cut(text, style):
        setter.add(run)
    return setter.line(text, missing)


def _simple(text: str, font: Font, missing: frozenset[str]) -> Line:
    """The short way for text of the base face, which is nearly all of it."""
    glyphs = font.shape(text, right_to_left=False)
    gids = [glyph.gid for glyph in glyphs]
    pen: float = sum(glyph.advance for glyph in glyphs)
    boxes = [font.boxes[gid] for gid in gids]
    last = glyphs[-1]
    return Line(
        text,
        (Piece(font.face, _with_kerning(font, glyphs), 0, "", False, tuple(gids)),),
        ((font.face, letters_of(text, glyphs)),),
        pen,
        boxes[0].left,
        pen - last.advance + boxes[-1].right,
        min(box.bottom for box in boxes),
        max(box.top for box in boxes),
        missing,
    )


def _with_kerning(font: Font, glyphs: list[Glyph]) -> str:
    parts = ["<"]
    for glyph in glyphs[:-1]:
        parts.append(f"{glyph.gid:04X}")
        if kern := round(font.advances[glyph.gid] - glyph.advance):
            parts.append(f">{kern}<")
    parts.append(f"{glyphs[-1].gid:04X}>")
    return "".join(parts)


def spaced(text: str, style: Style, pitch: int, space: int) -> Line:
    """Each letter in the middle of a field, as on a typewriter: for codes, not names.

    `pitch` is the width of the fields and `space` that of a space between them, in
    thousandths of an em. The letters have to be in the base face.
    """
    font = load(base(style))
    parts, gids, pen, moved = [], [], 0, 0
    for letter in text:
        if letter == " ":
            pen += space
            moved -= space
            continue
        gid, before, after, code = _in_field(letter, style, pitch)
        parts.append(f"{moved - before}{code}")
        gids.append(gid)
        moved = -after
        pen += pitch
    shown = text.replace(" ", "")
    return Line(
        text,
        (Piece(font.face, "".join(parts), 0, text, True, tuple(gids)),) if gids else (),
        ((font.face, dict(zip(gids, shown, strict=True))),),
        pen,
        0,
        pen,
        min((font.boxes[gid].bottom for gid in gids), default=0),
        max((font.boxes[gid].top for gid in gids), default=0),
        frozenset(),
    )


@cache
def _in_field(letter: str, style: Style, pitch: int) -> tuple[int, int, int, str]:
    """Its glyph in the base face, the room before and after it, its code in a PDF."""
    font = load(base(style))
    gid = font.shape(letter, right_to_left=False)[0].gid
    before = (pitch - font.advances[gid]) // 2
    return gid, before, pitch - font.advances[gid] - before, f"<{gid:04X}>"


class _Setter:
    """Puts runs side by side; keeps the pen and where a PDF would believe it to be."""

    def __init__(self) -> None:
        self._pen = 0.0
        self._believed = 0.0
        self._pieces: list[Piece] = []
        self._letters: list[tuple[Face, dict[int, str]]] = []
        self._ink: list[tuple[float, float, float, float]] = []

    def add(self, run: Run) -> None:
        """Shapes a run and sets it after what stands there already."""
        font = load(run.face)
        glyphs = font.shape(run.text, right_to_left=run.turned)
        letters = letters_of(run.text, glyphs, turned=run.turned)
        self._letters.append((run.face, letters))
        for part, actual in spans(run, glyphs, letters):
            start = 0
            for at in range(1, len(part) + 1):
                if at == len(part) or part[at].dy != part[start].dy:
                    opens, ends = actual if not start else "", at == len(part)
                    self._piece(font, part[start:at], opens, ends=bool(actual) and ends)
                    start = at

    def _piece(
        self, font: Font, glyphs: list[Glyph], actual: str, *, ends: bool
    ) -> None:
        parts: list[str] = []
        for glyph in glyphs:
            if move := round(self._pen + glyph.dx - self._believed):
                parts.append(str(-move))
                self._believed += move
            parts.append(f"<{glyph.gid:04X}>")
            self._note_ink(font, glyph)
            self._believed += font.advances[glyph.gid]
            self._pen += glyph.advance
        body = "".join(parts).replace("><", "")
        gids = tuple(glyph.gid for glyph in glyphs)
        self._pieces.append(Piece(font.face, body, glyphs[0].dy, actual, ends, gids))

    def _note_ink(self, font: Font, glyph: Glyph) -> None:
        box = font.boxes[glyph.gid]
        if box.right > box.left:
            x, y = self._pen + glyph.dx, glyph.dy
            self._ink.append((box.left + x, box.bottom + y, box.right + x, box.top + y))

    def line(self, text: str, missing: frozenset[str]) -> Line:
        """All of it as one line."""
        lefts, bottoms, rights, tops = zip(
            *(self._ink or [(0.0, 0.0, 0.0, 0.0)]), strict=True
        )
        return Line(
            text,
            tuple(self._pieces),
            tuple(self._letters),
            self._pen,
            min(lefts),
            max(rights),
            min(bottoms),
            max(tops),
            missing,
        )
