"""The right column: what to look at, order and check; the sum and the big button."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from checkin.ui import actions
from checkin.ui.badges import states
from checkin.ui.badges.how import HowCard
from checkin.ui.badges.jobs import JobsCard
from checkin.ui.badges.looking import LookCard
from checkin.ui.badges.running import Running
from checkin.ui.badges.wish import Wish, print_words, sum_words
from checkin.ui.tokens import GAP, Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import column, held, scrolled
from checkin.ui.widgets.stack import Stack
from checkin.ui.widgets.text import Label

_SHOWN_AFTER_MS = 300
"""What is done before that needs no bar: it would only flicker."""


class Buttons(QWidget):
    """The line that explains the sum, and what can be done."""

    def __init__(self, print_: QAction, test: QAction, save: QAction) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.sum = Label("", Role.SMALL, "ink2", wrap=True)
        self.print = Button.of(print_, Kind.PRIMARY, size=Size.BIG)
        self.print.set_keys("")
        self.print.setToolTip(actions.keys_words(print_.shortcut().toString()))
        self.test = Button.of(test)
        self.save = Button.of(save, Kind.QUIET)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addStretch(1)
        box.addWidget(self.sum)
        box.addSpacing(4)
        for button in (self.print, self.test, self.save):
            button.let_wrap()
            box.addWidget(button)

    def show_sums(self, wish: Wish, badges: int, *, read_only: bool) -> None:
        """How many badges on how many sheets; nothing to press where there is none."""
        for part in (self.print, self.save, self.sum):
            part.setVisible(bool(badges))
        copies, sheets = badges * wish.copies, wish.sheets(badges)
        self.print.setText(print_words(copies, sheets, wish.stock))
        words = sum_words(copies, wish.stock, wish.used)
        if read_only:
            words = states.read_only_words()
            self.print.why_not(words)
        self.sum.setText(words)


class Side(QWidget):
    """Cards above that scroll if they must, or a panel; buttons below that stay."""

    def __init__(
        self,
        wish: Wish,
        print_: QAction,
        test: QAction,
        save: QAction,
    ) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.look = LookCard()
        self.how = HowCard(wish)
        self.buttons = Buttons(print_, test, save)
        self.running = Running()
        self.foot = QStackedWidget()
        self.foot.addWidget(self.buttons)
        self.foot.addWidget(self.running)
        self.foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.list = column(self.look, self.how, None, gap=GAP)
        self.cards = scrolled(held(self.list))
        self.above = Stack()
        self.above.addWidget(self.cards)
        self._came_from: QWidget | None = None
        self._alone = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.above, 1)
        box.addWidget(self.foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._show_running)

    def add_printing(self, printer: QWidget, jobs: JobsCard) -> None:
        """Where the badges go stands with the order; the jobs on top of the cards."""
        self.how.add_printer(printer)
        self.list.insertWidget(0, jobs)
        jobs.came.connect(lambda: self.cards.verticalScrollBar().setValue(0))

    # -- a panel in the place of the cards

    @property
    def panel(self) -> QWidget | None:
        """What is open in the place of the cards."""
        shown = self.above.currentWidget()
        return None if shown is self.cards else shown

    def hold(self, panel: QWidget) -> None:
        """It lies behind the cards until it is opened."""
        if self.above.indexOf(panel) < 0:
            self.above.addWidget(panel)

    def open(self, panel: QWidget, came_from: QWidget, *, alone: bool = False) -> None:
        """Shows a panel until `back`, which leads to where one came from.

        `alone`: what is done there is another thing than what the buttons do.
        """
        self.hold(panel)
        self._came_from = came_from
        self.above.setCurrentWidget(panel)
        self._alone = alone
        self.foot.setVisible(not alone)

    def back(self) -> None:
        """To the cards."""
        self.above.setCurrentWidget(self.cards)
        self._alone = False
        self.foot.show()
        if self._came_from is not None:
            self._came_from.setFocus()
            self._came_from = None

    # -- while something is made

    def begin_work(self, title: str) -> None:
        """The buttons make room if it takes long."""
        self.running.begin(title)
        self._timer.start()

    def end_work(self) -> None:
        """The buttons come back."""
        self._timer.stop()
        self.foot.setCurrentWidget(self.buttons)
        self.foot.setVisible(not self._alone)

    def _show_running(self) -> None:
        self.foot.setCurrentWidget(self.running)
        self.foot.show()
