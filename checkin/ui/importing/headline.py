"""The consequence: one sentence that says what will happen, and how much is open."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import _
from checkin.ui.importing.outlook import Outlook
from checkin.ui.importing.words import open_questions
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import Card, column
from checkin.ui.widgets.chip import Chip
from checkin.ui.widgets.text import Label


class Headline(Card):
    """Stays to be seen while the columns are put right, and changes with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, sideways=True, parent=parent)
        self.box.setContentsMargins(20, 14, 20, 14)
        self.sentence = Label("", Role.HEADLINE, wrap=True)
        self.detail = Label("", Role.BODY, "ink2", wrap=True)
        self.chip = Chip()
        self.box.addLayout(column(self.sentence, self.detail, gap=4), 1)
        self.box.addWidget(self.chip)

    def show_outlook(self, outlook: Outlook) -> None:
        """What the plan comes to."""
        before = (self.sentence.text(), self.chip.text())
        self.sentence.setText(outlook.consequence.sentence)
        self.detail.setText(outlook.consequence.more)
        if outlook.stuck:
            self.show_unknown()
        elif outlook.questions:
            words = open_questions(outlook.questions)
            self.chip.show_words(words, "again", "circle-alert")
        else:
            self.chip.show_words(_("Nothing is odd"), "ok", "circle-check")
        if before != (now := (self.sentence.text(), self.chip.text())):
            self._announce(" ".join(now))

    def _announce(self, sentence: str) -> None:
        """For those who put something right and don't see what follows from it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def show_unknown(self) -> None:
        """It could not be worked out; why is told elsewhere."""
        self.chip.show_words(_("Needs a look"), "again", "circle-alert")

    def show_busy(self) -> None:
        """While it is worked out anew; the old sentence stays until then."""
        self.chip.show_words(_("Working it out…"), "plain", "refresh-cw")
