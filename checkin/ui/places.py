"""The places of the window: which page each is, and which item of the rail it lights.

Pages are imported when they are first shown: the window is ready sooner.
"""

import threading
from dataclasses import dataclass
from importlib import import_module

from checkin.ui.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """One page of an open event."""

    name: str
    module: str
    kind: str
    """The class in that module."""
    lights: str
    """The action whose item in the rail is lit."""

    def page_class(self) -> type[Page]:
        """Imports it."""
        found: type[Page] = getattr(import_module(self.module), self.kind)
        return found


def preload() -> None:
    """Imports all pages, on a thread of its own: then the first visit is as quick."""

    def work() -> None:
        for place in PLACES.values():
            place.page_class()

    threading.Thread(target=work, name="preload", daemon=True).start()


def _place(name: str, kind: str, lights: str = "") -> Place:
    return Place(name, f"checkin.ui.{name}.page", kind, f"window.{lights or name}")


PLACES = {
    place.name: place
    for place in (
        _place("attendees", "AttendeesPage"),
        _place("importing", "ImportPage", "attendees"),
        _place("badges", "BadgesPage"),
        _place("door", "DoorPage"),
        _place("followup", "FollowUpPage", "follow_up"),
        _place("options", "OptionsPage", "settings"),
    )
}
