"""The head of a page: event and day, title, one line of state, buttons at the right."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button
from checkin.ui.widgets.card import row
from checkin.ui.widgets.text import Elided, Label

_TALL = 48
"""The same on all pages, whatever stands at the right: nothing jumps."""


class PageHeader(QWidget):
    """At most two buttons; the primary one is the rightmost."""

    def __init__(
        self, title: str, *buttons: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.event_line = Elided("", Role.SMALL_BOLD, "ink2")
        self.title = Label(title, Role.H1)
        self.state = Elided("", Role.BODY, "ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.event_line)
        words.addLayout(row(self.title, 6, self.state))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(words, 1)
        for button in buttons:
            box.addWidget(button)
        self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(look.look().px(_TALL))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def show_event(self, words: str) -> None:
        """Name and day of the event."""
        self.event_line.setText(words)

    def show_state(self, words: str) -> None:
        """How things stand, in a few words."""
        self.state.setText(words)
