"""The panel's view of one person: who, how they stand, what is known, what happened."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.i18n import _
from checkin.ui.attendees.cells import second_line
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.attendees.facts import Facts, facts, more_facts, other_facts
from checkin.ui.attendees.history import HistoryView, told
from checkin.ui.attendees.others import OtherFacts
from checkin.ui.attendees.sheet import Sheet
from checkin.ui.attendees.standing import disagreement, standing
from checkin.ui.attendees.state_card import StateCard
from checkin.ui.tickets import ticket_colour
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Line, column, held, row
from checkin.ui.widgets.chip import Chip
from checkin.ui.widgets.text import Label


class Details(Sheet):
    """Shows a Dossier; its buttons say what is wanted."""

    undo_wanted = Signal(object)
    """The Entry to undo."""
    settle_wanted = Signal()
    """The first thing that two desks don't agree about is right as it stands."""
    erase_wanted = Signal()

    def __init__(
        self,
        edit: QAction,
        print_badge: QAction,
        hand_out: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=0, parent=parent)
        self.known: Dossier | None = None
        self._undo: Entry | None = None
        self.name = Label("", Role.H2, wrap=True)
        self.second = Label("", Role.BODY, "ink2", wrap=True)
        self.ticket, self.news = Chip(), Chip()
        self.state = StateCard(_("Undo"), "undo-2")
        self.state.pressed.connect(lambda: self.undo_wanted.emit(self._undo))
        self.doubt = StateCard(_("Settle"), "check")
        self.doubt.pressed.connect(self.settle_wanted)
        self._doubt_room = held(column(8, self.doubt, gap=0))
        self.facts, self.more, self.others = Facts(), Facts(), OtherFacts()
        self.more_title = Label(_("More"), Role.SMALL_BOLD, "ink2")
        self.edit = Button.of(edit)
        self.print = Button.of(print_badge)
        self.print.set_keys("")
        self.hand_out = Button.of(hand_out, Kind.QUIET)
        self.hand_out.set_keys("")
        self._hand_out_room = held(row(self.hand_out, None))
        self.history = HistoryView()
        self.erase = Button(
            _("Erase details…"), Kind.DANGER, icon="trash-2", size=Size.SMALL
        )
        self.erase.clicked.connect(self.erase_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        box = self.box
        self._corner = QHBoxLayout()
        self._corner.setContentsMargins(0, 0, 0, 0)
        self._corner.addWidget(self.name)
        box.addLayout(self._corner)
        box.addSpacing(2)
        for part, gap in (
            (self.second, 10),
            (held(row(self.ticket, self.news, None)), 12),
            (self.state, 0),
            (self._doubt_room, 12),
            (Line(), 12),
            (self.facts, 14),
            (held(row(self.edit, self.print, None)), 4),
            (self._hand_out_room, 10),
            (Line(), 10),
            (Label(_("History"), Role.SMALL_BOLD, "ink2"), 8),
            (self.history, 10),
            (self.more_title, 8),
            (held(column(self.more, self.others)), 16),
            (held(row(self.erase, None)), 0),
        ):
            box.addWidget(part)
            box.addSpacing(gap)
        box.addStretch(1)

    def leave_corner(self, width: int) -> None:
        """Leaves the upper right corner to something else."""
        self._corner.setContentsMargins(0, 0, width, 0)

    def show_person(self, known: Dossier, now: Instant) -> None:
        """Shows somebody; what is the same as before stays as it is."""
        self.known = known
        guest = known.guest
        self.name.setText(guest.name or _("No name"))
        second = second_line(guest)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self._show_chips(known)
        stands = standing(known, now)
        self._undo = stands.about
        self.state.show_standing(stands)
        doubt = disagreement(known, now)
        self._doubt_room.setVisible(doubt is not None)
        if doubt is not None:
            self.doubt.show_standing(doubt)
        waits = bool(guest.printed and not guest.handed_out)
        self._hand_out_room.setVisible(waits)
        self.facts.show_facts(facts(known))
        more, others = more_facts(known), other_facts(known)
        self.more.show_facts(more)
        self.more.setVisible(bool(more))
        self.others.show_facts(others)
        self.more_title.setVisible(bool(more or others))
        self.history.show_lines(told(known, now))

    def _show_chips(self, known: Dossier) -> None:
        guest = known.guest
        ticket, news = guest.details.ticket_type, _news(guest)
        self.ticket.show_words(ticket, square=ticket_colour(known.types, ticket))
        self.ticket.setVisible(bool(ticket))
        self.news.show_words(news, "accent", "sparkles")
        self.news.setVisible(bool(news))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.known is not None:
            self._show_chips(self.known)


def _news(guest: Attendee) -> str:
    """What is worth knowing of somebody at the door."""
    if guest.walk_in:
        return _("Walk-in")
    return _("First time here") if guest.details.first_time else ""
