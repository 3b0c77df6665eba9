"""The card that says how somebody stands, with the one thing to do about it."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.ui import icons, look
from checkin.ui.attendees.standing import Standing
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Size
from checkin.ui.widgets.card import column, row
from checkin.ui.widgets.text import Label

_ICON, _LEFT = 24, 14


class StateCard(QWidget):
    """Icon, title, text, and a button that belongs to them."""

    pressed = Signal()

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._icon, self._tone = "clock", "plain"
        self.title = Label("", Role.BODY_BOLD, wrap=True)
        self.text = Label("", Role.SMALL, "ink2", wrap=True)
        self.button = Button(words, icon=icon, size=Size.SMALL)
        self.button.clicked.connect(self.pressed)
        both = column(self.title, self.text, gap=1)
        self._box = row(gap=8)
        self._box.addLayout(both, 1)
        self._box.addWidget(self.button)
        self.setLayout(self._box)
        self._leave_room()

    def _leave_room(self) -> None:
        """For the icon."""
        px = look.look().px
        self._box.setContentsMargins(px(_LEFT + _ICON + 12), px(9), px(10), px(9))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._leave_room()

    def show_standing(self, shown: Standing) -> None:
        """Says it."""
        self._icon, self._tone = shown.icon, shown.tone
        self.title.setText(shown.title)
        self.text.setText(shown.text)
        self.text.setVisible(bool(shown.text))
        self.button.setVisible(shown.about is not None)
        self.button.setAccessibleName(f"{self._words}: {shown.title}")
        self.setAccessibleName(". ".join(filter(None, (shown.title, shown.text))))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = self._tone == "plain"
        ground = "sunken" if plain else f"{self._tone}_soft"
        painter.setPen(look.colour(ground))
        painter.setBrush(look.colour(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 8, 8)
        px = look.look().px
        ink = look.colour("ink2" if plain else f"{self._tone}_ink")
        middle = self.height() / 2
        icons.draw_at(painter, self._icon, px(_LEFT), middle, px(_ICON), ink)
        painter.end()
