"""The choices on a card: the safe one tonal, the others quiet; for one or for all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui.importing.asking import Case, Deed, Option
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.choices import CheckBox

_MOST, _ACROSS = 4, 3
_ONE_BY_ONE = frozenset({Deed.FIX, Deed.SHOW, Deed.BACK})
"""Choices that say nothing of the others."""


class ChoicesRow(QWidget):
    """Its buttons stay while what they say changes, so that the focus does too."""

    chosen = Signal(object, bool)
    """(Option, for all of the kind)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._options: tuple[Option, ...] = ()
        self.buttons = [
            Button("", Kind.QUIET, size=Size.SMALL, parent=self) for _n in range(_MOST)
        ]
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _c=False, at=at: self._press(at))
        self.everything = CheckBox("")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(_MOST, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._grid)
        box.addWidget(self.everything)

    def show_case(self, case: Case, count: int) -> None:
        """What can be answered; `count` is how many one answer may stand for."""
        self._options = case.options
        had_focus = any(stop.hasFocus() for stop in self.stops())  # until it is hidden
        across = _ACROSS if len(case.options) <= _ACROSS else 2
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(case.options))
            if at < len(case.options):
                option = case.options[at]
                self._grid.addWidget(button, at // across, at % across)
                _show(button, option, case, safe=at == 0)
        alike = case.open and any(o.deed not in _ONE_BY_ONE for o in case.options)
        self.everything.setVisible(alike and count > 1)
        self.everything.setChecked(False)
        words = _("The same for all {n}").format(n=f"{count:,}")
        self.everything.setText(words)
        self.everything.setAccessibleName(words)
        if had_focus and not any(stop.hasFocus() for stop in self.stops()):
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> list[QWidget]:
        """In the order of Tab."""
        return [*self.buttons, self.everything]

    def _press(self, at: int) -> None:
        option = self._options[at]
        all_of_them = (
            self.everything.isVisible()
            and self.everything.isChecked()
            and option.deed not in _ONE_BY_ONE
        )
        self.chosen.emit(option, all_of_them)


def _show(button: Button, option: Option, case: Case, safe: bool) -> None:
    """What was chosen has a tick; before that the safe one stands out."""
    taken = case.chosen is option.deed
    button.setText(option.words)
    button.setAccessibleDescription(_("Chosen") if taken else case.says)
    stands_out = safe and case.open and option.deed is not Deed.SHOW
    button.set_kind(Kind.TONAL if taken or stands_out else Kind.QUIET)
    icon = "undo-2" if option.deed is Deed.BACK else ""
    button.set_icon("check" if taken else icon)
