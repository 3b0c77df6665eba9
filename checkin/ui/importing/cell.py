"""A cell of the preview that is odd, or was put right; and the line to put it right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.importing.outlook import Cell
from checkin.ui.tokens import RADIUS, Role
from checkin.ui.widgets.text import draw_line, tip

PAD = 12
_ICON = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTHING = "–"


class CellButton(QAbstractButton):
    """Opens the line to type in: by click, Space, Enter or F2."""

    def __init__(self, cell: Cell, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = heading
        self.cell = cell
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_cell(cell)

    def show_cell(self, cell: Cell) -> None:
        """Other contents."""
        self.cell = cell
        self.setAccessibleName(name_of_cell(cell.row, self._heading, cell.text))
        said = cell.odd or _put_right(cell)
        if cell.calm:
            said = _("{why}; it stays as it is").format(why=said)
        self.setAccessibleDescription(said)
        self.setToolTip(tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(96), look.look().px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_F2) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        asks = self.cell.odd and not self.cell.calm
        if asks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("again_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        px = look.look().px
        icon = "circle-alert" if asks else "check" if self.cell.calm else "pencil"
        ink = look.colour("again_ink" if asks else "ink2")
        icons.draw_at(painter, icon, px(PAD), self.height() / 2, px(_ICON), ink)
        painter.setPen(look.colour("ink"))
        left = px(PAD + _ICON + 6)
        box = QRectF(left, 0, self.width() - left - px(PAD), self.height())
        draw_line(painter, box, self.cell.text or NOTHING, Role.BODY)
        painter.end()


class CellEditor(QLineEdit):
    """Enter takes what was typed, Esc leaves the cell as it was.

    Going elsewhere takes it too, as a spreadsheet does.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(self, cell: Cell, heading: str, parent: QWidget) -> None:
        super().__init__(cell.text, parent)
        self.row = cell.row
        self._ended = False
        self.setAcceptDrops(False)  # a file is for the window, not for a line
        self.setAccessibleName(name_of_cell(cell.row, heading))
        self.setAccessibleDescription(cell.odd)
        self.selectAll()
        self.returnPressed.connect(lambda: self._end(take=True))

    def event(self, event: QEvent) -> bool:
        """Its keys don't reach the page: Esc would leave it, Ctrl+Enter import."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() in (*_ENTER, Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(take=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if event.reason() not in stays:
            self._end(take=True)

    def _end(self, take: bool) -> None:
        if self._ended:
            return
        self._ended = True
        if take:
            self.taken.emit(self.text().strip())
        else:
            self.left.emit()


def name_of_cell(row: int, heading: str, text: str = "") -> str:
    """Row 14, E-mail: and what stands there."""
    name = _("Row {n}, {column}").format(n=row, column=heading)
    return f"{name}: {text}" if text else name


def _put_right(cell: Cell) -> str:
    return _("Put right by you. The file says: {was}").format(was=cell.was or NOTHING)
