"""For whom: not printed yet, changed, chosen by hand, everyone; each with its count."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from checkin.badges import Which
from checkin.model.i18n import N_, _
from checkin.ui.badges.again import Again
from checkin.ui.badges.choosing import Chooser
from checkin.ui.badges.wish import Who
from checkin.ui.session import Session
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import Card
from checkin.ui.widgets.choices import RadioButton
from checkin.ui.widgets.text import Label

_WORDS = {
    Who.UNPRINTED: N_("Not printed yet"),
    Who.CHANGED: N_("Changed since printing"),
    Who.CHOSEN: N_("Chosen people…"),
    Who.ALL: N_("Everyone"),
}


class WhoCard(Card):
    """One of four; the people to tick appear below when they are to be chosen."""

    chosen = Signal(object)
    """A Who."""
    people_chosen = Signal(object)
    """The ids of those who are ticked, as a tuple."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=0, parent=parent)
        self.box.setContentsMargins(16, 14, 12, 10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.radios = {who: RadioButton(_(words)) for who, words in _WORDS.items()}
        self.box.addWidget(Label(_("Who"), Role.SMALL_BOLD, "ink2"))
        self.box.addSpacing(4)
        for who, radio in self.radios.items():
            self._group.addButton(radio)
            radio.clicked.connect(lambda _on=False, own=who: self.chosen.emit(own))
            self.box.addWidget(radio)
        self.chooser = Chooser(session)
        self.chooser.changed.connect(self._ticked)
        self.chooser.hide()
        self.box.addWidget(self.chooser)
        self.again = Again()
        self.again.hide()
        self.box.addWidget(self.again)

    def show_who(self, who: Who) -> None:
        """Marks one; the people to tick are there only while they are needed."""
        self.radios[who].setChecked(True)
        if who is Who.CHOSEN and self.chooser.isHidden():
            self.chooser.refresh()
        self.chooser.setVisible(who is Who.CHOSEN)

    def show_counts(self, counts: Mapping[Which, int]) -> None:
        """How many each would print."""
        for which, count in counts.items():
            self.radios[Who(which.value)].set_count(f"{count:,}")
        self._count_ticked()

    def _ticked(self) -> None:
        self._count_ticked()
        self.people_chosen.emit(self.chooser.ticked())

    def _count_ticked(self) -> None:
        self.radios[Who.CHOSEN].set_count(f"{len(self.chooser.ticked()):,}")
