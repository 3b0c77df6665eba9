"""Everything that has a key, in one table: words, icon, shortcut and where it works."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import N_, _


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action of the window or of one page."""

    name: str
    """The page and the deed: door.walk_in."""
    words: str
    icon: str = ""
    keys: str = ""
    """As QKeySequence reads it, several with “; ” between; empty for none."""

    @property
    def where(self) -> str:
        """The page it belongs to, or `window`."""
        return self.name.partition(".")[0]


ACTIONS = (
    ActionSpec("window.attendees", N_("Attendees"), "users", "Ctrl+1"),
    ActionSpec("window.badges", N_("Badges"), "id-card-lanyard", "Ctrl+2"),
    ActionSpec("window.door", N_("Door"), "scan-line", "Ctrl+3"),
    ActionSpec("window.follow_up", N_("Follow-up"), "send", "Ctrl+4"),
    ActionSpec("window.help", N_("Help"), "circle-question-mark", "F1"),
    ActionSpec("window.settings", N_("Settings"), "settings", "Ctrl+,"),
    ActionSpec("window.open", N_("Open another event…"), "folder-open", "Ctrl+O"),
    ActionSpec("window.save_copy", N_("Save a copy…"), "save", "Ctrl+Shift+S"),
    ActionSpec("window.close_event", N_("All events"), "arrow-left", "Ctrl+W"),
    ActionSpec("start.open", N_("Open"), "", "Return"),
    ActionSpec("start.other", N_("Open another file…"), "folder-open", "Ctrl+O"),
    ActionSpec("start.choose", N_("Choose a file…"), "upload", "Ctrl+I"),
    ActionSpec("start.new", N_("New event"), "calendar-days", "Ctrl+N"),
    ActionSpec("start.demo", N_("Try the demo"), "sparkles"),
    ActionSpec("attendees.find", N_("Find"), "search", "Ctrl+F"),
    ActionSpec("attendees.add", N_("Add a guest"), "user-plus", "Ctrl+N"),
    ActionSpec("attendees.import", N_("Import a list…"), "upload", "Ctrl+I"),
    ActionSpec("attendees.edit", N_("Edit"), "pencil", "F2"),
    ActionSpec("attendees.print", N_("Print badge"), "printer", "F5"),
    ActionSpec("attendees.hand_out", N_("Badge handed out"), "hand-heart", "F6"),
    ActionSpec("importing.other", N_("Choose another file…"), "folder-open", "Ctrl+I"),
    ActionSpec("importing.apply", N_("Add them"), "check", "Ctrl+Return"),
    ActionSpec("importing.cancel", N_("Cancel"), "", "Esc"),
    ActionSpec("importing.next", N_("Next question"), "", "F8"),
    ActionSpec("badges.print", N_("Print"), "printer", "Ctrl+P"),
    ActionSpec("badges.save", N_("Save as PDF…"), "file-down", "Ctrl+S"),
    ActionSpec("badges.back", N_("Back"), "", "Esc"),
    ActionSpec("badges.flip", N_("Show the back"), "refresh-cw", "Ctrl+B"),
    ActionSpec("badges.closer", N_("Closer"), "plus", "Ctrl++; Ctrl+="),
    ActionSpec("badges.further", N_("Further away"), "minus", "Ctrl+-"),
    ActionSpec("badges.whole", N_("Whole sheet"), "", "Ctrl+0"),
    ActionSpec("badges.runs", N_("Earlier prints…"), "history", "Ctrl+E"),
    ActionSpec("badges.test", N_("Print a test sheet first"), "file-text"),
    ActionSpec("door.find", N_("Look up by name"), "search", "Ctrl+F"),
    ActionSpec("door.walk_in", N_("Walk-in"), "user-plus", "F4"),
    ActionSpec("door.print", N_("Print badge"), "printer", "F5"),
    ActionSpec("door.let_in", N_("Let in anyway…"), "log-in", "F6"),
    ActionSpec("door.put_right", N_("Put right"), "pencil", "F7"),
    ActionSpec("door.call_host", N_("Call the host"), "bell", "F8"),
    ActionSpec("door.history", N_("Show history"), "history", "F9"),
    ActionSpec("door.greeting", N_("Greeting screen"), "monitor", "F11"),
    ActionSpec("door.undo", N_("Undo"), "undo-2", "Ctrl+Z"),
    ActionSpec("door.clear", N_("Clear"), "x", "Esc"),
    ActionSpec("follow_up.save", N_("Save"), "download", "Ctrl+S"),
    ActionSpec("follow_up.overview", N_("Overview"), "chart-column", "F9"),
    ActionSpec("follow_up.cancel", N_("Cancel"), "", "Esc"),
)

_BY_NAME = {spec.name: spec for spec in ACTIONS}


def spec(name: str) -> ActionSpec:
    """The row of the table.

    Raises:
        KeyError: there is none; a bug.
    """
    return _BY_NAME[name]


def action(owner: QWidget, name: str, do: Callable[[], object]) -> QAction:
    """An action that works while `owner` is to be seen, wherever the focus is.

    Once for each time its keys go down: Ctrl+Z held would undo a whole evening.
    """
    row = spec(name)
    made = QAction(_(row.words), owner)
    made.setObjectName(name)
    made.setAutoRepeat(False)
    if row.keys:
        made.setShortcuts(QKeySequence.listFromString(row.keys))
    made.triggered.connect(lambda _checked=False: do())
    owner.addAction(made)
    return made


def keys_words(keys: str) -> str:
    """A shortcut in the platform's writing: Ctrl+F, ⌘F."""
    first = QKeySequence.listFromString(keys)
    if not first:
        return ""
    native = first[0].toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", _("Enter"))  # as it stands on the key


def icon_of(made: QAction) -> str:
    """The icon's name of an action from the table."""
    known = _BY_NAME.get(made.objectName())
    return known.icon if known else ""
