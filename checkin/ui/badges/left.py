"""The left column: sheet, design, who; or the list of all sheets in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.badges import design, designs, stocks
from checkin.ui.badges.designs import DesignCard
from checkin.ui.badges.stockcard import StockCard
from checkin.ui.badges.stocklist import StockList
from checkin.ui.badges.who import WhoCard
from checkin.ui.badges.wish import Wish
from checkin.ui.session import Session
from checkin.ui.widgets.card import column, held, scrolled


class Left(QStackedWidget):
    """What is chosen, from top to bottom."""

    stock_chosen = Signal(object)
    """A Stock."""

    def __init__(
        self, session: Session, wish: Wish, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wish = wish
        self.stock = StockCard(wish.stock)
        self.designs = DesignCard([design(name) for name in designs()], wish.stock)
        self.who = WhoCard(session)
        self.stocks = StockList(stocks())
        cards = held(column(self.stock, self.designs, self.who, None, gap=12))
        self.cards = scrolled(cards)
        self.addWidget(self.cards)
        self.addWidget(self.stocks)
        self.stock.change.connect(self.choose_stock)
        self.stocks.left.connect(self.back)
        self.stocks.chosen.connect(self._take)

    def show_wish(self, wish: Wish) -> None:
        """What holds."""
        self._wish = wish
        self.stock.show_stock(wish.stock)
        self.designs.show_stock(wish.stock)
        self.designs.show_chosen(wish.design)
        self.who.show_who(wish.who)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, designs stand one below the other."""
        self.stock.set_narrow(narrow=narrow)
        self.designs.set_columns(1 if narrow else 2)

    def choose_stock(self) -> None:
        """Shows all of them."""
        self.setCurrentWidget(self.stocks)
        self.stocks.begin(self._wish.stock)

    @property
    def choosing(self) -> bool:
        """Whether all stocks are shown."""
        return self.currentWidget() is self.stocks

    def back(self) -> None:
        """To what was chosen before."""
        self.setCurrentWidget(self.cards)
        self.stock.button.setFocus()

    def _take(self, stock: object) -> None:
        self.back()
        self.stock_chosen.emit(stock)
