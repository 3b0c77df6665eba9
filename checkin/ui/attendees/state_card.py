"""The card that says how somebody stands, with the Undo that belongs to it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.attendees.standing import Standing
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Size
from checkin.ui.widgets.card import column, row
from checkin.ui.widgets.text import Label

_ICON, _LEFT = 24, 14


class StateCard(QWidget):
    """Icon, title, text, Undo."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = "clock", "plain"
        self.title = Label("", Role.BODY_BOLD, wrap=True)
        self.text = Label("", Role.SMALL, "ink2", wrap=True)
        self.undo = Button(_("Undo"), icon="undo-2", size=Size.SMALL)
        self.undo.clicked.connect(self.undo_wanted)
        words = column(self.title, self.text, gap=1)
        box = row(gap=8)
        box.addLayout(words, 1)
        box.addWidget(self.undo)
        px = look.look().px
        box.setContentsMargins(px(_LEFT + _ICON + 12), px(9), px(10), px(9))
        self.setLayout(box)

    def show_standing(self, shown: Standing) -> None:
        """Says it."""
        self._icon, self._tone = shown.icon, shown.tone
        self.title.setText(shown.title)
        self.text.setText(shown.text)
        self.text.setVisible(bool(shown.text))
        self.undo.setVisible(shown.undo is not None)
        undone = _("Undo: {state}").format(state=shown.title)
        self.undo.setAccessibleName(undone)
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
