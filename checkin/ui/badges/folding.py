"""What one seldom needs: one line that says what is set, and all of it when opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import row
from checkin.ui.widgets.text import Label


class Folded(QWidget):
    """A button, and below it the line or the choices."""

    opened = Signal(bool)

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._title = title
        self.button = Button(title, Kind.QUIET, size=Size.SMALL)
        self.button.clicked.connect(lambda: self.set_open(open_=not self.is_open))
        self.words = Label("", Role.SMALL, "ink2", wrap=True)
        self.words.setContentsMargins(10, 0, 0, 4)
        self.body = body
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row(self.button, None))
        box.addWidget(self.words)
        box.addWidget(body)
        self.set_open(open_=False)

    @property
    def is_open(self) -> bool:
        """Whether the choices are shown."""
        return not self.body.isHidden()

    def set_open(self, *, open_: bool) -> None:
        """Shows the choices, or only what they are."""
        self.body.setVisible(open_)
        self.words.setHidden(open_)
        self.button.set_trailing("chevron-up" if open_ else "chevron-down")
        told = _("open") if open_ else _("closed")
        self.button.setAccessibleName(f"{self._title}, {told}")
        self.opened.emit(open_)

    def show_words(self, words: str) -> None:
        """What is set."""
        self.words.setText(words)
        self.button.setAccessibleDescription(words)
