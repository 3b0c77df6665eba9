"""The middle of the page: walk through the sheets, mark what is gone, come closer."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui import actions
from checkin.ui.badges.ground import Ground
from checkin.ui.badges.sheetview import SheetView
from checkin.ui.badges.shown import Shown
from checkin.ui.badges.zoom import Fit, Zoom
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, row
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.text import Elided, Label


class Well(Card):
    """The sheet on a sunken ground, or in its place why there is none."""

    turned = Signal(int)
    """By so many sheets."""
    enlarged = Signal(bool)
    flipped = Signal()
    """The other side is to be seen."""

    def __init__(
        self, stock: Stock, page: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__("sunken", pad=12, gap=4, parent=parent)
        self.large = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view = SheetView(stock)
        self.view.turned.connect(self.turned)
        self.ground = Ground(self.view)
        self.ground.zoomed.connect(self._show_zoom)
        self.before = self._arrow(_("Sheet before"), "chevron-left", -1)
        self.after = self._arrow(_("Next sheet"), "chevron-right", 1)
        self.title = Label("", Role.BODY_BOLD)
        self.hint = Elided(_("Click the badges that are gone"), Role.SMALL, "ink2")
        self.hint.setMinimumWidth(1)  # it goes below before it would be cut
        self._hint_below = False
        self.whole = Button("", Kind.QUIET, size=Size.SMALL)
        self.whole.clicked.connect(self.show_whole)
        self.flip = _of(page, "badges.flip", self.flipped.emit)
        self.flip.hide()
        self.closer = _of(page, "badges.closer", self.ground.closer)
        self.further = _of(page, "badges.further", self.ground.further)
        actions.action(page, "badges.whole", self.show_whole)
        self.enlarge = _icon(_("Show the sheet large"), "maximize-2")
        self.enlarge.clicked.connect(lambda: self.set_large(large=not self.large))
        self.instead: EmptyState | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.ground)
        steps = self.further, self.closer
        self._controls = (self.flip, *steps, self.enlarge)
        self._head = row(self.before, self.title, self.after, 12, gap=2)
        self._head.addWidget(self.hint, 1)
        self._head.addStretch(0)
        for part in self._controls:
            self._head.addWidget(part)
        self.box.addLayout(self._head)
        self.box.addWidget(self.stack, 1)
        self._foot = row()
        self._foot.addStretch(0)  # all the room is the hint's, if it stands there
        self._foot.addWidget(self.whole)
        self.box.addLayout(self._foot)
        self._show_zoom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        """Where the head has no room for it, the hint stands below the sheet."""
        never = set() if self.view.shown.two_sided else {self.flip}
        others = {self.before, self.title, self.after, *self._controls} - never
        taken = sum(part.sizeHint().width() + 2 for part in others) + 12
        width = self.contentsRect().width() - 24
        below = taken + self.hint.sizeHint().width() > width
        if below != self._hint_below:
            self._hint_below = below
            if below:
                self._foot.insertWidget(0, self.hint, 1)
            else:
                self._head.insertWidget(4, self.hint, 1)
        self._show_hint()

    def _show_hint(self) -> None:
        """Where a click marks a place."""
        self.hint.setVisible(self.instead is None and self.view.shown.markable)

    def _show_zoom(self) -> None:
        """How large it is, unless it is all to be seen."""
        self.whole.setVisible(not self.ground.whole and self.instead is None)
        words = _("{n:.0%}").format(n=self.ground.scale)
        self.whole.setText(words)
        self.whole.setAccessibleName(_("{size}: show all").format(size=words))
        self.whole.setToolTip(_("Show the whole sheet"))
        self._show_hint()

    def ring(self, place: int) -> None:
        """Points at a place of the sheet and brings it into sight."""
        self.view.ring(place)
        self.ground.show_place(place)

    def _arrow(self, words: str, icon: str, by: int) -> Button:
        made = _icon(words, icon)
        made.clicked.connect(lambda: self.turned.emit(by))
        return made

    def show_sheet(self, shown: Shown) -> None:
        """Another sheet, or other marks on it."""
        self._replace(None)
        self.view.show_sheet(shown)
        self.ground.fit()
        self.title.setText(shown.title)
        always = self.further, self.closer, self.enlarge
        for part in (self.before, self.after, *always):
            part.show()
        self.flip.setVisible(shown.two_sided)
        self.flip.setText(_("Show the front") if shown.back else _("Show the back"))
        self._show_zoom()
        self._place_hint()
        self.before.setEnabled(shown.number > 1)
        self.after.setEnabled(shown.number < shown.total)

    def show_instead(self, state: EmptyState) -> None:
        """Why there is no sheet."""
        self._replace(state)
        self.title.setText("")
        self.whole.hide()
        for part in (self.before, self.after, self.hint, *self._controls):
            part.hide()

    def _replace(self, state: EmptyState | None) -> None:
        if self.instead is not None:
            self.stack.removeWidget(self.instead)
            self.instead.deleteLater()
        self.instead = state
        if state is not None:
            self.stack.addWidget(state)
        self.stack.setCurrentWidget(state or self.ground)

    def show_whole(self) -> None:
        """All of the sheet."""
        self.ground.zoom_to(Zoom())

    def set_large(self, *, large: bool) -> None:
        """Alone on the page, or between its neighbours."""
        if large != self.large:
            self.large = large
            words = _("Show everything again") if large else _("Show the sheet large")
            self.enlarge.setText(words)
            self.enlarge.set_icon("x" if large else "maximize-2")
            self.enlarged.emit(large)
            self.ground.zoom_to(Zoom(Fit.WIDE) if large else Zoom())


def _icon(words: str, icon: str) -> Button:
    return Button(words, Kind.QUIET, icon=icon, size=Size.SMALL, icon_only=True)


def _of(page: QWidget, name: str, do: Callable[[], object]) -> Button:
    """The button of an action that works on the whole page."""
    made = actions.action(page, name, do)
    return Button.of(made, Kind.QUIET, size=Size.SMALL, icon_only=True)
