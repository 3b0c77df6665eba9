"""What the door is made of, and where it stands at every width."""

from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui import actions, look
from checkin.ui.door.found import FoundView, Stands
from checkin.ui.door.panels import CountsCard, LastScans, UndoStrip
from checkin.ui.door.stage import Stage
from checkin.ui.door.topbar import TopBar
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button
from checkin.ui.widgets.fields import SearchField

_NARROW = 1080
"""Below this width the margins and the right column are smaller; px."""


@dataclass(frozen=True, slots=True)
class DoorActions:
    """Those that have a button of their own."""

    walk_in: QAction
    greeting: QAction
    undo: QAction


class Parts:
    """The widgets of the page, laid out on it."""

    def __init__(self, page: QWidget, acts: DoorActions, stands: Stands) -> None:
        self.top = TopBar(acts.walk_in, acts.greeting)
        self.search = SearchField(
            _("Name, company or e-mail. Or just scan."),
            actions.keys_words(actions.spec("door.find").keys),
            role=Role.H2,
            height=56,
        )
        self.stage = Stage()
        self.found = FoundView(stands)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.stage)
        self.stack.addWidget(self.found)
        self.undo = Button.of(acts.undo)
        self.strip = UndoStrip(self.undo)
        self.counts = CountsCard()
        self.scans = LastScans()
        self._box = QVBoxLayout(page)
        self._lay_out()
        self.arrange(page.width())

    def _lay_out(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(16)
        for part in (self.search, self.stack, self.strip):
            self._left.addWidget(part, 1 if part is self.stack else 0)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        right.addWidget(self.counts)
        right.addWidget(self.scans, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(self._left, 1)
        middle.addWidget(self._right)
        self._box.addWidget(self.top)
        self._box.addLayout(middle, 1)

    def arrange(self, width: int) -> None:
        """For a page of this width, in px."""
        px = look.look().px
        narrow = width < px(_NARROW)
        side, edge = (16, 12) if narrow else (24, 16)
        self._box.setContentsMargins(side, edge, side, edge)
        self._box.setSpacing(edge)
        self._right.setFixedWidth(px(256 if narrow else 320))
        self.top.set_narrow(narrow)
