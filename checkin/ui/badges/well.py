"""The middle of the page: walk through the sheets, mark what is gone, see it large."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.badges.sheetview import SheetView
from checkin.ui.badges.shown import Shown
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, row, scrolled
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.text import Elided, Label

_LARGE = 860
"""The width of a large sheet, in px."""


class Well(Card):
    """The sheet on a sunken ground, or in its place why there is none."""

    turned = Signal(int)
    """By so many sheets."""
    enlarged = Signal(bool)

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__("sunken", pad=12, gap=4, parent=parent)
        self.large = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view = SheetView(stock)
        self.view.turned.connect(self.turned)
        self.view.moved.connect(self._bring_into_sight)
        self.before = self._arrow(_("Sheet before"), "chevron-left", -1)
        self.after = self._arrow(_("Next sheet"), "chevron-right", 1)
        self.title = Label("", Role.BODY_BOLD)
        self.hint = Elided(_("Click the badges that are gone"), Role.SMALL, "ink2")
        self.hint.setMinimumWidth(1)  # it goes below before it would be cut
        self._hint_below = False
        self.enlarge = Button(
            _("Show the sheet large"),
            Kind.QUIET,
            icon="maximize-2",
            size=Size.SMALL,
            icon_only=True,
        )
        self.enlarge.clicked.connect(lambda: self.set_large(large=not self.large))
        self.instead: EmptyState | None = None
        self.ground = scrolled(self.view)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.ground)
        self._head = row(self.before, self.title, self.after, 12, gap=2)
        self._head.addWidget(self.hint, 1)
        self._head.addStretch(0)
        self._head.addWidget(self.enlarge)
        self.box.addLayout(self._head)
        self.box.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()
        self._fit()

    def _place_hint(self) -> None:
        """Where the head has no room for it, the hint stands below the sheet."""
        others = (self.before, self.title, self.after, self.enlarge)
        taken = sum(part.sizeHint().width() for part in others) + 24
        width = self.contentsRect().width() - 24
        below = taken + self.hint.sizeHint().width() > width
        if below != self._hint_below:
            self._hint_below = below
            if below:
                self.box.addWidget(self.hint)
            else:
                self._head.insertWidget(4, self.hint, 1)

    def _fit(self) -> None:
        """The whole sheet; a large one as wide as there is room, and scrolled."""
        tall = 0
        if self.large:
            paper = self.view.shown.stock.paper_size
            wide = min(self.ground.viewport().width(), look.look().px(_LARGE))
            tall = round(wide * paper.height / paper.width)
        self.view.setMinimumHeight(tall)

    def ring(self, place: int) -> None:
        """Points at a place of the sheet and brings it into sight."""
        self.view.ring(place)
        self._bring_into_sight(place)

    def _bring_into_sight(self, place: int) -> None:
        box = self.view.box_of(place).toRect()
        self.ground.ensureVisible(box.center().x(), box.center().y(), 0, box.height())

    def _arrow(self, words: str, icon: str, by: int) -> Button:
        made = Button(words, Kind.QUIET, icon=icon, size=Size.SMALL, icon_only=True)
        made.clicked.connect(lambda: self.turned.emit(by))
        return made

    def show_sheet(self, shown: Shown) -> None:
        """Another sheet, or other marks on it."""
        self._replace(None)
        self.view.show_sheet(shown)
        self._fit()
        self.title.setText(shown.title)
        for part in (self.before, self.after, self.enlarge):
            part.show()
        self.before.setEnabled(shown.number > 1)
        self.after.setEnabled(shown.number < shown.total)
        self.hint.setVisible(shown.markable)

    def show_instead(self, state: EmptyState) -> None:
        """Why there is no sheet."""
        self._replace(state)
        self.title.setText("")
        for part in (self.before, self.after, self.enlarge, self.hint):
            part.hide()

    def _replace(self, state: EmptyState | None) -> None:
        if self.instead is not None:
            self.stack.removeWidget(self.instead)
            self.instead.deleteLater()
        self.instead = state
        if state is not None:
            self.stack.addWidget(state)
        self.stack.setCurrentWidget(state or self.ground)

    def set_large(self, *, large: bool) -> None:
        """Alone on the page, or between its neighbours."""
        if large != self.large:
            self.large = large
            words = _("Show everything again") if large else _("Show the sheet large")
            self.enlarge.setText(words)
            self.enlarge.set_icon("x" if large else "maximize-2")
            self.enlarged.emit(large)
            self._fit()
