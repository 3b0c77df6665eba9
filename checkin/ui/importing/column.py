"""One column of the preview: what it is taken for, how sure that is, and its rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from checkin.importing import Certainty
from checkin.importing.columns import EXTRA, IGNORE
from checkin.model.i18n import N_, _
from checkin.ui import icons, look
from checkin.ui.importing.outlook import Cell, ColumnShown
from checkin.ui.tokens import RADIUS, Role
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.text import draw_line

_MARKS = {
    Certainty.SURE: ("circle-check", "ok_mark", N_("Sure")),
    Certainty.CHECK: ("circle-alert", "again_ink", N_("Please check")),
    Certainty.EXTRA: ("inbox", "ink2", N_("Kept as extra")),
}
_LEFT_OUT = ("ban", "ink2", N_("Left out"))

_EDGE, _TOP, _CELL_PAD = 7, 12, 12
_CHOICE, _CERTAINTY, _HEADING, _ROW = 36, 28, 36, 42
_NARROWEST, _WIDEST = 128, 208
_LIST = 208
"""Width of the list of fields."""
_NOTHING = "–"


class FieldChoice(ComboBox):
    """What a column is taken for; all of them share one model of the fields."""

    reached = Signal()
    """Has the focus now: it wants to be seen."""

    def __init__(
        self, heading: str, model: QStandardItemModel, parent: QWidget
    ) -> None:
        name = _("Column {heading} is taken for").format(heading=heading)
        super().__init__(name, parent=parent)
        self.setModel(model)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(_NARROWEST), look.look().px(_CHOICE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def showPopup(self) -> None:
        """The list is as wide as its words, though the column may be narrow."""
        self.view().setMinimumWidth(look.look().px(_LIST))
        super().showPopup()


class Column(QWidget):
    """The choice is a real combo box; the rest is painted."""

    chosen = Signal(object, str)
    """(this column, field), by the user."""
    reached = Signal(object)

    def __init__(
        self, shown: ColumnShown, model: QStandardItemModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.shown = shown
        self._rows: Sequence[int] = range(len(shown.cells))
        self._spare = 0
        self._last = False
        self.choice = FieldChoice(shown.heading, model, self)
        self.choice.on_choice(lambda field: self.chosen.emit(self, field))
        self.choice.reached.connect(lambda: self.reached.emit(self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("")
        self.show_column(shown)

    def show_column(self, shown: ColumnShown) -> None:
        """Other contents for the same column."""
        self.shown = shown
        at = self.choice.findData(shown.field)
        self.choice.setCurrentIndex(max(0, at))
        quiet = shown.field in (EXTRA, IGNORE)
        check = shown.certainty is Certainty.CHECK
        self.choice.set_tone("check" if check else "extra" if quiet else "")
        certainty = _(_mark(shown)[2])
        self.choice.setAccessibleDescription(certainty)
        cells = "; ".join(cell.odd or cell.text or _NOTHING for cell in shown.cells)
        self.setAccessibleName(f"{shown.heading}: {certainty}")
        self.setAccessibleDescription(cells)
        self.updateGeometry()
        self.update()

    def show_rows(self, rows: Sequence[int]) -> None:
        """Only these of its cells, from 0, where there is little room."""
        self._rows = rows
        self.updateGeometry()
        self.update()

    def spread(self, spare: int, last: bool) -> None:
        """So many px more than it needs; no line behind the last column."""
        if (spare, last) != (self._spare, self._last):
            self._spare, self._last = spare, last
            self.updateGeometry()
            self.update()

    # -- measures

    def sizeHint(self) -> QSize:
        px = look.look().px
        return QSize(self.needed() + self._spare, px(height_of(len(self._rows))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def needed(self) -> int:
        """Its width, as far as there is no room to spare."""
        px, metrics = look.look().px, look.look().metrics
        texts = [metrics(Role.BODY).horizontalAdvance(c.text) for c in self.shown.cells]
        heading = metrics(Role.SMALL_BOLD).horizontalAdvance(self.shown.heading)
        field = metrics(Role.BODY).horizontalAdvance(self.choice.currentText())
        longest = max(*texts, heading, field + px(28), 0.0)
        wanted = longest + px(2 * (_EDGE + _CELL_PAD))
        return round(min(max(wanted, px(_NARROWEST)), px(_WIDEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px = look.look().px
        wide = self.width() - 2 * px(_EDGE)
        self.choice.setGeometry(px(_EDGE), px(_TOP), wide, px(_CHOICE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._place()
            self.update()

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        line = look.colour("line")
        if not self._last:
            painter.fillRect(self.width() - 1, px(6), 1, self.height() - px(12), line)
        y = px(_TOP + _CHOICE)
        self._draw_certainty(painter, y)
        y += px(_CERTAINTY)
        wide = self.width() - 2 * px(_EDGE)
        painter.fillRect(px(_EDGE), y - 1, wide, 1, line)
        painter.setPen(look.colour("ink2"))
        box = self._text_box(y, px(_HEADING))
        draw_line(painter, box, self.shown.heading, Role.SMALL_BOLD)
        y += px(_HEADING)
        for row in self._rows:
            self._draw_cell(painter, y, self.shown.cells[row])
            y += px(_ROW)
        painter.end()

    def _text_box(self, y: float, height: float) -> QRectF:
        left = look.look().px(_EDGE + _CELL_PAD)
        return QRectF(left, y, self.width() - 2 * left, height)

    def _draw_certainty(self, painter: QPainter, y: float) -> None:
        px = look.look().px
        icon, ink, words = _mark(self.shown)
        middle = y + px(_CERTAINTY) / 2
        left = px(_EDGE + 4)
        icons.draw_at(painter, icon, left, middle, px(16), look.colour(ink))
        text = "ok_ink" if self.shown.certainty is Certainty.SURE else ink
        painter.setPen(look.colour(text))
        box = QRectF(left + px(22), y, self.width() - left - px(26), px(_CERTAINTY))
        draw_line(painter, box, _(words), Role.SMALL)

    def _draw_cell(self, painter: QPainter, y: float, cell: Cell) -> None:
        px = look.look().px
        box = self._text_box(y, px(_ROW))
        if cell.odd:
            ink = look.colour("again_ink")
            ground = QRectF(px(_EDGE), y + px(3), self.width() - 2 * px(_EDGE), px(36))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("again_soft"))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
            icons.draw_at(
                painter, "circle-alert", box.left(), y + px(_ROW) / 2, px(16), ink
            )
            box.setLeft(box.left() + px(22))
        quiet = self.shown.field in (EXTRA, IGNORE)
        painter.setPen(look.colour("ink2" if quiet else "ink"))
        draw_line(painter, box, cell.text or _NOTHING, Role.BODY)


def _mark(shown: ColumnShown) -> tuple[str, str, str]:
    """Icon, colour, words."""
    return _LEFT_OUT if shown.field == IGNORE else _MARKS[shown.certainty]


def height_of(rows: int) -> int:
    """How tall a column with so many rows is, before the text-size setting."""
    return _TOP + _CHOICE + _CERTAINTY + _HEADING + rows * _ROW + 4
