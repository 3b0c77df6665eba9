"""What is odd about the list, by kind: cards side by side, or one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.importing import Odd
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.importing.outlook import CHANGED, GONE, GroupShown
from checkin.ui.tokens import GAP, RADIUS_CARD, Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, Line, held, row
from checkin.ui.widgets.chip import Chip
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Elided, Label

_ACROSS = 3
_ICONS = {
    Odd.EMAIL.value: "mail",
    Odd.SAME.value: "users",
    Odd.NO_NAME.value: "user",
    Odd.NOBODY.value: "user-x",
    Odd.STATUS.value: "tag",
    Odd.PLACES.value: "ticket",
    Odd.ANSWER.value: "circle-question-mark",
    Odd.STRAY.value: "table-2",
    Odd.LONG.value: "type",
    Odd.FORGOTTEN.value: "shield",
    CHANGED: "pencil",
    GONE: "log-out",
}


class GroupCard(Card):
    """One kind: what it is, how many, an example, and what becomes of them."""

    def __init__(
        self, shown: GroupShown, narrow: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("bare" if narrow else "plain", pad=16, gap=6, parent=parent)
        self.shown = shown
        tone = "again" if shown.question else "plain"
        self._icon = Icon(_ICONS[shown.kind], "again_ink" if shown.question else "ink2")
        self._title = Elided(shown.title, Role.BODY_BOLD)
        self._count = Chip(f"{shown.count:,}", tone)
        self._says = Elided(shown.says)
        self._where = Elided(shown.where, Role.SMALL, "ink2")
        self._outcome = Label(shown.outcome, Role.SMALL, "ink2", wrap=True)
        self._all = Label(shown.everybody, Role.SMALL, wrap=True)
        self._all.hide()
        self.more = Button(
            _("All {n}").format(n=f"{shown.count:,}"), Kind.QUIET, size=Size.SMALL
        )
        self.more.setAccessibleDescription(shown.title)
        self.more.set_trailing("chevron-down")
        self.more.clicked.connect(self._toggle)
        self.more.setVisible(shown.more)
        self.setAccessibleName(_sentence(shown))
        if narrow:
            self._lay_out_narrow()
        else:
            self._lay_out()

    def _lay_out(self) -> None:
        self.box.addLayout(row(self._icon, 2, self._title, self._count))
        self.box.addWidget(self._says)
        if self.shown.where:
            self.box.addWidget(self._where)
        self.box.addWidget(self._all)
        self.box.addStretch(1)
        self.box.addLayout(row(self._outcome, self.more))

    def _lay_out_narrow(self) -> None:
        self.box.setContentsMargins(16, 8, 16, 10)
        self.box.setSpacing(0)
        self.box.addLayout(row(self._icon, 2, self._title, self._says, self._count))
        self.box.addLayout(row(28, self._outcome, self.more))
        self.box.addWidget(self._all)

    def ask(self) -> None:
        """Takes the focus: its button, or all of it where there is none."""
        (self if self.more.isHidden() else self.more).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def _toggle(self) -> None:
        show = self._all.isHidden()
        self._all.setVisible(show)
        self.more.set_trailing("chevron-up" if show else "chevron-down")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.end()


class Problems(QWidget):
    """All cards; three a row, or one below the other."""

    rebuilt = Signal()

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
        """Those of a plan; cards that say the same stay as they are."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._rebuild()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is only room for one beside nothing."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._rebuild()

    def _rebuild(self) -> None:
        self._box.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self.cards = [GroupCard(group, self._narrow) for group in self._groups]
        self._holder = _listed(self.cards) if self._narrow else _gridded(self.cards)
        self._box.addWidget(self._holder)
        self.setVisible(bool(self.cards))
        self.rebuilt.emit()


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


def _sentence(shown: GroupShown) -> str:
    parts = (shown.title, shown.says, shown.where, shown.outcome)
    return ". ".join(part.rstrip(".") for part in parts if part)
