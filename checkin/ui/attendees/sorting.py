"""In which order the table stands: by its headings, or by a menu beside the pills."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from checkin.model.i18n import N_, _
from checkin.store.roll import Sort
from checkin.ui.attendees.roll_model import Column
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import row

_WORDS = {
    Sort.FIRST_NAME: N_("First name"),
    Sort.LAST_NAME: N_("Last name"),
    Sort.TICKET: N_("Ticket"),
    Sort.DOOR: N_("At the door, last one first"),
    Sort.BADGE: N_("Badge, changed ones first"),
}
_SORTED = {
    Sort.FIRST_NAME: N_("Sorted by first name"),
    Sort.LAST_NAME: N_("Sorted by last name"),
    Sort.TICKET: N_("Sorted by ticket"),
    Sort.DOOR: N_("Sorted by arrival"),
    Sort.BADGE: N_("Sorted by badge"),
}
_COLUMNS = {
    Sort.FIRST_NAME: Column.NAME,
    Sort.LAST_NAME: Column.NAME,
    Sort.TICKET: Column.TICKET,
    Sort.DOOR: Column.DOOR,
    Sort.BADGE: Column.BADGE,
}
_CLICKS = {
    Column.NAME: (Sort.FIRST_NAME, Sort.LAST_NAME),
    Column.TICKET: (Sort.TICKET,),
    Column.DOOR: (Sort.DOOR,),
    Column.BADGE: (Sort.BADGE,),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What the table is in the order of."""

    sort: Sort = Sort.FIRST_NAME
    backwards: bool = False

    @property
    def column(self) -> Column:
        """The heading it belongs to."""
        return _COLUMNS[self.sort]

    @property
    def words(self) -> str:
        """For the line beside the pills."""
        said = _(_SORTED[self.sort])
        return _("{sorted}, backwards").format(sorted=said) if self.backwards else said

    def clicked(self, column: Column) -> "Order":
        """After a click on a heading: its order, the same backwards, then the next.

        Names have two orders: by first name, and by last name.
        """
        steps = [Order(s, back) for s in _CLICKS[column] for back in (False, True)]
        at = steps.index(self) + 1 if self in steps else 0
        return steps[at % len(steps)]


class SortButton(QWidget):
    """Says the order, and opens the menu of orders; an icon alone where it's tight."""

    chosen = Signal(object)
    """An Order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = Order()
        self._wide = Button("", Kind.QUIET, size=Size.SMALL)
        self._wide.set_trailing("chevron-down")
        self._tight = Button(
            "", Kind.QUIET, icon="list", size=Size.SMALL, icon_only=True
        )
        for button in (self._wide, self._tight):
            button.clicked.connect(self._open)
        self.setLayout(row(self._wide, self._tight, gap=0))
        self.show_order(self._order)
        self.set_tight(False)

    @property
    def words(self) -> str:
        """What it says now."""
        return self._wide.text()

    def show_order(self, order: Order) -> None:
        """Says another order."""
        self._order = order
        self._wide.setText(order.words)
        self._tight.setText(order.words)

    def set_tight(self, tight: bool) -> None:
        """Whether there is room for an icon only."""
        self._wide.setVisible(not tight)
        self._tight.setVisible(tight)

    def wide_width(self) -> int:
        """How much room the words want."""
        return self._wide.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """The icon is enough where it has to be."""
        return self._tight.sizeHint()

    def _open(self) -> None:
        menu = self.menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu(self) -> QMenu:
        """The orders to choose from; deletes itself when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for sort, words in _WORDS.items():
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(sort is self._order.sort)
            action.setActionGroup(group)
            wanted = Order(sort, self._order.backwards)
            action.triggered.connect(lambda _on=False, o=wanted: self.chosen.emit(o))
        menu.addSeparator()
        back = menu.addAction(_("Backwards"))
        back.setCheckable(True)
        back.setChecked(self._order.backwards)
        turned = Order(self._order.sort, not self._order.backwards)
        back.triggered.connect(lambda _on=False: self.chosen.emit(turned))
        return menu
