"""Bugs of ours: caught in one place, logged without anybody's data, shown as a bar."""

import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from checkin import __version__
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.store.errors import translated
from checkin.ui.lanes import Poster
from checkin.ui.messages import Message, Messages, Tone

_KEPT = 20
"""Steps of the way to a bug."""
_SAME_S = 5.0
"""What comes again within this time is told once: it may come with every repaint."""


class CrashHandler:
    """Takes what nobody caught: a condition in our words, or a bug in few."""

    def __init__(self, messages: Messages, log: Path) -> None:
        self._messages, self._log = messages, log
        self._came: dict[str, float] = {}
        """When each bug and condition was last met."""
        self._telling = False

    def install(self) -> None:
        """From now on for everything, on the thread of the window and on all others."""
        poster = Poster()

        def elsewhere(met: threading.ExceptHookArgs) -> None:
            error = met.exc_value
            if isinstance(error, Exception):
                poster.post(lambda: self.take(error))

        sys.excepthook = self._hook
        threading.excepthook = elsewhere

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, Exception):
            self.take(error)
            traceback.clear_frames(trace)  # Qt dies of a painter left open
        else:
            sys.__excepthook__(kind, error, trace)

    def take(self, error: Exception) -> None:
        """Tells of it. What SQLite says of the event file is a condition, no bug."""
        try:
            with translated(Path(_("the event"))):
                raise error
        except CheckinError as condition:
            if not self._comes_again(str(condition)):
                self._messages.problem(condition, about=type(condition).__name__)
        except Exception as bug:  # noqa: BLE001 - the one place that catches our bugs
            details = details_of(bug)
            if not self._comes_again(details):
                self._confess(details)

    def _comes_again(self, what: str) -> bool:
        """Whether it has been told, and goes on: a bar for each would never end."""
        now = time.monotonic()
        last = self._came.get(what)
        self._came[what] = now
        return last is not None and now - last < _SAME_S

    def _confess(self, details: str) -> None:
        self._write(details)
        if self._telling:  # the bug is in how things are told
            return
        self._telling = True
        try:
            self._messages.tell(_our_fault(details))
        finally:
            self._telling = False

    def _write(self, details: str) -> None:
        try:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(details + "\n\n")
        except OSError as problem:  # a full or read-only home must not stop the door
            sys.stderr.write(f"{self._log.name}: {problem.strerror}\n")


def _our_fault(details: str) -> Message:
    return Message(
        Tone.STOP,
        _("Something went wrong on our side"),
        _("Your check-ins are safe. Tell us, with the details, what you did."),
        details=details,
        about="bug",
    )


def details_of(bug: BaseException) -> str:
    """Version, kind and places in our code; never the words, which may hold names."""
    steps = traceback.extract_tb(bug.__traceback__)[-_KEPT:]
    places = [f"  {Path(s.filename).name}:{s.lineno} {s.name}" for s in steps]
    return "\n".join([f"Checkin {__version__}, {type(bug).__name__}", *places])
