"""What all pages have in common: they are refreshed when something has changed."""

from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from checkin.store.eventfile import Change
from checkin.ui.context import Context


class Page(QWidget):
    """A place of the window. A subclass lays itself out and fills `refresh`."""

    name: ClassVar[str]
    """As in the rail, and of its help page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.session = context.session
        self._stale = True
        self.session.changed.connect(self._changed)

    def begin(self, **what: Any) -> None:
        """The window comes here; `what` is what the caller of `go` gave along."""

    def refresh(self, change: Change | None = None) -> None:
        """Shows how things are now; `change` is what happened, None: anything may."""

    def leave(self) -> bool:
        """Whether the window may go elsewhere now; a page can take Esc or ask first."""
        return True

    def keeps_open(self) -> str:
        """What would be lost if the event were closed now; empty: nothing."""
        return ""

    def save_again(self) -> None:
        """Tries once more to save what keeps the event open."""

    def note_down(self) -> Path | None:
        """Writes what keeps the event open to a text file; then it does no longer.

        Raises:
            CheckinError: it could be written nowhere.
        """
        return None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _changed(self, change: Change) -> None:
        if self.isVisible():
            self.refresh(change)
        else:
            self._stale = True
