"""What a page shows where there is nothing yet: why, and what ends the emptiness."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.ui import icons, look
from checkin.ui.tokens import RADIUS_DROP, Role
from checkin.ui.widgets.card import row
from checkin.ui.widgets.text import Label

CENTRE = Qt.AlignmentFlag.AlignCenter


class IconDisc(QWidget):
    """An icon on a soft round ground; decoration, so it says nothing."""

    def __init__(
        self,
        icon: str,
        size: int = 96,
        parent: QWidget | None = None,
        *,
        ground: str = "accent_soft",
        ink: str = "accent_ink",
    ) -> None:
        super().__init__(parent)
        self._icon, self._size, self._ground, self._ink = icon, size, ground, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(self._ground))
        painter.drawEllipse(QRectF(self.rect()))
        side = self._size * 0.5
        edge = (self._size - side) / 2
        icons.draw(
            painter,
            self._icon,
            QRectF(edge, edge, side, side),
            look.colour(self._ink),
            2.5,
        )
        painter.end()


class EmptyState(QWidget):
    """Icon, sentence, two lines of help, and the buttons; in the middle."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        buttons: Sequence[QWidget] = (),
        *,
        dashed: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self.lit = False
        self.title = Label(title, Role.H2 if small else Role.H1, wrap=True)
        self.title.setAlignment(CENTRE)
        self.text = Label(text, Role.BODY, "ink2", wrap=True)
        self.text.setAlignment(CENTRE)
        self._widest = 300 if small else 460
        disc = IconDisc(icon, 64 if small else 96)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(4)
        box.addStretch(1)
        box.addWidget(disc, 0, CENTRE)
        box.addSpacing(16)
        box.addWidget(self.title)
        box.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        if buttons:
            box.addSpacing(12)
            box.addLayout(row(None, *buttons, None, gap=12))
        box.addStretch(1)

    def widen(self, width: int) -> None:
        """How wide the lines of help may be, in px."""
        self._widest = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        room = self.width() - 48
        self.text.setFixedWidth(max(1, min(room, look.look().px(self._widest))))

    def light(self, on: bool) -> None:
        """While a file hovers above it."""
        self.lit = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._dashed:
            return
        painter = QPainter(self)
        draw_drop_zone(painter, QRectF(self.rect()), self.lit)
        painter.end()


def draw_drop_zone(painter: QPainter, box: QRectF, lit: bool) -> None:
    """The dashed edge that says: drop it here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.colour("accent" if lit else "ctl"), 2)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(look.colour("accent_soft" if lit else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_DROP, RADIUS_DROP)
