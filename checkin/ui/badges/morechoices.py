"""The rarer choices: how the sheets are filled, copies, two sides, marks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.badges.sheeting import MOST_COPIES, Duplex, Fill, Marks
from checkin.model.i18n import N_, _, ngettext
from checkin.ui.badges.wish import Wish
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Size
from checkin.ui.widgets.card import column, row
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.text import Label

_FILLS: Mapping[StrEnum, str] = {
    Fill.ROWS: N_("Row by row"),
    Fill.STACK: N_("In stacks, to be cut"),
}
_MARKS: Mapping[StrEnum, str] = {
    Marks.NONE: N_("No marks"),
    Marks.CROP: N_("Marks to cut along"),
    Marks.OUTLINE: N_("Outlines"),
}
_DUPLEX: Mapping[StrEnum, str] = {
    Duplex.LONG_EDGE: N_("Turned along the long edge"),
    Duplex.SHORT_EDGE: N_("Turned along the short edge"),
    Duplex.APART: N_("Backs after all fronts"),
    Duplex.FRONTS: N_("Fronts only"),
}


class MoreChoices(QWidget):
    """Each with its label; two sides only where a design has a back."""

    changed = Signal(object)
    """The Wish with another choice."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._wish = wish
        self.fill = self._combo(_("Filled"), "fill", Fill)
        self.copies = self._combo(_("Copies"), "copies", int)
        self.duplex = self._combo(_("Two sides"), "duplex", Duplex)
        self.marks = self._combo(_("Marks"), "marks", Marks)
        self._rows = {
            combo: _labelled(combo)
            for combo in (self.fill, self.copies, self.duplex, self.marks)
        }
        self.off = Button(_("My printer prints off…"), size=Size.SMALL)
        """Opens another panel; the page says which."""
        box = column(*self._rows.values(), self.off, gap=8)
        box.setContentsMargins(10, 4, 6, 4)
        self.setLayout(box)

    def _combo(self, name: str, field: str, of: Callable[[Any], Any]) -> ComboBox:
        made = ComboBox(name)
        made.on_choice(lambda value: self._choose(**{field: of(value)}))
        return made

    def _choose(self, **what: Any) -> None:
        self.changed.emit(replace(self._wish, **what))

    def show_wish(self, wish: Wish) -> None:
        """What holds."""
        self._wish = wish
        self.fill.fill(_choices(_FILLS), wish.fill)
        counts = [(f"{n:,}", n) for n in range(1, MOST_COPIES + 1)]
        self.copies.fill(counts, wish.copies)
        self.duplex.fill(_choices(_DUPLEX), wish.duplex)
        self.marks.fill(_choices(_MARKS), wish.marks)
        self._rows[self.fill].setVisible(wish.stock.places > 1)
        self._rows[self.duplex].setVisible(wish.two_sided)


def _choices(words: Mapping[StrEnum, str]) -> list[tuple[str, StrEnum]]:
    return [(_(said), value) for value, said in words.items()]


def _labelled(combo: ComboBox) -> QWidget:
    label = Label(combo.accessibleName(), Role.BODY, "ink2")
    label.setBuddy(combo)
    made = QWidget()
    made.setProperty("ground", "none")
    made.setLayout(row(label, None, combo))
    return made


def more_words(wish: Wish) -> str:
    """Row by row, one of each, no marks."""
    said = [_copies_words(wish.copies), _(_MARKS[wish.marks])]
    if wish.stock.places > 1:
        said.insert(0, _(_FILLS[wish.fill]))
    if wish.two_sided:
        said.append(_(_DUPLEX[wish.duplex]))
    first, *others = said
    return ", ".join([first, *(words[0].lower() + words[1:] for words in others)])


def _copies_words(copies: int) -> str:
    if copies == 1:
        return _("One of each")
    return ngettext("{n:,} of each", "{n:,} of each", copies)
