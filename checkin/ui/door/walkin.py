"""The form for somebody who is on no list: filled in twenty seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.model import words
from checkin.model.attendee import Attendee, Details
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.tokens import BUTTON, RADIUS_STAGE, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, column, held, row, scrolled
from checkin.ui.widgets.choices import Choice, Pills
from checkin.ui.widgets.fields import ComboBox, Field
from checkin.ui.widgets.text import Label

_NARROW = 620


@dataclass(frozen=True, slots=True)
class NewGuest:
    """What was filled in."""

    details: Details
    may_contact: bool | None
    """None: not asked."""

    @property
    def spoken(self) -> str:
        """All of it but the name, for a note."""
        said = self.details
        may = {None: "", True: _("we may write"), False: _("we may not write")}
        parts = (said.company, said.email, said.ticket_type, may[self.may_contact])
        return ", ".join(filter(None, (_("walk-in"), *parts)))


class WalkInForm(QWidget):
    """Enter adds and lets in, Esc goes back; warns of namesakes, and of a full list."""

    confirmed = Signal(object)
    """A NewGuest."""
    back = Signal()
    named = Signal(str)
    """The name as it stands now: who else is called so?"""
    is_known = Signal(object)
    """An Attendee: they are on the list after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Walk-in"))
        self.name = Field(_("Name"), example=_("Bo Ek"))
        self.company = Field(_("Company"))
        self.email = Field(_("E-mail"))
        self.ticket = ComboBox(_("Ticket type"), icon="ticket")
        self.contact = Pills(_("May we write to you after the event?"), tall=BUTTON)
        self._may: bool | None = None
        self.contact.on_choice(self._chose)
        self.confirm = Button(
            _("Add and let in"), Kind.PRIMARY, icon="user-plus", keys=_("Enter")
        )
        self.confirm.clicked.connect(self.submit)
        self.leave = Button(_("Back"), Kind.SECONDARY, keys=_("Esc"))
        self.leave.clicked.connect(self.back)
        self.warnings = Card("soft-again", pad=12, gap=6)
        self.full = Label("", Role.BODY, "again", wrap=True)
        self._namesakes = QVBoxLayout()
        for field in (self.name, self.company, self.email):
            field.edit.returnPressed.connect(self.submit)
        self.name.changed.connect(self.named)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        label = Label(_("Ticket type"), Role.SMALL_BOLD, "ink2")
        label.setBuddy(self.ticket)
        ticket = held(column(label, self.ticket, gap=4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, part in enumerate((self.name, self.company, self.email, ticket)):
            grid.addWidget(part, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        asked = Label(
            _("May we write to you after the event?"), Role.SMALL_BOLD, "ink2"
        )
        self.warnings.box.addWidget(self.full)
        self.warnings.box.addLayout(self._namesakes)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(12)
        inner.addLayout(grid)
        inner.addLayout(column(asked, held(row(self.contact, None)), gap=6))
        inner.addWidget(self.warnings)
        inner.addStretch(1)
        box = self._box = QVBoxLayout(self)
        self._measure()
        box.setSpacing(12)
        box.addWidget(Label(_("Who is it?"), Role.HEADLINE))
        box.addWidget(scrolled(held(inner)), 1)
        box.addLayout(row(self.confirm, self.leave, None))

    # -- filling in

    def clear(self) -> None:
        """An empty form."""
        for field in (self.name, self.company, self.email):
            field.set_text("")
            field.say_wrong("")
        self._chose(None)
        self.show_namesakes(())
        if self.ticket.count():
            self.ticket.setCurrentIndex(0)

    def begin(self, name: str = "") -> None:
        """Puts the cursor into the name, which may be known already."""
        if name:
            self.name.set_text(name)
        empty = self.company if self.name.text() else self.name
        empty.edit.setFocus()

    def show_ticket_types(self, types: Sequence[str]) -> None:
        """Those of the event; the first one is none."""
        chosen = self.ticket.currentData()
        self.ticket.fill([(_("No ticket type"), ""), *((t, t) for t in types)], chosen)

    def show_full(self, sentence: str) -> None:
        """Why nobody should come in any more; empty words take it back."""
        self.full.setText(sentence)
        self.full.setVisible(bool(sentence))
        self._warn()

    def show_namesakes(self, guests: Sequence[Attendee]) -> None:
        """Guests of the list who are called so: perhaps it is one of them."""
        while item := self._namesakes.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for guest in guests[:2]:
            self._namesakes.addWidget(self._namesake(guest))
        self._warn()

    def _namesake(self, guest: Attendee) -> QWidget:
        said = _("{who} is on the list.").format(who=words.who(guest))
        button = Button(_("It is them"), Kind.SECONDARY)
        button.setAccessibleName(_("It is {who}").format(who=words.who(guest)))
        button.clicked.connect(lambda: self.is_known.emit(guest))
        return held(row(Label(said, Role.BODY, "again", wrap=True), button))

    def _warn(self) -> None:
        something = bool(self.full.text()) or self._namesakes.count() > 0
        self.warnings.setVisible(something)

    def _chose(self, may: bool | None) -> None:
        self._may = may
        answers = ((None, _("Not asked")), (True, _("Yes")), (False, _("No")))
        choices = [Choice(value, said) for value, said in answers]
        self.contact.show_choices(choices, may)

    # -- the answer

    @property
    def draft(self) -> str:
        """What the form is called while it waits; empty while nothing is typed."""
        typed = [f.text() for f in (self.name, self.company, self.email)]
        if not any(typed):
            return ""
        name = words.isolate(self.name.text()) or _("walk-in")
        return _("Go on: {name}").format(name=name)

    def submit(self) -> None:
        """Tells who it is, if there is a name."""
        if not self.name.text():
            self.name.say_wrong(_("Ask for a first name at least."))
            self.name.edit.setFocus()
            return
        if self.email.text() and "@" not in self.email.text():
            self.email.say_wrong(_("An e-mail address has an @ in it."))
            self.email.edit.setFocus()
            return
        details = Details(
            full_name=self.name.text(),
            company=self.company.text(),
            email=self.email.text(),
            ticket_type=self.ticket.currentData() or "",
        )
        self.confirmed.emit(NewGuest(details, self._may))

    # -- looks

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(420), look.look().px(280))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_STAGE, RADIUS_STAGE)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        px = look.look().px
        self._box.setContentsMargins(px(24), px(20), px(16), px(16))
