"""People in a list, each ticked or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QObject,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.model.attendee import COMING, Attendee
from checkin.model.i18n import N_, _
from checkin.model.ids import AttendeeId
from checkin.ui import look
from checkin.ui.badges.rows import Index, RowDelegate, Rows
from checkin.ui.tokens import RADIUS, ROW, Role
from checkin.ui.widgets.choices import draw_tick
from checkin.ui.widgets.text import draw_line

_ROWS_SEEN = 5
_TICK = 22
_NOT_COMING = N_("Not expected")


@dataclass(frozen=True, slots=True)
class Person:
    """As much of a guest as is shown here."""

    id: AttendeeId
    name: str
    below: str
    """What tells them from others of that name; or that they are not expected."""

    @classmethod
    def of(cls, guest: Attendee) -> "Person":
        """Of a guest."""
        coming = guest.status in COMING
        said = guest.details
        below = said.company or said.job_title or said.ticket_type or said.email
        return cls(guest.id, guest.name, below if coming else _(_NOT_COMING))


class PeopleModel(QAbstractListModel):
    """Those who were found, each ticked or not."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: list[Person] = []
        self.ticked: dict[AttendeeId, None] = {}
        """In the order in which they were ticked."""

    def show_people(self, people: Sequence[Person]) -> None:
        """Those who were found; where they are the same, nobody loses their place."""
        if self.people == list(people):
            self.dataChanged.emit(self.index(0), self.index(len(people) - 1))
            return
        self.beginResetModel()
        self.people = list(people)
        self.endResetModel()

    def tick(self, ids: Sequence[AttendeeId]) -> None:
        """These, and nobody else."""
        self.ticked = dict.fromkeys(ids)
        self.show_people(self.people)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.people)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self.people[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return person
        if role == Qt.ItemDataRole.CheckStateRole:
            on = person.id in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(filter(None, (person.name, person.below)))
        return None

    def toggle(self, index: Index) -> None:
        """Ticks somebody, or takes the tick away."""
        own = self.people[index.row()].id
        if own in self.ticked:
            del self.ticked[own]
        else:
            self.ticked[own] = None
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()


class _PersonDelegate(RowDelegate):
    """A tick box, the name, the organisation below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        person: Person = index.data(Qt.ItemDataRole.UserRole)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        side = px(_TICK)
        tick = QRectF(box.left() + px(4), box.center().y() - side / 2, side, side)
        draw_tick(painter, tick, on=on)
        left = tick.right() + px(10)
        half = box.height() / 2
        room = box.right() - left - px(4)
        name = QRectF(left, box.top() + px(4), room, half - px(2))
        if not person.below:
            name.moveTop(box.center().y() - name.height() / 2)
        painter.setPen(look.colour("ink"))
        draw_line(painter, name, person.name, Role.BODY)
        painter.setPen(look.colour("ink2"))
        below = QRectF(left, box.center().y(), room, half - px(4))
        draw_line(painter, below, person.below, Role.SMALL)
        painter.restore()


class PeopleList(Rows):
    """A click, or Space, ticks."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _PersonDelegate(), _("People to choose"), parent)
        self._people = model
        self.clicked.connect(model.toggle)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._people.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def _grow(self) -> None:
        self.setFixedHeight(look.look().px(ROW) * _ROWS_SEEN)
