"""People to tick: found by name, those who are ticked first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.store.eventfile import EventFile
from checkin.ui.badges.peoplelist import PeopleList, PeopleModel, Person
from checkin.ui.session import Session
from checkin.ui.tokens import Role
from checkin.ui.widgets.fields import SearchField
from checkin.ui.widgets.text import Label

_MOST = 50
"""So many are shown where nobody is looked for."""


def find(event: EventFile, text: str, ticked: Sequence[AttendeeId]) -> list[Person]:
    """Whom a search finds; without one, those who are ticked, and the next few."""
    read = event.read
    if text.strip():
        ids = event.search(text, _MOST)
        return [Person.of(guest) for own in ids if (guest := read.attendee(own))]
    first = [Person.of(guest) for own in ticked if (guest := read.attendee(own))]
    more = read.attendees("erased = 0 AND withdrawn = 0", limit=_MOST)
    seen = set(ticked)
    first += [Person.of(guest) for guest in more if guest.id not in seen]
    return first[: max(_MOST, len(ticked))]


class Chooser(QWidget):
    """Search, and the list below it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._session = session
        self.model = PeopleModel(self)
        self.model.ticked_changed.connect(self.changed)
        self.search = SearchField(_("Find a guest"))
        self.search.changed.connect(self.refresh)
        self.list = PeopleList(self.model)
        self.nobody = Label("", Role.SMALL, "ink2", wrap=True)
        self.nobody.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 4)
        box.setSpacing(8)
        for part in (self.search, self.nobody, self.list):
            box.addWidget(part)

    def ticked(self) -> tuple[AttendeeId, ...]:
        """Those who are to get a badge."""
        return tuple(self.model.ticked)

    def tick(self, ids: Sequence[AttendeeId]) -> None:
        """These, and nobody else."""
        self.model.tick(ids)
        self.search.edit.clear()
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Looks for them again."""
        text, ticked = self.search.text(), self.ticked()
        self._session.ask(
            "badges.find", lambda event: find(event, text, ticked), self._found
        )

    def _found(self, people: list[Person]) -> None:
        self.model.show_people(people)
        text = self.search.text().strip()
        self.nobody.setText(_("Nobody called “{text}”.").format(text=text))
        self.nobody.setVisible(bool(text) and not people)
        self.list.setVisible(bool(people))
