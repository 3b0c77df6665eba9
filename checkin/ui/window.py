"""The window: start without an event, rail and pages with one, bars above both."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin import heap
from checkin.badges.printers import PrintJob
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.model.kinds import Kind
from checkin.store.eventfile import Change
from checkin.ui import actions
from checkin.ui.closing import Closing, nothing_more
from checkin.ui.context import Context, event_line
from checkin.ui.dropping import Dropping
from checkin.ui.environment import Environment
from checkin.ui.help.panel import HelpPanel
from checkin.ui.messages import Offer
from checkin.ui.opening import Opener
from checkin.ui.page import Page
from checkin.ui.places import PLACES
from checkin.ui.printjobs import PrintJobs
from checkin.ui.rail import Rail
from checkin.ui.session import Session
from checkin.ui.start.page import StartPage
from checkin.ui.tokens import GAP, MARGIN, SMALLEST_WINDOW
from checkin.ui.widgets.bars import MessageStack
from checkin.ui.widgets.ring import FocusRing
from checkin.ui.widgets.stack import Stack

_RENAMES = frozenset({Kind.EVENT_SET, Kind.UNDO_MADE})
"""Only after these the event may be called otherwise; most changes are scans."""
_COLLECT_AFTER_MS = 1500
"""By then a long list that was looked at has been freed, on a thread, bit by bit."""


class Window(QWidget):
    """One window; at most one event is open in it."""

    def __init__(self, environment: Environment) -> None:
        super().__init__()
        self.environment = environment
        self.messages = environment.messages
        self.session: Session | None = None
        self.place = "start"
        self._pages: dict[str, Page] = {}
        self._tabbing = False
        self._closing: Closing | None = None
        self._at_once = False
        self.setProperty("ground", "bg")
        self.setObjectName("window")
        self.setWindowTitle("Checkin")
        self.setWindowIcon(_app_icon())
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.print_jobs = PrintJobs(environment.print_system, self)
        self.print_jobs.troubled.connect(self._tell_trouble)
        self.opener = Opener(environment, self)
        self.opener.opened.connect(self._event_opened)
        places, foot = self._rail_actions()
        self.rail = Rail(places, foot)
        self.rail.mark.clicked.connect(self.close_event)
        known = {"help": foot[0], "settings": foot[1]}
        self.start = StartPage(environment, self.opener, known)
        self.opener.forgotten.connect(self.start.refresh)
        self.stack = Stack()
        self.stack.addWidget(self.start)
        self.bars = MessageStack(self.messages)
        self._lay_out()
        self.help = HelpPanel(self)
        self.help.hide()
        self.help.installEventFilter(self)
        self.ring = FocusRing(self)
        self.dropping = Dropping(self)
        self.dropping.dropped.connect(self.take)
        self.rail.hide()
        self._tell_unread(environment.settings.unread)

    def _tell_unread(self, kept: Path | None) -> None:
        """What was chosen before does not hold: the user must not wonder why."""
        if kept is not None:
            self.messages.warn(
                _("Your settings could not be read"),
                _(
                    "Checkin starts with its usual ones. Yours are kept in {file}."
                ).format(file=kept),
                about="settings",
            )

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def _rail_actions(self) -> tuple[list[Any], list[Any]]:
        def place(action: str, name: str) -> Any:
            return actions.action(self, f"window.{action}", lambda: self.go(name))

        places = [
            place("attendees", "attendees"),
            place("badges", "badges"),
            place("door", "door"),
            place("follow_up", "followup"),
        ]
        foot = [
            actions.action(self, "window.help", self.toggle_help),
            place("settings", "options"),
        ]
        self._with_event = [
            actions.action(self, "window.open", self.opener.choose_event),
            actions.action(self, "window.save_copy", self.opener.save_copy),
            actions.action(self, "window.close_event", self.close_event),
        ]
        self._enable(with_event=False)
        return places, foot

    def _enable(self, *, with_event: bool) -> None:
        """What needs an open event; without one the start page has keys of its own."""
        for action in self._with_event:
            action.setEnabled(with_event)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(self.bars)
        middle.addLayout(head)
        middle.addWidget(self.stack, 1)
        self._head = head
        self.bars.installEventFilter(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.rail)
        box.addLayout(middle, 1)
        self._box = box

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Bars and help take room only while they are to be seen."""
        if event.type() in (event.Type.ShowToParent, event.Type.HideToParent):
            top = GAP if self.bars.isVisibleTo(self) else 0
            self._head.setContentsMargins(MARGIN, top, MARGIN, 0)
            self._place_help()
        return super().eventFilter(watched, event)

    def _place_help(self) -> None:
        """Beside the page where both have room, else over its right part."""
        wide = self.help.sizeHint().width()
        beside = self.width() - wide >= SMALLEST_WINDOW[0] and self.help.isVisibleTo(
            self
        )
        self._box.setContentsMargins(0, 0, wide if beside else 0, 0)
        self.help.setGeometry(self.width() - wide, 0, wide, self.height())
        self.help.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_help()

    # -- going places

    def go(self, name: str, **what: Any) -> None:
        """Shows a page; `what` is what it should begin with."""
        if self.session is None:
            if name == "options":
                self.start.show_settings()
            return
        here = self._pages.get(self.place)
        if here is not None and self.place != name and not here.leave():
            return
        page = self._page(name)
        self.place = name
        self.rail.choose(PLACES[name].lights)
        self.stack.setCurrentWidget(page)
        self.help.show_page(page.name)
        page.begin(**what)

    def _page(self, name: str) -> Page:
        assert self.session is not None
        if name not in self._pages:
            context = Context(
                self.session,
                self.environment.settings,
                self.messages,
                self.environment.clock,
                self.go,
                {action.objectName(): action for action in self._with_event},
                self.print_jobs,
            )
            page = PLACES[name].page_class()(context)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def toggle_help(self) -> None:
        """The page of help that belongs to where one is."""
        here = self._pages.get(self.place)
        self.help.show_page(here.name if here else "start")
        self.help.setVisible(not self.help.isVisible())
        if self.help.isVisible():
            self.help.take_focus()

    # -- events

    def take(self, path: Path) -> None:
        """A file that was dropped or chosen: an event is opened, a list imported."""
        if path.suffix.lower() == ".checkin":
            self.opener.open(path)
        elif self.session is None:
            self.start.new_event_for(path)
        else:
            self.go("importing", path=path)

    def _event_opened(self, session: Session, then: dict[str, Any]) -> None:
        if not self.may_close(lambda: self.opener.open(session.path, **then)):
            session.close()
            return
        self._let_go()
        self.session = session
        self._closing = Closing(
            session, self._pages, self.messages, self._back_to_start
        )
        session.lost.connect(self._lost)
        session.found.connect(lambda: self.messages.withdraw("file"))
        session.changed.connect(self._changed)
        self._name_window()
        self._enable(with_event=True)
        self.rail.show()
        if session.read_only:
            self._tell_read_only(session)
        self.go(then.pop("place", "attendees"), **then)

    def _changed(self, change: Change) -> None:
        kinds = {entry.kind for entry in change.entries}
        if change.from_elsewhere or not kinds.isdisjoint(_RENAMES):
            self._name_window()

    def _name_window(self) -> None:
        if self.session:
            self.setWindowTitle(f"{event_line(self.session)} – Checkin")

    def _tell_read_only(self, session: Session) -> None:
        self.messages.warn(
            _("{file} can only be read").format(file=session.path.name),
            _("You can look and export. To let people in, save a copy and open that."),
            Offer(_("Save a copy…"), self.opener.save_copy),
            about="file",
        )

    def _lost(self, error: CheckinError) -> None:
        self.messages.problem(error, about="file")

    def _tell_trouble(self, job: PrintJob) -> None:
        """The page of badges shows its jobs; whoever is elsewhere is told."""
        if self.place != "badges":
            title = _("{what} on {printer}: {state}").format(
                what=job.title, printer=job.printer_title, state=job.state.words()
            )
            show = Offer(_("Show"), lambda: self.go("badges"), "printer")
            offers = (show,) if self.session else ()
            self.messages.warn(title, job.why(), *offers, about=f"print {job.number}")

    def close_event(self) -> None:
        """Back to all events."""
        if self.may_close():
            self._back_to_start()

    def may_close(self, then: Callable[[], object] = nothing_more) -> bool:
        """Whether nothing would be lost; else that is said, and the event stays open.

        `then` is done once the user has closed it all the same.
        """
        if self._closing is None:
            return True
        return self._closing.may_close(self._pages.get(self.place), then)

    def _back_to_start(self) -> None:
        self._let_go()
        self._enable(with_event=False)
        self.rail.hide()
        self.place = "start"
        self.setWindowTitle("Checkin")
        self.stack.setCurrentWidget(self.start)
        self.help.show_page("start")
        self.start.refresh()

    def _let_go(self) -> None:
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        if self.session is not None:
            self.bars.clear()  # what they offer is of the event that goes
            self.opener.remember(self.session)
            self.opener.let_go()
            self.session.close()
            self.session = self._closing = None
            QTimer.singleShot(_COLLECT_AFTER_MS, self, _collect)

    # -- the window itself

    def event(self, event: QEvent) -> bool:
        """Notes that Tab is being pressed: Qt moves the focus for other reasons too."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(
            event, QKeyEvent
        ):
            self._tabbing = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return bool(super().event(event))

    def focusNextPrevChild(self, forward: bool) -> bool:
        tabbing, self._tabbing = self._tabbing, False
        moved = bool(super().focusNextPrevChild(forward))
        if tabbing:
            self.ring.show_around(self.focusWidget())
        return moved

    def come_forward(self) -> None:
        """Somebody opened this event a second time."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def note_down(self) -> None:
        """The system may end soon: what is not saved yet is written to text files."""
        if self._closing is not None:
            self._closing.note_down()

    def close_at_once(self) -> None:
        """Nobody is there to be asked: what can be kept is kept."""
        self.note_down()
        self._at_once = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._at_once and not self.may_close():
            event.ignore()
            self.come_forward()
            return
        self.opener.give_up()
        self._let_go()
        self.print_jobs.close()
        super().closeEvent(event)


def _collect() -> None:
    """All garbage, once, after an event was closed; else only young values."""
    if not heap.busy():
        gc.collect()


def _app_icon() -> QIcon:
    from checkin.resources import resource

    made = QIcon()
    for path in sorted(resource("icons", "app").glob("*.png")):
        made.addFile(str(path))
    return made
