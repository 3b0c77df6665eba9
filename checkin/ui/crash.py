"""Bugs of ours: caught in one place, logged without anybody's data, shown as a bar."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from checkin import __version__
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.store.errors import translated
from checkin.ui.messages import Message, Messages, Tone

_KEPT = 20
"""Steps of the way to a bug."""


class CrashHandler:
    """Takes what nobody caught: a condition in our words, or a bug in few."""

    def __init__(self, messages: Messages, log: Path) -> None:
        self._messages, self._log = messages, log

    def install(self) -> None:
        """From now on for everything on the window's thread."""
        sys.excepthook = self._hook

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, Exception):
            self.take(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def take(self, error: Exception) -> None:
        """Tells of it. What SQLite says of the event file is a condition, no bug."""
        try:
            with translated(Path(_("the event"))):
                raise error
        except CheckinError as condition:
            self._messages.problem(condition, about=type(condition).__name__)
        except Exception as bug:  # noqa: BLE001 - the one place that catches our bugs
            self._confess(bug)

    def _confess(self, bug: Exception) -> None:
        details = details_of(bug)
        self._write(details)
        self._messages.tell(
            Message(
                Tone.STOP,
                _("Something went wrong on our side"),
                _("Your check-ins are safe. Tell us, with the details, what you did."),
                details=details,
                about="bug",
            )
        )

    def _write(self, details: str) -> None:
        try:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(details + "\n\n")
        except OSError as problem:  # a full or read-only home must not stop the door
            sys.stderr.write(f"{self._log.name}: {problem.strerror}\n")


def details_of(bug: BaseException) -> str:
    """Version, kind and places in our code; never the words, which may hold names."""
    steps = traceback.extract_tb(bug.__traceback__)[-_KEPT:]
    places = [f"  {Path(s.filename).name}:{s.lineno} {s.name}" for s in steps]
    return "\n".join([f"Checkin {__version__}, {type(bug).__name__}", *places])
