"""The stocks as a list that is searched: by part number, equivalent or size."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui.badges.wish import badge_words, size_words, stock_title, stock_words

Index = QModelIndex | QPersistentModelIndex
STOCK = Qt.ItemDataRole.UserRole
_MOST_EQUIVALENTS = 6


def plain(text: str) -> str:
    """Only letters and figures, in lower case: “L-4785” is found as l4785."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def fits(stock: Stock, text: str) -> bool:
    """Whether every word of a search is somewhere in what is known of a stock."""
    known = (stock.vendor, stock.part, stock.description, stock.paper)
    haystack = [plain(one) for one in (*known, *stock.equivalents, size_words(stock))]
    haystack.append(plain(stock_title(stock)))
    return all(
        any(plain(word) in one for one in haystack)
        for word in text.split()
        if plain(word)
    )


def equivalents_words(stock: Stock, text: str = "") -> str:
    """Same as 5095, 5895 …: those that were searched for first."""
    wanted = plain(text)
    ranked = sorted(stock.equivalents, key=lambda part: wanted not in plain(part))
    if not ranked:
        return ""
    more = " …" if len(ranked) > _MOST_EQUIVALENTS else ""
    return _("Same as {parts}").format(
        parts=", ".join(ranked[:_MOST_EQUIVALENTS]) + more
    )


def paper_words(stock: Stock) -> str:
    """10 badges on A4."""
    badges = badge_words(stock.places)
    return _("{badges} on {paper}").format(badges=badges, paper=stock.paper)


class StockModel(QAbstractListModel):
    """The stocks that fit a search."""

    def __init__(self, stocks: Sequence[Stock], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = list(stocks)
        self.shown = list(stocks)
        self.text = ""

    def find(self, text: str) -> None:
        """Shows those that fit."""
        self.beginResetModel()
        self.text = text
        self.shown = [stock for stock in self._all if fits(stock, text)]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        stock = self.shown[index.row()]
        if role == STOCK:
            return stock
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{stock_title(stock)}, {stock_words(stock)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return ", ".join(stock.equivalents)
        return None
