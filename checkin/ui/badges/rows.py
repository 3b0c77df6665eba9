"""What lists of people on this page have in common: a row each, of two lines."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.ui import look
from checkin.ui.tokens import ROW

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """As tall as two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.look().px(120), look.look().px(ROW))


class Rows(QListView):
    """A list to choose from, not to write in."""

    def __init__(
        self,
        model: QAbstractListModel,
        delegate: RowDelegate,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the list is called for those who don't see it."""
        super().__init__(parent)
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
