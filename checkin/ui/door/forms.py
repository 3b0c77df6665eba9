"""Small forms inside the stage: why let in, a question, a name put right."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.i18n import N_, _
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, row
from checkin.ui.widgets.fields import Field
from checkin.ui.widgets.text import Label

REASONS = (N_("The host said so"), N_("Has a confirmation"), N_("Speaker or staff"))
YES_NO = (N_("Yes"), N_("No"))


class StageForm(Card):
    """A form in the place of the advice. Enter confirms, Esc goes back."""

    confirmed = Signal(object)
    back = Signal()

    def __init__(self, title: str, confirm: str, icon: str = "check") -> None:
        super().__init__(pad=16, gap=10)
        self.setAccessibleName(title)
        self.title = Label(title, Role.H3)
        self.confirm = Button(confirm, Kind.PRIMARY, icon=icon, keys=_("Enter"))
        self.confirm.clicked.connect(self.submit)
        self.leave = Button(_("Back"), Kind.SECONDARY, keys=_("Esc"))
        self.leave.clicked.connect(self.back)
        self.box.addWidget(self.title)

    @property
    def draft(self) -> str:
        """What the form is called while it waits with something typed; else empty."""
        return ""

    def begin(self) -> None:
        """Puts the cursor where one types first."""

    def submit(self) -> None:
        """Tells what was typed, if it will do."""

    def _quick(self, answers: Sequence[str]) -> list[Button]:
        """Buttons for what is said most often: one press is the whole answer."""
        made = []
        for answer in answers:
            button = Button(_(answer), Kind.TONAL)
            button.clicked.connect(self._answering(_(answer)))
            made.append(button)
        return made

    def _answering(self, answer: str) -> Callable[[], None]:
        return lambda: self.confirmed.emit(answer)


class OneLineForm(StageForm):
    """Quick answers, and a line for another one."""

    def __init__(
        self,
        title: str,
        label: str,
        confirm: str,
        quick: Sequence[str],
        wrong: str,
        draft: str,
    ) -> None:
        super().__init__(title, confirm)
        self._wrong, self._draft = wrong, draft
        self.field = Field(label)
        self.field.edit.returnPressed.connect(self.submit)
        self.box.addLayout(row(*self._quick(quick), None))
        self.box.addLayout(_foot(self.field, self.confirm, self.leave))

    @property
    def draft(self) -> str:
        return self._draft if self.field.text() else ""

    def begin(self) -> None:
        self.field.edit.setFocus()

    def submit(self) -> None:
        if self.field.text():
            self.confirmed.emit(self.field.text())
        else:
            self.field.say_wrong(self._wrong)
            self.begin()


def reason_form(guest: Attendee) -> OneLineForm:
    """“Let in anyway…”: the reason is kept with the desk's name."""
    name = words.isolate(guest.called)
    return OneLineForm(
        _("Let {name} in anyway: why?").format(name=name),
        _("Another reason"),
        _("Let in"),
        REASONS,
        _("Say why in a few words; it is kept with the check-in."),
        _("Go on: let {name} in").format(name=name),
    )


def question_form(guest: Attendee, question: str) -> OneLineForm:
    """What the organiser wants to know from everybody."""
    return OneLineForm(
        question,
        _("Answer"),
        _("Keep the answer"),
        YES_NO,
        _("Ask, and write the answer down in a few words."),
        _("Go on: question for {name}").format(name=words.isolate(guest.called)),
    )


class NameForm(StageForm):
    """First name, last name, company; tells what differs from before."""

    def __init__(self, guest: Attendee) -> None:
        title = _("Correct the name of {name}").format(name=words.isolate(guest.name))
        super().__init__(title, _("Save"))
        self.guest = guest
        said = guest.details
        apart = bool(said.first_name or said.last_name)
        names = (
            {"first_name": _("First name"), "last_name": _("Last name")}
            if apart
            else {"full_name": _("Name")}
        )
        self.fields = {
            name: Field(label, value=getattr(said, name))
            for name, label in (names | {"company": _("Company")}).items()
        }
        for field in self.fields.values():
            field.edit.returnPressed.connect(self.submit)
        self.box.addLayout(row(*self.fields.values(), gap=12))
        self.box.addLayout(row(None, self.leave, self.confirm))

    @property
    def draft(self) -> str:
        name = words.isolate(self.guest.called)
        return _("Go on: name of {name}").format(name=name) if self._changed() else ""

    def begin(self) -> None:
        first = next(iter(self.fields.values()))
        first.edit.setFocus()
        first.edit.selectAll()

    def submit(self) -> None:
        changed = self._changed()
        named = any(
            field.text() for name, field in self.fields.items() if name != "company"
        )
        if not named:
            first = next(iter(self.fields.values()))
            first.say_wrong(_("A guest needs a name."))
            self.begin()
        elif changed:
            self.confirmed.emit(dict(changed))
        else:
            self.back.emit()

    def _changed(self) -> Mapping[str, str]:
        said = self.guest.details
        changed = {
            name: field.text()
            for name, field in self.fields.items()
            if field.text() != getattr(said, name)
        }
        if said.full_name and ("first_name" in changed or "last_name" in changed):
            # the whole name from the list would stand before its corrected parts
            changed["full_name"] = ""
        return changed


class WrongPersonForm(StageForm):
    """Somebody is in already, but it was somebody else, or this is."""

    TAKE_BACK, LOOK_UP = "take-back", "look-up"

    def __init__(self, guest: Attendee, first_time: str) -> None:
        name = words.isolate(guest.called)
        title = _("Who is at the desk?")
        super().__init__(title, _("It is {name}").format(name=name), icon="user-check")
        self.look_up = Button(_("Somebody else"), Kind.SECONDARY, icon="search")
        self.look_up.clicked.connect(lambda: self.confirmed.emit(self.LOOK_UP))
        self.confirm.set_keys("")
        took = _(
            "If it is {name}, the check-in of {time} was somebody else’s: it is taken "
            "back, and {name} comes in now. If it is somebody else, look them up."
        ).format(name=name, time=first_time)
        self.box.addWidget(Label(took, Role.BODY, "ink2", wrap=True))
        self.box.addLayout(row(self.confirm, self.look_up, None, self.leave))

    def begin(self) -> None:
        self.confirm.setFocus()

    def submit(self) -> None:
        self.confirmed.emit(self.TAKE_BACK)


def _foot(field: Field, *buttons: QWidget) -> QHBoxLayout:
    """A field, and buttons beside its line."""
    made = QHBoxLayout()
    made.setSpacing(8)
    made.addWidget(field, 1)
    for button in buttons:
        made.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
    return made
