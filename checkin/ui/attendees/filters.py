"""Above the table: search, ticket and badge, and the pills with their live counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from checkin.model.i18n import N_, _
from checkin.store.roll import BadgeState, Filter, State
from checkin.ui import actions
from checkin.ui.attendees.sorting import SortButton
from checkin.ui.widgets.button import Button
from checkin.ui.widgets.card import column, held, row
from checkin.ui.widgets.choices import Choice, Pills
from checkin.ui.widgets.fields import ComboBox, SearchField
from checkin.ui.widgets.menu import literal

_STATES = {
    State.EVERYONE: N_("Everyone"),
    State.HERE: N_("Here"),
    State.EXPECTED: N_("Expected"),
    State.CANCELLED: N_("Cancelled"),
    State.LOOK: N_("Needs a look"),
}
_BADGES = {
    BadgeState.ANY: N_("Any badge"),
    BadgeState.PRINTED: N_("Printed"),
    BadgeState.NOT_PRINTED: N_("Not printed"),
    BadgeState.CHANGED: N_("Changed since"),
    BadgeState.HANDED_OUT: N_("Handed out"),
    BadgeState.NOT_HANDED_OUT: N_("Not handed out yet"),
}


class Filters(QWidget):
    """Knows whom the user wants to see."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Filter()
        self._types: tuple[str, ...] = ()
        keys = actions.keys_words(actions.spec("attendees.find").keys)
        self.search = SearchField(_("Name, company, e-mail, ticket"), keys)
        self.ticket = ComboBox(_("Ticket"))
        self.badge = ComboBox(_("Badge"))
        self.more = Button(_("Filters"), icon="filter")
        self.pills = Pills(_("How they stand"))
        self.order = SortButton()
        self.setLayout(
            column(
                held(row(self.search, self.ticket, self.badge, self.more, gap=12)),
                held(row(self.pills, None, self.order, gap=8)),
                gap=12,
            )
        )
        self.search.changed.connect(lambda text: self._want(text=text))
        self.ticket.on_choice(lambda value: self._want(ticket_type=value))
        self.badge.on_choice(lambda value: self._want(badge=BadgeState(value)))
        self.pills.on_choice(lambda value: self._want(state=value))
        self.more.clicked.connect(self._open_menu)
        self.show_counts({})
        self._fill()
        self.set_compact(False)

    # -- what is shown

    def show_types(self, types: Sequence[str]) -> None:
        """The ticket types that can be chosen."""
        if tuple(types) != self._types:  # not while one of them is open
            self._types = tuple(types)
            self._fill()

    def show_counts(self, counts: Mapping[State, int]) -> None:
        """How many each pill would show."""
        choices = [Choice(s, _(w), counts.get(s, 0)) for s, w in _STATES.items()]
        self.pills.show_choices(choices, self.wanted.state)
        self._fit()

    def set_compact(self, compact: bool) -> None:
        """Whether the two combos are folded into one button."""
        self.ticket.setVisible(not compact)
        self.badge.setVisible(not compact)
        self.more.setVisible(compact)

    def _tickets(self) -> list[tuple[str, Any]]:
        none = [(_("Without a ticket"), "")] if self._types else []
        wanted = self.wanted.ticket_type
        gone = [(wanted, wanted)] if wanted and wanted not in self._types else []
        known = [(t, t) for t in self._types]
        return [(_("Any ticket"), None), *known, *gone, *none]

    def _badges(self) -> list[tuple[str, Any]]:
        return [(_(words), state) for state, words in _BADGES.items()]

    def _fill(self) -> None:
        self.ticket.fill(self._tickets(), self.wanted.ticket_type)
        self.badge.fill(self._badges(), self.wanted.badge)
        chosen = self.wanted.ticket_type is not None
        n = chosen + (self.wanted.badge is not BadgeState.ANY)
        self.more.setText(_("Filters: {n}").format(n=n) if n else _("Filters"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.pills.sizeHint().width() - 16
        self.order.set_tight(room < self.order.wide_width())

    # -- what is wanted

    def look_for(self, text: str) -> None:
        """Searches for this, as if it were typed."""
        self.search.edit.setText(text)

    def type_on(self, letters: str) -> None:
        """Letters that were typed elsewhere go into the search."""
        self.search.edit.setFocus()
        self.search.edit.insert(letters)

    def show_all(self) -> None:
        """Takes all filters back, the text too."""
        blocked = self.search.blockSignals(True)
        self.search.edit.clear()
        self.search.blockSignals(blocked)
        self.wanted = Filter()
        self.show_everyone()

    def show_everyone(self) -> None:
        """Takes all filters back but for the text."""
        self.wanted = Filter(text=self.wanted.text)
        self._fill()
        self.changed.emit()

    @property
    def narrowed(self) -> bool:
        """Whether anything but the text narrows the list down."""
        return self.wanted != Filter(text=self.wanted.text)

    def _want(self, **what: Any) -> None:
        self.wanted = replace(self.wanted, **what)
        self._fill()
        self.changed.emit()

    # -- the same in a menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """Both combos as one menu; deletes itself when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add(menu, self._tickets(), "ticket_type")
        menu.addSeparator()
        self._add(menu, self._badges(), "badge")
        return menu

    def _add(self, menu: QMenu, choices: list[tuple[str, Any]], name: str) -> None:
        group = QActionGroup(menu)
        for words, value in choices:
            action = menu.addAction(literal(words))
            action.setCheckable(True)
            action.setChecked(value == getattr(self.wanted, name))
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, v=value: self._want(**{name: v}))
