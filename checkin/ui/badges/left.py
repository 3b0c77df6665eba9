"""The left column: sheet, design, who; or in its place a list to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.badges import Design, stocks
from checkin.ui.badges.bytickets import TicketDesigns
from checkin.ui.badges.designs import DesignCard, Gallery
from checkin.ui.badges.people import People
from checkin.ui.badges.photos import PhotosCard
from checkin.ui.badges.pictures import BadgePicture
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
    design_chosen = Signal(object)
    """A Design."""

    def __init__(
        self,
        session: Session,
        wish: Wish,
        known: Sequence[Design],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wish = wish
        self.stock = StockCard(wish.stock)
        self.designs = DesignCard(known, wish.stock)
        self.photos = PhotosCard()
        self.who = WhoCard(session)
        self.stocks = StockList(stocks())
        self.gallery = Gallery(known, wish.stock)
        self.tickets = TicketDesigns(known)
        cards = held(column(*self._cards(), None, gap=12))
        self.cards = scrolled(cards)
        self._came_from: QWidget = self.stock.button
        for part in (self.cards, self.stocks, self.gallery, self.tickets):
            self.addWidget(part)
        self.stock.change.connect(self.choose_stock)
        self.stocks.chosen.connect(self._take)
        self.designs.all_wanted.connect(self.choose_design)
        self.designs.tickets_wanted.connect(self.choose_by_ticket)
        for grid in (self.designs.grid, self.gallery.grid):
            grid.chosen.connect(self.design_chosen)
        for panel in (self.stocks, self.gallery, self.tickets):
            panel.left.connect(self.back)

    def _cards(self) -> tuple[QWidget, ...]:
        return self.stock, self.designs, self.photos, self.who

    def show_wish(self, wish: Wish, people: People | None) -> None:
        """What holds, for whom."""
        self._wish = wish
        self.stock.show_stock(wish.stock)
        self.designs.show_others(wish.by_ticket)
        for grid in (self.designs.grid, self.gallery.grid):
            grid.show_stock(wish.stock)
        self.designs.grid.show_chosen(wish.design)
        self.gallery.show_chosen(wish.design)
        self.tickets.show_wish(wish, people.types if people else ())
        self.photos.show_wish(wish)
        self.who.show_who(wish.who)
        again = people.again if people else 0
        self.who.again.show_choices(again, wish.reason, new_codes=wish.new_codes)

    def show_picture(self, found: BadgePicture) -> None:
        """A badge in one of the designs."""
        for grid in (self.designs.grid, self.gallery.grid):
            grid.show_picture(found)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, designs stand one below the other."""
        self.stock.set_narrow(narrow=narrow)
        self.designs.set_columns(1 if narrow else 2)
        self.gallery.set_columns(1 if narrow else 2)

    # -- lists to choose from

    def choose_stock(self) -> None:
        """Shows all of them."""
        self._open(self.stocks, self.stock.button)
        self.stocks.begin(self._wish.stock)

    def choose_design(self) -> None:
        """Shows all of them."""
        self._open(self.gallery, self.designs.all)
        self.gallery.begin()

    def choose_by_ticket(self) -> None:
        """Shows the ticket types, and the design of each."""
        self._open(self.tickets, self.designs.by_ticket)
        self.tickets.begin()

    def _open(self, panel: QWidget, back_to: QWidget) -> None:
        self._came_from = back_to
        self.setCurrentWidget(panel)

    @property
    def choosing(self) -> bool:
        """Whether a list is shown."""
        return self.currentWidget() is not self.cards

    def back(self) -> None:
        """To the cards, where one came from."""
        self.setCurrentWidget(self.cards)
        self._came_from.setFocus()

    def _take(self, stock: object) -> None:
        self.back()
        self.stock_chosen.emit(stock)
