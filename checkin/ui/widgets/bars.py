"""Message bars: above the page, up to three, the newest on top."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.messages import Message, Messages, Offer, Tone
from checkin.ui.tokens import RADIUS_BAR, Role
from checkin.ui.widgets.button import Button, Kind, Size, close_button
from checkin.ui.widgets.text import Label

_MOST = 3
_OK_STAYS_MS = 8000
_ICONS = {
    Tone.OK: "circle-check",
    Tone.INFO: "info",
    Tone.WARN: "triangle-alert",
    Tone.STOP: "octagon-alert",
}


class MessageBar(QFrame):
    """One message: what is so, what it means, what can be done."""

    closed = Signal()

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setAccessibleName(message.spoken)
        box = self._box = QHBoxLayout(self)
        box.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(message.title, Role.BODY_BOLD, wrap=True))
        if message.text:
            words.addWidget(Label(message.text, Role.BODY, "ink2", wrap=True))
        box.addLayout(words, 1)
        self.buttons = [self._button(offer) for offer in message.offers]
        if message.details:
            self.buttons.append(self._copy_button())
        for button in self.buttons:
            box.addWidget(button)
        cross = close_button(self)
        cross.clicked.connect(self.closed)
        box.addWidget(cross)
        self._measure()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        if message.tone is Tone.OK and not message.stays:
            self._timer.start(_OK_STAYS_MS)

    def _measure(self) -> None:
        px = look.look().px
        self._box.setContentsMargins(px(54), px(10), px(10), px(10))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _button(self, offer: Offer) -> Button:
        kind = Kind.SECONDARY if offer.primary else Kind.QUIET
        button = Button(offer.words, kind, icon=offer.icon, size=Size.SMALL)
        button.clicked.connect(lambda: self._do(offer))
        return button

    def _do(self, offer: Offer) -> None:
        self.closed.emit()
        offer.do()

    def _copy_button(self) -> Button:
        button = Button(_("Copy details"), Kind.SECONDARY, icon="copy", size=Size.SMALL)
        button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.message.details)
        )
        return button

    def _leave(self) -> None:
        """Not while somebody looks at it."""
        busy = self.underMouse() or self.isAncestorOf(self.window().focusWidget())
        if busy:
            self._timer.start(_OK_STAYS_MS)
        else:
            self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self.message.tone.value
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_BAR, RADIUS_BAR)
        px = look.look().px
        icons.draw_at(
            painter,
            _ICONS[self.message.tone],
            px(16),
            self.height() / 2,
            px(24),
            look.colour(f"{tone}_ink"),
        )
        painter.end()


class MessageStack(QWidget):
    """All bars that are to be seen; takes no room without any."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.bars: list[MessageBar] = []
        messages.posted.connect(self._show)
        messages.withdrawn.connect(self._withdraw)
        self.hide()

    def _show(self, message: Message) -> None:
        if message.about:
            self._withdraw(message.about)
        bar = MessageBar(message, self)
        bar.closed.connect(lambda: self._remove(bar))
        self.bars.insert(0, bar)
        self._box.insertWidget(0, bar)
        for old in self.bars[_MOST:]:
            self._remove(old)
        self.show()
        self._announce(message)

    def _announce(self, message: Message) -> None:
        event = QAccessibleAnnouncementEvent(self, message.spoken)
        if message.tone is Tone.STOP:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def clear(self) -> None:
        """Takes all of them away."""
        for bar in list(self.bars):
            self._remove(bar)

    def _withdraw(self, about: str) -> None:
        for bar in [b for b in self.bars if b.message.about == about]:
            self._remove(bar)

    def _remove(self, bar: MessageBar) -> None:
        if bar in self.bars:
            self.bars.remove(bar)
            self._box.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self.bars))
