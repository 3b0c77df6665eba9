"""Ctrl+Z at the door: what it would take back, and taking it back."""

from PySide6.QtCore import QObject, Signal

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.entry import Entry
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.store.eventfile import EventFile
from checkin.ui.context import Context
from checkin.ui.door import deeds
from checkin.ui.door.around import done_words
from checkin.ui.door.writing import Writings
from checkin.ui.messages import Offer


class Undoing(QObject):
    """Takes back the last thing that this desk did, once all before it is saved."""

    undone = Signal(str)
    """What was taken back, in words."""

    def __init__(self, context: Context, writings: Writings, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._writings = context, writings
        self._corrected: tuple[Entry, str] | None = None
        """What is taken back first: a name that was put right here just now."""
        self._waits = False
        """Undo was pressed before the last scan was saved."""
        writings.drained.connect(self._drained)
        writings.unsaved.connect(self._not_saved)

    # -- what it is about

    def correct(self, entry: Entry, guest: Attendee) -> None:
        """A name was put right; that is the last thing now."""
        self._corrected = (entry, words.isolate(guest.name))

    def forget(self) -> None:
        """Something was done after that."""
        self._corrected = None

    def last(self, at_the_door: str) -> str:
        """What would be taken back; given what that is apart from corrections."""
        if self._corrected is None:
            return at_the_door
        entry, name = self._corrected
        return done_words(entry, name, entry.moment.hour_minute())

    # -- doing it

    def undo(self) -> None:
        """Never what was before something that is not saved: one would not see it."""
        if self._writings.waiting:
            self._refuse()
        elif self._writings.busy:
            self._waits = True
        else:
            self._undo()

    def _undo(self) -> None:
        corrected, self._corrected = self._corrected, None

        def job(event: EventFile) -> deeds.Undone:
            if corrected:
                return deeds.undo_entry(event, corrected[0].id, corrected[1])
            return deeds.undo(event)

        def failed(error: Exception) -> None:
            if not isinstance(error, CheckinError):
                raise error
            self._corrected = self._corrected or corrected
            self._context.messages.problem(error, about="undo")

        self._context.session.write(job, self._done, failed)

    def _done(self, undone: deeds.Undone) -> None:
        entry, name = undone.entry, words.isolate(undone.name)
        self.undone.emit(done_words(entry, name, entry.moment.hour_minute()))

    def _drained(self) -> None:
        if self._waits:
            self._waits = False
            self._undo()

    def _not_saved(self) -> None:
        if self._waits:
            self._waits = False
            self._refuse()

    def _refuse(self) -> None:
        self._context.messages.warn(
            _("Nothing was taken back"),
            _("The last scan is not saved yet. Try again first, then undo it."),
            Offer(_("Try again"), self._writings.retry_now),
            about="undo",
        )
