"""Draws shaped lines onto a reportlab canvas as real text, in the fill colour set."""

from typing import Any

from checkin.typeset.embed import Fonts, fonts_of
from checkin.typeset.faces import Style
from checkin.typeset.font import EM
from checkin.typeset.line import Line, shape, spaced


def draw(canvas: Any, x: float, y: float, text: str, style: Style, size: float) -> Line:
    """Draws `text` from x on the baseline y, in pt from the lower left.

    Returns the line that was set; its `missing` says which letters no font has.
    """
    line = shape(text, style)
    draw_line(canvas, x, y, line, size)
    return line


def draw_line(canvas: Any, x: float, y: float, line: Line, size: float) -> None:
    """Draws a line that was shaped before."""
    if line.pieces:
        # Ink before the origin would stick out to the left of everything below it.
        x -= min(0.0, line.left) * size / EM
        canvas.addLiteral(operators(fonts_of(canvas), line, x, y, size))


def operators(fonts: Fonts, line: Line, x: float, y: float, size: float) -> str:
    """The PDF operators that show a line with its origin at x; for many at once."""
    fonts.note(line)
    parts = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    face, rise = None, 0.0
    for piece in line.pieces:
        if piece.face is not face:
            face = piece.face
            parts.append(f"/{fonts.name(face)} {size:g} Tf")
        if piece.rise != rise:
            rise = piece.rise
            parts.append(f"{rise * size / EM:.2f} Ts")
        if piece.actual:
            told = piece.actual.encode("utf-16-be").hex().upper()
            parts.append(f"/Span <</ActualText <FEFF{told}>>> BDC")
        parts.append(f"[{piece.body}] TJ")
        if piece.ends:
            parts.append("EMC")
    if rise:
        parts.append("0 Ts")
    parts.append("ET")
    return " ".join(parts)


def draw_spaced(
    canvas: Any,
    x: float,
    y: float,
    text: str,
    style: Style,
    size: float,
    pitch: float,
) -> None:
    """Draws each letter in the middle of a field `pitch` pt wide, as in a table."""
    field = round(pitch * EM / size)
    draw_line(canvas, x, y, spaced(text, style, field, field), size)
