"""A key as it looks on the keyboard: Ctrl+F in a small box."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.ui import look
from checkin.ui.tokens import KEYCAP, Role


@dataclass(frozen=True, slots=True)
class CapColours:
    """How the cap is painted; no fill on coloured ground."""

    ink: QColor
    edge: QColor
    fill: QColor | None = None


def plain_cap() -> CapColours:
    """On a card or a field."""
    return CapColours(look.colour("ink2"), look.colour("line"), look.colour("keycap"))


def cap_width(words: str) -> int:
    """How wide the cap of these words is."""
    advance = look.look().metrics(Role.KEY).horizontalAdvance(words)
    return round(advance) + look.look().px(14)


def cap_height() -> int:
    """The same for all."""
    return look.look().px(KEYCAP)


def draw_cap(
    painter: QPainter, x: float, middle: float, words: str, colours: CapColours
) -> None:
    """Draws it with its left edge at `x`, around the height `middle`."""
    height = cap_height()
    box = QRectF(x + 0.5, middle - height / 2 + 0.5, cap_width(words) - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.edge, 1))
    painter.setBrush(colours.fill or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(colours.ink)
    painter.setFont(look.look().font(Role.KEY))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
