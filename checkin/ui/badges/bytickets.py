"""Another design for some ticket types: each type with the design that it gets."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.badges import Design
from checkin.model.i18n import _
from checkin.ui.badges.wish import Wish
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import close_button
from checkin.ui.widgets.card import Card, held, row, scrolled
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.text import Elided, Label


class TicketDesigns(Card):
    """In the place of the left column; the sheet follows at once."""

    chosen = Signal(object)
    """(ticket type, Design) pairs, as `Looks` takes them."""
    left = Signal()

    def __init__(
        self, designs: Sequence[Design], parent: QWidget | None = None
    ) -> None:
        super().__init__(pad=16, gap=8, parent=parent)
        self._designs = {one.name: one for one in designs}
        self.combos: dict[str, ComboBox] = {}
        cross = close_button()
        cross.clicked.connect(self.left)
        self.words = Label("", Role.SMALL, "ink2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self._rows)
        body.addStretch(1)
        self.box.addLayout(row(Label(_("By ticket type"), Role.H3), None, cross))
        self.box.addWidget(self.words)
        self.box.addWidget(scrolled(held(body)), 1)

    def show_wish(self, wish: Wish, types: Sequence[str]) -> None:
        """The types of this event, and what each of them has."""
        if list(self.combos) != list(types):
            self._rebuild(types)
        self.words.setText(
            _("Whoever has no design of their own gets {design}.").format(
                design=_(wish.design.title)
            )
            if types
            else _("Nobody on the list has a ticket type.")
        )
        had = {name: one.name for name, one in wish.by_ticket}
        for name, combo in self.combos.items():
            self._fill(combo, had.get(name, ""))

    def begin(self) -> None:
        """The first of them has the focus."""
        for combo in self.combos.values():
            combo.setFocus()
            return

    def _rebuild(self, types: Sequence[str]) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.combos = {name: self._row(name) for name in types}

    def _row(self, name: str) -> ComboBox:
        label = Elided(name, Role.SMALL_BOLD, "ink2")
        combo = ComboBox(_("Design for {ticket_type}").format(ticket_type=name))
        combo.on_choice(lambda _name: self._tell())
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(label)
        box.addWidget(combo)
        self._rows.addWidget(held(box))
        return combo

    def _fill(self, combo: ComboBox, chosen: str) -> None:
        if combo.count():
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            return
        choices = [(_("The usual one"), "")]
        choices += [(_(one.title), name) for name, one in self._designs.items()]
        combo.fill(choices, chosen)

    def _tell(self) -> None:
        pairs = ((name, combo.currentData()) for name, combo in self.combos.items())
        self.chosen.emit(tuple((n, self._designs[d]) for n, d in pairs if d))
