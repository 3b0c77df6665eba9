"""The application: made once, given its look, and run."""

import gc
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from checkin import heap
from checkin.badges.printers import print_system
from checkin.settings import Settings, SystemClock, config_dir
from checkin.ui import fonts, places, style
from checkin.ui.crash import CrashHandler
from checkin.ui.environment import Environment
from checkin.ui.look import Look
from checkin.ui.messages import Messages
from checkin.ui.single import Singles
from checkin.ui.tokens import DARK, LIGHT, Theme

_QUIET = "qt.text.font.db=false"
"""That Inter has no Devanagari is no news: other faces are asked then."""
_PRELOAD_AFTER_MS = 1500
_COLLECT_MS = 1000
_SWITCH_S = 0.001
"""Threads hand over this often: a long import must not make the window stutter."""


def make_app(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication."""
    sys.setswitchinterval(_SWITCH_S)
    QLoggingCategory.setFilterRules(_QUIET)
    app = QApplication([*(arguments or ["checkin"])])
    app.setApplicationName("Checkin")
    app.setApplicationDisplayName("Checkin")
    app.setDesktopFileName("checkin")
    app.setStyle("Fusion")
    return app


class Collector(QObject):
    """Collects garbage on the window's thread alone, between two events.

    Left to itself Python would do it on whatever thread is busy, and take widgets
    apart there; Qt does not survive that.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """The young values that Python's own thresholds would have looked at by now.

    Old ones wait until an event is closed: with 100,000 guests in memory a look at
    all would be felt.
    """
    if not heap.busy() and gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect(1)


_ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl+C in the terminal, the end of the session, the terminal that is closed."""


def on_end(close: Callable[[], object]) -> None:
    """Has the window closed when the system asks for it, after the event at hand.

    Python hears of it when the collector looks for garbage: within a second.
    """
    for name in _ENDS:
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, lambda *_what: QTimer.singleShot(0, close))


class Looks(QObject):
    """Keeps the look in step with the settings and with the system's colours."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self._stop = settings.watch(self.apply)
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def apply(self, *_what: object) -> None:
        """As chosen, and as the system is."""
        scale = int(self._settings.get("text_size")) / 100
        style.apply_if_other(self._app, Look(self._theme(), scale))

    def _theme(self) -> Theme:
        wanted = self._settings.get("theme")
        if wanted == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if wanted == "dark" else LIGHT


def environment() -> Environment:
    """Of this user on this machine."""
    from platformdirs import user_documents_path

    folder = config_dir()
    messages = Messages()
    crash = CrashHandler(messages, folder / "problems.log")
    return Environment(
        settings=Settings(folder),
        clock=SystemClock(),
        messages=messages,
        crash=crash,
        events_folder=user_documents_path() / "Checkin",
        print_system=print_system(),
    )


def run(event: Path | None = None) -> int:
    """Shows the window, with an event if one is named; returns the exit code.

    Where another window has that event, that one comes forward instead.
    """
    app = make_app()
    around = environment()
    if event is not None and Singles(around.guards_folder).ask_forward(event):
        return 0
    around.crash.install()
    Looks(app, around.settings)
    Collector(app)
    from checkin.ui.window import Window

    window = Window(around)
    window.resize(window.sizeHint().boundedTo(app.primaryScreen().availableSize()))
    window.show()
    on_end(window.close_at_once)
    app.commitDataRequest.connect(window.note_down)
    if event is not None:
        window.opener.open(event)
    QTimer.singleShot(0, fonts.load_name_faces)
    QTimer.singleShot(_PRELOAD_AFTER_MS, places.preload)
    return app.exec()
