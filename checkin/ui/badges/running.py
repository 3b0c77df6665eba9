"""While badges are made: how far it is, and Cancel, in the place of the buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from checkin.model.i18n import _
from checkin.ui import actions
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button
from checkin.ui.widgets.card import Card, row
from checkin.ui.widgets.progress import Meter
from checkin.ui.widgets.text import Elided, Label


class Running(Card):
    """A bar and its figures; Esc stops the work, and then nothing was done."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=10, parent=parent)
        self.title = Elided("", Role.BODY_BOLD)
        self.figures = Label("", Role.BODY_BOLD, "ink2")
        self.figures.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.meter = Meter(_("Progress"))
        self.words = Label(
            _("Nothing is noted until all of it is done."),
            Role.SMALL,
            "ink2",
            wrap=True,
        )
        keys = actions.keys_words(actions.spec("badges.back").keys)
        self.cancel = Button(_("Cancel"), keys=keys)
        self.cancel.let_wrap()
        self.cancel.clicked.connect(self.cancelled)
        head = row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.figures)
        self.box.addLayout(head)
        self.box.addWidget(self.meter)
        self.box.addWidget(self.words)
        self.box.addStretch(1)
        self.box.addWidget(self.cancel)

    def begin(self, title: str) -> None:
        """Something starts."""
        self.title.setText(title)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        part = done / total if total else 0.0
        figures = f"{part:.0%}" if total else ""
        self.figures.setText(figures)
        self.meter.show_value(part, figures)
