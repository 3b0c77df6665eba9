"""Opening, making and copying event files, and what is remembered of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.model.errors import CheckinError, FileNotThere
from checkin.model.i18n import _
from checkin.model.kinds import Kind
from checkin.settings import RecentEvent
from checkin.store.errors import translated
from checkin.store.eventfile import Change, EventFile
from checkin.store.ledger import Desk
from checkin.ui.closing import nothing_more
from checkin.ui.environment import Environment
from checkin.ui.lanes import aside
from checkin.ui.messages import Offer
from checkin.ui.session import Opening, Session
from checkin.ui.single import Singles


class Opener(QObject):
    """Opens at most one event at a time; hands it over when it is ready."""

    opened = Signal(object, object)
    """(Session, what to begin with)."""
    forgotten = Signal()
    """A recent event is no longer one."""

    def __init__(self, environment: Environment, window: QWidget) -> None:
        super().__init__(window)
        self._environment, self._window = environment, window
        self._singles = Singles(environment.guards_folder, self)
        self._singles.wanted.connect(self._come_forward)
        self._busy = False
        self._give_up: Callable[[], object] = nothing_more
        self._exported = False

    # -- opening and making

    def open(self, path: Path, **then: Any) -> None:
        """Opens an event, unless another window has it: that one comes forward."""
        current = self._session()
        if current is not None and _same(current.path, path):
            self._come_forward()
            return
        if self._singles.ask_forward(path):
            self._environment.messages.info(
                _("{file} is open in another window").format(file=path.name),
                about="open",
            )
            return
        self._start(path, None, then)

    def create(self, file: Path, fields: Mapping[str, str], **then: Any) -> None:
        """Makes an event file and opens it."""
        self._environment.settings.forget_desk(file)
        self._start(file, dict(fields), then)

    def open_demo(self) -> None:
        """An invented evening whose doors are open right now, in a new folder."""
        if self._busy:
            return
        self._busy = True
        now, random = self._environment.clock.now(), self._environment.random
        parent = self._environment.events_folder

        def make() -> Path:
            from checkin.demo import free_folder, play_until

            return play_until(free_folder(parent), "picture_at", random, shift_to=now)

        def made(path: Path) -> None:
            self._busy = False
            self.open(path, place="door")

        aside(make, made, self._failed)

    def _start(
        self, path: Path, fields: dict[str, str] | None, then: dict[str, Any]
    ) -> None:
        if self._busy or not self._may_close(lambda: self._start(path, fields, then)):
            return
        self._busy = True
        settings = self._environment.settings
        desk = Desk(settings.desk_id(path), str(settings.get("desk_name")))
        opening = Opening(path, self._environment.clock, desk, self._environment.random)

        def ready(session: Session) -> None:
            self._busy, self._give_up = False, nothing_more
            self._environment.messages.withdraw("open")
            self.opened.emit(session, then)  # the one that was open lets go here
            if self._session() is session:
                self._singles.hold(path)
                self._exported = False
                self._follow(session)

        def failed(error: Exception) -> None:
            self._failed(error, *self._offers(error, path))

        self._give_up = Session.open(opening, ready, failed, fields)

    def give_up(self) -> None:
        """The window closes: what is being opened is closed again, and not shown."""
        self._give_up()

    def _failed(self, error: Exception, *offers: Offer) -> None:
        self._busy = False
        if isinstance(error, CheckinError):
            self._environment.messages.problem(error, *offers, about="open")
        else:
            self._environment.crash.take(error)

    def _offers(self, error: Exception, path: Path) -> tuple[Offer, ...]:
        """A recent event whose file is gone need not be offered for ever."""
        settings = self._environment.settings
        gone = isinstance(error, FileNotThere)
        if not gone or str(path) not in {one.path for one in settings.recent()}:
            return ()

        def forget() -> None:
            settings.forget(str(path))
            self.forgotten.emit()

        return (Offer(_("Take it off the list"), forget),)

    def _session(self) -> Session | None:
        """The event that is open in the window."""
        return getattr(self._window, "session", None)

    def _come_forward(self) -> None:
        forward = getattr(self._window, "come_forward", None)
        if forward:
            forward()

    def _may_close(self, then: Callable[[], object]) -> bool:
        """Whether the event that is open would lose nothing."""
        asked = getattr(self._window, "may_close", None)
        return asked is None or bool(asked(then))

    # -- remembering

    def remember(self, session: Session) -> None:
        """What the start page will say of it; as before, if it can't be read now."""
        now = self._environment.clock.now().ms
        try:
            with translated(session.path):
                recent = recent_of(session.file, self._exported, now)
        except CheckinError:
            return
        self._environment.settings.remember(recent)

    def _follow(self, session: Session) -> None:
        """Whether a list was saved for the follow-up is looked up once, then heard."""

        def know(found: object) -> None:
            self._exported = bool(found)
            self.remember(session)

        def hear(change: Change) -> None:
            kinds = {entry.kind for entry in change.entries}
            self._exported = self._exported or Kind.EXPORT_MADE in kinds

        session.changed.connect(hear)
        session.ask(
            "exported", lambda event: event.read.recent([Kind.EXPORT_MADE], 1), know
        )

    def let_go(self) -> None:
        """The event is closed here; another window may have it."""
        self._singles.let_go()

    # -- files

    def choose_event(self) -> None:
        """Asks for an event file; nothing stops meanwhile."""
        title, kinds = _("Open an event"), _("Checkin events (*.checkin)")
        dialog = QFileDialog(self._window, title, self._folder(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        _show(dialog)

    def save_copy(self) -> None:
        """Asks where, and saves a whole copy of the open event."""
        session = self._session()
        if session is None:
            return
        title, kinds = _("Save a copy"), _("Checkin events (*.checkin)")
        dialog = QFileDialog(self._window, title, self._folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("checkin")
        dialog.selectFile(f"{session.path.stem} copy.checkin")
        dialog.fileSelected.connect(lambda name: self._copy(session, Path(name)))
        _show(dialog)

    def _copy(self, session: Session, target: Path) -> None:
        task = session.run(lambda event, _p, _c: event.save_copy(target))
        messages = self._environment.messages
        task.done.connect(
            lambda _r: messages.ok(_("A copy is saved: {file}").format(file=target))
        )
        task.failed.connect(self._failed)
        task.start()

    def _folder(self) -> str:
        return str(self._environment.events_folder)


def recent_of(event: EventFile, exported: bool, now_ms: int) -> RecentEvent:
    """An event in the few numbers that the start page shows."""
    known, tallies = event.read.event(), event.read.tallies()
    return RecentEvent(
        path=str(event.path.absolute()),
        name=known.name,
        starts=known.starts,
        people=tallies.get("people", 0),
        attended=tallies.get("attended", 0),
        printed=tallies.get("printed", 0),
        exported=exported,
        opened_at_ms=now_ms,
    )


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _show(dialog: QFileDialog) -> None:
    """Beside the window's work, not instead of it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
