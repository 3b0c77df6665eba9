"""What the page does to people: each deed is one write, and each has a way back."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin.model.attendee import DETAIL_NAMES, Attendee, Details
from checkin.model.entry import Entry
from checkin.model.i18n import _
from checkin.model.ids import ActId
from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.model.words import isolate
from checkin.store import acts
from checkin.store.conflicts import Conflict, settle
from checkin.store.eventfile import EventFile
from checkin.store.prints import hand_out
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.context import Context
from checkin.ui.messages import Offer

_ABOUT = "attendees"
"""A newer message of the page takes the place of the one before."""


class Deeds(QObject):
    """Writes off the window's thread; tells what was done, with Undo."""

    saved = Signal(object)
    """The AttendeeId of whoever was put right or added."""
    erased = Signal()
    failed = Signal()
    """Nothing was written; why is told."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session, self._messages = context.session, context.messages

    # -- putting right and adding

    def correct(
        self,
        known: Dossier,
        fields: Mapping[str, Any],
        answers: Mapping[Purpose, Answer],
    ) -> None:
        """Keeps what was changed of what was known."""
        guest, seen = known.guest, known.corrections

        def job(event: EventFile) -> list[Entry]:
            done = [acts.correct(event, guest, fields, seen)] if fields else []
            given = answers.items()
            return done + [acts.set_permission(event, guest.id, p, a) for p, a in given]

        def told(entries: list[Entry]) -> None:
            self.saved.emit(guest.id)
            title = _("{name} is put right").format(name=_name(guest))
            again = {"first_name", "last_name", "full_name"} & set(fields)
            text = _("The badge has the old name.") if guest.printed and again else ""
            self._tell(title, text, [entry.id for entry in entries])

        self._session.write(job, told, self._fail)

    def add(self, fields: Mapping[str, Any], may_contact: bool | None) -> None:
        """Puts somebody on the list."""
        known = {name: fields[name] for name in DETAIL_NAMES if name in fields}

        def job(event: EventFile) -> tuple[Attendee, ActId]:
            return acts.add_guest(event, Details(**known), may_contact)

        def told(added: tuple[Attendee, ActId]) -> None:
            guest, act = added
            self.saved.emit(guest.id)
            self._tell(_("{name} is on the list").format(name=_name(guest)), "", [act])

        self._session.write(job, told, self._fail)

    def hand_out(self, guest: Attendee) -> None:
        """They were given their badge."""

        def told(act: ActId | None) -> None:
            if act is not None:
                title = _("{name} has their badge").format(name=_name(guest))
                self._tell(title, "", [act])

        self._session.write(lambda event: hand_out(event, [guest.id]), told)

    # -- the door

    def undo(self, guest: Attendee, entry: Entry) -> None:
        """Takes back a coming or going."""

        def told(undo: Entry) -> None:
            came = entry.kind == Kind.CHECKIN_ADMITTED
            words = _("{name} has not come in") if came else _("{name} has not left")
            title = words.format(name=_name(guest))
            text = _("That was undone.")
            self._tell(title, text, [undo.id], _("Bring back"))

        self._session.write(lambda event: acts.undo_named(event, entry.id)[1], told)

    def settle(self, guest: Attendee, conflict: Conflict) -> None:
        """It is right as it stands."""

        def told(entry: Entry) -> None:
            title = _("That is settled for {name}").format(name=_name(guest))
            self._tell(title, "", [entry.id])

        self._session.write(lambda event: settle(event, guest.id, conflict.key), told)

    # -- erasing

    def erase(self, guest: Attendee) -> None:
        """For good; the bar names nobody any more."""

        def told(_entry: Entry) -> None:
            self.erased.emit()
            text = _("That somebody came, and when, is still counted.")
            self._messages.ok(_("The details are erased"), text, about=_ABOUT)

        self._session.write(lambda event: acts.erase(event, guest), told, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit()
        self._messages.problem(error, about=_ABOUT)

    # -- the way back

    def _tell(
        self, title: str, text: str, targets: Sequence[bytes], words: str = ""
    ) -> None:
        undo = Offer(words or _("Undo"), lambda: self._undo(targets), "undo-2")
        self._messages.ok(title, text, undo, about=_ABOUT)

    def _undo(self, targets: Sequence[bytes]) -> None:
        def job(event: EventFile) -> None:
            for target in targets:
                acts.undo_named(event, target)

        self._session.write(job, lambda _r: self._messages.withdraw(_ABOUT))


def may_contact(answers: Mapping[Purpose, Answer]) -> bool | None:
    """Yes, no, or nothing said."""
    answer = answers.get(Purpose.CONTACT, Answer.NOT_ASKED)
    return None if answer is Answer.NOT_ASKED else answer is Answer.YES


def _name(guest: Attendee) -> str:
    return isolate(guest.name) or _("This guest")
