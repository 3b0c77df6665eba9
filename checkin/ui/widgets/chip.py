"""Small round-ended labels: a state with its icon, a ticket type with its square."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.ui import icons, look
from checkin.ui.tokens import CHIP, Role
from checkin.ui.widgets.text import draw_line


class Chip(QWidget):
    """Not to be clicked. `tone` is plain, ok, again, stop or accent."""

    def __init__(
        self,
        words: str = "",
        tone: str = "plain",
        *,
        icon: str = "",
        square: QColor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._tone, self._icon, self._square = words, tone, icon, square
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(
        self,
        words: str,
        tone: str = "plain",
        icon: str = "",
        square: QColor | None = None,
    ) -> None:
        """Says something else."""
        before = (self._words, self._tone, self._icon, self._square)
        if before == (words, tone, icon, square):
            return
        self._words, self._tone, self._icon, self._square = words, tone, icon, square
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._words

    def sizeHint(self) -> QSize:
        px = look.look().px
        words = look.look().metrics(Role.SMALL_BOLD).horizontalAdvance(self._words)
        mark = px(16 + 6) if self._icon else px(10 + 7) if self._square else 0
        return QSize(round(words) + mark + px(22), px(CHIP))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), look.look().px(60)), self._tall())

    def _tall(self) -> int:
        return look.look().px(CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill, ink = _colours(self._tone)
        painter.setPen(
            QPen(look.colour("line"), 1) if fill is None else Qt.GlobalColor.transparent
        )
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        px = look.look().px
        x, middle = float(px(11)), self.height() / 2
        if self._square:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._square)
            side = px(10)
            painter.drawRoundedRect(QRectF(x, middle - side / 2, side, side), 2, 2)
            x += side + px(7)
        elif self._icon:
            icons.draw_at(painter, self._icon, x, middle, px(16), ink)
            x += px(16 + 6)
        painter.setPen(ink)
        room = QRectF(x, 0, self.width() - x - px(9), self.height())
        draw_line(painter, room, self._words, Role.SMALL_BOLD)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def _colours(tone: str) -> tuple[QColor | None, QColor]:
    if tone == "plain":
        return None, look.colour("ink2")
    if tone == "accent":
        return look.colour("accent_soft"), look.colour("accent_ink")
    return look.colour(f"{tone}_soft"), look.colour(f"{tone}_ink")
