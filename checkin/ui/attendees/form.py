"""The form for one person: to put details right, or to add somebody by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin.importing.addresses import plausible
from checkin.model.attendee import Attendee, Details, RegistrationStatus
from checkin.model.i18n import N_, _
from checkin.model.ids import AttendeeId
from checkin.model.names import full_name
from checkin.model.permission import Answer, Purpose
from checkin.model.words import isolate
from checkin.ui.attendees.form_fields import (
    ChoiceInput,
    Input,
    LongInput,
    TextInput,
)
from checkin.ui.attendees.sheet import Sheet
from checkin.ui.attendees.typed import Typed
from checkin.ui.tokens import PAD, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import held, row
from checkin.ui.widgets.text import Label

_STATUS = {
    "": N_("Registered"),
    RegistrationStatus.CANCELLED.value: N_("Cancelled"),
    RegistrationStatus.WAITLISTED.value: N_("On the waiting list"),
    RegistrationStatus.PENDING.value: N_("Not confirmed yet"),
    RegistrationStatus.CHECKED_IN.value: N_("Checked in, says the list"),
}
_PAYMENT = {"": N_("Nothing to pay"), "unpaid": N_("Not paid yet"), "paid": N_("Paid")}
_ANSWERS = {
    Answer.NOT_ASKED: N_("Not asked"),
    Answer.YES: N_("Yes"),
    Answer.NO: N_("No"),
}
_PERMISSIONS = {
    Purpose.CONTACT: N_("May we write?"),
    Purpose.SHARE: N_("May co-hosts write?"),
    Purpose.PHOTOS: N_("May we show pictures?"),
}


class PersonForm(Sheet):
    """Holds what was typed until it is saved or given up."""

    save_wanted = Signal()
    given_up = Signal()
    name_changed = Signal(str)
    """The whole name as it is now; only while somebody is being added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self.who: AttendeeId | None = None
        """Who is put right; None while somebody is being added."""
        self.title = Label("", Role.H3, wrap=True)
        self.hint = Label("", Role.SMALL, "again", wrap=True)
        self.inputs: dict[str, Input] = {
            "first_name": TextInput(_("First name")),
            "last_name": TextInput(_("Last name")),
            "full_name": TextInput(_("Whole name, as on the badge")),
            "company": TextInput(_("Company")),
            "job_title": TextInput(_("Job title")),
            "email": TextInput(_("E-mail")),
            "phone": TextInput(_("Phone")),
            "ticket_type": TextInput(_("Ticket")),
            "pronouns": TextInput(_("Pronouns")),
            "plus_one": TextInput(_("Brings")),
            "note": LongInput(_("Note")),
            "status": ChoiceInput(_("Registration"), _words(_STATUS)),
            "payment": ChoiceInput(_("Payment"), _words(_PAYMENT)),
        }
        self.answers = {p: ChoiceInput(_(w)) for p, w in _PERMISSIONS.items()}
        self.save = Button(_("Save"), Kind.TONAL, icon="check", keys=_("Enter"))
        self.cancel = Button(_("Cancel"), Kind.QUIET, keys=_("Esc"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = self.box
        box.addWidget(self.title)
        for name, field in (*self.inputs.items(), *self.answers.items()):
            assert isinstance(field, QWidget)
            box.addWidget(field)
            if name == "full_name":
                box.addWidget(self.hint)
        box.addStretch(1)
        foot = row(self.save, self.cancel, None)
        foot.setContentsMargins(PAD, 10, PAD, 10)
        self.foot = held(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_wanted)
        self.cancel.clicked.connect(self.given_up)
        for name in ("first_name", "last_name"):
            self._text(name).changed.connect(self._follow_parts)
        self._text("full_name").changed.connect(lambda _text: self._tell_name())

    def _text(self, name: str) -> TextInput:
        field = self.inputs[name]
        assert isinstance(field, TextInput)
        return field

    # -- beginning

    def begin_edit(self, guest: Attendee, types: Sequence[str]) -> None:
        """For somebody who is on the list."""
        self.who = guest.id
        name = isolate(guest.name)
        title = _("Edit {name}").format(name=name) if name else _("Edit")
        self._begin(title, guest.details, guest.permissions, types)
        status = self.inputs["status"]
        assert isinstance(status, ChoiceInput)
        status.setVisible(not guest.withdrawn)

    def begin_new(self, name: str, types: Sequence[str]) -> None:
        """For somebody who is not; `name` is what was searched for."""
        self.who = None
        self._begin(_("Add a guest"), Details(), {}, types)
        first, _gap, last = name.strip().partition(" ")
        self._text("first_name").set_text(first)
        self._text("last_name").set_text(last)

    def _begin(
        self,
        title: str,
        said: Details,
        allowed: Mapping[Purpose, Answer],
        types: Sequence[str],
    ) -> None:
        self.title.setText(title)
        self._parts = full_name(said.first_name, said.last_name)
        self.say_same(())
        self._text("ticket_type").offer(types)
        status = self.inputs["status"]
        assert isinstance(status, ChoiceInput)
        status.set_choices(_statuses(said.status))
        for name, field in self.inputs.items():
            value = getattr(said, name)
            field.begin(_plain_status(value) if name == "status" else value)
        for purpose, choice in self.answers.items():
            choice.setVisible(purpose is Purpose.CONTACT or self.who is not None)
            now = allowed.get(purpose, Answer.NOT_ASKED)
            choice.set_choices(_possible(now))
            choice.begin(now)
        self._show_parts()

    # -- the whole name follows its parts

    def _follow_parts(self, _text: str) -> None:
        """Unless somebody wrote it otherwise."""
        whole, before = self._text("full_name"), self._parts
        self._show_parts()
        if whole.text() == before != "":
            whole.set_text(self._parts)
        self._tell_name()

    def _show_parts(self) -> None:
        first, last = self._text("first_name").text(), self._text("last_name").text()
        self._parts = full_name(first, last)
        self._text("full_name").edit.setPlaceholderText(self._parts)

    def _tell_name(self) -> None:
        if self.who is None:
            self.name_changed.emit(self.name)

    @property
    def name(self) -> str:
        """The whole name as it is now."""
        return self._text("full_name").text() or self._parts

    def say_same(self, others: Sequence[str]) -> None:
        """Who is on the list already under this name, in words."""
        words = _("{who} is on the list already.")
        self.hint.setText("\n".join(words.format(who=other) for other in others))
        self.hint.setVisible(bool(others))

    # -- what was changed

    def changes(self) -> dict[str, Any]:
        """The details that are others than before, by their names."""
        found = {n: f.value() for n, f in self.inputs.items() if f.edited}
        if found.get("status") == "":
            found["status"] = RegistrationStatus.REGISTERED.value
        return found

    def new_answers(self) -> dict[Purpose, Answer]:
        """What was said anew about permissions."""
        return {p: c.value() for p, c in self.answers.items() if c.edited}

    def typed(self) -> Typed:
        """What would be lost."""
        values = {n: f.value() for n, f in self.inputs.items() if f.edited}
        return Typed(self.who, self.name, values, self.new_answers())

    def bring_back(self, typed: Typed) -> None:
        """After the form was begun anew: what was typed before."""
        for name, value in typed.values.items():
            self.inputs[name].change(value)
        for purpose, answer in typed.answers.items():
            self.answers[purpose].change(answer)

    def show_saving(self, saving: bool) -> None:
        """Whether it takes a while."""
        self.save.setText(_("Saving…") if saving else _("Save"))

    @property
    def dirty(self) -> bool:
        """Whether something would be lost."""
        return bool(self.changes() or self.new_answers())

    def wrong(self) -> QWidget | None:
        """Says below the fields what can't be saved so; the first of them."""
        email = self._text("email")
        first = self._text("first_name")
        if not self.name:
            first.say_wrong(_("A guest needs a name."))
            return first
        if email.edited and email.text() and not plausible(email.text()):
            email.say_wrong(_("An e-mail address looks like zoe@example.org."))
            return email
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            told = self.given_up if self.cancel.hasFocus() else self.save_wanted
            told.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _words(table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(_(words), value) for value, words in table.items()]


def _plain_status(word: str) -> str:
    """Registered is the same as nothing said."""
    return "" if word == RegistrationStatus.REGISTERED else word


def _statuses(now: str) -> list[tuple[str, str]]:
    """The list's own check-in can't be chosen, only be what the list says."""
    listed = RegistrationStatus.CHECKED_IN
    return [pair for pair in _words(_STATUS) if pair[1] != listed or now == listed]


def _possible(now: Answer) -> list[tuple[str, Answer]]:
    """What can be said: nobody can be un-asked."""
    return [
        (_(words), answer)
        for answer, words in _ANSWERS.items()
        if answer is not Answer.NOT_ASKED or now is Answer.NOT_ASKED
    ]
