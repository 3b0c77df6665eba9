"""The import page: what a file will do to the list of guests, before it does it."""

from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from checkin.importing.errors import ListedMeanwhile, NoSuchColumn, NoSuchRow
from checkin.importing.read_as import ReadAs
from checkin.importing.recalled import header_key
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _
from checkin.model.ids import ActId
from checkin.store.eventfile import Change
from checkin.ui import actions
from checkin.ui.context import Context, event_line
from checkin.ui.importing.afterwards import tell_imported, tell_left
from checkin.ui.importing.answers import Answers
from checkin.ui.importing.bench import Bench
from checkin.ui.importing.choosing import retaken, said_with
from checkin.ui.importing.outlook import Outlook, Wish
from checkin.ui.importing.rejecting import Rejecting
from checkin.ui.importing.view import State, View
from checkin.ui.lists import ask_for_list
from checkin.ui.messages import Offer
from checkin.ui.page import Page
from checkin.ui.taking_back import ABOUT
from checkin.ui.tasks import Task
from checkin.ui.widgets.card import column

_SETTLED_MS = 250
"""After the last choice, before all of it is worked out anew."""
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
        self.wish: Wish | None = None
        """What the user has said so far."""
        self.outlook: Outlook | None = None
        """What comes of it."""
        self._good: Wish | None = None
        """With which the file could be read, while it is read as the user says."""
        self.bench = Bench(self.session, self)
        self.view = View(
            actions.action(self, "importing.other", self.choose_file),
            actions.action(self, "importing.apply", self.apply),
            actions.action(self, "importing.cancel", self.cancel),
        )
        self.answers = Answers(self, self)
        self.rejecting = Rejecting(self.context, self.bench, self)
        actions.action(self, "importing.next", self.next_question)
        box = column(self.view)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._connect()
        self._enter(State.EMPTY)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._plan_again)
        self.bench.began.connect(self._began)
        self.bench.looked.connect(self._looked)
        self.bench.imported.connect(self._imported)
        self.bench.failed.connect(self._failed)
        self.bench.stopped.connect(self._stopped)
        self.view.foot.rejected.clicked.connect(self.save_rejected)
        self.view.body.chosen.connect(self.take_column_for)
        self.view.body.file.how_chosen.connect(self.read_as)
        self.view.body.file.source_chosen.connect(self.take_list_for)

    # -- coming here

    def begin(self, path: Path | None = None, source: str = "", **_what: Any) -> None:
        """Reads a file; without one, goes on with what is there."""
        if path is not None and self.state is State.IMPORTING:
            self.context.messages.info(
                _("One list at a time"),
                _("Drop {file} here again once the other one is imported.").format(
                    file=path.name
                ),
                about=ABOUT,
            )
        elif path is not None:
            self._read(Wish(path, source=source))
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
        ask_for_list(self, self.begin, self.wish.path.parent if self.wish else None)

    # -- reading and planning

    def _read(self, wish: Wish) -> None:
        self.context.messages.withdraw(ABOUT)
        self._timer.stop()
        self.wish, self.outlook, self._good = wish, None, None
        self._enter(State.READING)
        self.view.body.begin()
        self.bench.read(wish, self.context.settings.columns())

    def read_as(self, how: ReadAs) -> None:
        """The same file again, as the user says; the page stays as it is meanwhile."""
        if self.wish and self.state is State.READY:
            self._good = self._good or self.wish
            self.wish = Wish(self.wish.path, how, self.wish.source)
            self.settle()

    def take_list_for(self, source: str) -> None:
        """It is a version of that list; of a name that is new, a list of its own."""
        if self.wish:
            self.wish = replace(self.wish, source=source)
            self.settle()

    def take_column_for(self, heading: str, field: str) -> None:
        """A column is something else than it was taken for."""
        if self.wish and self.outlook:
            self.wish = replace(
                self.wish, said=said_with(self.wish.said, heading, field)
            )
            columns = retaken(self.outlook.columns, heading, field)
            self.outlook = replace(self.outlook, columns=columns)
            self.view.body.show_columns(self.outlook)
            self.settle()

    @property
    def working(self) -> bool:
        """Whether it is being worked out what will happen."""
        return self._timer.isActive() or self.bench.busy

    def settle(self) -> None:
        """Works everything out anew, once nothing more is said for a moment."""
        self.view.headline.show_busy()
        words = self.view.foot.apply.text()
        self.view.foot.offer(words, _("It is being worked out what will happen."))
        self.view.foot.rejected.setEnabled(False)
        self._timer.start()

    def _plan_again(self) -> None:
        if not (self.wish and self.state is State.READY):
            return
        if self._good is None:
            self.bench.plan(self.wish)
        else:  # what was said of the columns meanwhile was about others
            self.wish = Wish(self.wish.path, self.wish.how, self.wish.source)
            self.bench.read(self.wish, self.context.settings.columns())

    def _looked(self, outlook: Outlook) -> None:
        if self._timer.isActive() or self.wish is None:
            return
        first = self.state is State.READING
        self.wish = replace(self.wish, source=outlook.source, said=outlook.said)
        self.outlook = outlook = self.answers.shown_again(outlook)
        self.view.show_outlook(outlook, first)
        self._offer(outlook)
        self._enter(State.READY)
        if good := self._good:
            self._good = None
            self._read_again(good)

    def _read_again(self, good: Wish) -> None:
        """Tells that; where it is read as before, all that was said holds again."""
        if self.wish and self.outlook:
            self.view.body.file.tell_read(self.outlook)
            if self.wish.how == good.how and self.wish != good:
                self.wish = good
                self.settle()

    def _offer(self, outlook: Outlook) -> None:
        self.view.foot.offer_outlook(outlook, self.session.read_only)

    def save_rejected(self) -> None:
        """Asks where the rows that are not imported should go."""
        if self.wish and self.state is State.READY:
            self.rejecting.ask(self.wish.path)

    # -- writing

    def apply(self) -> None:
        """Writes what was promised."""
        ready = self.state is State.READY and self.outlook is not None
        if ready and self.view.foot.apply.isEnabled():
            self._enter(State.IMPORTING)
            self.bench.apply()

    def _imported(self, act: ActId) -> None:
        outlook = self.outlook
        self._remember_columns()
        self._forget()
        if outlook is not None:
            if self.isVisible():
                self.context.go("attendees")
            tell_imported(self.context, outlook, act)

    def _remember_columns(self) -> None:
        """For the next list with these headings, in whatever event."""
        if self.wish and self.outlook and self.wish.said:
            key = header_key(c.heading for c in self.outlook.columns)
            self.context.settings.keep_columns(key, self.wish.said)

    # -- going back

    def cancel(self) -> None:
        """Stops what is being done; else leaves everything as it is, and the page."""
        if self.state in (State.READING, State.IMPORTING):
            self.bench.cancel()
        else:
            left = self.wish
            self._forget()
            self.context.go("attendees")
            if left and left.answered:
                file = left.path.name
                tell_left(self.context, file, lambda: self._go_on(left))

    def _go_on(self, left: Wish) -> None:
        """The same file once more; what was said of it holds again."""
        self.context.go("importing")
        self._read(Wish(left.path, left.how, left.source))
        self._good = left
        self._take_focus()

    def _stopped(self) -> None:
        if self.state is State.IMPORTING and self.outlook:
            self._enter(State.READY)
            self._offer(self.outlook)
            self.context.messages.info(
                _("Nothing was imported"),
                _("It was cancelled; everything is as it was before."),
                about=ABOUT,
            )
        else:
            self._forget()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            self._forget()
            raise error
        offers = []
        if self.state is State.READING:
            self._forget()
            offers = [Offer(_("Choose another file…"), self.choose_file)]
        elif self.state is State.IMPORTING and self.outlook:
            self._enter(State.READY)
            self._offer(self.outlook)
        elif self._good and self.wish and self.outlook:
            self._read_as_before(self._good.how)
        else:
            self.view.foot.offer(self.view.foot.apply.text(), error.title_words())
            self.view.headline.show_unknown()
            offers = [Offer(_("Try again"), self.settle)]
        self.context.messages.problem(error, *offers, about=ABOUT)
        if isinstance(error, NoSuchRow | NoSuchColumn) and self.wish:
            self.wish = replace(self.wish, said={}, mended=())  # the file has changed
        if isinstance(error, ListedMeanwhile):
            self.settle()

    def _read_as_before(self, how: ReadAs) -> None:
        """It can't be read as the user wanted."""
        if self.wish and self.outlook and self.wish.how != how:
            self.view.body.file.show_outlook(self.outlook)
            self.read_as(how)
        else:
            self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        self.wish = self.outlook = self._good = None
        self._enter(State.EMPTY)
        self.view.body.begin()
        self.bench.let_go()

    # -- what is to be seen

    def next_question(self) -> None:
        """The next thing that is worth a look, round and round."""
        if self.outlook and self.state is State.READY:
            self.view.body.ask_next(self.outlook.stuck)

    def _began(self, task: Task) -> None:
        self.view.watch(task, self.state, self.wish.path.name if self.wish else "")

    def _enter(self, state: State) -> None:
        was_here = self.view.isAncestorOf(self.window().focusWidget())
        self.state = state
        if why := _NOT_YET.get(state):
            self.view.foot.offer(_("Import"), _(why))
        self.view.show_state(state)
        if was_here:
            self._take_focus()
