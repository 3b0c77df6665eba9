"""The stocks as a list that is searched, and narrowed to a paper."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from checkin.badges import KINDS, Kind, Stock, find_stocks
from checkin.model.i18n import N_
from checkin.ui.badges.stockwords import spoken
from checkin.ui.badges.wish import size_words
from checkin.ui.widgets.text import tip

Index = QModelIndex | QPersistentModelIndex
STOCK = Qt.ItemDataRole.UserRole
Wanted = Callable[[Stock], bool]


def _any(_stock: Stock) -> bool:
    return True


def _of_kind(kind: Kind) -> Wanted:
    return lambda stock: stock.kind is kind


def _on_paper(paper: str) -> Wanted:
    return lambda stock: stock.paper == paper


FILTERS: tuple[tuple[str, Wanted], ...] = (
    (N_("All sheets and rolls"), _any),
    (N_("On A4"), _on_paper("A4")),
    (N_("On US Letter"), _on_paper("US Letter")),
    *((words, _of_kind(kind)) for kind, words in KINDS.items()),
    (N_("My own"), lambda stock: stock.own),
)
"""What the list can be narrowed to."""


class StockModel(QAbstractListModel):
    """The stocks that fit a search, best first."""

    def __init__(self, stocks: Sequence[Stock], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = list(stocks)
        self._wanted: Wanted = _any
        self.shown = list(stocks)
        self.text = ""

    def know(self, stocks: Sequence[Stock]) -> None:
        """Other stocks to choose from."""
        self._all = list(stocks)
        self.find(self.text)

    def narrow(self, wanted: Wanted) -> None:
        """Only those, one of FILTERS."""
        self._wanted = wanted
        self.find(self.text)

    def find(self, text: str) -> None:
        """Shows those that fit."""
        self.beginResetModel()
        self.text = text
        self.shown = find_stocks(text, [s for s in self._all if self._wanted(s)])
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
            return spoken(stock, size_words(stock))
        if role == Qt.ItemDataRole.ToolTipRole:
            more = (stock.doubt, stock.description, ", ".join(stock.equivalents))
            return tip("\n".join(filter(None, more)))
        return None
