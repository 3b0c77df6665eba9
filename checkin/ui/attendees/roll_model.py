"""The roll as a table of Qt's: row numbers at hand, people read as they come in sight.

100,000 people are 100,000 numbers; their rows are read in pages of 50, and the pages
that were not looked at for longest are forgotten.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from checkin.model.attendee import Attendee
from checkin.model.clock import Clock
from checkin.model.i18n import N_, _
from checkin.store.roll import Roll
from checkin.ui.attendees.cells import (
    Cell,
    badge_cell,
    door_cell,
    name_cell,
    ticket_cell,
)

PAGE = 50
_KEPT = 40
"""Pages; some 2,000 people."""

CELL = Qt.ItemDataRole.UserRole
"""The role under which an index gives its Cell; None where nobody could be read."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], list[Attendee]]
"""Reads people by their row numbers, leaving out those who are gone."""


class Column(IntEnum):
    """What the table shows, from the left."""

    NAME = 0
    TICKET = 1
    DOOR = 2
    BADGE = 3


HEADINGS = {
    Column.NAME: N_("Name"),
    Column.TICKET: N_("Ticket"),
    Column.DOOR: N_("At the door"),
    Column.BADGE: N_("Badge"),
}


class RollModel(QAbstractTableModel):
    """Shows one Roll; another one takes its place with `show_roll`."""

    def __init__(
        self, fetch: Fetch, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch, self._clock = fetch, clock
        self._numbers: Sequence[int] = ()
        self._pages: OrderedDict[int, list[Attendee | None]] = OrderedDict()

    def show_roll(self, roll: Roll) -> bool:
        """Shows it; whether anybody stands elsewhere than before."""
        self._pages.clear()
        if roll.numbers == self._numbers:
            last = self.index(self.rowCount() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._numbers = roll.numbers
        self.endResetModel()
        return True

    def number(self, row: int) -> int | None:
        """Whose row it is, as the roll counts people."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else None

    def guest(self, row: int) -> Attendee | None:
        """Who stands in a row."""
        if not 0 <= row < len(self._numbers):
            return None
        return self._page(row // PAGE)[row % PAGE]

    def _page(self, number: int) -> list[Attendee | None]:
        if number not in self._pages:
            self._pages[number] = self._read(number)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]

    def _read(self, page: int) -> list[Attendee | None]:
        wanted = self._numbers[page * PAGE : (page + 1) * PAGE]
        found = self._fetch(wanted)
        if len(found) == len(wanted):
            return list(found)
        each = (self._fetch([number]) for number in wanted)
        return [one[0] if one else None for one in each]

    # -- what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None
        guest = self.guest(index.row())
        if guest is None:
            return None
        cell = self._cell(guest, Column(index.column()))
        if role == CELL:
            return cell
        return cell.whole if role == Qt.ItemDataRole.AccessibleTextRole else cell.line

    def _cell(self, guest: Attendee, column: Column) -> Cell:
        match column:
            case Column.NAME:
                return name_cell(guest)
            case Column.TICKET:
                return ticket_cell(guest)
            case Column.DOOR:
                return door_cell(guest, self._clock.now())
        return badge_cell(guest)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role in _ROLES:
            return _(HEADINGS[Column(section)])
        return None


_ROLES = frozenset(
    {CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
)
