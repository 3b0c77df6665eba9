"""From opening the form, or the question before erasing, to what is written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.model.attendee import Attendee
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.model.words import isolate
from checkin.store.errors import GuestGone
from checkin.ui.attendees.asking import same_name
from checkin.ui.attendees.deeds import Deeds, may_contact
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.attendees.panel import Panel
from checkin.ui.attendees.typed import Typed
from checkin.ui.context import Context
from checkin.ui.messages import Offer

_UNSAVED = "attendees.unsaved"
_SAVING_AFTER_MS = 300
"""A write that takes longer is said to be going on."""

Read = Callable[[AttendeeId], Dossier | None]
"""Somebody as they are now; None where that can't be read, or they are gone."""


class Editing(QObject):
    """One form or question at a time; what was typed is never lost by the way."""

    opened = Signal()
    """The panel has to be seen."""
    saved = Signal(object, bool)
    """(AttendeeId, whether they are new on the list)."""
    given_up = Signal()

    def __init__(
        self,
        context: Context,
        panel: Panel,
        deeds: Deeds,
        read: Read,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._panel, self._deeds = context, panel, deeds
        self._read = read
        self._about: Dossier | None = None
        self._types: Sequence[str] = ()
        self._writing = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SAVING_AFTER_MS)
        self._slow.timeout.connect(lambda: self._show_saving(True))
        panel.form.save_wanted.connect(self.save)
        panel.form.given_up.connect(self.give_up)
        panel.form.name_changed.connect(self._look_for_same)
        panel.question.agreed.connect(self._erase)
        panel.question.given_up.connect(self.give_up)
        deeds.saved.connect(self._saved)
        deeds.erased.connect(self.drop)
        deeds.failed.connect(self._failed)

    # -- beginning

    def edit(self, known: Dossier) -> None:
        """Opens the form for somebody on the list."""
        if not self._in_the_way():
            self._begin(known, known.types)
            self._panel.show_edit(known.guest, known.types)

    def add(self, name: str, types: Sequence[str]) -> None:
        """Opens the empty form; `name` is what was searched for."""
        if not self._in_the_way():
            self._begin(None, types)
            self._panel.show_new(name, types)

    def _begin(self, about: Dossier | None, types: Sequence[str]) -> None:
        self._about, self._types = about, types
        self.forget()
        self.opened.emit()

    def ask_to_erase(self, guest: Attendee) -> None:
        """Opens the question."""
        self._panel.ask_to_erase(guest)

    def make_way(self, who: AttendeeId | None) -> None:
        """Somebody was chosen: a form about another goes if nothing is typed in it."""
        about = self._about.guest.id if self._about else None
        if self._panel.asks(self._panel.form) and not self.unsaved and who != about:
            self._end()

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
            Offer(_("Don’t save"), self.drop, primary=False),
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
        self._start_writing()
        if self._about is None:
            self._deeds.add(changes, may_contact(answers))
        else:
            self._deeds.correct(self._about, changes, answers)

    def _start_writing(self) -> None:
        self._writing = True
        self._slow.start()

    def _show_saving(self, saving: bool) -> None:
        self._panel.form.show_saving(saving)
        self._panel.question.show_saving(saving)

    def give_up(self) -> None:
        """What was there before is seen again; what was typed can be brought back.

        Not while it is being saved.
        """
        if self._writing:
            return
        typed = self._panel.form.typed() if self.unsaved else None
        self.drop()
        if typed is not None:
            self._offer_back(typed)

    def drop(self) -> None:
        """What was typed goes for good."""
        self._end()
        self.given_up.emit()

    def _offer_back(self, typed: Typed) -> None:
        name = isolate(typed.name) or _("this guest")
        self._context.messages.info(
            _("Not saved: {name}").format(name=name),
            "",
            Offer(_("Bring it back"), lambda: self._bring_back(typed), "undo-2"),
            about=_UNSAVED,
        )

    def _bring_back(self, typed: Typed) -> None:
        if self._in_the_way():
            self._offer_back(typed)
        elif typed.who is None:
            self.add("", self._types)
            self._panel.form.bring_back(typed)
        elif known := self._read(typed.who):
            self.edit(known)
            self._panel.form.bring_back(typed)
        else:
            gone = GuestGone(name=isolate(typed.name))
            self._context.messages.problem(gone, about=_UNSAVED)

    def forget(self) -> None:
        """What was given up stays so."""
        self._context.messages.withdraw(_UNSAVED)

    def _saved(self, who: AttendeeId) -> None:
        new = self._about is None
        self._end()
        self.saved.emit(who, new)

    def _failed(self) -> None:
        """The form stays: it can be tried again."""
        self._stop_writing()

    def _stop_writing(self) -> None:
        self._writing = False
        self._slow.stop()
        self._show_saving(False)

    def _end(self) -> None:
        self._stop_writing()
        self.forget()
        self._panel.show_details()

    def _erase(self) -> None:
        if (guest := self._panel.question.guest) and not self._writing:
            self._start_writing()
            self._deeds.erase(guest)
