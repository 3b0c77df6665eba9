"""A page to print on plain paper first, and to hold against a sheet of labels."""

from pathlib import Path
from typing import Any

from checkin.badges.room import CAPITALS, MM
from checkin.badges.stock import Stock
from checkin.model.i18n import _
from checkin.typeset import Style, draw_line, new_canvas, save, shape

_EDGE = 8.0
"""From the edges of the paper to the marks, in mm; printers leave out 3 to 6."""
_ARM = 4.0
"""Of a cross, in mm."""
_RULER = 100
"""Length of the ruler in mm."""
_THIN, _FINE = 0.5, 0.25
"""Widths of lines in pt."""
_GREY = 0.35


def trial_sheet(out: Path, stock: Stock) -> None:
    """Writes the outlines of all places with their numbers, crosses and a ruler.

    Raises:
        FileNotWritable, DiskFull: `out` is as it was before.
    """
    width, height = stock.paper_size.width * MM, stock.paper_size.height * MM
    title = _("Test sheet for {stock}").format(stock=stock.part)
    canvas = new_canvas(width, height, title=title)
    canvas.setLineWidth(_THIN)
    for place in range(1, stock.places + 1):
        _outline(canvas, stock, place)
    _crosses(canvas, width, height)
    _ruler(canvas, width / 2 - _RULER / 2 * MM, height - _EDGE * MM)
    words = _(
        "Print at 100 % on plain paper, put it behind a sheet of {stock} and hold both"
        " up to the light."
    ).format(stock=stock.title)
    _centred(canvas, words, Style.REGULAR, 9, width / 2, _EDGE * MM, width - 40 * MM)
    save(canvas, out)


def _outline(canvas: Any, stock: Stock, place: int) -> None:
    """A label as the maker cut it, its number, and its size in mm."""
    cell, badge = stock.cell(place), stock.badge_size
    left = cell.left * MM
    bottom = (stock.paper_size.height - cell.top - badge.height) * MM
    width, height = badge.width * MM, badge.height * MM
    canvas.roundRect(left, bottom, width, height, stock.corner * MM)
    x, y, room = left + width / 2, bottom + height / 2, width * 0.9
    canvas.setFillGray(_GREY)
    _centred(canvas, str(place), Style.BOLD, 28, x, y, room)
    size = _("{width} × {height} mm").format(
        width=f"{badge.width:g}", height=f"{badge.height:g}"
    )
    _centred(canvas, size, Style.REGULAR, 9, x, y - 24, room)
    canvas.setFillGray(0)


def _crosses(canvas: Any, width: float, height: float) -> None:
    edge, arm = _EDGE * MM, _ARM * MM
    for x in (edge, width - edge):
        for y in (edge, height - edge):
            canvas.line(x - arm, y, x + arm, y)
            canvas.line(x, y - arm, x, y + arm)


def _ruler(canvas: Any, left: float, y: float) -> None:
    """From 0 to 10 cm: whether the printer has kept to 100 %."""
    canvas.line(left, y, left + _RULER * MM, y)
    canvas.setLineWidth(_FINE)
    for mm in range(_RULER + 1):
        x, length = left + mm * MM, 3 if mm % 10 == 0 else 2 if mm % 5 == 0 else 1
        canvas.line(x, y, x, y + length * MM)
        if mm % 10 == 0:
            words = str(mm // 10) if mm < _RULER else _("10 cm")
            _centred(canvas, words, Style.REGULAR, 7, x, y - 6, 10 * MM)
    canvas.setLineWidth(_THIN)


def _centred(
    canvas: Any, text: str, style: Style, size: float, x: float, y: float, room: float
) -> None:
    """Its capitals in the middle of (x, y), smaller if it needs more than `room` pt."""
    line = shape(text, style)
    size = min(size, room * 1000 / max(line.width, 1))
    left = x - line.width * size / 2000
    draw_line(canvas, left, y - CAPITALS * size / 2, line, size)
