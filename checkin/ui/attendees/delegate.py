"""Paints the cells of the table: two lines, a mark before them, one line below."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from checkin.ui import fonts, icons, look
from checkin.ui.attendees.cells import Cell
from checkin.ui.attendees.roll_model import CELL, Column
from checkin.ui.tickets import ticket_colour
from checkin.ui.tokens import ROW, Role
from checkin.ui.widgets.text import MIDDLE, tip

Index = QModelIndex | QPersistentModelIndex

_EDGE = 4
"""The accent edge of the selected row, in px."""
_FIRST, _OTHERS, _RIGHT = 16, 4, 8
"""Where the text of the first column and of the others begins, and where it ends."""
_ICON, _SQUARE = 20, 10


class CellPainter(QStyledItemDelegate):
    """One for all columns; `types` says which ticket has which colour."""

    types: tuple[str, ...] = ()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look.look().px(100), look.look().px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, box, option, index)
        cell = index.data(CELL)
        if cell is not None:
            self._draw_cell(painter, box, cell, index)
        painter.restore()

    def _draw_ground(
        self,
        painter: QPainter,
        box: QRectF,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("accent_soft"))
            if index.column() == Column.NAME:
                edge = QRectF(box.left(), box.top(), _EDGE, box.height())
                painter.fillRect(edge, look.colour("accent"))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, look.colour("line"))

    def _draw_cell(
        self, painter: QPainter, box: QRectF, cell: Cell, index: Index
    ) -> None:
        text = self._text_box(box, cell, index)
        if index.column() == Column.TICKET:
            if square := ticket_colour(self.types, _said(cell)):
                _draw_square(painter, box, square)
        elif cell.icon:
            x = box.left() + look.look().px(_OTHERS)
            size = look.look().px(_ICON)
            middle = box.center().y()
            icons.draw_at(painter, cell.icon, x, middle, size, look.colour(cell.tone))
        _draw_lines(painter, text, cell, bold=index.column() == Column.NAME)

    def _text_box(self, box: QRectF, cell: Cell, index: Index) -> QRectF:
        px = look.look().px
        if index.column() == Column.NAME:
            left = px(_FIRST)
        elif index.column() == Column.TICKET:
            left = px(_OTHERS + (_SQUARE + 10 if _said(cell) else 0))
        else:
            left = px(_OTHERS + (_ICON + 10 if cell.icon else 0))
        return box.adjusted(left, 0, -px(_RIGHT), 0)

    # -- what is too long stands in the tooltip

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return bool(super().helpEvent(event, view, option, index))
        words = self.cut_words(QRectF(option.rect), index)
        QToolTip.showText(event.globalPos(), tip(words), view)
        return True

    def cut_words(self, box: QRectF, index: Index) -> str:
        """The whole text of a cell that can't show it all, else nothing."""
        cell = index.data(CELL)
        if cell is None:
            return ""
        room = self._text_box(box, cell, index).width()
        bold = index.column() == Column.NAME
        wide = max(
            QFontMetricsF(_font(bold)).horizontalAdvance(cell.line),
            QFontMetricsF(_small()).horizontalAdvance(cell.below),
        )
        return str(cell.whole) if wide > room else ""


def _said(cell: Cell) -> str:
    """The ticket type of a cell of that column; empty where it shows a dash."""
    return "" if cell.line == "–" else cell.line


def _draw_square(painter: QPainter, box: QRectF, colour: QColor) -> None:
    side = look.look().px(_SQUARE)
    left = box.left() + look.look().px(_OTHERS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, box.center().y() - side / 2, side, side), 2, 2)


def _draw_lines(painter: QPainter, box: QRectF, cell: Cell, bold: bool) -> None:
    """Each line has its own height, whatever script it is in: names set no layout."""
    if not cell.below:
        _draw_line(painter, box, cell.line, _font(bold), look.colour("ink"))
        return
    middle, half = box.center().y(), look.look().px(20)
    upper = QRectF(box.left(), middle - half + 1, box.width(), half)
    lower = QRectF(box.left(), middle + 1, box.width(), half - 2)
    _draw_line(painter, upper, cell.line, _font(bold), look.colour("ink"))
    _draw_line(painter, lower, cell.below, _small(), look.colour("ink2"))


def _draw_line(
    painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = int(MIDDLE) | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)
    painter.drawText(box, flags, cut)


def _font(bold: bool) -> QFont:
    return look.look().font(Role.BODY_BOLD if bold else Role.BODY)


def _small() -> QFont:
    """Times stand below each other here: figures of one width."""
    return fonts.sized(13 * look.look().scale, 400, tabular=True)
