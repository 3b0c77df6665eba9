"""A row of the list of stocks: a drawing of the sheet, and four lines beside it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from checkin.badges import Stock
from checkin.ui import icons, look
from checkin.ui.badges.paper import draw_stock
from checkin.ui.badges.stockmodel import STOCK, Index
from checkin.ui.badges.stockwords import more_words, places_words
from checkin.ui.badges.wish import size_words
from checkin.ui.tokens import RADIUS, Role
from checkin.ui.widgets.text import draw_line

_TALL = 100
_PICTURE = 56
_EDGE = 8


class StockDelegate(QStyledItemDelegate):
    """Selected rows are soft, as everywhere; what is doubtful is said in amber."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look.look().px(120), look.look().px(_TALL))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | Any,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        box = QRectF(option.rect).adjusted(px(_EDGE), 1, -px(_EDGE), -1)
        state = option.state
        ground = ""
        if state & QStyle.StateFlag.State_Selected:
            ground = "accent_soft"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "sunken"
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(ground))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        stock: Stock = index.data(STOCK)
        picture = QRectF(box.left() + px(_EDGE), box.top(), px(_PICTURE), box.height())
        draw_stock(painter, stock, picture.adjusted(0, px(10), 0, -px(10)))
        left = picture.right() + px(12)
        words = QRectF(left, box.top(), box.right() - left - px(_EDGE), box.height())
        text = getattr(index.model(), "text", "")
        words = words.adjusted(0, px(_EDGE), 0, -px(_EDGE))
        self._draw_words(painter, stock, text, words)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, stock: Stock, text: str, box: QRectF
    ) -> None:
        lines = (
            (stock.title, Role.BODY_BOLD, "ink"),
            (size_words(stock), Role.SMALL, "ink2"),
            (places_words(stock), Role.SMALL, "ink2"),
            (more_words(stock, text), Role.SMALL, "ink2"),
        )
        tall = box.height() / len(lines)
        for number, (words, role, ink) in enumerate(lines):
            painter.setPen(look.colour(ink))
            line = QRectF(box.left(), box.top() + number * tall, box.width(), tall)
            if number == 0 and stock.doubt:
                line = self._draw_doubt(painter, line)
                painter.setPen(look.colour(ink))
            draw_line(painter, line, words, role)

    def _draw_doubt(self, painter: QPainter, line: QRectF) -> QRectF:
        """An amber sign at the right end; its words are in the tooltip and spoken."""
        side = look.look().px(16)
        at = line.right() - side
        middle, ink = line.center().y(), look.colour("again_mark")
        icons.draw_at(painter, "triangle-alert", at, middle, side, ink)
        return line.adjusted(0, 0, -side - 6, 0)
