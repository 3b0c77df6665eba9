"""The preview: columns side by side, each with what it is taken for on top."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from checkin.importing import Certainty
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.ui import look
from checkin.ui.importing.column import Column
from checkin.ui.importing.column_paint import height_of
from checkin.ui.importing.outlook import ROWS, ColumnShown
from checkin.ui.importing.words import field_choices
from checkin.ui.widgets.card import Card, held

_AT_ONCE = 4
"""Columns that are made in one go; a list with 250 must not stop the window."""
_BAR = 12
"""Height of the bar to scroll sideways."""
_SIDE = 9
_SPARE = 72
"""The most px that a column is wider than it needs to be."""


class Grid(Card):
    """All columns; those that are understood come before the extra ones."""

    chosen = Signal(str, str)
    """(heading, field), by the user."""
    mended = Signal(str, object, str)
    """(heading, Cell, what it should say), by the user."""
    reached = Signal(QWidget)
    """This column has the focus: it wants to be seen."""
    grown = Signal()
    """There are more columns now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=1, gap=0, parent=parent)
        self._model = QStandardItemModel(self)
        for words, field in field_choices():
            item = QStandardItem(words)
            item.setData(field, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self.columns: list[Column] = []
        self._rows = ROWS
        self._focus: Container[int] = ()
        self._waiting: list[ColumnShown] = []
        self._box = QHBoxLayout()
        self._box.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._box.setSpacing(0)
        self._box.addStretch(1)
        self._area = _sideways(held(self._box))
        self._area.horizontalScrollBar().rangeChanged.connect(self._keep_height)
        self.box.addWidget(self._area)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_some)
        self._keep_height()

    # -- what it shows

    def show_columns(
        self,
        shown: Sequence[ColumnShown],
        in_order: bool = False,
        focus: Container[int] = (),
    ) -> None:
        """The columns of a plan; where they are the same ones, each stays in place.

        `in_order` of the file, for somebody who looks for one that is not understood;
        `focus` are the rows that it is about.
        """
        self._focus = focus
        if {c.index: c.heading for c in shown} == self._known():
            by_index = {one.index: one for one in shown}
            for column in self.columns:
                column.show_column(by_index[column.shown.index])
            self._waiting = [by_index[one.index] for one in self._waiting]
            self._arrange()
            return
        self.clear()
        self._waiting = list(shown) if in_order else sorted(shown, key=_is_extra)
        self._add_some()
        self._timer.start()

    def clear(self) -> None:
        """Shows no columns."""
        self._timer.stop()
        self._waiting = []
        for column in self.columns:
            self._box.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = []
        self._area.horizontalScrollBar().setValue(0)

    def show_rows(self, rows: int) -> None:
        """So many rows, where there is little room."""
        if rows != self._rows:
            self._rows = rows
            self._arrange()

    def edit(self, row: int, heading: str) -> Column | None:
        """Opens the line to put a cell right, if it is to be seen; gives its column."""
        while any(one.heading == heading for one in self._waiting):
            self._add_some()
        found = (c for c in self.columns if c.shown.heading == heading)
        if column := next(found, None):
            self.bring_into_view(column)
            column.edit(row)
        return column

    @property
    def rows(self) -> int:
        """How many are shown."""
        return len(self._shown_rows())

    def to_check(self) -> list[Column]:
        """The columns that somebody should look at."""
        return [c for c in self.columns if c.shown.certainty is Certainty.CHECK]

    def bring_into_view(self, column: Column) -> None:
        """Scrolls sideways until it is to be seen."""
        self._area.ensureWidgetVisible(column, look.look().px(40), 0)

    def _known(self) -> dict[int, str]:
        shown = [c.shown for c in self.columns] + self._waiting
        return {one.index: one.heading for one in shown}

    def _add_some(self) -> None:
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for shown in now:
            column = Column(shown, self._model, self)
            column.chosen.connect(self._chosen)
            column.reached.connect(self._reached)
            column.mended.connect(self._mended)
            self._box.insertWidget(len(self.columns), column)
            self.columns.append(column)
        self._arrange()
        self.grown.emit()
        if not self._waiting:
            self._timer.stop()
            if first := self.to_check():
                self.bring_into_view(first[0])

    # -- what the user does

    def _chosen(self, column: Column, field: str) -> None:
        self.chosen.emit(column.shown.heading, field)

    def _mended(self, column: Column, cell: object, text: str) -> None:
        self.mended.emit(column.shown.heading, cell, text)

    def _reached(self, column: Column) -> None:
        self.bring_into_view(column)
        self.reached.emit(column)

    # -- measures

    def _shown_rows(self) -> list[int]:
        """Their places; where there is no room for all, what matters most."""
        cells = [
            (i, cell) for c in self.columns for i, cell in enumerate(c.shown.cells)
        ]
        focus = {i for i, cell in cells if cell.row in self._focus}
        odd = {i for i, cell in cells if cell.odd or cell.was is not None}
        every = {i for i, _cell in cells}
        first = sorted(every, key=lambda i: (i not in focus, i not in odd, i))
        return sorted(first[: self._rows])

    def _arrange(self) -> None:
        """Which rows, and how wide each column is: what is to spare is shared out."""
        rows = self._shown_rows()
        needed = sum(column.needed() for column in self.columns)
        spare = self._area.viewport().width() - needed - 2 * _SIDE
        each = spare // len(self.columns) if self.columns else 0
        each = min(max(0, each), look.look().px(_SPARE)) if not self._waiting else 0
        for column in self.columns:
            column.show_rows(rows, self._focus)
            column.spread(each, column is self.columns[-1])
        self._keep_height()

    def _keep_height(self) -> None:
        bar = _BAR if self._area.horizontalScrollBar().maximum() else 0
        self.setFixedHeight(look.look().px(height_of(self.rows)) + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()


def _is_extra(shown: ColumnShown) -> bool:
    return shown.field in (EXTRA, IGNORE)


def _sideways(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
