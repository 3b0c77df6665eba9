"""Draws one guest of the door list. Lengths in pt; a row hangs from its top edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checkin.followup.paper import Paper
from checkin.followup.register_lines import Line
from checkin.model.i18n import _
from checkin.typeset import Style, draw, fit, measure, shorten

ROW, TALL_ROW = 21.0, 34.0
"""Heights of a row; a name that runs into the organisation takes two lines."""

MARGIN = 36
"""Left and right: half an inch, which every printer reaches."""

INK, MUTED, HAIR = 0.0, 0.35, 0.78
"""Greys: what is read first, what stands beside it, the lines between."""

_NAME, _SMALLEST_NAME = 12.0, 11.0
_BESIDE = 9.0
_LABEL = 7.5
_BOX = 11.0
_SPACE = 0.26
"""A space of the fonts, in em."""
_NAME_PART = 0.57
"""Of the room for name and organisation."""
_GAP = 10.0
_CODE_WIDTH = 34.0
_WIDEST_TICKET, _WIDEST_STATE = 84.0, 92.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of one list begin, from the left, and how wide they are."""

    letter: float
    box: float
    name: float
    name_width: float
    organisation: float
    organisation_width: float
    ticket: float
    ticket_width: float
    state: float
    state_width: float
    right: float
    """Where the code ends."""

    @property
    def whole_width(self) -> float:
        """Of name and organisation together."""
        return self.organisation + self.organisation_width - self.name


def columns_for(paper: Paper, lines: Sequence[Line]) -> Columns:
    """As wide as these lines need; the name gets what is left."""
    ticket = _widest({line.ticket for line in lines}, Style.REGULAR, _WIDEST_TICKET)
    words = {line.arrived for line in lines} | {line.mark for line in lines}
    state = _widest(words, Style.BOLD, _WIDEST_STATE)
    right = paper.width - MARGIN
    state_at = right - _CODE_WIDTH - _GAP - state
    ticket_at = state_at - _GAP - ticket
    name = MARGIN + 38
    both = ticket_at - _GAP - name
    organisation = name + both * _NAME_PART
    return Columns(
        MARGIN,
        MARGIN + 19,
        name,
        both * _NAME_PART - _GAP,
        organisation,
        ticket_at - _GAP - organisation,
        ticket_at,
        ticket,
        state_at,
        state,
        right,
    )


def _widest(texts: set[str], style: Style, most: float) -> float:
    return min(most, max((measure(t, style, _BESIDE) for t in texts), default=0) + 0.1)


def height(line: Line, columns: Columns) -> float:
    """How much of the page the line takes."""
    return TALL_ROW if _too_long(line, columns) else ROW


def _too_long(line: Line, columns: Columns) -> bool:
    return _name_width(line, _SMALLEST_NAME) > _room(line, columns)


def _room(line: Line, columns: Columns) -> float:
    """For a name on one line: without an organisation that column is free, too."""
    return columns.name_width if line.organisation else columns.whole_width


def _name_width(line: Line, size: float) -> float:
    if not line.rest:
        return measure(line.sorted_by, Style.BOLD, size)
    first = measure(f"{line.sorted_by},", Style.BOLD, size)
    return first + size * _SPACE + measure(line.rest, Style.REGULAR, size)


def draw_labels(canvas: Any, columns: Columns, y: float) -> None:
    """What the columns are called, small, above the first row."""
    canvas.setFillGray(MUTED)
    for x, text in (
        (columns.name, _("Name")),
        (columns.organisation, _("Organisation")),
        (columns.ticket, _("Ticket")),
    ):
        draw(canvas, x, y, text, Style.REGULAR, _LABEL)
    code = _("Code ends")
    x = columns.right - measure(code, Style.REGULAR, _LABEL)
    draw(canvas, x, y, code, Style.REGULAR, _LABEL)


def draw_row(
    canvas: Any, line: Line, columns: Columns, top: float, *, letter: bool
) -> float:
    """Draws a line with the hair below it; returns where the next one begins.

    With `letter` the initial stands before it, as in an index.
    """
    bottom = top - height(line, columns)
    middle = (top + bottom) / 2
    if letter:
        canvas.setFillGray(MUTED)
        draw(canvas, columns.letter, middle - 4, line.initial, Style.BOLD, 11)
    _draw_box(canvas, columns.box, middle - _BOX / 2, ticked=bool(line.arrived))
    _draw_name(canvas, line, columns, top, bottom)
    _draw_beside(canvas, line, columns, middle)
    canvas.setStrokeGray(HAIR)
    canvas.setLineWidth(0.4)
    canvas.line(columns.box, bottom, columns.right, bottom)
    return bottom


def _draw_box(canvas: Any, x: float, y: float, *, ticked: bool) -> None:
    canvas.setStrokeGray(INK)
    canvas.setLineWidth(0.8)
    canvas.roundRect(x, y, _BOX, _BOX, 1.5)
    if ticked:
        canvas.setLineWidth(1.6)
        tick = canvas.beginPath()
        tick.moveTo(x + 2.4, y + 5.4)
        tick.lineTo(x + 4.8, y + 2.8)
        tick.lineTo(x + 9, y + 8.6)
        canvas.drawPath(tick)


def _draw_name(
    canvas: Any, line: Line, columns: Columns, top: float, bottom: float
) -> None:
    """On one line if it can be; else into the room beside it; else on two lines."""
    canvas.setFillGray(INK)
    x, y = columns.name, bottom + 6.6
    whole = columns.whole_width
    if not _too_long(line, columns):
        _draw_on_one(canvas, line, x, y, _room(line, columns))
    elif not line.rest or _name_width(line, _SMALLEST_NAME) <= whole:
        _draw_on_one(canvas, line, x, top - 14.4, whole)
    else:
        _fitted(canvas, x, top - 14.4, f"{line.sorted_by},", Style.BOLD, whole)
        _fitted(canvas, x, y, line.rest, Style.REGULAR, columns.name_width)
    canvas.setFillGray(MUTED)
    said = shorten(
        line.organisation, Style.REGULAR, _BESIDE, columns.organisation_width
    )
    draw(canvas, columns.organisation, y + 0.8, said, Style.REGULAR, _BESIDE)


def _draw_on_one(canvas: Any, line: Line, x: float, y: float, width: float) -> None:
    if not line.rest:
        _fitted(canvas, x, y, line.sorted_by, Style.BOLD, width)
        return
    size = _NAME if _name_width(line, _NAME) <= width else _SMALLEST_NAME
    first = f"{line.sorted_by},"
    draw(canvas, x, y, first, Style.BOLD, size)
    x += measure(first, Style.BOLD, size) + size * _SPACE
    draw(canvas, x, y, line.rest, Style.REGULAR, size)


def _fitted(
    canvas: Any, x: float, y: float, text: str, style: Style, width: float
) -> None:
    size = fit(text, style, width, _NAME, _SMALLEST_NAME)
    draw(canvas, x, y, shorten(text, style, size, width), style, size)


def _draw_beside(canvas: Any, line: Line, columns: Columns, middle: float) -> None:
    canvas.setFillGray(MUTED)
    y = middle - 3.2
    ticket = shorten(line.ticket, Style.REGULAR, _BESIDE, columns.ticket_width)
    draw(canvas, columns.ticket, y, ticket, Style.REGULAR, _BESIDE)
    code = line.code
    x = columns.right - measure(code, Style.REGULAR, _BESIDE)
    draw(canvas, x, y, code, Style.REGULAR, _BESIDE)
    canvas.setFillGray(INK)
    both = 5.2 if line.mark and line.arrived else 0
    mark = shorten(line.mark, Style.BOLD, _BESIDE, columns.state_width)
    draw(canvas, columns.state, y + both, mark, Style.BOLD, _BESIDE)
    draw(canvas, columns.state, y - both, line.arrived, Style.REGULAR, _BESIDE)
