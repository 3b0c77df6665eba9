"""The guests' own window: full screen on another monitor, else one to move there."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import _
from checkin.ui import fonts, icons, look
from checkin.ui.door.greeting import Greeting
from checkin.ui.door.shapes import Wrapped, draw_cut, shrunk
from checkin.ui.tokens import RADIUS_CARD

BACK_MS = 8000
"""A greeting stays so long."""
_FULL_WIDTH = 1280
"""The width at which the sizes below hold; they grow and shrink with the window."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GreetingScreen(QWidget):
    """Has no control on it; Esc closes it."""

    closed = Signal()
    moved_back = Signal()
    """Its monitor is gone; it is a window now."""

    def __init__(self, nobody: Greeting) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setProperty("ground", "bg")
        self.setWindowTitle(_("Greeting screen"))
        self._nobody = nobody
        self.greeting = nobody
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BACK_MS)
        self._timer.timeout.connect(self.rest)
        self.screen_used: QScreen | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._gone)
        self.resize(1024, 640)
        self._show(nobody)

    # -- what it says

    def greet(self, greeting: Greeting) -> None:
        """For a few seconds."""
        self._show(greeting)
        self._timer.start()

    def rest(self) -> None:
        """Back to the welcome for everybody."""
        self._timer.stop()
        self._show(self._nobody)

    def set_nobody(self, nobody: Greeting) -> None:
        """The event is called otherwise by now."""
        resting = self.greeting == self._nobody
        self._nobody = nobody
        if resting:
            self._show(nobody)

    def _show(self, greeting: Greeting) -> None:
        self.greeting = greeting
        self.setAccessibleName(greeting.spoken)
        self.update()

    # -- where it is

    def open_beside(self, desk: QWidget) -> None:
        """Full screen on a monitor where the desk is not, else as a window."""
        own = desk.screen()
        other = next((s for s in QGuiApplication.screens() if s is not own), None)
        self.screen_used = other
        if other is None:
            self.show()
            return
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def _gone(self, screen: QScreen) -> None:
        if screen is not self.screen_used or not self.isVisible():
            return
        self.screen_used = None
        self.showNormal()
        self.resize(1024, 640)
        primary = QGuiApplication.primaryScreen()
        if primary is not None:
            self.move(primary.availableGeometry().topLeft())
        self.moved_back.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("bg"))
        scale = min(self.width() / _FULL_WIDTH, self.height() / 800)
        painter.scale(scale, scale)
        _Painting(painter, self.width() / scale, self.height() / scale).draw(
            self.greeting
        )
        painter.end()


class _Painting:
    """Draws a greeting on a plane about 1280 by 800 large."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self._p = painter
        self._left, self._width, self._height = 96.0, width - 192, height

    def draw(self, said: Greeting) -> None:
        """All of it."""
        self._head(said)
        y = self._word(said)
        if said.first:
            y = self._name(said, y)
        if said.company:
            self._text(said.company, y + 8, 32, 500, "ink2")
        if said.directions:
            self._directions(said)

    def _head(self, said: Greeting) -> None:
        mark = QRectF(self._left, 64, 40, 40)
        icons.draw(self._p, "checkin", mark, look.colour("accent"))
        self._p.setPen(look.colour("ink"))
        name = QRectF(self._left + 58, 66, self._width - 160, 40)
        draw_cut(self._p, name, said.event, fonts.sized(22, 600))
        self._p.setPen(look.colour("ink2"))
        box = QRectF(self._left + self._width - 90, 66, 90, 40)
        draw_cut(self._p, box, said.time, fonts.sized(22, 600, tabular=True), _RIGHT)

    def _word(self, said: Greeting) -> float:
        """The disc and what is said beside it; gives where the name begins."""
        x, y = self._left, 161.0 if said.welcome else self._height * 0.32
        if said.icon:
            self._disc(said, QRectF(x, y, 72, 72))
            x += 96
        size = 56 if said.first else 72
        wide = self._left + self._width - x
        font = shrunk(said.word, size, 40, 600, wide)
        self._p.setPen(look.colour("ok_ink" if said.welcome else "ink2"))
        draw_cut(self._p, QRectF(x, y - 8, wide, 88), said.word, font)
        return y + 108

    def _disc(self, said: Greeting, box: QRectF) -> None:
        theme = look.look().theme
        ground, ink = theme.ink2, theme.bg
        if said.welcome:
            ground, ink = theme.ok.fill, theme.ok.on
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(ground))
        self._p.drawEllipse(box)
        icons.draw(self._p, said.icon, box.adjusted(18, 18, -18, -18), QColor(ink), 3)

    def _name(self, said: Greeting, y: float) -> float:
        """The first name as large as it fits, the rest below; gives where they end."""
        most = 168 if said.welcome else 112
        font = shrunk(said.first, most, 96 if said.welcome else 56, 700, self._width)
        size = font.pixelSize()
        self._p.setPen(look.colour("ink"))
        box = QRectF(self._left - size * 0.03, y, self._width, size * 1.22)
        draw_cut(self._p, box, said.first, font)
        y += size * 1.22 + 12
        if said.rest:
            y = self._text(said.rest, y, 64, 600, "ink")
        return y

    def _text(self, text: str, y: float, size: int, weight: int, tone: str) -> float:
        font = shrunk(text, size, size * 0.6, weight, self._width)
        self._p.setPen(look.colour(tone))
        box = QRectF(self._left, y, self._width, size * 1.28)
        draw_cut(self._p, box, text, font)
        return y + size * 1.28

    def _directions(self, said: Greeting) -> None:
        """One line on a card at the foot."""
        text = Wrapped(said.directions, fonts.sized(26, 400), self._width - 120)
        tall = text.height + 50
        card = QRectF(self._left, self._height - 56 - tall, self._width, tall)
        self._p.setPen(QPen(look.colour("line"), 1))
        self._p.setBrush(look.colour("surface"))
        self._p.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        middle = card.center().y()
        ink = look.colour("ok_ink")
        icons.draw_at(self._p, "arrow-right", card.left() + 30, middle, 34, ink)
        self._p.setPen(look.colour("ink"))
        text.draw(self._p, card.left() + 86, QPointF(0, card.top() + 25).y())
