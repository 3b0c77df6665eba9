"""The import page: what a file will do to the list of guests, before it does it."""

from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from checkin.importing.errors import (
    ListedMeanwhile,
    NoSuchColumn,
    NoSuchRow,
    NothingBelow,
)
from checkin.importing.read_as import AS_FOUND, ReadAs
from checkin.importing.recalled import header_key
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _
from checkin.model.ids import ActId
from checkin.store.eventfile import Change
from checkin.ui import actions
from checkin.ui.context import Context, event_line
from checkin.ui.importing.afterwards import (
    tell_imported,
    tell_left,
    tell_nothing_imported,
    tell_to_wait,
    withdraw_left,
)
from checkin.ui.importing.answers import Answers
from checkin.ui.importing.bench import Bench
from checkin.ui.importing.draft import Draft
from checkin.ui.importing.outlook import Outlook, Wish
from checkin.ui.importing.rejecting import Rejecting
from checkin.ui.importing.view import State, View
from checkin.ui.lists import ask_for_list
from checkin.ui.messages import Offer
from checkin.ui.page import Page
from checkin.ui.taking_back import ABOUT
from checkin.ui.tasks import Task
from checkin.ui.widgets.card import column

_NOT_YET = {
    State.EMPTY: N_("Choose a file first."),
    State.READING: N_("The file is being read."),
    State.IMPORTING: N_("It is being imported."),
}
"""Why there is nothing to import now."""


class ImportPage(Page):
    """Read, look, put right, import; nothing is saved before the last."""

    name: ClassVar[str] = "import"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.state = State.EMPTY
        self.bench = Bench(self.session, self)
        self.draft = Draft(self.bench, context.settings.columns, self)
        self.view = View(
            actions.action(self, "importing.other", self.choose_file),
            actions.action(self, "importing.apply", self.apply),
            actions.action(self, "importing.cancel", self.cancel),
        )
        self.answers = Answers(self.draft, self.view, self)
        self.rejecting = Rejecting(self.context, self.bench, self)
        actions.action(self, "importing.next", self.next_question)
        self.setLayout(column(self.view))
        self._connect()
        self._enter(State.EMPTY)

    def _connect(self) -> None:
        bench, draft, body = self.bench, self.draft, self.view.body
        bench.began.connect(self._began)
        bench.imported.connect(self._imported)
        bench.failed.connect(self._failed)
        bench.stopped.connect(self._stopped)
        draft.unsettled.connect(self.view.show_unsettled)
        draft.retaken.connect(body.show_columns)
        draft.seen.connect(self.view.show_first_rows)
        draft.looked.connect(self._looked)
        draft.read_again.connect(body.file.tell_read)
        body.chosen.connect(draft.take_column)
        body.file.how_chosen.connect(draft.read_as)
        body.file.source_chosen.connect(draft.take_list)
        self.view.foot.rejected.clicked.connect(self.save_rejected)

    # -- coming here

    def begin(
        self,
        path: Path | None = None,
        source: str = "",
        how: ReadAs = AS_FOUND,
        **_what: Any,
    ) -> None:
        """Reads a file; without one, goes on with what is there."""
        if path is not None and self.state is State.IMPORTING:
            tell_to_wait(self.context, path.name)
        elif path is not None:
            self._put_aside()
            self._read(Wish(path, how, source))
        self._take_focus()

    def _take_focus(self) -> None:
        """Else it would stay at what led here, or fall to the rail."""
        focus = self.window().focusWidget()
        if focus is self.view or not self.view.isAncestorOf(focus):
            self.view.first_control().setFocus()

    def refresh(self, change: Change | None = None) -> None:
        """Only the head: a plan that no longer fits is found out when it is applied."""
        self.view.header.show_event(event_line(self.session))

    def choose_file(self) -> None:
        """Asks for a file; nothing stops meanwhile."""
        if self.state is State.IMPORTING:
            return
        wish = self.draft.wish
        ask_for_list(self, self.begin, wish.path.parent if wish else None)

    # -- reading and planning

    def _read(self, wish: Wish, resumed: bool = False) -> None:
        self.context.messages.withdraw(ABOUT)
        self._enter(State.READING)
        self.view.body.begin()
        (self.draft.resume if resumed else self.draft.read)(wish)

    def _looked(self, outlook: Outlook) -> None:
        self.view.show_outlook(outlook, self.state is State.READING)
        self._offer(outlook)
        self._enter(State.READY)

    def _offer(self, outlook: Outlook) -> None:
        self.view.foot.offer_outlook(outlook, self.session.read_only)

    def save_rejected(self) -> None:
        """Asks where the rows that are not imported should go."""
        if self.draft.wish and self.state is State.READY:
            self.rejecting.ask(self.draft.wish.path)

    # -- writing

    def apply(self) -> None:
        """Writes what was promised; a cell that is still being written comes first."""
        self.view.body.take_typed()
        ready = self.state is State.READY and self.draft.outlook is not None
        if ready and self.view.foot.apply.isEnabled():
            self._enter(State.IMPORTING)
            self.bench.apply()

    def _imported(self, act: ActId) -> None:
        wish, outlook = self.draft.wish, self.draft.outlook
        self._remember_columns()
        self._forget()
        if wish is not None and outlook is not None:
            withdraw_left(self.context, wish.path)
            if self.isVisible():
                self.context.go("attendees")
            tell_imported(self.context, outlook, act)

    def _remember_columns(self) -> None:
        """For the next list with these headings, in whatever event."""
        wish, outlook = self.draft.wish, self.draft.outlook
        if wish and outlook and wish.said:
            key = header_key(c.heading for c in outlook.columns)
            self.context.settings.keep_columns(key, wish.said)

    # -- going back

    def cancel(self) -> None:
        """Stops what is being done; else leaves everything as it is, and the page."""
        if self.state in (State.READING, State.IMPORTING):
            self.bench.cancel()
        else:
            left = self.draft.left
            self._forget()
            self.context.go("attendees")
            if left:
                title = _("Nothing was imported")
                tell_left(self.context, title, left.path, lambda: self._go_on(left))

    def _put_aside(self) -> None:
        """Another file comes; what was put right in this one can be gone on with."""
        self.view.body.take_typed()
        if left := self.draft.left:
            title = _("The other list was put aside")
            tell_left(self.context, title, left.path, lambda: self._go_on(left))

    def _go_on(self, left: Wish) -> None:
        """The same file once more; what was said of it holds again."""
        self.context.go("importing")
        if self.state is State.IMPORTING:
            tell_to_wait(self.context, left.path.name, lambda: self._go_on(left))
            return
        self._put_aside()
        self._read(left, resumed=True)
        self._take_focus()

    def _stopped(self) -> None:
        if self.state is State.IMPORTING and self.draft.outlook:
            self._as_it_was(self.draft.outlook)
            tell_nothing_imported(self.context)
        else:
            self._put_aside()  # going on with it was cancelled
            self._forget()

    def _as_it_was(self, outlook: Outlook) -> None:
        """Before somebody pressed the button."""
        self._enter(State.READY)
        self._offer(outlook)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            self._forget()
            raise error
        offers = self._after(error)
        self.context.messages.problem(error, *offers, about=ABOUT)
        if isinstance(error, NoSuchRow | NoSuchColumn):
            self.draft.start_afresh()
        if isinstance(error, ListedMeanwhile):
            self.draft.settle()

    def _after(self, error: CheckinError) -> list[Offer]:
        """The page as it can go on; what can be done about it."""
        outlook = self.draft.outlook
        if outlook is None:
            return self._not_read(error)
        if self.state is State.IMPORTING:
            self._as_it_was(outlook)
        elif self.draft.rereading:
            self.view.body.file.show_outlook(outlook)
            return [] if self.draft.as_before() else self._not_read(error)
        else:
            self.view.foot.offer(self.view.foot.apply.text(), error.title_words())
            self.view.headline.show_unknown()
            return [Offer(_("Try again"), self.draft.settle)]
        return []

    def _not_read(self, error: CheckinError) -> list[Offer]:
        left, wish = self.draft.left, self.draft.wish
        self._forget()
        other = Offer(_("Choose another file…"), self.choose_file)
        if left is not None:
            return [Offer(_("Try again"), lambda: self._go_on(left)), other]
        if isinstance(error, NothingBelow) and wish is not None:
            return [other, Offer(_("Read it differently…"), lambda: self._bare(wish))]
        return [other]

    def _bare(self, wish: Wish) -> None:
        """As if it had no headings; how else it could be read is offered at once."""
        how = replace(wish.how, header_row=0)
        self.begin(wish.path, wish.source, how)
        self.view.body.file.open_ways()

    def _forget(self) -> None:
        self.draft.forget()
        self._enter(State.EMPTY)
        self.view.body.begin()
        self.bench.let_go()

    # -- what is to be seen

    def next_question(self) -> None:
        """The next thing that is worth a look, round and round."""
        outlook = self.draft.outlook
        if outlook and self.state is State.READY:
            self.view.body.ask_next(outlook.stuck)

    def _began(self, task: Task) -> None:
        wish = self.draft.wish
        self.view.watch(task, self.state, wish.path.name if wish else "")

    def _enter(self, state: State) -> None:
        was_here = self.view.isAncestorOf(self.window().focusWidget())
        self.state = state
        if why := _NOT_YET.get(state):
            self.view.foot.offer(_("Import"), _(why))
        self.view.show_state(state)
        if was_here:
            self._take_focus()
