"""For those who have a badge already: why they get another, and what of the old one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import N_, _, ngettext
from checkin.model.prints import Reason
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import Line, column
from checkin.ui.widgets.choices import CheckBox
from checkin.ui.widgets.fields import ComboBox, Field
from checkin.ui.widgets.text import Label

_OTHER = "other"
_WORDS = {
    "": N_("No reason given"),
    Reason.LOST: N_("Lost"),
    Reason.DAMAGED: N_("Damaged"),
    Reason.WRONG_NAME: N_("Wrong name"),
    _OTHER: N_("Another reason…"),
}


class Again(QWidget):
    """There only while somebody would get a second badge."""

    reason_chosen = Signal(str)
    """A Reason, or other words."""
    new_codes_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.count = Label("", Role.SMALL, "ink2", wrap=True)
        self.reason = ComboBox(_("Why once more?"))
        self.reason.fill([(_(words), value) for value, words in _WORDS.items()])
        self.reason.on_choice(self._choose)
        self.other = Field(_("Reason"), example=_("spilt coffee"))
        self.other.edit.editingFinished.connect(
            lambda: self.reason_chosen.emit(self.other.text())
        )
        self.new_codes = CheckBox(_("With new codes"))
        self.new_codes.clicked.connect(self.new_codes_chosen)
        self.old = Label(
            _("The codes on their old badges open no door any more."),
            Role.SMALL,
            "ink2",
            wrap=True,
        )
        self.new_codes.setAccessibleDescription(self.old.text())
        parts = (self.reason, self.other, self.new_codes, self.old)
        box = column(Line(), self.count, *parts, gap=6)
        box.setContentsMargins(0, 8, 0, 4)
        self.setLayout(box)

    def show_choices(self, again: int, reason: str, *, new_codes: bool) -> None:
        """How many have a badge already, and what was chosen for them."""
        self.setVisible(bool(again))
        self.count.setText(
            ngettext(
                "One of them has a badge already. Why once more?",
                "{n:,} of them have a badge already. Why once more?",
                again,
            )
        )
        known = reason in set(Reason)
        if reason or self.reason.currentData() != _OTHER:
            value = reason if known or not reason else _OTHER
            self.reason.setCurrentIndex(self.reason.findData(value))
        self.other.setVisible(self.reason.currentData() == _OTHER)
        if not known and reason != self.other.text():
            self.other.set_text(reason)
        self.new_codes.setChecked(new_codes)
        self.old.setVisible(new_codes)

    def _choose(self, value: str) -> None:
        self.other.setVisible(value == _OTHER)
        if value == _OTHER:
            self.other.setFocus()
        self.reason_chosen.emit(self.other.text() if value == _OTHER else value)
