"""The bar above the door: list, scanner, where it is saved, what is always there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import N_, _, ngettext
from checkin.model.ids import ListId
from checkin.model.lists import CheckInList
from checkin.ui import actions
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import row
from checkin.ui.widgets.chip import Chip
from checkin.ui.widgets.fields import ComboBox


@dataclass(frozen=True, slots=True)
class Where:
    """A list, and whether people are scanned as they leave it."""

    list_id: ListId
    leaving: bool = False


def places(lists: Sequence[CheckInList]) -> list[tuple[str, Where]]:
    """All lists with what they are called; those that count exits twice."""
    found = []
    for one in lists:
        found.append((one.name, Where(one.id)))
        if one.rules.exits:
            out = _("{list}, going out").format(list=one.name)
            found.append((out, Where(one.id, leaving=True)))
    return found


def first_place(lists: Sequence[CheckInList]) -> Where:
    """Where a desk begins: the first list that is open; an event has at least one."""
    return Where(next((one.id for one in lists if not one.closed), lists[0].id))


class Ear(Enum):
    """What is known of the scanner: words, tone, icon, what to do."""

    READY = (
        N_("Scanner ready"), "ok", "scan-line",
        N_("A scan was heard. Scan wherever the cursor is."),
    )  # fmt: skip
    KEYS = (
        N_("Keys, no scan yet"), "plain", "keyboard",
        N_("Somebody types, but no scan was heard so far. Scan any badge to try."),
    )  # fmt: skip
    NONE = (
        N_("Scan once to try"), "again", "scan-line",
        N_("No scanner was heard so far. Plug it in and scan any badge."
           " Typing a name works all the time."),
    )  # fmt: skip
    AWAY = (
        N_("Click here to scan"), "again", "scan-line",
        N_("Another window has the keyboard: scans go there."),
    )  # fmt: skip


class TopBar(QWidget):
    """Changes its words and nothing of its places."""

    chosen = Signal(object)
    """A Where."""

    def __init__(
        self, walk_in: QAction, greeting: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lists = ComboBox(_("Check-in list"), icon="door-open")
        self.lists.on_choice(self.chosen.emit)
        self.ear = Chip()
        self.disk = Chip()
        self.walk_in = Button.of(walk_in)
        self.sound = Button(_("Sounds are on"), Kind.QUIET, icon="volume-2",
                            icon_only=True)  # fmt: skip
        self._greeting = greeting
        self.greeting = Button.of(greeting, Kind.QUIET)
        self.greeting_small = Button.of(greeting, Kind.QUIET, icon_only=True)
        keys = actions.keys_words(actions.spec(greeting.objectName()).keys)
        self.greeting_small.setToolTip(f"{greeting.text()} ({keys})")
        self.setLayout(
            row(
                self.lists, self.ear, self.disk, None, self.walk_in, self.sound,
                self.greeting, self.greeting_small,
            )
        )  # fmt: skip
        self.set_narrow(False)
        self.hear(Ear.NONE)
        self.saved()

    def set_narrow(self, narrow: bool) -> None:
        """The greeting screen is an icon where there is little room."""
        self.greeting.setVisible(not narrow)
        self.greeting_small.setVisible(narrow)

    def show_lists(self, lists: Sequence[CheckInList], now: Where) -> None:
        """All lists, and which of them people are scanned for."""
        self.lists.fill(places(lists), now)

    def hear(self, ear: Ear) -> None:
        """What is known of the scanner."""
        said, tone, icon, do = ear.value
        self._chip(self.ear, _(said), tone, icon, _(do))

    def saved(self) -> None:
        """Everything is on the disk."""
        self._chip(
            self.disk,
            _("Saved on this laptop"),
            "plain",
            "shield-check",
            _("A verdict is shown only once it is safely on the disk."),
        )

    def saving(self) -> None:
        """Something takes longer than usual."""
        slow = _("The disk is slow. The verdict comes once it is saved.")
        self._chip(self.disk, _("Saving…"), "accent", "clock", slow)

    def not_saved(self, waiting: int) -> None:
        """So many are kept and tried again."""
        said = ngettext("{n} not saved", "{n} not saved", waiting)
        again = _("It is kept, and tried again every two seconds.")
        self._chip(self.disk, said, "stop", "triangle-alert", again)

    def read_only(self) -> None:
        """Nothing can be saved at all."""
        why = _("This event can only be read. Save a copy, and open that.")
        self._chip(self.disk, _("Read only"), "again", "lock", why)

    def show_sound(self, on: bool) -> None:
        """Whether sounds are wanted."""
        self.sound.set_icon("volume-2" if on else "volume-x")
        self.sound.setText(_("Sounds are on") if on else _("Sounds are off"))

    @staticmethod
    def _chip(chip: Chip, said: str, tone: str, icon: str, more: str) -> None:
        chip.show_words(said, tone, icon)
        chip.setToolTip(more)
        chip.setAccessibleDescription(more)
