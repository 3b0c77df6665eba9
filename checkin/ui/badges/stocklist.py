"""All stocks to choose from: found by part number, by an equivalent, or by size."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.badges.paper import draw_stock
from checkin.ui.badges.stockmodel import (
    STOCK,
    Index,
    StockModel,
    equivalents_words,
    paper_words,
)
from checkin.ui.badges.wish import size_words, stock_title
from checkin.ui.tokens import RADIUS, Role
from checkin.ui.widgets.button import close_button
from checkin.ui.widgets.card import Card, row
from checkin.ui.widgets.fields import SearchField
from checkin.ui.widgets.text import Label, draw_line

_TALL = 100


class _StockDelegate(QStyledItemDelegate):
    """A picture, four lines beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.look().px(120), look.look().px(_TALL))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        stock: Stock = index.data(STOCK)
        picture = QRectF(box.left() + px(8), box.top(), px(48), box.height())
        draw_stock(painter, stock, picture.adjusted(0, px(8), 0, -px(8)))
        left = picture.right() + px(12)
        text = getattr(index.model(), "text", "")
        lines = (
            (stock_title(stock), Role.BODY_BOLD, "ink"),
            (paper_words(stock), Role.SMALL, "ink2"),
            (size_words(stock), Role.SMALL, "ink2"),
            (equivalents_words(stock, text) or stock.description, Role.SMALL, "ink2"),
        )
        edge = px(8)
        tall = (box.height() - 2 * edge) / len(lines)
        for number, (words, role, ink) in enumerate(lines):
            painter.setPen(look.colour(ink))
            top = box.top() + edge + number * tall
            line = QRectF(left, top, box.right() - left - px(8), tall)
            draw_line(painter, line, words, role)
        painter.restore()


class StockList(Card):
    """Takes the place of the left column until one is chosen."""

    chosen = Signal(object)
    """A Stock."""
    left = Signal()

    def __init__(self, stocks: Sequence[Stock], parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=12, parent=parent)
        self.search = SearchField(_("Part number, maker or size"))
        self.search.changed.connect(self._find)
        self.model = StockModel(stocks, self)
        self.list = QListView()
        self.list.setAccessibleName(_("Label sheets"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_StockDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self.nothing = Label(
            _("No sheet of that name. Look for one of the same size."),
            Role.SMALL,
            "ink2",
            wrap=True,
        )
        self.nothing.hide()
        cross = close_button()
        cross.clicked.connect(self.left)
        self.box.addLayout(row(Label(_("Your sheets"), Role.H3), None, cross))
        self.box.addWidget(self.search)
        self.box.addWidget(self.nothing)
        self.box.addWidget(self.list, 1)
        self.search.edit.installEventFilter(self)

    def begin(self, current: Stock) -> None:
        """Shows all, with the current one chosen."""
        self.search.edit.clear()
        self._find("")
        at = self.model.shown.index(current) if current in self.model.shown else 0
        self.list.setCurrentIndex(self.model.index(at))
        self.list.scrollTo(self.list.currentIndex())
        self.search.setFocus()

    def _find(self, text: str) -> None:
        self.model.find(text)
        self.nothing.setVisible(not self.model.shown)
        self.list.setVisible(bool(self.model.shown))
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(0))

    def _take(self, index: QModelIndex) -> None:
        """Once, though Qt may tell of a click and of the same as an activation."""
        if index.isValid() and self.isVisible():
            self.chosen.emit(index.data(STOCK))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """In the search, ↑ and ↓ move in the list and Enter takes."""
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if key == Qt.Key.Key_Down else -1
                row_now = self.list.currentIndex().row() + by
                if 0 <= row_now < len(self.model.shown):
                    self.list.setCurrentIndex(self.model.index(row_now))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)
