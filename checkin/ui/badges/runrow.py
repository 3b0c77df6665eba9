"""One print run in words, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin.badges import run_amount, run_details, run_moment, run_words
from checkin.model.clock import Instant
from checkin.model.i18n import _
from checkin.model.prints import Run
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import held, row
from checkin.ui.widgets.text import Label


class RunRow(QWidget):
    """A run that is undone can only be printed again."""

    go_on_wanted = Signal()
    again_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, run: Run, now: Instant, *, read_only: bool) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.run = run
        title = run_words(run, now)
        tone = "ink2" if run.undone else "ink"
        self.title = Label(run_amount(run), Role.BODY_BOLD, tone, wrap=True)
        self.moment = Label(run_moment(run, now), Role.SMALL, tone, wrap=True)
        self.details = Label(run_details(run), Role.SMALL, "ink2", wrap=True)
        self.go_on = _button(_("Go on from a badge…"), "arrow-right", title)
        self.again = _button(_("Print again"), "rotate-cw", title)
        self.undo = _button(_("Undo"), "undo-2", title)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(2)
        box.addWidget(self.title)
        box.addWidget(self.moment)
        box.addWidget(self.details)
        box.addSpacing(2)
        box.addWidget(held(row(self.go_on, None, gap=4)))
        box.addWidget(held(row(self.again, self.undo, None, gap=4)))
        if run.undone or read_only:
            self.go_on.hide()
            self.undo.hide()


def _button(words: str, icon: str, about: str) -> Button:
    made = Button(words, Kind.QUIET, icon=icon, size=Size.SMALL)
    made.setAccessibleName(f"{words} {about}")
    return made
