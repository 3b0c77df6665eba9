"""Things to look at before printing: one row a kind, each with Show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.badges import Remark
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.ui.badges.remarks import Group, grouped
from checkin.ui.badges.wish import NO_BREAK
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, Line, row
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Label


class _Row(QWidget):
    """One kind. Show goes to the next of its badges each time."""

    show_badge = Signal(object)
    """The attendee's id."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._group, self._at = group, 0
        self.title = Label(group.title, Role.BODY_BOLD, wrap=True)
        self.words = Label("", Role.SMALL, "ink2", wrap=True)
        self.button = Button(_("Show"), Kind.QUIET, size=Size.SMALL)
        self.button.setAccessibleName(_("Show: {what}").format(what=group.title))
        self.button.clicked.connect(self._show_next)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.words)
        box = row(gap=12)
        box.setContentsMargins(16, 10, 8, 12)
        top = Qt.AlignmentFlag.AlignTop
        box.addWidget(Icon(group.icon, "again_ink"), 0, top)
        box.addLayout(words, 1)
        box.addWidget(self.button, 0, top)
        self.setLayout(box)
        self._tell()

    def _tell(self) -> None:
        remarks = self._group.remarks
        words = self._group.words(remarks[self._at])
        if len(remarks) > 1:
            count = _("({n:,} of {total:,})").format(n=self._at + 1, total=len(remarks))
            words = f"{words} {count.replace(' ', NO_BREAK)}"
        self.words.setText(words)

    def _show_next(self) -> None:
        self._tell()
        remark = self._group.remarks[self._at]
        self.show_badge.emit(remark.attendee)
        self._at = (self._at + 1) % len(self._group.remarks)


class LookCard(Card):
    """How many things there are to look at, and each."""

    show_badge = Signal(object)
    """The attendee's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=0, gap=0, parent=parent)
        self.icon = Icon("circle-check", "ok_mark")
        self.title = Label("", Role.H3)
        head = row(self.icon, self.title, gap=10)
        head.setContentsMargins(16, 12, 16, 12)
        self.box.addLayout(head)
        self.rows: list[_Row] = []
        self.problem: Label | None = None
        self._lines: list[Line] = []
        self.show_nothing()

    def wait(self) -> None:
        """They are being looked through."""
        self._clear()
        self.icon.show_icon("clock", "ink2")
        self.title.setText(_("Looking through them…"))

    def show_nothing(self) -> None:
        """There is no badge."""
        self._clear()
        self.icon.show_icon("circle-check", "ink2")
        self.title.setText(_("Nothing to look at"))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What was found."""
        self._clear()
        found = bool(remarks)
        self.icon.show_icon(
            "triangle-alert" if found else "circle-check",
            "again_ink" if found else "ok_mark",
        )
        n = len(remarks)
        some = ngettext("One thing to look at", "{n:,} things to look at", n)
        self.title.setText(some if found else _("All badges look good"))
        for group in grouped(remarks):
            self._add(group)

    def show_problem(self, error: CheckinError) -> None:
        """Something that would stop the print."""
        self._clear()
        self.icon.show_icon("octagon-alert", "stop_mark")
        self.title.setText(_("This stops the print"))
        words = " ".join((f"{error.title_words()}.", error.hint_words()))
        self.problem = Label(words, Role.SMALL, "ink2", wrap=True)
        self.problem.setContentsMargins(16, 0, 16, 14)
        self.box.addWidget(self.problem)

    def _add(self, group: Group) -> None:
        if self.rows:
            line = Line()
            self._lines.append(line)
            self.box.addWidget(line)
        made = _Row(group)
        made.show_badge.connect(self.show_badge)
        self.rows.append(made)
        self.box.addWidget(made)

    def _clear(self) -> None:
        extra = [self.problem] if self.problem else []
        for part in (*self.rows, *self._lines, *extra):
            self.box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows, self._lines, self.problem = [], [], None
