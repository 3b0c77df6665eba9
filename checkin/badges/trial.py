"""A page to print on plain paper first: to hold against the labels, and to measure."""

from pathlib import Path
from typing import Any

from checkin.badges.calibration import AS_IT_IS, Calibration
from checkin.badges.crosses import edge_of, printed_right
from checkin.badges.room import CAPITALS
from checkin.badges.stock import Stock
from checkin.badges.units import MM
from checkin.model.i18n import _
from checkin.typeset import Style, draw_line, new_canvas, save, shape

_ARM = 4.0
"""Of a cross, in mm."""
_RULERS = (100, 50, 20)
"""Lengths of the rulers in mm; the longest for which there is room."""
_THIN, _FINE = 0.5, 0.25
"""Widths of lines in pt."""
_GREY = 0.35
_HEAD = 1.2
"""Of an arrow, in mm."""
_LOWEST, _LINE = 5.0, 3.2
"""mm from the edge to the lowest line of words, and from one to the next."""


def trial_sheet(
    out: Path, stock: Stock, calibration: Calibration = AS_IT_IS, printer: str = ""
) -> None:
    """Writes the outlines of all places, crosses with what to measure, and rulers.

    It is printed with that calibration, of the printer of that name, and says so.

    Raises:
        FileNotWritable, DiskFull: `out` is as it was before.
    """
    width, height = stock.paper_size.width * MM, stock.paper_size.height * MM
    title = _("Test sheet for {stock}").format(stock=stock.part)
    canvas = new_canvas(width, height, title=title)
    if calibration.changes:
        canvas.transform(*_matrix(calibration, height))
    canvas.setLineWidth(_THIN)
    for place in range(1, stock.places + 1):
        _outline(canvas, stock, place)
    _Crosses(canvas, stock).draw()
    _words(canvas, stock, _said(stock, calibration, printer))
    save(canvas, out)


def _matrix(calibration: Calibration, height: float) -> tuple[float, ...]:
    across, down, x, y = calibration.matrix(height)
    return across, 0, 0, down, x, y


def _said(stock: Stock, calibration: Calibration, printer: str) -> list[str]:
    """What stands at the bottom, line by line."""
    hold = _(
        "Print at 100 % on plain paper, put it behind a sheet of {stock} and hold both"
        " up to the light."
    ).format(stock=stock.title)
    right = printed_right(stock.paper_size)
    measure = _(
        "If it is off, measure: A should be {left} mm, B {top}, C {across}, D {down}."
    ).format(**{name: f"{mm:g}" for name, mm in right._asdict().items()})
    if not calibration.changes:
        return [hold, measure, _("Printed without calibration.")]
    with_it = _("Printed with the calibration kept for {printer}.")
    return [hold, measure, with_it.format(printer=printer or _("PDF files"))]


def _words(canvas: Any, stock: Stock, lines: list[str]) -> None:
    """Between the crosses at the bottom, as low as printers go."""
    paper = stock.paper_size
    room = (paper.width - 2 * edge_of(paper) - 3 * _ARM) * MM
    for at, line in enumerate(reversed(lines)):
        y = (_LOWEST + at * _LINE) * MM
        _centred(canvas, line, Style.REGULAR, 8, paper.width / 2 * MM, y, room)


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


class _Crosses:
    """The crosses, the letters of what is measured between them, and two rulers."""

    def __init__(self, canvas: Any, stock: Stock) -> None:
        self._canvas = canvas
        self._paper = stock.paper_size
        self._edge = edge_of(self._paper)

    def draw(self) -> None:
        """All of it; lengths are in mm from the upper left."""
        canvas, edge = self._canvas, self._edge
        right, bottom = self._paper.width - edge, self._paper.height - edge
        for x in (edge, right):
            for y in (edge, bottom):
                self._line(x - _ARM, y, x + _ARM, y)
                self._line(x, y - _ARM, x, y + _ARM)
        near, far = edge - _ARM / 2, edge + 2.4 * _ARM
        self._letter("A", near, edge + _ARM / 2)
        self._letter("B", edge + _ARM / 2, near)
        self._arrow(far - 4, edge, far, edge)
        self._letter("C", far + 2, edge)
        self._arrow(edge, far - 4, edge, far)
        self._letter("D", edge, far + 2.5)
        canvas.setLineWidth(_FINE)
        self._ruler_across(self._ruler(self._paper.width))
        self._ruler_down(self._ruler(self._paper.height))
        canvas.setLineWidth(_THIN)

    def _ruler(self, room: float) -> int:
        """How long it is where there is so much room."""
        clear = room - 2 * (self._edge + 5 * _ARM)
        return next((mm for mm in _RULERS if mm <= clear), 0)

    def _ruler_across(self, length: int) -> None:
        if not length:
            return
        left, y = (self._paper.width - length) / 2, self._edge
        self._line(left, y, left + length, y)
        for mm in range(length + 1):
            self._line(left + mm, y, left + mm, y - _tick(mm))
            if mm % 10 == 0:
                self._letter(_cm(mm, length), left + mm, y + 2, 7)

    def _ruler_down(self, length: int) -> None:
        if not length:
            return
        x, top = self._edge, (self._paper.height - length) / 2
        self._line(x, top, x, top + length)
        for mm in range(length + 1):
            self._line(x, top + mm, x - _tick(mm), top + mm)
            if mm % 10 == 0:
                aside = 3 if mm < length else 4.5
                self._letter(_cm(mm, length), x + aside, top + mm, 7)

    def _arrow(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """To the right or down."""
        self._line(x, y, to_x, to_y)
        back, aside = (_HEAD, _HEAD / 2) if y == to_y else (_HEAD / 2, _HEAD)
        for way in (1, -1):
            end = (
                (to_x - back, to_y + way * aside)
                if y == to_y
                else (to_x + way * back, to_y - aside)
            )
            self._line(to_x, to_y, *end)

    def _letter(self, text: str, x: float, y: float, size: float = 9) -> None:
        style = Style.REGULAR if size < 9 else Style.BOLD
        across, up = x * MM, (self._paper.height - y) * MM
        _centred(self._canvas, text, style, size, across, up, 10 * MM)

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        height = self._paper.height
        self._canvas.line(x * MM, (height - y) * MM, to_x * MM, (height - to_y) * MM)


def _tick(mm: int) -> float:
    return 3.0 if mm % 10 == 0 else 2.0 if mm % 5 == 0 else 1.0


def _cm(mm: int, length: int) -> str:
    return str(mm // 10) if mm < length else _("{n} cm").format(n=mm // 10)


def _centred(
    canvas: Any, text: str, style: Style, size: float, x: float, y: float, room: float
) -> None:
    """Its capitals in the middle of (x, y), smaller if it needs more than `room` pt."""
    line = shape(text, style)
    size = min(size, room * 1000 / max(line.width, 1))
    left = x - line.width * size / 2000
    draw_line(canvas, left, y - CAPITALS * size / 2, line, size)
