"""What every page is given: the open event, and the ways to the rest of the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction

from checkin.model.clock import Clock
from checkin.model.event import day_words
from checkin.settings import Settings
from checkin.ui.messages import Messages
from checkin.ui.printjobs import PrintJobs
from checkin.ui.session import Session

Go = Callable[..., object]
"""go("badges", chosen=[…]): shows a page; what it should begin with by keyword."""


@dataclass(frozen=True, slots=True)
class Context:
    """One event, one window."""

    session: Session
    settings: Settings
    messages: Messages
    clock: Clock
    go: Go
    actions: Mapping[str, QAction]
    """Those of the window that a page may offer too, by name."""
    print_jobs: PrintJobs


def event_line(session: Session) -> str:
    """Name and day of the event, for the head of a page."""
    event = session.file.read.event()
    day = day_words(event.starts)
    return f"{event.name} · {day}" if day else event.name
