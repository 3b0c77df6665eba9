"""How a column of the preview is measured and painted, beside its real widgets."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.importing import Certainty
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.model.i18n import N_, _
from checkin.ui import icons, look
from checkin.ui.importing.cell import NOTHING, PAD
from checkin.ui.importing.field_choice import CHOICE
from checkin.ui.importing.outlook import Cell, ColumnShown
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import draw_line

EDGE, TOP = 7, 12
CERTAINTY, HEADING, ROW, GROUND = 28, 36, 42, 36
"""Heights, in px at text size 100 %; the ground of an odd cell is less than its row."""

_MARKS = {
    Certainty.SURE: ("circle-check", "ok_mark", N_("Sure")),
    Certainty.CHECK: ("circle-alert", "again_ink", N_("Please check")),
    Certainty.EXTRA: ("inbox", "ink2", N_("Kept as extra")),
}
_LEFT_OUT = ("ban", "ink2", N_("Left out"))


def mark_of(shown: ColumnShown) -> tuple[str, str, str]:
    """Icon, colour, words."""
    icon, ink, words = _LEFT_OUT if shown.field == IGNORE else _MARKS[shown.certainty]
    return icon, ink, _(words)


def heading_begins() -> int:
    """Where the heading of a column is, in px from its top."""
    px = look.look().px
    return px(TOP + CHOICE) + px(CERTAINTY)


def rows_begin() -> int:
    """The same for the first of its rows."""
    return heading_begins() + look.look().px(HEADING)


def height_of(rows: int) -> int:
    """How tall a column with so many rows is, before the text-size setting."""
    return TOP + CHOICE + CERTAINTY + HEADING + rows * ROW + 4


def draw_head(painter: QPainter, shown: ColumnShown, width: int) -> None:
    """How sure it is, a line, and the heading."""
    px = look.look().px
    _draw_certainty(painter, shown, px(TOP + CHOICE), width)
    y = heading_begins()
    painter.fillRect(px(EDGE), y - 1, width - 2 * px(EDGE), 1, look.colour("line"))
    painter.setPen(look.colour("ink2"))
    box = _text_box(y, px(HEADING), width)
    draw_line(painter, box, shown.heading, Role.SMALL_BOLD)


def _draw_certainty(
    painter: QPainter, shown: ColumnShown, y: float, width: int
) -> None:
    px = look.look().px
    icon, ink, words = mark_of(shown)
    middle = y + px(CERTAINTY) / 2
    left = px(EDGE + 4)
    icons.draw_at(painter, icon, left, middle, px(16), look.colour(ink))
    text = "ok_ink" if shown.certainty is Certainty.SURE else ink
    painter.setPen(look.colour(text))
    box = QRectF(left + px(22), y, width - left - px(26), px(CERTAINTY))
    draw_line(painter, box, words, Role.SMALL)


def draw_band(painter: QPainter, y: float, width: int) -> None:
    """The ground of the row that the preview is about."""
    px = look.look().px
    band = QRectF(0, y + px(1), width, px(ROW - 2))
    painter.fillRect(band, look.colour("sunken"))


def draw_cell(
    painter: QPainter, shown: ColumnShown, cell: Cell, y: float, width: int
) -> None:
    """What a cell says."""
    quiet = shown.field in (EXTRA, IGNORE)
    painter.setPen(look.colour("ink2" if quiet else "ink"))
    box = _text_box(y, look.look().px(ROW), width)
    draw_line(painter, box, cell.text or NOTHING, Role.BODY)


def is_cut(text: str, role: Role, width: int) -> bool:
    """Whether a heading or a cell has no room in a column so wide."""
    room = _text_box(0, 0, width).width()
    return look.look().metrics(role).horizontalAdvance(text) > room


def _text_box(y: float, height: float, width: int) -> QRectF:
    left = look.look().px(EDGE + PAD)
    return QRectF(left, y, width - 2 * left, height)
