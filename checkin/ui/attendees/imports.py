"""The lists that were imported, in a menu: each can be taken back as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.i18n import _, ngettext
from checkin.model.story import when_words
from checkin.model.words import isolate
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.menu import literal

_NAME = 60
"""Letters of a list's name."""
Read = Callable[[], tuple[Sequence[Entry], Instant]]
"""The imports that can be undone, the newest first; and what time it is."""


class ImportedLists(Button):
    """Opens the menu."""

    undo_wanted = Signal(object)
    """The Entry of the import."""

    def __init__(self, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Imported lists"), Kind.QUIET, size=Size.SMALL, parent=parent
        )
        self._read = read
        self.set_trailing("chevron-up")
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = self.menu_of_lists()
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self.mapToGlobal(above))

    def menu_of_lists(self) -> QMenu:
        """What can be undone now; deletes itself when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        imports, now = self._read()
        for entry in imports:
            action = menu.addAction(literal(_words(entry, now)))
            action.triggered.connect(
                lambda _on=False, e=entry: self.undo_wanted.emit(e)
            )
        return menu


def _words(entry: Entry, now: Instant) -> str:
    """Undo import of “guests”: Tue 21 Nov 10:05, 60 people."""
    said = entry.data
    n = sum(said.get(what, 0) for what in ("new", "changed", "withdrawn"))
    return _("Undo import of “{name}”: {when}, {people}").format(
        name=isolate(_short(said["name"])),
        when=when_words(entry.moment, now),
        people=ngettext("{n:,} person", "{n:,} people", n),
    )


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[:_NAME].rstrip()}…"
