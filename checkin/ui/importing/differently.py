"""How the file is read, to be said otherwise: encoding, separator, headings, sheet."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from checkin.importing.read_as import AS_FOUND, ReadAs
from checkin.importing.ways import Choices, Ways
from checkin.model.i18n import N_, _
from checkin.ui.importing.field_choice import WideList
from checkin.ui.tokens import GAP, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, column, held, row
from checkin.ui.widgets.text import Label

_LABELS = {
    "encoding": N_("Encoding"),
    "separator": N_("Between the cells"),
    "header_row": N_("Headings"),
    "sheet": N_("Sheet"),
}
"""The fields of ReadAs, in the order in which they are shown."""


class Differently(Card):
    """A choice for each thing that was found out, where something can be chosen."""

    chosen = Signal(object)
    """The ReadAs that the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self.choices = {field: WideList(_(words)) for field, words in _LABELS.items()}
        self.as_found = Button(_("As found"), Kind.SECONDARY, icon="rotate-ccw")
        self.as_found.clicked.connect(lambda: self.chosen.emit(AS_FOUND))
        self.told = Label("", Role.SMALL, "ink2", wrap=True)
        self._ways = Ways()
        self._fields: dict[str, QWidget] = {}
        line = row(gap=GAP)
        for field, choice in self.choices.items():
            label = Label(_(_LABELS[field]), Role.SMALL_BOLD, "ink2")
            label.setBuddy(choice)
            choice.on_choice(partial(self._choose, field))
            self._fields[field] = held(column(label, choice, gap=4))
            line.addWidget(self._fields[field], 1)
        line.addWidget(held(column(None, self.as_found, gap=4)))
        self.box.addLayout(line)
        self.box.addWidget(self.told)

    def show_ways(self, ways: Ways) -> None:
        """What there is to choose, and how the file was read."""
        self._ways = ways
        for field, offered in _offered(ways).items():
            self._fields[field].setVisible(bool(offered))
            self.choices[field].fill(offered, getattr(ways, field))
        had_focus = self.as_found.hasFocus()
        self.as_found.why_not("" if ways.said else _("It is read as it was found."))
        if had_focus and not self.as_found.isEnabled():
            there = [one for one in self.stops() if one.isVisibleTo(self)]
            there[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """What came of the last choice, or how it begins."""
        self.told.setText(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, one after the other."""
        return [*self.choices.values(), self.as_found]

    def _choose(self, field: str, value: Any) -> None:
        """Another sheet is another table: nothing else that was said holds for it."""
        kept = () if field == "sheet" else self._ways.said
        said = {name: getattr(self._ways, name) for name in kept}
        self.chosen.emit(ReadAs(**(said | {field: value})))


def _offered(ways: Ways) -> dict[str, Choices]:
    return {
        "encoding": ways.encodings,
        "separator": ways.separators,
        "header_row": ways.header_rows,
        "sheet": ways.sheets,
    }
