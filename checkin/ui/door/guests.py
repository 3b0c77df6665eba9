"""Guests to choose from: cards side by side for one name, rows for the rest."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.door.finding import Standing, act_icon, act_words, apart, facts
from checkin.ui.door.shapes import draw_cut, shrunk
from checkin.ui.tokens import RADIUS_CARD, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.chip import Chip

_ABOVE = 134
"""Name, what tells them apart, and chips; px."""
_FACT = 25
_ROW = 48


class Guest(QWidget):
    """Somebody who can be chosen; a click chooses, the button acts."""

    chosen = Signal()
    acted = Signal()

    def __init__(self, guest: Attendee, standing: Standing, several: bool) -> None:
        super().__init__()
        self.guest, self.standing = guest, standing
        self.is_chosen = False
        self.button = Button(act_words(guest, standing, several), parent=self)
        self.button.set_icon(act_icon(standing))
        self.button.clicked.connect(self.acted)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell()

    def choose(self, on: bool) -> None:
        """Its frame and its button say so; nothing moves."""
        if on == self.is_chosen:
            return
        self.is_chosen = on
        self.button.set_kind(Kind.PRIMARY if on else Kind.SECONDARY)
        self.button.set_keys(_("Enter") if on else "")
        self._tell()
        self._arrange()
        self.update()

    def _tell(self) -> None:
        known = (self.guest.name, apart(self.guest), self.standing.words)
        more = [said for _icon, said in facts(self.guest, self.standing)]
        self.setAccessibleName(", ".join(filter(None, known)))
        chosen = _("chosen") if self.is_chosen else ""
        self.setAccessibleDescription(". ".join(filter(None, [chosen, *more])))

    def _arrange(self) -> None:
        """Puts the button where it belongs."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        event.accept()


class GuestCard(Guest):
    """One of a few who are called alike: what tells them apart comes first."""

    def __init__(
        self, guest: Attendee, standing: Standing, several: bool, most_facts: int
    ) -> None:
        super().__init__(guest, standing, several)
        self._ticket = Chip(guest.details.ticket_type, icon="ticket", parent=self)
        self._ticket.setVisible(bool(guest.details.ticket_type))
        self._state = Chip(
            standing.words, standing.tone, icon=standing.icon, parent=self
        )
        self._facts = facts(guest, standing)[:most_facts]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(300), card_height(len(self._facts)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(180), self.sizeHint().height())

    def _arrange(self) -> None:
        px = look.look().px
        left, wide = px(22), self.width() - 2 * px(22)
        y, x = px(22 + 34 + 28 + 8), left
        for chip in (self._ticket, self._state):
            if not chip.isHidden():
                room = max(px(40), left + wide - x)
                own = min(chip.sizeHint().width(), room)
                chip.setGeometry(x, y, own, px(28))
                x += own + px(8)
        if self.button.sizeHint().width() > wide:
            self.button.set_icon("")
        tall = self.button.sizeHint().height()
        self.button.setGeometry(left, self.height() - px(20) - tall, wide, tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        on = self.is_chosen
        painter.setPen(QPen(look.colour("accent" if on else "line"), 2))
        painter.setBrush(look.colour("accent_soft" if on else "surface"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        left, wide = px(22), self.width() - 2 * px(22)
        painter.setPen(look.colour("ink"))
        name = shrunk(self.guest.name, px(26), px(18), 600, wide)
        draw_cut(painter, QRectF(left, px(20), wide, px(34)), self.guest.name, name)
        line = QRectF(left, px(54), wide, px(26))
        draw_cut(painter, line, apart(self.guest), look.look().font(Role.H3))
        self._draw_facts(painter, left, wide)
        painter.end()

    def _draw_facts(self, painter: QPainter, left: int, wide: int) -> None:
        px = look.look().px
        y = px(_ABOVE)
        painter.fillRect(QRectF(left, y, wide, 1), look.colour("line"))
        y += px(8)
        for icon, said in self._facts:
            middle = y + px(_FACT) / 2
            ink2 = look.colour("ink2")
            icons.draw_at(painter, icon, left, middle, px(18), ink2)
            painter.setPen(look.colour("ink"))
            own = QRectF(left + px(28), y, wide - px(28), px(_FACT))
            draw_cut(painter, own, said, look.look().font(Role.BODY))
            y += px(_FACT)


def card_height(facts: int) -> int:
    """With so many facts, px."""
    px = look.look().px
    return px(_ABOVE + 14) + facts * px(_FACT) + px(12 + 40 + 20)


def row_height() -> int:
    """Px."""
    return look.look().px(_ROW)


class GuestRow(Guest):
    """Somebody further down: one line; its button comes once it is chosen."""

    def __init__(self, guest: Attendee, standing: Standing, several: bool) -> None:
        super().__init__(guest, standing, several)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.hide()

    def choose(self, on: bool) -> None:
        super().choose(on)
        self.button.setVisible(on)

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(300), row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(200), self.sizeHint().height())

    def _arrange(self) -> None:
        hint = self.button.sizeHint()
        wide = min(hint.width(), self.width() // 2)
        top = (self.height() - hint.height()) // 2
        self.button.setGeometry(self.width() - 4 - wide, top, wide, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        box = QRectF(self.rect())
        if self.is_chosen:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        right = box.right() - px(12)
        if self.is_chosen:
            right = self.button.x() - px(8)
        else:
            right = self._draw_state(painter, right)
        bold, body = Role.H3, look.look().font(Role.BODY)
        x, room = px(12), right - px(24)
        wide = min(look.look().metrics(bold).horizontalAdvance(self.guest.name), room)
        painter.setPen(look.colour("ink"))
        own = QRectF(x, 0, wide + 2, box.height())
        draw_cut(painter, own, self.guest.name, look.look().font(bold))
        painter.setPen(look.colour("ink2"))
        x += round(wide) + px(14)
        if right - x > px(30):
            told = words.isolate(apart(self.guest))
            draw_cut(painter, QRectF(x, 0, right - x, box.height()), told, body)
        painter.end()

    def _draw_state(self, painter: QPainter, right: float) -> float:
        """How they stand, at the right end; gives where it begins."""
        px = look.look().px
        tone = self.standing.tone
        ink = look.colour("ink2" if tone == "plain" else f"{tone}_ink")
        said = self.standing.words
        advance = look.look().metrics(Role.BODY).horizontalAdvance(said)
        left = right - advance
        painter.setPen(look.colour("ink2"))
        own = QRectF(left, 0, advance + 2, self.height())
        draw_cut(painter, own, said, look.look().font(Role.BODY))
        middle = self.height() / 2
        icons.draw_at(painter, self.standing.icon, left - px(28), middle, px(18), ink)
        return left - px(40)
