"""From a scan or a choice to a scene: what is written, and what is said of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin.door.desk import PLAIN, Options
from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.code import readable
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.model.verdict import Family, Verdict
from checkin.store.errors import translated
from checkin.ui.context import Context
from checkin.ui.door import deeds
from checkin.ui.door.paper import write_down
from checkin.ui.door.scene import Scene, scene_of
from checkin.ui.door.scenes import not_saved
from checkin.ui.door.told import Told
from checkin.ui.door.topbar import Where
from checkin.ui.door.unsaved import Unsaved
from checkin.ui.door.walkin import NewGuest
from checkin.ui.door.writing import Job, Writings

SAME_MS = 3000
"""The same code again so soon is the same scan: hands are slow."""


class Flow(QObject):
    """Knows whom the stage is about. Every verdict is shown after its commit."""

    told = Signal(object)
    """A Told, for the first time: it is heard, and greeted."""
    shown = Signal(object)
    """A Scene for the stage."""
    same = Signal(object, object)
    """(Scene, Told): the scan that is shown came once more."""
    said = Signal(str, bool)
    """What happened, in words; and whether what Undo would undo is said too."""

    def __init__(self, context: Context, where: Where, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.where = where
        self.now: Told | None = None
        self._options: Options = PLAIN
        self._same: tuple[str, int, Scene] | None = None
        self.writings = Writings(context.session, context.clock, self)
        self.writings.unsaved.connect(self._unsaved)
        self.writings.recovered.connect(self._recovered)

    # -- what comes in

    def scan(self, text: str) -> None:
        """The scanner typed something."""
        text, now = text.strip(), self._context.clock.now().ms
        if self.writings.awaits(text):
            if self.writings.waiting:
                self.writings.retry_now()
            return
        if self._same and self._same[0] == text and 0 <= now - self._same[1] < SAME_MS:
            self.same.emit(self._same[2], self.now)
            return
        options = self._plain()
        job = deeds.scan(self.where.list_id, text, options)
        more = f"{text}, {_('going out')}" if self.where.leaving else text
        self._want(job, options, lambda: self._owner(text), text, more)

    def admit(self, guest: Attendee) -> None:
        """Somebody was chosen by name."""
        self._admit(guest.id, self._plain(), guest.name)

    def force(self, why: str) -> None:
        """Let in anyway, and why."""
        self._again(replace(self._options, force=why))

    def pay(self) -> None:
        """The payment was taken."""
        self._again(replace(self._options, accept_unpaid=True))

    def answer(self, said: str) -> None:
        """What the guest said to the question."""
        if self.now is not None:
            key = self.now.answer.decision.question_key
            answers = {**self._options.answers, key: said}
            self._again(replace(self._options, answers=answers))

    def _again(self, options: Options) -> None:
        """The same guest, of whom more is known now."""
        if guest := self._guest():
            self._admit(guest.id, options, guest.name)

    def let_back(self) -> None:
        """They had stepped out."""
        if guest := self._guest():
            self._want(deeds.let_back(self.where.list_id, guest.id), PLAIN,
                       lambda: guest.name)  # fmt: skip

    def let_plus_one(self) -> None:
        """Whom they bring."""
        guest = self._guest()
        if guest and self.now and self.now.plus_one:
            brought = self.now.plus_one
            job = deeds.bring(self.where.list_id, guest, brought)
            self._want(job, PLAIN, lambda: brought.name)

    def take_back_and_admit(self) -> None:
        """Somebody else came in under this name."""
        if guest := self._guest():
            job = deeds.take_back_and_admit(self.where.list_id, guest.id)
            self._want(job, PLAIN, lambda: guest.name)

    def walk_in(self, new: NewGuest) -> None:
        """Somebody who is on no list."""
        job = deeds.walk_in(self.where.list_id, new.details, new.may_contact)
        name = new.details.full_name
        self._want(job, PLAIN, lambda: name, more=new.spoken)

    def forget(self) -> None:
        """The stage is about nobody, and the next scan is a new one."""
        self.now, self._same = None, None

    def resume(self, told: Told | None, scene: Scene) -> None:
        """The stage is about somebody again who was there before."""
        self.forget()
        self.now, self._options = told, self._plain()
        self.shown.emit(scene)

    def about(self, guest: Attendee) -> None:
        """The guest is called otherwise now; all else is as it was."""
        if self.now is not None and self._is_about(guest):
            decision = replace(self.now.answer.decision, attendee=guest)
            self.now = replace(
                self.now, answer=replace(self.now.answer, decision=decision)
            )
            self._same = None
            self.shown.emit(scene_of(self.now))

    def _is_about(self, guest: Attendee) -> bool:
        shown = self._guest()
        return shown is not None and shown.id == guest.id

    def note_down(self) -> Path:
        """What is not saved goes into a text file, and is tried no longer.

        Raises:
            CheckinError: it could be written nowhere.
        """
        path, now = self._context.session.path, self._context.clock.now()
        written = write_down(self.writings.notes, path, now)
        self.writings.drop()
        return written

    # -- writing

    def _plain(self) -> Options:
        return Options(leaving=self.where.leaving)

    def _guest(self) -> Attendee | None:
        return self.now.guest if self.now else None

    def _admit(self, who: AttendeeId, options: Options, name: str) -> None:
        job = deeds.admit(self.where.list_id, who, options)
        more = ", ".join(filter(None, (options.force, *options.answers.values())))
        self._want(job, options, lambda: name, more=more)

    def _want(
        self,
        job: Job,
        options: Options,
        about: Callable[[], str],
        text: str = "",
        more: str = "",
    ) -> None:
        def done(told: Told) -> None:
            self._done(told, options, text)

        if not text:
            self._same = None
        self.writings.want(job, done, about, text, more)

    def _done(self, told: Told, options: Options, text: str) -> None:
        self.now, self._options = told, options
        scene = scene_of(told)
        if text:
            self._same = (text, self._context.clock.now().ms, scene)
        self.shown.emit(scene)
        self.told.emit(told)
        self.said.emit(*said_of(told))

    def _owner(self, text: str) -> str:
        """Whose code it is, for the note on paper; the code where nobody can say."""
        session = self._context.session
        try:
            with translated(session.path):
                owners, _revoked = session.file.read.by_code(text)
                guests = [session.file.read.attendee(own) for own in owners]
        except CheckinError:
            guests = []
        names = [guest.name for guest in guests if guest]
        return " / ".join(names) or readable(text[:64])

    def _unsaved(self, unsaved: Unsaved) -> None:
        self.forget()
        self.shown.emit(not_saved(unsaved))
        self.said.emit(_("Not saved: {who}.").format(who=unsaved.about), False)

    def _recovered(self, told: list[Told]) -> None:
        """All are told of, with what the door says of them now."""
        messages, about = self._context.messages, "not-saved"
        who = " · ".join(map(_late_words, told))
        if all(one.verdict.family in (Family.OK, Family.AGAIN) for one in told):
            title = _("Saved after all: what was noted on paper is in the list now")
            messages.ok(title, who, about=about)
        else:
            title = _("Saved after all; look at those who were not admitted")
            messages.warn(title, who, about=about)

    def show_late(self, newest: Told) -> None:
        """The true verdict on the one whom the stage could not save."""
        self.now, self._options = newest, self._plain()
        self.shown.emit(scene_of(newest))
        self.said.emit(*said_of(newest))
        if newest.verdict.family is Family.ASK:
            self.told.emit(newest)


def _late_words(told: Told) -> str:
    name = told.guest.name if told.guest else told.code or _("Unknown ticket")
    verdict = words.headline(told.verdict)
    return f"{words.isolate(name)}: {verdict}"


def said_of(told: Told) -> tuple[str, bool]:
    """What the strip says of a verdict; and whether the last deed is said too."""
    time = told.answer.at.hour_minute()
    family = told.verdict.family
    if told.guest is None:
        if told.verdict is Verdict.AMBIGUOUS:
            return _("Nothing is written yet."), True
        return _("Refused an unknown code, {time}. It is noted in the history.").format(
            time=time
        ), False
    name = words.isolate(told.guest.name)
    if family is Family.OK:
        said = (
            _("{name} left, {time}")
            if told.verdict is Verdict.LEFT
            else _("Admitted {name}, {time}")
        )
        return said.format(name=name, time=time), False
    if family is Family.AGAIN:
        return _("Nothing changed for {name}.").format(name=name), True
    if family is Family.ASK:
        return _("Nothing is written yet for {name}.").format(name=name), True
    return _("Refused {name}, {time}. It is noted in the history.").format(
        name=name, time=time
    ), False
