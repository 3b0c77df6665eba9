"""The right column: what to look at, order and check; the sum and the big button."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from checkin.badges import Order
from checkin.model.i18n import N_, _
from checkin.ui import actions
from checkin.ui.badges.looking import LookCard
from checkin.ui.badges.running import Running
from checkin.ui.tokens import GAP, Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, column, held, row, scrolled
from checkin.ui.widgets.choices import CheckBox
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.text import Label

_ORDERS = {
    Order.FIRST_NAME: N_("First name"),
    Order.LAST_NAME: N_("Last name"),
    Order.ORGANISATION: N_("Organisation"),
    Order.TICKET_TYPE: N_("Ticket type"),
}
_SHOWN_AFTER_MS = 300
"""What is done before that needs no bar: it would only flicker."""


class OrderCard(Card):
    """In what order, and whether the codes are read back."""

    order_chosen = Signal(object)
    verify_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=0, gap=8, parent=parent)
        self.box.setContentsMargins(14, 12, 4, 12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.order = ComboBox(_("Order"))
        self.order.on_choice(lambda word: self.order_chosen.emit(Order(word)))
        label = Label(_("Order"), Role.BODY, "ink2")
        label.setBuddy(self.order)
        self.verify = CheckBox(_("Check that every code scans"))
        self.verify.clicked.connect(self.verify_chosen)
        self.box.addLayout(row(label, None, self.order, 6))
        self.box.addWidget(self.verify)

    def show_choices(self, order: Order, *, verify: bool) -> None:
        """What holds."""
        self.order.fill([(_(words), one) for one, words in _ORDERS.items()], order)
        self.verify.setChecked(verify)


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
        self.save = Button.of(save)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addStretch(1)
        box.addWidget(self.sum)
        box.addSpacing(4)
        for button in (self.print, self.test, self.save):
            button.let_wrap()
            box.addWidget(button)


class Side(QWidget):
    """Cards above that scroll if they must; buttons below that stay."""

    def __init__(self, print_: QAction, test: QAction, save: QAction) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.look = LookCard()
        self.order = OrderCard()
        self.buttons = Buttons(print_, test, save)
        self.running = Running()
        self.foot = QStackedWidget()
        self.foot.addWidget(self.buttons)
        self.foot.addWidget(self.running)
        self.foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        cards = held(column(self.look, self.order, None, gap=GAP))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(scrolled(cards), 1)
        box.addWidget(self.foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_AFTER_MS)
        self._timer.timeout.connect(lambda: self.foot.setCurrentWidget(self.running))

    def begin_work(self, title: str) -> None:
        """The buttons make room if it takes long."""
        self.running.begin(title)
        self._timer.start()

    def end_work(self) -> None:
        """The buttons come back."""
        self._timer.stop()
        self.foot.setCurrentWidget(self.buttons)
