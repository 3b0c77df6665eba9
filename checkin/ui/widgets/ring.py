"""The focus ring: around whatever has the focus by keyboard, on top of everything."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from checkin.ui import look

_AWAY = 4
"""From the control to the outer edge of the ring, in px."""
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide})


class FocusRing(QWidget):
    """Lies over a window and lets everything through; one for each window.

    The window calls `show_around` when the keyboard has moved the focus; any other
    move of the focus takes the ring away.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)
        self.hide()

    def show_around(self, control: QWidget | None) -> None:
        """Around this control; fields show the focus by their own edge."""
        self._leave()
        if control is None or isinstance(
            control, QLineEdit | QComboBox | QPlainTextEdit
        ):
            return
        self._around = control
        control.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._leave()
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not self._around:
            self._leave()

    def _leave(self) -> None:
        if self._around is not None:
            self._around.removeEventFilter(self)
        self._around = None
        self.hide()

    def _place(self) -> None:
        parent, around = self.parentWidget(), self._around
        if around is None or parent is None or not around.isVisible():
            self.hide()
            return
        corner = around.mapTo(parent, QPoint(0, 0))
        box = QRect(corner, around.size()).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        self.setGeometry(box.intersected(parent.rect()))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own = self._around.property("ring") if self._around else None
        ring = QColor(own) if own else look.colour("accent")
        painter.setPen(QPen(ring, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 10, 10)
        painter.end()


def focus_by_key(control: QWidget) -> None:
    """Gives a control the focus as the Tab key would: with the ring around it."""
    control.setFocus(Qt.FocusReason.ShortcutFocusReason)
    ring = control.window().findChild(FocusRing)
    if isinstance(ring, FocusRing):
        ring.show_around(control)
