"""One kind of question: what it is, how many, one after the other, and the choices."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from checkin.importing import Odd
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.importing.asking import (
    ARRIVED,
    CHANGED,
    CONFLICT,
    DOUBLE,
    GONE,
    Case,
    GroupShown,
)
from checkin.ui.importing.choices_row import ChoicesRow
from checkin.ui.tokens import BUTTON_SMALL, RADIUS_CARD, Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, column, held, row
from checkin.ui.widgets.chip import Chip
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Elided, Label

ICONS = {
    Odd.EMAIL.value: "mail",
    Odd.SAME.value: "users",
    Odd.NO_NAME.value: "user",
    Odd.NOBODY.value: "user-x",
    Odd.STATUS.value: "tag",
    Odd.PLACES.value: "ticket",
    Odd.ANSWER.value: "circle-question-mark",
    Odd.STRAY.value: "table-2",
    Odd.HIDDEN.value: "filter",
    Odd.LONG.value: "type",
    Odd.FORGOTTEN.value: "shield",
    CONFLICT: "pencil",
    DOUBLE: "users",
    ARRIVED: "user-check",
    CHANGED: "pencil",
    GONE: "log-out",
}


class GroupCard(Card):
    """Shows one case; the others come one after the other."""

    chosen = Signal(object, object, object, bool)
    """(GroupShown, Case, Option, to all of them), by the user."""
    turned = Signal(object, object)
    """(GroupShown, Case): this one is being looked at now."""

    def __init__(
        self, shown: GroupShown, narrow: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("bare" if narrow else "plain", pad=16, gap=6, parent=parent)
        self.shown = shown
        self._at = 0
        self._make_parts(ICONS[shown.kind])
        if narrow:
            self._lay_out_narrow()
        else:
            self._lay_out()
        self.show_group(shown)

    def _make_parts(self, icon: str) -> None:
        self._icon = Icon(icon, "ink2")
        self._title = Elided("", Role.BODY_BOLD)
        self._count = Chip()
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._says = Elided("")
        self._where = Elided("", Role.SMALL, "ink2")
        self._turn = Label("", Role.SMALL, "ink2")
        self.following = Button(
            _("Next"), Kind.QUIET, icon="chevron-right", size=Size.SMALL, icon_only=True
        )
        self.following.clicked.connect(self._next)
        self.choices = ChoicesRow()
        self.choices.chosen.connect(self._choose)
        self._outcome = Label("", Role.SMALL, "ink2", wrap=True)
        self._all = Label("", Role.SMALL, wrap=True)
        self._all.hide()
        self.more = Button("", Kind.QUIET, size=Size.SMALL)
        self.more.set_trailing("chevron-down")
        self.more.clicked.connect(self._toggle)
        self._turning = held(row(self._turn, self.following, gap=2))

    def _lay_out(self) -> None:
        box = self.box
        box.addLayout(row(self._icon, 2, self._title, self._count))
        box.addWidget(self._says)
        box.addLayout(row(self._where, self._turning))
        box.addWidget(self._all)
        box.addStretch(1)
        box.addWidget(self.choices)
        box.addLayout(row(self._outcome, self.more))

    def _lay_out_narrow(self) -> None:
        """What it is on the left, the case and what can be done on the right."""
        self.box.setContentsMargins(16, 8, 16, 10)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.addLayout(row(self._icon, 2, self._title), 0, 0)
        grid.addLayout(row(self._says, self._count), 0, 1)
        self._where.setMinimumHeight(look.look().px(BUTTON_SMALL + 4))
        grid.addLayout(row(28, self._where), 1, 0, Qt.AlignmentFlag.AlignTop)
        told = row(self._outcome, self.more)
        right = column(gap=0)
        beside = row(self.choices)
        beside.addWidget(self._turning, 0, Qt.AlignmentFlag.AlignTop)
        right.addLayout(beside)
        right.addLayout(told)
        grid.addLayout(right, 1, 1)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        self.box.addLayout(grid)
        self.box.addWidget(self._all)

    # -- what it shows

    def show_group(self, shown: GroupShown) -> None:
        """The same kind after something was answered; stays at what is open."""
        before = self.case
        self.shown = shown
        self._at = self._place_of(before)
        asks = bool(shown.cases[0].options)
        tone = "again" if shown.question else "plain"
        self._icon.show_icon(
            ICONS[shown.kind], "again_ink" if shown.question else "ink2"
        )
        self._title.setText(shown.title)
        if shown.count or not asks:
            self._count.show_words(f"{shown.count:,}", tone)
        else:
            self._count.show_words(_("Done"), "ok", "check")
        self._turning.setVisible(len(shown.cases) > 1)
        self.following.setAccessibleDescription(shown.title)
        self.more.setVisible(shown.more)
        self.more.setText(_("All {n}").format(n=f"{shown.count:,}"))
        self.more.setAccessibleDescription(shown.title)
        self._all.setText(shown.everybody)
        self._outcome.setText(shown.outcome)
        self._outcome.setVisible(not asks)
        self.choices.setVisible(asks)
        self._show_case()

    @property
    def case(self) -> Case:
        """The one that is being looked at."""
        return self.shown.cases[min(self._at, len(self.shown.cases) - 1)]

    def _place_of(self, before: Case) -> int:
        """Where it is now; once it is answered, the next one that is open."""
        cases = self.shown.cases
        here = next((i for i, c in enumerate(cases) if c.key == before.key), None)
        if here is not None and cases[here].open:
            return here
        at = here if here is not None else min(self._at, len(cases) - 1)
        around = [*range(at, len(cases)), *range(at)]
        return next((i for i in around if cases[i].open), at)

    def _show_case(self) -> None:
        case, cases = self.case, self.shown.cases
        self._says.setText(case.says)
        self._where.setText(case.where)
        self._where.setVisible(bool(case.where) or len(cases) > 1)
        words = _("{n} of over {all}") if self.shown.cut else _("{n} of {all}")
        self._turn.setText(words.format(n=self._at + 1, all=f"{len(cases):,}"))
        n = self.shown.count if self.shown.count > 1 else 0
        self.choices.show_case(case, n)
        parts = (self.shown.title, case.says, case.where, self.shown.outcome)
        told = ". ".join(part.rstrip(".") for part in parts if part)
        self.setAccessibleName(told)

    # -- what the user does

    def ask(self) -> None:
        """Turns to what is open, and takes the focus: its first choice, or itself."""
        if not self.case.open:
            self._at = self._place_of(self.case)
            self._show_case()
        first = self.stops()
        (first[0] if first else self).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.turned.emit(self.shown, self.case)

    def stops(self) -> list[QWidget]:
        """What can be pressed now, in the order of Tab."""
        every = [*self.choices.stops(), self.following, self.more]
        return [one for one in every if one.isVisibleTo(self)]

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self.shown.cases)
        self._show_case()
        self.turned.emit(self.shown, self.case)

    def _choose(self, option: object, everything: bool) -> None:
        self.chosen.emit(self.shown, self.case, option, everything)

    def _toggle(self) -> None:
        show = self._all.isHidden()
        self._all.setVisible(show)
        self.more.set_trailing("chevron-up" if show else "chevron-down")

    # -- focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.end()
