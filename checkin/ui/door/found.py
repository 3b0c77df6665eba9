"""The results of a search, in the place of the stage."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.model.attendee import Attendee
from checkin.model.i18n import _
from checkin.model.verdict import Family
from checkin.ui import look
from checkin.ui.door.finding import Arranged, Found, Standing, arrange
from checkin.ui.door.guests import Guest, GuestCard, GuestRow, card_height, row_height
from checkin.ui.door.shapes import Wrapped, draw_cut, draw_shape, shrunk
from checkin.ui.tokens import RADIUS_STAGE, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import row
from checkin.ui.widgets.text import Label

_HEAD = 94
"""The icon, the title and a hint of one line, and the gap below them; px."""
_SHAPE, _HINT, _GAP, _FOOT = 50, 50, 14, 12
_WIDE = 720
_MOST_FACTS, _LEAST_FACTS = 4, 2

Stands = Callable[[Attendee], Standing]


class FoundView(QWidget):
    """Arrow keys and clicks choose, Enter and the button act; nothing else does."""

    acted = Signal(object)
    """An Attendee: the door is to be asked about them."""
    newcomer = Signal()
    """Nobody fits: add them as a walk-in."""

    def __init__(self, stands: Stands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stands = stands
        self._found = Found("")
        self.arranged = Arranged("", "")
        self.guests: list[Guest] = []
        self._plan = (_MOST_FACTS, 0)
        self.chosen: int | None = None
        self.add = Button(_("Add as a walk-in"), Kind.PRIMARY, icon="user-plus")
        self.add.clicked.connect(self.newcomer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._cards = row(gap=16)
        self._rows_title = Label("", Role.SMALL_BOLD, "ink2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(12)
        self._box.addLayout(self._cards)
        self._box.addLayout(row(self.add, None))
        self._box.addWidget(self._rows_title)
        self._box.addLayout(self._rows)
        self._box.addStretch(1)
        self._margins()

    def _margins(self) -> None:
        """The guests begin below the icon, and below both lines of a long hint."""
        px = look.look().px
        side = px(24 if self.width() >= px(_WIDE) else 16)
        self._beside = side + px(_SHAPE + 18)
        wide = self.width() - self._beside - side
        self._hint = Wrapped(self.arranged.hint, look.look().font(Role.BODY), wide)
        self._head = max(px(_HEAD), px(_HINT + _GAP) + round(self._hint.height))
        self._box.setContentsMargins(side, self._head, side, px(_FOOT))

    # -- what it shows

    def show_found(self, found: Found) -> None:
        """Others who fit; whoever was chosen stays chosen if they still do.

        The same as before stay as they are, under the mouse and with the focus.
        """
        if self._is_shown(found):
            return
        before = self.choice.id if self.choice else None
        again = found.text == self._found.text
        self._found = found
        wide = self.width() >= look.look().px(_WIDE)
        leaving = any(self._stands(one).leaves for one in found.hits[:1])
        self.arranged = arrange(found, 3 if wide else 2, leaving)
        self._margins()
        self._plan = self._planned()
        self._fill()
        people = [guest.guest.id for guest in self.guests]
        if again and before in people:
            self.choose(people.index(before))
        else:
            self.choose(self.arranged.chosen)
        self.setAccessibleName(f"{self.arranged.title}. {self.arranged.hint}")

    def _is_shown(self, found: Found) -> bool:
        stands = (one.standing == self._stands(one.guest) for one in self.guests)
        same = found == self._found and bool(self.guests)
        return same and self._planned() == self._plan and all(stands)

    @property
    def text(self) -> str:
        """What these are the results of."""
        return self._found.text

    @property
    def found(self) -> Found:
        """Who fits."""
        return self._found

    def _fill(self) -> None:
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and any(g.isAncestorOf(focused) for g in self.guests):
            self.setFocus()  # else it would go wherever
        for old in self.guests:
            old.hide()
            old.deleteLater()
        several = len(self.arranged.cards) > 1
        self.guests = []
        most_facts, rows = self._plan
        for guest in self.arranged.cards:
            card = GuestCard(guest, self._stands(guest), several, most_facts)
            self._add(card, self._cards)
        for guest in self.arranged.rows[:rows]:
            self._add(GuestRow(guest, self._stands(guest), False), self._rows)
        self._rows_title.setText(self.arranged.rows_title)
        self._rows_title.setVisible(bool(self.arranged.rows_title) and rows > 0)
        self.add.setVisible(self.arranged.nobody)
        self.update()

    def _planned(self) -> tuple[int, int]:
        """How many facts a card, and how many rows there is room for."""
        px, arranged = look.look().px, self.arranged
        room = self.height() - self._head - px(_FOOT)
        if arranged.nobody:
            room -= px(40 + 12)
        facts = _MOST_FACTS
        if arranged.cards:
            rows = px(12 + 20 + 12) + row_height() if arranged.rows else 0
            while facts > _LEAST_FACTS and card_height(facts) + rows > room:
                facts -= 1
            room -= card_height(facts) + px(12)
        if arranged.rows_title:
            room -= px(20 + 12)
        return facts, max(0 if arranged.cards else 1, room // row_height())

    def _add(self, one: Guest, box: QBoxLayout) -> None:
        number = len(self.guests)
        one.chosen.connect(lambda: self.choose(number))
        one.acted.connect(lambda: self.acted.emit(one.guest))
        self.guests.append(one)
        box.addWidget(one)

    # -- choosing

    @property
    def choice(self) -> Attendee | None:
        """Whom Enter would act on."""
        if self.chosen is None or self.chosen >= len(self.guests):
            return None
        return self.guests[self.chosen].guest

    def choose(self, number: int | None) -> None:
        """One of them, or nobody."""
        there = number is not None and number < len(self.guests)
        self.chosen = number if there else None
        for own, guest in enumerate(self.guests):
            guest.choose(own == self.chosen)

    def step(self, by: int) -> None:
        """The next one (1) or the one before (-1); from nobody to the first."""
        if not self.guests:
            return
        if self.chosen is None:
            self.choose(0 if by > 0 else len(self.guests) - 1)
        else:
            self.choose(min(max(0, self.chosen + by), len(self.guests) - 1))

    def act(self) -> None:
        """Enter: only on somebody who was chosen."""
        if self.choice is not None:
            self.acted.emit(self.choice)

    # -- looks

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(420), look.look().px(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """For another size: of the view, or of the text."""
        self._margins()
        if self.guests and self._planned() != self._plan:
            self.show_found(self._found)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_STAGE, RADIUS_STAGE)
        side = self._box.contentsMargins().left()
        shape = QRectF(side, px(20), px(_SHAPE), px(_SHAPE))
        icon = "user-x" if self.arranged.nobody else "users"
        ask = look.look().theme.ask
        draw_shape(painter, shape, Family.ASK, icon, ask)
        x = self._beside
        wide = self.width() - x - side
        painter.setPen(look.colour("ink"))
        font = shrunk(self.arranged.title, px(24), px(17), 600, wide)
        draw_cut(painter, QRectF(x, px(18), wide, px(32)), self.arranged.title, font)
        painter.setPen(look.colour("ink2"))
        self._hint.draw(painter, x, px(_HINT))
        painter.end()
