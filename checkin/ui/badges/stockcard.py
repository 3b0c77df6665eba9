"""On what is printed: the stock that is chosen, and all that there are to choose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui.badges.paper import StockPicture
from checkin.ui.badges.wish import stock_words
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Elided, Label


class StockCard(Card):
    """A picture of the sheet, its part number, and Change."""

    change = Signal()

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(pad=12, gap=12, sideways=True, parent=parent)
        self.box.setContentsMargins(12, 12, 6, 12)
        self.picture = StockPicture(stock)
        self.stock = stock
        self.title = Elided("", Role.BODY_BOLD)
        self.doubt = Icon("triangle-alert", "again_mark", 16)
        self.words = Label("", Role.SMALL, "ink2", wrap=True)
        self.button = Button(_("Change"), Kind.QUIET, size=Size.SMALL)
        self.button.clicked.connect(self.change)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.doubt)
        words.addLayout(head)
        self._below = QHBoxLayout()
        self._below.setSpacing(4)
        self._below.addWidget(self.words, 1)
        self._below.addWidget(self.button)
        words.addLayout(self._below)
        words.addStretch(1)
        self.box.addWidget(self.picture)
        self.box.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_stock(stock)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, Change stands below the words."""
        way = QBoxLayout.Direction
        self._below.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.button.set_kind(Kind.SECONDARY if narrow else Kind.QUIET)

    def show_stock(self, stock: Stock) -> None:
        """Another one."""
        self.stock = stock
        self.picture.show_stock(stock)
        self.doubt.setVisible(bool(stock.doubt))
        self.doubt.setToolTip(stock.doubt)
        self.doubt.setAccessibleName(stock.doubt)
        self.button.setAccessibleDescription(stock.doubt)
        self.title.setText(stock.title)
        self.words.setText(stock_words(stock))
        self.button.setAccessibleName(
            _("Change the sheet: {stock}").format(stock=stock.title)
        )
