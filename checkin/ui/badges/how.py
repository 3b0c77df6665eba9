"""How it is printed: the order, the check, and what one seldom needs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.badges import Order
from checkin.model.i18n import N_, _
from checkin.ui.badges.folding import Folded
from checkin.ui.badges.morechoices import MoreChoices, more_words
from checkin.ui.badges.wish import Wish
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import Card, row
from checkin.ui.widgets.choices import CheckBox
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.text import Label

_ORDERS = {
    Order.FIRST_NAME: N_("First name"),
    Order.LAST_NAME: N_("Last name"),
    Order.ORGANISATION: N_("Organisation"),
    Order.TICKET_TYPE: N_("Ticket type"),
    Order.LIST: N_("As in your list"),
}

_VERIFY, _VERIFY_SHORT = N_("Check that every code scans"), N_("Check every code")


class HowCard(Card):
    """In what order, and whether the codes are read back; the rest is folded."""

    order_chosen = Signal(object)
    verify_chosen = Signal(bool)

    def __init__(self, wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(pad=0, gap=8, parent=parent)
        self.box.setContentsMargins(14, 12, 4, 8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.order = ComboBox(_("Order"))
        self.order.on_choice(lambda word: self.order_chosen.emit(Order(word)))
        label = Label(_("Order"), Role.BODY, "ink2")
        label.setBuddy(self.order)
        self.verify = CheckBox(_(_VERIFY))
        self.verify.clicked.connect(self.verify_chosen)
        self.choices = MoreChoices(wish)
        self.more = Folded(_("More choices"), self.choices)
        self.box.addLayout(row(label, None, self.order, 6))
        self.box.addWidget(self.verify)
        self.box.addWidget(self.more)

    def add_printer(self, choice: QWidget) -> None:
        """Where the badges go stands below the order."""
        self.box.insertWidget(1, choice)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, fewer words say the same."""
        self.verify.setText(_(_VERIFY_SHORT if narrow else _VERIFY))

    def show_wish(self, wish: Wish) -> None:
        """What holds."""
        orders = [(_(words), one) for one, words in _ORDERS.items()]
        self.order.fill(orders, wish.order)
        self.verify.setChecked(wish.verify)
        self.choices.show_wish(wish)
        self.more.show_words(more_words(wish))
