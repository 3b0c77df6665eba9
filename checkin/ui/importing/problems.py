"""What is odd about the list, by kind: cards side by side, or one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from checkin.ui.importing.asking import GroupShown
from checkin.ui.importing.card import GroupCard
from checkin.ui.tokens import GAP
from checkin.ui.widgets.card import Card, Line, held

_ACROSS = 3


class Problems(QWidget):
    """All cards; three a row, or one below the other."""

    rebuilt = Signal()
    chosen = Signal(object, object, object, bool)
    """As `GroupCard.chosen`."""
    turned = Signal(object, object)
    """As `GroupCard.turned`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._groups: tuple[GroupShown, ...] = ()
        self._narrow = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._holder = QWidget()
        self._box.addWidget(self._holder)
        self.cards: list[GroupCard] = []

    def show_groups(self, groups: Sequence[GroupShown]) -> None:
        """Those of a plan; cards of the same kinds stay, and with them the focus."""
        if [one.kind for one in groups] != [one.kind for one in self._groups]:
            self._groups = tuple(groups)
            self._rebuild()
            return
        self._groups = tuple(groups)
        for card, group in zip(self.cards, groups, strict=True):
            if card.shown != group:
                card.show_group(group)
        self.rebuilt.emit()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is only room for one beside nothing."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._rebuild()

    def _rebuild(self) -> None:
        left = self._with_focus()
        self._box.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self.cards = [GroupCard(group, self._narrow) for group in self._groups]
        for card in self.cards:
            card.chosen.connect(self.chosen)
            card.turned.connect(self.turned)
        self._holder = _listed(self.cards) if self._narrow else _gridded(self.cards)
        self._box.addWidget(self._holder)
        self.setVisible(bool(self.cards))
        self.rebuilt.emit()
        if left is not None:
            self._take_focus(left)

    def _with_focus(self) -> int | None:
        """Which card has it, from 0."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        found = (i for i, card in enumerate(self.cards) if card.isAncestorOf(focus))
        return next(found, None)

    def _take_focus(self, left: int) -> None:
        """The next card that asks something, where one with the focus has gone."""
        around = [*self.cards[left:], *self.cards[:left]]
        if asking := [card for card in around if card.shown.question]:
            asking[0].ask()


def _gridded(cards: Sequence[GroupCard]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(GAP)
    for number, card in enumerate(cards):
        grid.addWidget(card, number // _ACROSS, number % _ACROSS)
    for place in range(_ACROSS):
        grid.setColumnStretch(place, 1)
    return held(grid)


def _listed(cards: Sequence[GroupCard]) -> QWidget:
    made = Card(pad=1, gap=0)
    for number, card in enumerate(cards):
        if number:
            made.box.addWidget(Line())
        made.box.addWidget(card)
    return made
