"""Files dropped onto the window: all of it becomes the drop zone while one hovers."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.empty import draw_drop_zone


class _Zone(QWidget):
    """Covers the window while a file is above it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = look.colour("bg")
        veil.setAlpha(230)
        painter.fillRect(self.rect(), veil)
        draw_drop_zone(painter, QRectF(self.rect()).adjusted(24, 24, -24, -24), True)
        painter.setPen(look.colour("accent_ink"))
        painter.setFont(look.look().font(Role.H1))
        words = _("Let go to open it here")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class Dropping(QObject):
    """Takes one file that is dropped anywhere on a window."""

    dropped = Signal(object)
    """A Path."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._zone = _Zone(window)
        self._zone.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._zone.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if dropped_file(event.mimeData()):
                self._zone.setGeometry(self._window.rect())
                self._zone.raise_()
                self._zone.show()
                event.acceptProposedAction()
                return True
        elif kind == QEvent.Type.DragLeave:
            self._zone.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._zone.hide()
            if path := dropped_file(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        return False


def dropped_file(data: QMimeData) -> Path | None:
    """The first file of what is dragged; None for text, pictures out of a browser…"""
    files = [Path(u.toLocalFile()) for u in data.urls() if u.isLocalFile()]
    return files[0] if files else None
