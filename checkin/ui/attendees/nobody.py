"""Shown instead of rows where nobody fits: whom was meant, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.model.words import isolate
from checkin.ui import look
from checkin.ui.attendees.asking import Meant
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import row
from checkin.ui.widgets.empty import CENTRE, IconDisc
from checkin.ui.widgets.ring import focus_by_key
from checkin.ui.widgets.text import Label

_MOST = 3
_WIDEST = 360
"""Of a button with a name, in px; longer names end in “…”."""
_TOLD = 60
"""Letters of what was looked for."""


class NobodyFits(QWidget):
    """Says who was looked for in vain."""

    meant = Signal(str)
    """A name that was offered is the right one."""
    add_wanted = Signal(str)
    """Somebody of this name is to be added."""
    everyone_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.title = Label("", Role.H2, wrap=True)
        self.text = Label("", Role.BODY, "ink2", wrap=True)
        self.names = [Button("", Kind.TONAL) for _n in range(_MOST)]
        self.add = Button(_("Add a guest"), icon="user-plus")
        self.everyone = Button(_("Show everyone"), icon="users")
        self.add.clicked.connect(lambda: self.add_wanted.emit(self._text))
        self.everyone.clicked.connect(self.everyone_wanted)
        for button in self.names:
            button.clicked.connect(lambda _c=False, b=button: self.meant.emit(b.text()))
        self._lay_out()
        self._measure()

    def _measure(self) -> None:
        for button in self.names:
            button.setMaximumWidth(look.look().px(_WIDEST))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _lay_out(self) -> None:
        for label in (self.title, self.text):
            label.setAlignment(CENTRE)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(4)
        box.addStretch(1)
        box.addWidget(IconDisc("search", 64), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(12)
        box.addWidget(self.title)
        box.addWidget(self.text)
        box.addSpacing(8)
        for button in self.names:
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(8)
        box.addLayout(row(None, self.everyone, self.add, None, gap=12))
        box.addStretch(1)

    def agree(self) -> bool:
        """The likeliest name is the one that was meant; False where there is none."""
        offered = self.names[0].isVisibleTo(self)
        if offered:
            self.names[0].click()
        return offered

    def focus_first(self) -> None:
        """The likeliest way on gets the keyboard."""
        for button in (*self.names, self.everyone, self.add):
            if button.isVisibleTo(self):
                focus_by_key(button)
                return

    def show_vain(self, text: str, narrowed: bool) -> None:
        """`narrowed`: whether filters beside the text may be the reason."""
        self._text = text.strip()
        title = _("Nobody fits these filters")
        if self._text:
            title = _("Nobody called “{text}”").format(text=isolate(_short(self._text)))
        self.title.setText(title)
        self.everyone.setVisible(narrowed)
        self.add.setVisible(bool(self._text))
        self.show_meant(())

    def show_meant(self, people: Sequence[Meant]) -> None:
        """Offers names that come close."""
        names = list(dict.fromkeys(one.name for one in people if one.name))[:_MOST]
        for number, button in enumerate(self.names):
            button.setVisible(number < len(names))
            if number < len(names):
                button.setText(names[number])
        words = ""
        if len(names) == 1:
            words = _("Did you mean {name}?").format(name=isolate(names[0]))
        elif names:
            words = _("Did you mean one of these?")
        elif self.everyone.isVisibleTo(self):
            words = _("Among everyone there may be somebody.")
        self.text.setText(words)
        self.text.setVisible(bool(words))


def _short(text: str) -> str:
    return text if len(text) <= _TOLD else f"{text[:_TOLD].rstrip()}…"
