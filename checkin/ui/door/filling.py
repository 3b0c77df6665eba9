"""The forms of the stage: opened, confirmed, and kept when a scan comes in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from checkin.model.attendee import Attendee
from checkin.model.entry import Entry
from checkin.model.errors import CheckinError
from checkin.store.eventfile import EventFile
from checkin.ui.context import Context
from checkin.ui.door import deeds
from checkin.ui.door.flow import Flow
from checkin.ui.door.forms import (
    NameForm,
    StageForm,
    WrongPersonForm,
    question_form,
    reason_form,
)
from checkin.ui.door.panels import UndoStrip
from checkin.ui.door.scene import Scene
from checkin.ui.door.stage import Stage
from checkin.ui.door.told import Told
from checkin.ui.door.walkin import NewGuest, WalkInForm


@dataclass(frozen=True, slots=True)
class _Kept:
    """A form that waits with something typed in it, and what it was about."""

    form: StageForm | WalkInForm
    told: Told | None
    scene: Scene


class Filling(QObject):
    """At most one form is open, and at most one waits."""

    closed = Signal()
    """The form is gone; the keyboard belongs to the page again."""
    look_up = Signal()
    corrected = Signal(object, object)
    """(the Entry, the Attendee as they are now)."""

    def __init__(
        self,
        context: Context,
        flow: Flow,
        stage: Stage,
        stack: QStackedWidget,
        strip: UndoStrip,
    ) -> None:
        super().__init__(stack)
        self._context, self._flow, self._stage = context, flow, stage
        self._stack, self._strip = stack, strip
        self._open: StageForm | WalkInForm | None = None
        self._about: tuple[Told | None, Scene] = (None, stage.scene)
        """Whom the open form is about: by the time a scan closes it, that is past."""
        self._kept: _Kept | None = None
        self.walk_in = WalkInForm()
        self.walk_in.confirmed.connect(self._add)
        self.walk_in.back.connect(self.leave)
        self.walk_in.named.connect(self._ask_namesakes)
        self.walk_in.is_known.connect(self._known)
        stack.addWidget(self.walk_in)
        strip.resumed.connect(self.resume)

    @property
    def is_open(self) -> bool:
        """Whether a form is to be seen."""
        return self._open is not None

    @property
    def form(self) -> StageForm | WalkInForm | None:
        """The one that is open."""
        return self._open

    # -- opening

    def ask_reason(self, guest: Attendee) -> None:
        """“Let in anyway…”."""
        self._show(reason_form(guest), self._flow.force)

    def ask_question(self, told: Told) -> None:
        """The organiser's question."""
        if told.guest is not None:
            question = told.answer.decision.question
            self._show(question_form(told.guest, question), self._flow.answer)

    def correct(self, guest: Attendee) -> None:
        """A name put right."""
        form = NameForm(guest)
        self._show(form, lambda said: self._correct(form, said), stays=True)

    def ask_who(self, told: Told) -> None:
        """Wrong person?"""
        first, guest = told.answer.decision.first_at, told.guest
        if guest is None or first is None:
            return

        def decide(choice: str) -> None:
            if choice == WrongPersonForm.LOOK_UP:
                self.look_up.emit()
            else:
                self._flow.take_back_and_admit()

        self._show(WrongPersonForm(guest, first.short(told.answer.at)), decide)

    def add_somebody(self, name: str = "") -> None:
        """The form of a walk-in; what was typed in it before is still there."""
        if self._kept and self._kept.form is self.walk_in:
            self._keep(None)
        if name:
            self.walk_in.clear()
        self._swap(self.walk_in)
        self._ask_ticket_types()
        self._stack.setCurrentWidget(self.walk_in)
        self.walk_in.begin(name)

    def _show(
        self, form: StageForm, confirmed: Callable[[Any], object], stays: bool = False
    ) -> None:
        """Opens it; if it `stays`, it is `confirmed` who lets it go."""

        def done(said: Any) -> None:
            self._end(keep=stays)
            confirmed(said)

        form.confirmed.connect(done)
        form.back.connect(self.leave)
        self._put(form)

    def _put(self, form: StageForm) -> None:
        self._swap(form)
        self._stack.setCurrentWidget(self._stage)
        self._stage.show_panel(form)
        form.begin()

    def _swap(self, form: StageForm | WalkInForm) -> None:
        if self._open is not None and self._open is not form:
            self.leave()
        self._open = form
        self._about = (self._flow.now, self._stage.scene)

    # -- closing

    def leave(self) -> None:
        """Back, or a scan came in between: what was typed is kept."""
        form = self._open
        if form is None:
            return
        if form.draft:
            self._keep(_Kept(form, *self._about))
            self._end(keep=True)
        else:
            self._end()

    def _end(self, keep: bool = False) -> None:
        form, self._open = self._open, None
        if isinstance(form, StageForm):
            self._stage.show_panel(None)
            if not keep:
                form.deleteLater()
        elif form is not None:
            self._stack.setCurrentWidget(self._stage)
        self.closed.emit()

    def _keep(self, kept: _Kept | None) -> None:
        """This one waits now; the one that waited before is gone."""
        if self._kept is not None:
            old = self._kept.form
            if isinstance(old, StageForm) and old is not self._open:
                old.deleteLater()
        self._kept = kept
        self._strip.offer(kept.form.draft if kept else "")

    def resume(self) -> None:
        """The form that waits is open again, with whom it was about."""
        kept = self._kept
        if kept is None:
            return
        self._kept = None
        self._strip.offer("")
        if isinstance(kept.form, WalkInForm):
            self.add_somebody()
            return
        self._flow.resume(kept.told, kept.scene)
        self._put(kept.form)

    # -- what they do

    def _add(self, new: NewGuest) -> None:
        self._end()
        self.walk_in.clear()
        self._flow.walk_in(new)

    def _known(self, guest: Attendee) -> None:
        self._end()
        self.walk_in.clear()
        self._flow.admit(guest)

    def _correct(self, form: NameForm, said: dict[str, str]) -> None:
        """What could not be written waits in its form."""
        about = self._about

        def job(event: EventFile) -> tuple[Entry, Attendee]:
            return deeds.correct(event, form.guest, said)

        def done(result: tuple[Entry, Attendee]) -> None:
            form.deleteLater()
            self.corrected.emit(*result)

        def failed(error: Exception) -> None:
            if not isinstance(error, CheckinError):
                raise error
            self._context.messages.problem(error, about="correct")
            self._keep(_Kept(form, *about))

        self._context.session.write(job, done, failed)

    def _ask_ticket_types(self) -> None:
        def job(event: EventFile) -> Sequence[str]:
            return event.read.ticket_types()

        show = self.walk_in.show_ticket_types
        self._context.session.ask("door.ticket-types", job, show)

    def _ask_namesakes(self, name: str) -> None:
        def job(event: EventFile) -> list[Attendee]:
            found = (event.read.attendee(own) for own in event.same_name(name))
            return [guest for guest in found if guest]

        def show(guests: list[Attendee]) -> None:
            if self.walk_in.name.text() == name.strip():
                self.walk_in.show_namesakes(guests)

        self._context.session.ask("door.namesakes", job, show)
