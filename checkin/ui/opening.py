"""Opening, making and copying event files, and what is remembered of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.followup.statistics import stats
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.settings import RecentEvent
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui.environment import Environment
from checkin.ui.session import Opening, Session
from checkin.ui.single import Singles


class Opener(QObject):
    """Opens at most one event at a time; hands it over when it is ready."""

    opened = Signal(object, object)
    """(Session, what to begin with)."""

    def __init__(self, environment: Environment, window: QWidget) -> None:
        super().__init__(window)
        self._environment, self._window = environment, window
        self._singles = Singles(self)
        self._singles.wanted.connect(self._come_forward)
        self._busy = False

    # -- opening and making

    def open(self, path: Path, **then: Any) -> None:
        """Opens an event, unless another window has it: that one comes forward."""
        current = getattr(self._window, "session", None)
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

    def create(self, path: Path, fields: Mapping[str, str], **then: Any) -> None:
        """Makes an event file and opens it."""
        self._environment.settings.forget_desk(path)
        self._start(path, dict(fields), then)

    def _start(
        self, path: Path, fields: dict[str, str] | None, then: dict[str, Any]
    ) -> None:
        if self._busy:
            return
        self._busy = True
        settings = self._environment.settings
        desk = Desk(settings.desk_id(path), str(settings.get("desk_name")))
        opening = Opening(path, self._environment.clock, desk, self._environment.random)

        def ready(session: Session) -> None:
            self._busy = False
            self._singles.hold(path)
            self._environment.messages.withdraw("open")
            self.opened.emit(session, then)
            self.remember(session)

        Session.open(opening, ready, self._failed, fields)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, CheckinError):
            self._environment.messages.problem(error, about="open")
        else:
            self._environment.crash.take(error)

    def _come_forward(self) -> None:
        forward = getattr(self._window, "come_forward", None)
        if forward:
            forward()

    # -- remembering

    def remember(self, session: Session) -> None:
        """What the start page will say of it."""
        self._environment.settings.remember(
            recent_of(session.file, self._environment.clock.now().ms)
        )

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
        session = getattr(self._window, "session", None)
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


def recent_of(event: EventFile, now_ms: int) -> RecentEvent:
    """An event in the few numbers that the start page shows."""
    known, numbers = event.read.event(), stats(event)
    tallies = event.read.tallies()
    return RecentEvent(
        path=str(event.path.absolute()),
        name=known.name,
        starts=known.starts,
        people=tallies.get("people", 0),
        attended=numbers.attended,
        printed=numbers.printed,
        exported=event.read.was_exported(),
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
