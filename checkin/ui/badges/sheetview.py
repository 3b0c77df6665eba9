"""One sheet to look at: the page itself, what is used up, what to look at."""

from math import sqrt

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from checkin.badges import Stock
from checkin.ui import look
from checkin.ui.badges.paper import MARK, Fine, cell_box, fitted
from checkin.ui.badges.sheetpaint import SheetPainter
from checkin.ui.badges.shown import Shown
from checkin.ui.widgets.text import tip

_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FINE, _MOST = 4e6, 16e6
"""Pixels of a sheet that is drawn finer than the screen, and of any."""
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SheetView(QWidget):
    """A click, or Space, on a place of the first sheet says that it is used."""

    toggled = Signal(int)
    """A place of the first sheet."""
    resized = Signal()
    turned = Signal(int)
    """By so many sheets."""
    moved = Signal(int)
    """The place where the keyboard is now."""
    panned = Signal(int, int)
    """So many steps to the right, and down."""

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown(stock)
        self._picture = Fine()
        self.ringed = 0
        """The place that somebody is shown; 0 for none."""
        self.cursor_place = 1
        """Where the keyboard is."""
        self._by_keys = False
        self._size = QSize()
        """Of the paper, in px; empty: as large as there is room."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what it shows

    def show_sheet(self, shown: Shown) -> None:
        """Other words and marks; the picture follows by `show_picture`."""
        self.shown = shown
        self.cursor_place = min(self.cursor_place, shown.stock.places)
        self.setAccessibleName(shown.title)
        self.setAccessibleDescription(shown.spoken())
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """The page itself."""
        self._picture = Fine(picture)
        self.update()

    @property
    def is_sharp(self) -> bool:
        """Whether the picture has the size in which it is shown."""
        return self._picture.size() == self.picture_size()

    def ring(self, place: int) -> None:
        """Points at a place; 0 at none."""
        self.ringed = place
        self.cursor_place = place or self.cursor_place
        self.update()

    def scale_to(self, size: QSize) -> None:
        """The paper is so large, in px; empty: as large as there is room."""
        if size != self._size:
            self._size = size
            self.resized.emit()
            self.update()

    def paper(self) -> QRectF:
        """Where the sheet is drawn, with room for dots at its edges."""
        if not self._size.isEmpty():
            sheet = QRect(QPoint(), self._size)
            sheet.moveCenter(self.rect().center())
            return QRectF(sheet)
        edge = look.look().px(MARK) / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        return fitted(self.shown.stock, box)

    def picture_size(self) -> QSize:
        """How many pixels the picture of the sheet should have; see `Fine`."""
        size, fine = self.paper().size(), self.devicePixelRatioF()
        twice = size * max(2.0, fine)
        if twice.width() * twice.height() > _FINE:
            twice = size * fine
        most = sqrt(_MOST / max(_MOST, twice.width() * twice.height()))
        return (twice * most).toSize()

    def box_of(self, place: int) -> QRectF:
        """Where a place is drawn."""
        return cell_box(self.shown.stock, self.paper(), place)

    def place_at(self, point: QPoint | QPointF) -> int:
        """The place under a point; 0 between them."""
        if self.shown.back:
            return 0
        stock, paper = self.shown.stock, self.paper()
        spot = QPointF(point)
        for place in range(1, stock.places + 1):
            if cell_box(stock, paper, place).contains(spot):
                return place
        return 0

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        if event.button() == Qt.MouseButton.LeftButton:
            if place := self.place_at(event.position()):
                self.cursor_place = place
                self._toggle()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self.shown.markable and self.place_at(event.position())
        shape = (
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        )
        self.setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        step = _STEPS.get(event.key())
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.panned.emit(step[1], step[0])
        elif step:
            self._move(*step)
        elif event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turned.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def _move(self, down: int, right: int) -> None:
        stock = self.shown.stock
        row, column = divmod(self.cursor_place - 1, stock.columns)
        row = min(max(row + down, 0), stock.rows - 1)
        column = min(max(column + right, 0), stock.columns - 1)
        self.cursor_place = row * stock.columns + column + 1
        self.moved.emit(self.cursor_place)
        self._say()
        self.update()

    def _toggle(self) -> None:
        if self.shown.markable:
            self.ringed = 0
            self.toggled.emit(self.cursor_place)
            self._say()

    def _say(self) -> None:
        """A screen reader hears where the keyboard is."""
        words = self.shown.words(self.cursor_place)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # -- Qt's own

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            words = self.shown.words(place) if place else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() in _BY_KEYS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(200), look.look().px(200))

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(440), look.look().px(620))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = SheetPainter(painter, self.shown.stock, self.paper())
        sheet.page(self._picture)
        if not self.shown.back:
            self._draw_places(sheet)
        painter.end()

    def _draw_places(self, sheet: SheetPainter) -> None:
        cursor = self.cursor_place if self.hasFocus() and self._by_keys else 0
        for place in range(1, self.shown.stock.places + 1):
            used = self.shown.markable and place in self.shown.used
            sheet.place(place, used=used)
        for place in {self.ringed, cursor} - {0}:
            sheet.ring(place, dashed=place != self.ringed)
        for place in self.shown.remarks:
            sheet.mark(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.resized.emit()
