"""Before somebody is erased: what goes, what remains, and that it is for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin.model.attendee import Attendee
from checkin.model.i18n import _
from checkin.model.words import isolate
from checkin.ui.attendees.sheet import Sheet
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import column
from checkin.ui.widgets.text import Label


class EraseQuestion(Sheet):
    """Takes the panel's place until it is answered."""

    agreed = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=0, parent=parent)
        self.guest: Attendee | None = None
        self.title = Label("", Role.H3, wrap=True)
        self.goes = Label(
            _(
                "Name, e-mail, company, notes and all else that is personal goes out "
                "of this event, out of its history too."
            ),
            wrap=True,
        )
        self.remains = Label(
            _(
                "What remains: that somebody came, and when; that nobody may write to "
                "them; and a mark that tells nothing, so that no later list brings "
                "them back."
            ),
            wrap=True,
        )
        self.yours = Label(
            _(
                "Badges on paper, saved copies and files made for mailing are yours "
                "to throw away."
            ),
            wrap=True,
        )
        self.for_good = Label(_("This can’t be undone."), Role.BODY_BOLD)
        self.erase = Button(_("Erase for good"), Kind.DANGER, icon="trash-2")
        self.keep = Button(_("Keep them"), keys=_("Esc"))
        self.erase.clicked.connect(self.agreed)
        self.keep.clicked.connect(self.given_up)
        parts = (self.title, self.goes, self.remains, self.yours, self.for_good)
        box = self.box
        box.addLayout(column(*parts, gap=14))
        box.addSpacing(18)
        for button in (self.keep, self.erase):
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            box.addSpacing(10)
        box.addStretch(1)

    def ask_about(self, guest: Attendee) -> None:
        """Whether to erase this one."""
        self.guest = guest
        name = isolate(guest.name) or _("this guest")
        self.title.setText(_("Erase the details of {name}?").format(name=name))

    def show_saving(self, saving: bool) -> None:
        """Whether it takes a while."""
        self.erase.setText(_("Erasing…") if saving else _("Erase for good"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
