"""Making an event: its name and day, and where its file will lie."""

import re
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QVBoxLayout, QWidget

from checkin.model.errors import FileNotWritable
from checkin.model.i18n import _
from checkin.ui.environment import Environment
from checkin.ui.event_form import EventForm
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, row, scrolled
from checkin.ui.widgets.text import Elided, Label

_WIDE = 640
_LONGEST = 120
"""Bytes of an event's name in its file's: sheets beside it have longer ones, and 255
is the most that a file system takes."""


class MakeEvent(QWidget):
    """A form in the middle of the window."""

    made = Signal(object, object, object)
    """(path of the event file, its fields, a list to import or None)."""
    given_up = Signal()

    def __init__(self, environment: Environment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._environment = environment
        self.list: Path | None = None
        """What will be imported into it right away."""
        self._offered = ""
        """The name that the list gave."""
        self._folder = environment.events_folder
        self.form = EventForm()
        self.form.title.changed.connect(self._show_place)
        self.form.day.changed.connect(self._show_place)
        self.about = Label("", Role.BODY, "ink2", wrap=True)
        self.place = Elided("", Role.SMALL, "ink2")
        change = Button(_("Another folder…"), Kind.QUIET, size=Size.SMALL)
        change.clicked.connect(self._choose_folder)
        self.make_button = Button(
            _("Make the event"), Kind.PRIMARY, icon="check", keys=_("Enter")
        )
        self.make_button.clicked.connect(self._make)
        self.cancel_button = Button(_("Cancel"), keys=_("Esc"))
        self.cancel_button.clicked.connect(self.given_up)
        card = Card(pad=32, gap=16)
        card.setFixedWidth(_WIDE)
        card.box.addWidget(Label(_("New event"), Role.H1))
        card.box.addWidget(self.about)
        card.box.addWidget(self.form)
        card.box.addLayout(
            row(Label(_("Kept in"), Role.SMALL, "ink2"), self.place, change)
        )
        card.box.addLayout(row(None, self.cancel_button, self.make_button, gap=12))
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.addStretch(1)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(inside))
        self.setFocusProxy(self.form)

    def begin(self, list_file: Path | None = None) -> None:
        """Empty but for today; a list gives the name."""
        self.form.begin("", self._environment.clock.now().local().date())
        self._offered = ""
        self.take(list_file)

    def take(self, list_file: Path | None) -> None:
        """For another list, or for none; what was typed stays."""
        typed = self.form.title.text() != self._offered
        self.list = list_file
        self._offered = words_of(list_file.stem) if list_file else ""
        if not typed:
            self.form.title.set_text(self._offered)
        words = _("One event is one file on this computer.")
        if list_file:
            words = _("For the list {file}. You see what it says before it is saved.")
            words = words.format(file=list_file.name)
        self.about.setText(words)
        self._show_place()
        self.form.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.title.edit.selectAll()

    def path(self) -> Path:
        """Where the file will lie; a name that is taken is numbered."""
        stem = file_stem(self.form.title.text(), self.form.day.text())
        ends = ("" if n == 1 else f" {n}" for n in count(1))
        names = (self._folder / f"{stem}{end}.checkin" for end in ends)
        return next(path for path in names if not _is_taken(path))

    def _show_place(self, _text: str = "") -> None:
        self.place.setText(str(self.path()))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, _("Where to keep the event"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.keep_in)
        dialog.open()

    def keep_in(self, folder: str) -> None:
        """Another folder for the event file."""
        self._folder = Path(folder)
        self._show_place()

    def _make(self) -> None:
        fields = self.form.values()
        if fields is None:
            return
        path = self.path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            error = FileNotWritable(file=str(path.parent), reason=reason)
            self._environment.messages.problem(error)
            return
        given = {name: value for name, value in fields.items() if value}
        self.made.emit(path, given, self.list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self.make_button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def words_of(stem: str) -> str:
    """A file's name as a title: “eventbrite_attendees-2” → “Eventbrite attendees 2”."""
    words = " ".join(re.split(r"[\s_\-.]+", stem)).strip()
    return words[:1].upper() + words[1:]


def file_stem(name: str, day: str) -> str:
    """A name that every system takes for a file; the day tells evenings apart."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name)
    plain = _short(" ".join(plain.split()).strip(". ")) or "Event"
    return f"{plain} {day}".strip() if re.fullmatch(r"[\d-]+", day) else plain


def _short(name: str) -> str:
    """The beginning that fits, whatever letters it is written with."""
    return name.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ")


def _is_taken(path: Path) -> bool:
    """Whether something is there; if that can't be said, making it will tell why."""
    try:
        return path.exists()
    except OSError:
        return False
