"""The rail at the left: the four places, help and settings."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui import actions, icons, look
from checkin.ui.tokens import LETTERS, RAIL_WIDTH, Role

_ITEM = 68
_MARK = 48


class RailItem(QAbstractButton):
    """One place: icon above its word."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = actions.spec(action.objectName())
        self._icon = row.icon
        self.setText(action.text())
        self.setCheckable(True)
        self.setAccessibleName(action.text())
        keys = actions.keys_words(row.keys)
        self.setToolTip(f"{action.text()} ({keys})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH, look.look().px(_ITEM))

    def nextCheckState(self) -> None:
        """The window says which place is the one, not the click."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        on, px = self.isChecked(), look.look().px
        box = QRectF(self.rect()).adjusted(8, 2, -8, -2)
        if on or self.underMouse():
            painter.setBrush(look.colour("accent_soft" if on else "sunken"))
            painter.drawRoundedRect(box, 10, 10)
        if on:
            painter.setBrush(look.colour("accent"))
            edge = QRectF(-4, self.height() / 2 - px(16), 8, px(32))
            painter.drawRoundedRect(edge, 4, 4)
        ink = look.colour("accent_ink" if on else "ink2")
        side, words = px(24), px(18)
        top = (self.height() - side - words - px(3)) / 2
        left = (self.width() - side) / 2
        icons.draw(painter, self._icon, QRectF(left, top, side, side), ink)
        painter.setPen(ink)
        painter.setFont(self._fitting())
        below = QRectF(0, top + side + px(3), self.width(), words)
        text = QFontMetricsF(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 4
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _fitting(self) -> QFont:
        """The word is set smaller where it would be cut, not below its plain size."""
        font = look.look().font(Role.SMALL_BOLD)
        while font.pixelSize() > LETTERS[Role.SMALL_BOLD].size:
            if QFontMetricsF(font).horizontalAdvance(self.text()) <= self.width() - 6:
                break
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class Mark(QAbstractButton):
    """The mark of the app; leads back to all events."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("All events"))
        self.setToolTip(_("All events"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_MARK, _MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, QRectF(5, 3, 38, 38))
        painter.end()


def draw_mark(painter: QPainter, box: QRectF) -> None:
    """A badge with a tick, in the accent colour."""
    icons.draw(painter, "checkin", box, look.colour("accent"))


class Rail(QWidget):
    """Hidden before an event is open."""

    def __init__(
        self,
        places: Sequence[QAction],
        foot: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(RAIL_WIDTH + 1)
        self.mark = Mark(self)
        self._items = {a.objectName(): RailItem(a, self) for a in (*places, *foot)}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 1, 8)
        box.setSpacing(4)
        box.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(12)
        for action in places:
            box.addWidget(self._items[action.objectName()])
        box.addStretch(1)
        for action in foot:
            box.addWidget(self._items[action.objectName()])

    def choose(self, name: str) -> None:
        """Shows which place the window is at, by the name of its action."""
        for own, item in self._items.items():
            item.setChecked(own == name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))
        painter.end()
