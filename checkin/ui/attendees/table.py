"""The table of people: rows, headings that sort, and keys that lead elsewhere."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.attendees.delegate import CellPainter
from checkin.ui.attendees.roll_model import Column, RollModel
from checkin.ui.tokens import ROW, Role
from checkin.ui.widgets.text import MIDDLE

_WIDTHS = {Column.DOOR: 184, Column.BADGE: 122}
"""In px; the ticket's follows its words, the name has the rest."""
_TICKET_LEAST, _TICKET_MOST = 112, 176
_HEADING = 42


class SortHeading(QHeaderView):
    """The headings; an arrow beside the one that the rows are in the order of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Headings; a click sorts"))
        self._sorted: Column | None = None
        self._down = False

    def show_sorted(self, column: Column, down: bool) -> None:
        """Which column the rows are in the order of, and whether backwards."""
        self._sorted, self._down = column, down
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.look().px(_HEADING))

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        px = look.look().px
        painter.save()
        words = str(self.model().headerData(index, self.orientation()))
        box = QRectF(rect).adjusted(px(16 if index == Column.NAME else 4), 0, -px(8), 0)
        painter.setFont(look.look().font(Role.SMALL_BOLD))
        painter.setPen(look.colour("ink2"))
        metrics = look.look().metrics(Role.SMALL_BOLD)
        room = box.width() - (px(20) if index == self._sorted else 0)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(MIDDLE), cut)
        if index == self._sorted:
            x = box.left() + metrics.horizontalAdvance(cut) + px(4)
            icon = "chevron-up" if self._down else "chevron-down"
            middle = box.center().y()
            icons.draw_at(painter, icon, x, middle, px(16), look.colour("ink2"))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line")
        )
        painter.restore()


class PeopleTable(QTableView):
    """Rows are chosen, never cells."""

    moved = Signal(int)
    """Another row is the chosen one."""
    entered = Signal()
    """Enter, or a double click: into the details."""
    typed = Signal(str)
    """A letter was typed: it belongs to the search."""
    escaped = Signal()

    def __init__(self, rows: RollModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter_of_cells = CellPainter(self)
        self.heading = SortHeading(self)
        self.setAccessibleName(_("People"))
        self.setModel(rows)
        self.setItemDelegate(self.painter_of_cells)
        self.setHorizontalHeader(self.heading)
        self._settle()
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        self.measure()

    def _settle(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heading.setMinimumSectionSize(40)
        self.heading.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    # -- measures

    def show_types(self, types: tuple[str, ...]) -> None:
        """The ticket types there are: their colours, and the room for their words."""
        if types != self.painter_of_cells.types:
            self.painter_of_cells.types = types
            self.measure()
            self.viewport().update()

    def measure(self) -> None:
        """Gives rows and columns the size that the text asks for."""
        px = look.look().px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalScrollBar().setSingleStep(px(ROW))
        advance = look.look().metrics(Role.BODY).horizontalAdvance
        longest = max(map(advance, self.painter_of_cells.types), default=0.0)
        ticket = min(max(px(_TICKET_LEAST), round(longest) + px(40)), px(_TICKET_MOST))
        self.setColumnWidth(Column.TICKET, ticket)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, px(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "heading"):
            self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_heading)

    def _fit_heading(self) -> None:
        """Qt forgets the headings where a scroll bar appears while it places them."""
        if self.heading.width() != self.viewport().width():
            self.updateGeometries()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(420), look.look().px(_HEADING + 3 * ROW))

    def top(self) -> tuple[int, int]:
        """The first row in sight, and how many px of it are not."""
        high = self.verticalHeader().defaultSectionSize()
        return divmod(self.verticalScrollBar().value(), high)

    def show_at_top(self, row: int, beyond: int) -> None:
        """The opposite."""
        high = self.verticalHeader().defaultSectionSize()
        self.verticalScrollBar().setValue(row * high + beyond)

    def in_sight(self) -> int:
        """How many rows can be seen, those at the edges too."""
        total = self.model().rowCount()
        if not total:
            return 0
        top = max(0, self.rowAt(0))
        bottom = self.rowAt(self.viewport().height() - 1)
        return (bottom if bottom >= 0 else total - 1) - top + 1

    # -- choosing

    def choose(self, row: int) -> None:
        """Makes a row the chosen one and brings it into sight."""
        self.setCurrentIndex(self.model().index(row, Column.NAME))

    def centre(self, row: int) -> None:
        """Brings a row into the middle, among those that stand around it."""
        where = self.model().index(row, Column.NAME)
        self.scrollTo(where, QTableView.ScrollHint.PositionAtCenter)

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit(now.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self.model().rowCount() - 1
            self.choose(0 if key == Qt.Key.Key_Home else last)
        elif letters := _letters(event):
            self.typed.emit(letters)
        elif key not in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            super().keyPressEvent(event)


_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
"""What may be held, beside Shift, while a letter is typed: AltGr makes some."""


def _letters(event: QKeyEvent) -> str:
    """What somebody types who looks for a name; empty for keys that move."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    text = event.text()
    return text if text.isprintable() and text.strip() and held in _PLAIN else ""
