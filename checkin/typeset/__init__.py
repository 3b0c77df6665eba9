"""Sets names of all scripts: fonts, shaping, measuring, fitting, real text in a PDF."""

from checkin.typeset.document import new_canvas, reordered, save
from checkin.typeset.draw import draw, draw_line, draw_spaced, operators
from checkin.typeset.faces import Face, Style, faces
from checkin.typeset.fit import break_at, fit, in_two, measure, missing, shorten
from checkin.typeset.line import Line, shape, spaced

__all__ = [
    "Face",
    "Line",
    "Style",
    "break_at",
    "draw",
    "draw_line",
    "draw_spaced",
    "faces",
    "fit",
    "in_two",
    "measure",
    "missing",
    "new_canvas",
    "operators",
    "reordered",
    "save",
    "shape",
    "shorten",
    "spaced",
]
