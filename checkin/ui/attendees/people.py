"""The left part of the page: filters, and the table in its card with a foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId
from checkin.store.errors import translated
from checkin.store.reading import Reader
from checkin.store.roll import Filter
from checkin.ui import look
from checkin.ui.attendees.asking import Found, Meant, find, meant
from checkin.ui.attendees.filters import Filters
from checkin.ui.attendees.imports import ImportedLists
from checkin.ui.attendees.nobody import NobodyFits
from checkin.ui.attendees.roll_model import Column, RollModel
from checkin.ui.attendees.sorting import Order
from checkin.ui.attendees.table import PeopleTable
from checkin.ui.session import Session
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, held, row
from checkin.ui.widgets.text import Elided, Label

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Stood:
    """How the table was before other rows came."""

    chosen: int
    top: int | None
    """The number of whoever stood at the top; None where nothing was scrolled."""
    beyond: int
    """So many px of their row were out of sight."""


class People(QWidget):
    """Asks for the list, shows it, and knows who is chosen."""

    chosen = Signal(object)
    """The AttendeeId of whoever is chosen now; None for nobody."""
    entered = Signal()
    """Into the details."""
    found = Signal(object)
    """A Found: the list is shown."""
    add_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order = Order()
        self._asked: tuple[Filter, Order] | None = None
        self._sought = self._everywhere = False
        self.who: AttendeeId | None = None
        self.filters = Filters()
        self.rows = RollModel(self._fetch, session.clock, self)
        self.table = PeopleTable(self.rows)
        self.nobody = NobodyFits()
        self.count = Elided("", Role.SMALL, "ink2")
        self.lists = ImportedLists(self._imports)
        self.keys = Label(_("↑ ↓ move   Enter details"), Role.SMALL, "ink2")
        self.open = Button(_("Details"), Kind.QUIET, size=Size.SMALL, keys=_("Enter"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nobody)
        self._lay_out()
        self._connect()
        self.set_compact(False)

    def _lay_out(self) -> None:
        self.card = Card(pad=1, gap=0)
        self.card.box.addWidget(self.stack, 1)
        self._foot = row(self.count, self.lists, self.keys, self.open, gap=12)
        self.foot = held(self._foot)
        self._measure()
        self.card.box.addWidget(self.foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.filters)
        box.addWidget(self.card, 1)

    def _measure(self) -> None:
        px = look.look().px
        self._foot.setContentsMargins(px(16), 0, px(16), 0)
        self.foot.setFixedHeight(px(38))

    def _connect(self) -> None:
        self.filters.changed.connect(self.ask)
        self.filters.order.chosen.connect(self.sort)
        self.filters.search.edit.returnPressed.connect(self._agree)
        self.filters.search.edit.installEventFilter(self)
        self.table.heading.sectionClicked.connect(
            lambda section: self.sort(self._order.clicked(Column(section)))
        )
        self.table.moved.connect(self._moved)
        self.table.entered.connect(self.entered)
        self.table.typed.connect(self.filters.type_on)
        self.table.verticalScrollBar().valueChanged.connect(self._count)
        self.table.verticalScrollBar().rangeChanged.connect(lambda *_to: self._count())
        self.table.installEventFilter(self)
        self.open.clicked.connect(self.entered)
        self.nobody.meant.connect(self.filters.look_for)
        self.nobody.add_wanted.connect(self.add_wanted)
        self.nobody.everyone_wanted.connect(self.filters.show_everyone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↓ and Esc lead from the search to the table; the foot counts what fits."""
        if watched is self.table and event.type() == QEvent.Type.Resize:
            self._count()
        elif watched is self.filters.search.edit:
            return self._key_in_search(event)
        return False

    def _key_in_search(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self._go_on()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.filters.look_for("")
            self.table.setFocus()
            return True
        return False

    def _agree(self) -> None:
        """Enter in the search: yes, whoever was found, or meant."""
        if self.stack.currentWidget() is not self.nobody or not self.nobody.agree():
            self._go_on()

    def _go_on(self) -> None:
        """From the search to what it has found: people, or whom it may have meant."""
        if self.stack.currentWidget() is self.table:
            self.table.setFocus()
        else:
            self.nobody.focus_first()

    # -- asking

    def ask(self) -> None:
        """Asks for the list as the filters want it; `found` tells when it is there."""
        wanted = self.filters.wanted
        self._session.ask("attendees", find(wanted, self._order), self._show)

    def sort(self, order: Order) -> None:
        """Puts the list in another order."""
        self._order = order
        self.filters.order.show_order(order)
        self.table.heading.show_sorted(order.column, order.backwards)
        self.ask()

    def _fetch(self, numbers: Sequence[int]) -> list[Attendee]:
        return self._look(lambda read: read.by_numbers(numbers), [])

    def _imports(self) -> tuple[list[Entry], Instant]:
        none = list[Entry]()
        imports = self._look(lambda read: read.newest_imports(), none)
        return imports, self._session.clock.now()

    def _look(self, what: Callable[[Reader], _T], otherwise: _T) -> _T:
        """Where the file can't be read there is nothing: the window says why."""
        try:
            with translated(self._session.path):
                return what(self._session.file.read)
        except CheckinError:
            return otherwise

    # -- showing

    def _show(self, found: Found) -> None:
        if self._everywhere and self._hides(found):
            self.filters.show_all()
            return
        self.filters.show_types(found.types)
        self.filters.show_counts(found.roll.counts)
        self.table.show_types(found.types)
        stood = self._stood()
        same_question = (found.wanted, found.order) == self._asked
        self._asked = (found.wanted, found.order)
        moved = self.rows.show_roll(found.roll)
        if not len(found.roll):
            self._show_nobody(found)
        else:
            self.stack.setCurrentWidget(self.table)
            if moved or self._sought:
                self._choose_again(found, stood if same_question else None)
        self._sought = self._everywhere = False
        self._offer_lists(found.imported)
        self._count()
        self.found.emit(found)

    def _offer_lists(self, imported: bool) -> None:
        if self.lists.hasFocus() and not imported:
            shown = self.table if self.table.isVisible() else self.filters.search.edit
            shown.setFocus()
        self.lists.setVisible(imported)

    def _hides(self, found: Found) -> bool:
        """Whether the filters are why the chosen one is not to be seen."""
        return found.wanted != Filter() and self._row_of(found) is None

    def _show_nobody(self, found: Found) -> None:
        text = found.wanted.text.strip()
        self.nobody.show_vain(text, self.filters.narrowed)
        self.stack.setCurrentWidget(self.nobody)
        self._choose_none()
        if text:
            self._session.ask(
                "attendees.meant", meant(text), lambda who: self._show_meant(text, who)
            )

    def _show_meant(self, text: str, people: list[Meant]) -> None:
        asked = self.filters.wanted.text.strip() == text
        if asked and self.stack.currentWidget() is self.nobody:
            self.nobody.show_meant(people)

    def _stood(self) -> _Stood:
        row, beyond = self.table.top()
        top = self.rows.number(row) if row or beyond else None
        return _Stood(self.table.currentIndex().row(), top, beyond)

    def _choose_again(self, found: Found, stood: _Stood | None) -> None:
        """Whoever was chosen stays it, wherever they stand.

        Where they are not shown any more: the row in their place. `stood`: how the
        table was; None after another question.
        """
        row = self._row_of(found)
        if row is None:
            row = min(max(stood.chosen if stood else 0, 0), len(found.roll) - 1)
        self.table.choose(row)
        self._moved(row)  # who is sought may be gone, and the row chosen already
        if self._sought:
            self.table.centre(row)
        elif stood is not None:
            self._hold(found, stood)

    def _hold(self, found: Found, stood: _Stood) -> None:
        """Who is looked at stays in place, though others came in above them.

        But at the very top it is the newest that one wants to see.
        """
        if stood.top is None:
            self.table.show_at_top(0, 0)
        elif (top := found.roll.position(stood.top)) is not None:
            self.table.show_at_top(top, stood.beyond)

    def _row_of(self, found: Found) -> int | None:
        if self.who is None:
            return None
        who, none = self.who, dict[AttendeeId, int]()
        number = self._look(lambda read: read.numbers_of([who]), none).get(who)
        return None if number is None else found.roll.position(number)

    def _moved(self, row: int) -> None:
        guest = self.rows.guest(row)
        if guest is not None and guest.id != self.who:
            self.who = guest.id
            self.chosen.emit(guest.id)

    def _choose_none(self) -> None:
        if self.who is not None:
            self.who = None
            self.chosen.emit(None)

    def choose(self, who: AttendeeId, everywhere: bool = False) -> None:
        """Makes somebody the chosen one, as soon as the list shows them.

        `everywhere`: where the filters hide them, the filters go.
        """
        self.who = who
        self._sought, self._everywhere = True, everywhere
        self.chosen.emit(who)
        self.ask()

    def _count(self) -> None:
        total, seen = self.rows.rowCount(), self.table.in_sight()
        self.foot.setVisible(bool(total))
        if not total:
            self.count.setText("")
        elif seen >= total:
            self.count.setText(ngettext("{n} person", "{n} people", total))
        else:
            words = _("{n} of {total} shown · scroll for more")
            self.count.setText(words.format(n=seen, total=f"{total:,}"))

    # -- shape

    def set_compact(self, compact: bool) -> None:
        """Whether there is no room for the panel beside it."""
        self.filters.set_compact(compact)
        self.open.setVisible(compact)
        self.keys.setVisible(not compact)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
