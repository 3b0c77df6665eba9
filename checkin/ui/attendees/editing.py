"""From opening the form, or the question before erasing, to what is written."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from checkin.model.attendee import Attendee
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.model.words import isolate
from checkin.ui.attendees.asking import same_name
from checkin.ui.attendees.deeds import Deeds, may_contact
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.attendees.panel import Panel
from checkin.ui.context import Context
from checkin.ui.messages import Offer

_UNSAVED = "attendees.unsaved"


class Editing(QObject):
    """One form or question at a time; what was typed is never lost by the way."""

    opened = Signal()
    """The panel has to be seen."""
    saved = Signal(object, bool)
    """(AttendeeId, whether they are new on the list)."""
    given_up = Signal()

    def __init__(
        self, context: Context, panel: Panel, deeds: Deeds, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._panel, self._deeds = context, panel, deeds
        self._about: Attendee | None = None
        self._writing = False
        panel.form.save_wanted.connect(self.save)
        panel.form.given_up.connect(self.give_up)
        panel.form.name_changed.connect(self._look_for_same)
        panel.question.agreed.connect(self._erase)
        panel.question.given_up.connect(self.give_up)
        deeds.saved.connect(self._saved)
        deeds.erased.connect(self.give_up)
        deeds.failed.connect(self._failed)

    # -- beginning

    def edit(self, known: Dossier) -> None:
        """Opens the form for somebody on the list."""
        if not self._in_the_way():
            self._about = known.guest
            self.opened.emit()
            self._panel.show_edit(known.guest, known.types)

    def add(self, name: str, types: Sequence[str]) -> None:
        """Opens the empty form; `name` is what was searched for."""
        if not self._in_the_way():
            self._about = None
            self.opened.emit()
            self._panel.show_new(name, types)

    def ask_to_erase(self, guest: Attendee) -> None:
        """Opens the question."""
        self._panel.ask_to_erase(guest)

    def _in_the_way(self) -> bool:
        """Whether something typed would be lost; then it comes to the fore."""
        if not (self.unsaved or self._panel.asks(self._panel.question)):
            return False
        self.opened.emit()
        self._panel.focus_first()
        return True

    @property
    def unsaved(self) -> bool:
        """Whether something typed would be lost by going elsewhere."""
        return self._panel.asks(self._panel.form) and self._panel.form.dirty

    def tell_unsaved(self) -> None:
        """Says so, and offers both ways out."""
        name = isolate(self._panel.form.name) or _("This guest")
        self._context.messages.warn(
            _("{name} is not saved yet").format(name=name),
            "",
            Offer(_("Save"), self.save),
            Offer(_("Don’t save"), self.give_up, primary=False),
            about=_UNSAVED,
        )

    def _look_for_same(self, name: str) -> None:
        say = self._panel.form.say_same
        self._context.session.ask("attendees.same", same_name(name), say)

    # -- ending

    def save(self) -> None:
        """Writes what was changed, unless something has to be put right first."""
        form = self._panel.form
        if self._writing or not self._panel.asks(form):
            return
        if field := form.wrong():
            self.opened.emit()
            self._panel.see(field)
            return
        changes, answers = form.changes(), form.new_answers()
        if not (changes or answers):
            self.give_up()
            return
        self._writing = True
        if self._about is None:
            self._deeds.add(changes, may_contact(answers))
        else:
            self._deeds.correct(self._about, changes, answers)

    def give_up(self) -> None:
        """What was typed goes; what was there before is seen again."""
        self._end()
        self.given_up.emit()

    def _saved(self, who: AttendeeId) -> None:
        new = self._about is None
        self._end()
        self.saved.emit(who, new)

    def _failed(self) -> None:
        """The form stays: it can be tried again."""
        self._writing = False

    def _end(self) -> None:
        self._writing = False
        self._context.messages.withdraw(_UNSAVED)
        self._panel.show_details()

    def _erase(self) -> None:
        if guest := self._panel.question.guest:
            self._deeds.erase(guest)
