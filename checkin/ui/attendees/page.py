"""The attendees page: the list at the left, one person at the right."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.model.attendee import Attendee
from checkin.model.entry import Entry
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId
from checkin.store.errors import translated
from checkin.store.eventfile import Change
from checkin.ui import actions
from checkin.ui.attendees.asking import Found
from checkin.ui.attendees.body import Body
from checkin.ui.attendees.deeds import Deeds
from checkin.ui.attendees.dossier import Dossier, read_dossier
from checkin.ui.attendees.editing import Editing
from checkin.ui.attendees.panel import Panel
from checkin.ui.attendees.people import People
from checkin.ui.context import Context, event_line
from checkin.ui.lists import ask_for_list
from checkin.ui.page import Page
from checkin.ui.taking_back import undo_import
from checkin.ui.tokens import GAP, MARGIN
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.header import PageHeader
from checkin.ui.widgets.ring import focus_by_key


class AttendeesPage(Page):
    """Finds people, shows one of them, and adds more."""

    name = "attendees"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.deeds = Deeds(context, self)
        act = actions.action
        self._add = act(self, "attendees.add", lambda: self.add_guest(""))
        self._import = act(self, "attendees.import", self.choose_list)
        act(self, "attendees.find", self._find)
        self._edit = act(self, "attendees.edit", self.edit)
        self._print = act(self, "attendees.print", self.print_badge)
        self.header_buttons = (
            Button.of(self._add), Button.of(self._import, Kind.PRIMARY)
        )  # fmt: skip
        self.header = PageHeader(_("Attendees"), *self.header_buttons)
        self.people = People(self.session)
        hand_out = act(self, "attendees.hand_out", self.hand_out_badge)
        self.panel = Panel(self._edit, self._print, hand_out)
        self.editing = Editing(context, self.panel, self.deeds, self._read, self)
        self.body = Body(self.people, self.panel)
        self.empty = self._empty_state()
        self.stack = QStackedWidget()
        self._connect()  # first: being laid out may already fold the list
        self._lay_out()

    def _empty_state(self) -> EmptyState:
        self.choose = Button.of(self._import, Kind.PRIMARY)
        self.choose.setText(_("Choose a file…"))
        by_hand = Button.of(self._add)
        by_hand.setText(_("Add a guest by hand"))
        return EmptyState(
            "file-spreadsheet",
            _("Drop your guest list here"),
            _(
                "Excel, CSV, or an export from Eventbrite, Meetup, Luma, pretix, "
                "Google Forms and others. You see what it understood before anything "
                "is saved."
            ),
            (self.choose, by_hand),
            dashed=True,
        )

    def _lay_out(self) -> None:
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        box.setSpacing(GAP)
        box.addWidget(self.header)
        box.addWidget(self.stack, 1)

    def _connect(self) -> None:
        people, panel = self.people, self.panel
        people.chosen.connect(self._chosen)
        people.entered.connect(self._enter)
        people.table.escaped.connect(self.body.close_panel)
        people.found.connect(self._found)
        people.add_wanted.connect(self.add_guest)
        people.lists.undo_wanted.connect(self._undo_import)
        self.body.compact_changed.connect(people.set_compact)
        self.body.compact_changed.connect(panel.set_compact)
        panel.left.connect(self._back)
        panel.details.undo_wanted.connect(self._undo)
        panel.details.settle_wanted.connect(self._settle)
        panel.details.erase_wanted.connect(self._ask_to_erase)
        self.editing.opened.connect(self._open_panel)
        self.editing.saved.connect(self._saved)
        self.editing.given_up.connect(self._given_up)

    # -- what the window asks

    def begin(self, **what: Any) -> None:
        """`chosen`: the AttendeeId of somebody whose details are wanted."""
        if who := what.get("chosen"):
            self.editing.make_way(who)
            self.people.choose(who, everywhere=True)
            self.body.open_panel()
        if self.stack.currentWidget() is self.empty:
            self.choose.setFocus()
        else:
            self.people.table.setFocus()

    def refresh(self, change: Change | None = None) -> None:
        self.header.show_event(event_line(self.session))
        self.people.ask()
        if self.people.who is not None:
            self._show_person(self.people.who)

    def leave(self) -> bool:
        """Not while something typed would be lost."""
        if self.editing.unsaved:
            self.editing.tell_unsaved()
            return False
        self.editing.forget()
        return True

    def note_down(self) -> None:
        """Whoever closes all the same was asked by `leave`: what is typed goes."""
        self.editing.drop()

    # -- the list

    def _found(self, found: Found) -> None:
        self.header.show_state(_state(found))
        self._show_emptiness(not found.people and not self.panel.busy)
        self.body.arrange()

    def _show_emptiness(self, empty: bool) -> None:
        for button in self.header_buttons:
            button.setVisible(not empty)
        shown = self.empty if empty else self.body
        if self.stack.currentWidget() is shown:
            return
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self.stack.setCurrentWidget(shown)
        if had_focus:
            (self.choose if empty else self.people.table).setFocus()

    def _find(self) -> None:
        self.people.filters.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.people.filters.search.edit.selectAll()

    def _enter(self) -> None:
        if self.people.who is not None or self.panel.busy:
            self.body.open_panel()
            self.panel.enter()

    def _back(self) -> None:
        self.body.close_panel()
        self.people.table.setFocus()

    # -- one person

    def _read(self, who: AttendeeId) -> Dossier | None:
        try:
            with translated(self.session.path):
                return read_dossier(self.session.file, who)
        except CheckinError as error:
            self.context.messages.problem(error, about="file")
            return None

    def _chosen(self, who: AttendeeId | None) -> None:
        if self.people.table.hasFocus():  # by the user, not because rows have changed
            self.editing.make_way(who)
        self._show_person(who)

    def _show_person(self, who: AttendeeId | None) -> None:
        known = self._read(who) if who is not None else None
        self.panel.show_person(known, self.context.clock.now())

    def _guest(self) -> Attendee | None:
        known = self.panel.details.known
        return known.guest if known else None

    def print_badge(self) -> None:
        """Goes to the badges with this one chosen."""
        if guest := self._guest():
            self.context.go("badges", chosen=[guest.id])

    def hand_out_badge(self) -> None:
        """Notes that this one was given their badge, if it is printed."""
        guest = self._guest()
        if guest and guest.printed and not guest.handed_out:
            self.deeds.hand_out(guest)

    def _undo(self, entry: Any) -> None:
        if guest := self._guest():
            self.deeds.undo(guest, entry)

    def _settle(self) -> None:
        known = self.panel.details.known
        if known is not None and known.conflicts:
            self.deeds.settle(known.guest, known.conflicts[0])

    # -- putting right, adding, erasing

    def edit(self) -> None:
        """Opens the form for whoever is chosen."""
        if known := self.panel.details.known:
            self.editing.edit(known)

    def add_guest(self, name: str) -> None:
        """Opens the empty form; `name` is what was searched for."""
        self.editing.add(name, self.people.table.painter_of_cells.types)

    def _open_panel(self) -> None:
        self._show_emptiness(False)
        self.body.arrange()
        self.body.open_panel()

    def _saved(self, who: AttendeeId, new: bool) -> None:
        self.people.choose(who, everywhere=new)
        focus_by_key(self.people.table)

    def _given_up(self) -> None:
        if self.people.who is not None:
            self._show_person(self.people.who)
        self._back()
        self.people.ask()

    def _ask_to_erase(self) -> None:
        if guest := self._guest():
            self.editing.ask_to_erase(guest)

    # -- a list

    def choose_list(self) -> None:
        """Asks for a file; nothing stops meanwhile."""
        ask_for_list(self, self.import_list, self.session.path.parent)

    def _undo_import(self, entry: Entry) -> None:
        known_by = entry.data.get("file") or entry.data["name"]
        undo_import(self.context, entry.act or entry.id, known_by)

    def import_list(self, path: Path) -> None:
        """Goes to the import with that file."""
        self.context.go("importing", path=path)


def _state(found: Found) -> str:
    """How things stand, for the head of the page."""
    if not found.people:
        return _("Nobody on the list yet")
    people = ngettext("{n:,} person", "{n:,} people", found.people)
    if not found.here:
        return people
    return _("{people}, {n} of them here").format(people=people, n=f"{found.here:,}")
