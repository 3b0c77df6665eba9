"""All stocks to choose from: found by part number, by an equivalent, or by size."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui.badges.stockdelegate import StockDelegate
from checkin.ui.badges.stockmodel import FILTERS, STOCK, StockModel
from checkin.ui.badges.stockwords import nothing_words
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size, close_button
from checkin.ui.widgets.card import Card, Line, row
from checkin.ui.widgets.fields import ComboBox, SearchField
from checkin.ui.widgets.text import Label


class StockList(Card):
    """Takes the place of the left column until one is chosen."""

    chosen = Signal(object)
    """A Stock."""
    left = Signal()
    measure_wanted = Signal()
    """A new one of the user's own."""
    copy_wanted = Signal(object)
    """A Stock, to begin with its measures."""
    change_wanted = Signal(object)
    """A Stock of the user's own."""

    def __init__(self, stocks: Sequence[Stock], parent: QWidget | None = None) -> None:
        super().__init__(pad=0, gap=0, parent=parent)
        self.known: Callable[[], Sequence[Stock]] = lambda: stocks
        """Asked each time the list is opened."""
        self.search = SearchField(_("Part number, maker or size"))
        self.filter = ComboBox(_("Which sheets"))
        self.model = StockModel(stocks, self)
        self.list = QListView()
        self.nothing = Label("", Role.SMALL, "ink2", wrap=True)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        self.nothing.hide()
        self.doubt = Label("", Role.SMALL, "again", wrap=True)
        self.doubt.setContentsMargins(16, 8, 16, 8)
        self.begin_with = Button("", Kind.QUIET, icon="copy", size=Size.SMALL)
        self.measure = Button(_("Measure your own…"), icon="ruler")
        self.measure.let_wrap()
        self._lay_out()
        self._connect()
        self.filter.fill([(_(words), wanted) for words, wanted in FILTERS])
        self.search.edit.installEventFilter(self)

    def _lay_out(self) -> None:
        cross = close_button()
        cross.clicked.connect(self.left)
        head = row(Label(_("Your sheets"), Role.H3), None, cross)
        head.setContentsMargins(16, 12, 8, 8)
        self.list.setAccessibleName(_("Label sheets"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(StockDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.box.addLayout(head)
        for part in (self.search, self.filter):
            line = row(part)
            line.setContentsMargins(16, 0, 16, 8)
            line.setStretch(0, 1)
            self.box.addLayout(line)
        self.box.addWidget(self.nothing)
        self.box.addWidget(self.list, 1)
        self.box.addStretch(0)
        self.box.addWidget(self.doubt)
        self.box.addWidget(Line())
        foot = row(self.begin_with, None)
        foot.setContentsMargins(6, 6, 6, 0)
        self.box.addLayout(foot)
        own = row(self.measure)
        own.setContentsMargins(16, 4, 16, 16)
        self.box.addLayout(own)

    def _connect(self) -> None:
        self.search.changed.connect(self._find)
        self.filter.on_choice(self._narrow)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self.list.selectionModel().currentChanged.connect(lambda *_at: self._offer())
        self.measure.clicked.connect(self.measure_wanted)
        self.begin_with.clicked.connect(self._begin_with)

    def begin(self, current: Stock) -> None:
        """Shows all, with the current one chosen."""
        self.search.edit.clear()
        self.filter.setCurrentIndex(0)
        self.model.narrow(FILTERS[0][1])
        self.model.know(self.known())
        self._show_found()
        at = self.model.shown.index(current) if current in self.model.shown else 0
        self.list.setCurrentIndex(self.model.index(at))
        self.list.scrollTo(self.list.currentIndex())
        self.search.setFocus()

    def _find(self, text: str) -> None:
        self.model.find(text)
        self._show_found()

    def _narrow(self, wanted: Any) -> None:
        self.model.narrow(wanted)
        self._show_found()

    def _show_found(self) -> None:
        self.nothing.setText(nothing_words(self.model.text))
        self.nothing.setVisible(not self.model.shown)
        self.list.setVisible(bool(self.model.shown))
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
        self._offer()

    @property
    def current(self) -> Stock | None:
        """The one that the list is at."""
        found = self.list.currentIndex().data(STOCK) if self.model.shown else None
        return found if isinstance(found, Stock) else None

    def _offer(self) -> None:
        """What can be done with it besides taking it."""
        stock = self.current
        self.begin_with.setEnabled(stock is not None)
        self.doubt.setText(stock.doubt if stock else "")
        self.doubt.setVisible(bool(stock and stock.doubt))
        own = stock is not None and stock.own
        self.begin_with.set_icon("pencil" if own else "copy")
        self.begin_with.setText(_("Change it…") if own else _("Copy and change…"))
        if stock is not None:
            words = _("Change {stock}") if own else _("Copy and change {stock}")
            self.begin_with.setAccessibleName(words.format(stock=stock.title))

    def _begin_with(self) -> None:
        if (stock := self.current) is not None:
            (self.change_wanted if stock.own else self.copy_wanted).emit(stock)

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
