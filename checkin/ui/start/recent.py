"""A recent event on the start page: its day, its name, and what is due."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from checkin.model.i18n import _, ngettext
from checkin.settings import RecentEvent
from checkin.ui import icons, look
from checkin.ui.tokens import RADIUS_CARD, Role
from checkin.ui.widgets.keycap import CapColours, cap_width, draw_cap
from checkin.ui.widgets.text import draw_line, tip

_TALL, _TALL_CHOSEN = 84, 96


@dataclass(frozen=True, slots=True)
class Row:
    """What the start page says of an event."""

    path: Path
    name: str
    day: str
    month: str
    state: str
    tonight: str
    """“Today” or “Tonight”; empty for all other days."""
    there: bool
    """Whether the file can be found."""


def row_of(recent: RecentEvent, now: datetime, there: bool) -> Row:
    """An event in words; `now` is local; `there`: its file is."""
    path = Path(recent.path)
    day = _day(recent.starts)
    today = day is not None and day == now.date()
    state = _state(recent, day, now.date())
    if not there:
        state = _("The file is not there. Is the drive plugged in?")
    return Row(
        path,
        recent.name or path.stem,
        str(day.day) if day else "–",
        f"{day:%b}" if day else "",
        state,
        (_("Tonight") if _evening(recent.starts) else _("Today")) if today else "",
        there,
    )


def _day(starts: str) -> date | None:
    try:
        return datetime.fromisoformat(starts).date()
    except ValueError:
        return None


def _evening(starts: str) -> bool:
    return datetime.fromisoformat(starts).hour >= 17


def _state(recent: RecentEvent, day: date | None, today: date) -> str:
    guests = ngettext("{n:,} guest", "{n:,} guests", recent.people)
    if not recent.people:
        return _("No guest list yet")
    past = day is not None and day < today
    if recent.attended:
        words = _("{guests}, {n:,} came") if past else _("{guests}, {n:,} of them here")
        guests = words.format(guests=guests, n=recent.attended)
    due = _due(recent, past)
    return f"{guests} · {due}" if due else guests


def _due(recent: RecentEvent, past: bool) -> str:
    if past:
        return (
            ""
            if recent.exported or not recent.attended
            else _("follow-up not sent yet")
        )
    return _("badges printed") if recent.printed else _("badges not printed yet")


class RecentCard(QAbstractButton):
    """One event to open; today's is larger and says Open."""

    def __init__(
        self, row: Row, chosen: bool, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row, self.chosen, self._keys = row, chosen, keys
        said = ", ".join(p for p in (row.name, row.tonight, row.state) if p)
        self.setAccessibleName(_("Open {event}").format(event=said))
        self.setToolTip(tip("\n".join((row.name, row.state, str(row.path)))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        tall = _TALL_CHOSEN if self.chosen else _TALL
        return QSize(look.look().px(480), look.look().px(tall))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.colour("accent" if self.chosen else "line")
        ground = "accent_soft" if self.chosen else "surface"
        if self.underMouse() and not self.chosen:
            ground = "sunken"
        painter.setPen(QPen(edge, 2))
        painter.setBrush(look.colour(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        self._draw_day(painter)
        self._draw_words(painter, self._draw_right(painter))
        painter.end()

    def _draw_day(self, painter: QPainter) -> None:
        px = look.look().px
        side = px(60)
        box = QRectF(px(17), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if self.chosen else "sunken"))
        painter.drawRoundedRect(box, 10, 10)
        painter.setPen(look.colour("on_accent" if self.chosen else "ink"))
        painter.setFont(look.look().font(Role.HEADLINE))
        top = box.adjusted(0, px(4), 0, -px(20))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self.row.day)
        painter.setFont(look.look().font(Role.SMALL_BOLD))
        below = box.adjusted(0, px(32), 0, -px(4))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.row.month)

    def _draw_right(self, painter: QPainter) -> float:
        """Open with its key, or a chevron; returns where it begins."""
        px, middle = look.look().px, self.height() / 2
        if not self.chosen:
            ink = look.colour("ink2")
            edge = self.width() - px(42)
            icons.draw_at(painter, "chevron-right", edge, middle, px(20), ink)
            return edge
        words, on = _("Open"), look.colour("on_accent")
        text = look.look().metrics(Role.BODY_BOLD).horizontalAdvance(words)
        width = text + cap_width(self._keys) + px(14 + 12 + 14)
        left = self.width() - width - px(22)
        box = QRectF(left, middle - px(20), width, px(40))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_hover" if self.underMouse() else "accent"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(on)
        painter.setFont(look.look().font(Role.BODY_BOLD))
        painter.drawText(
            box.adjusted(px(14), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words
        )
        cap = left + px(14) + text + px(12)
        draw_cap(painter, cap, middle, self._keys, CapColours(on, on))
        return left

    def _draw_words(self, painter: QPainter, right: float) -> None:
        px, middle = look.look().px, self.height() / 2
        left = px(96)
        painter.setPen(look.colour("ink" if self.row.there else "ink3"))
        room = right - left - px(12)
        advance = look.look().metrics(Role.H3).horizontalAdvance(self.row.name)
        name = QRectF(left, middle - px(26), room, px(26))
        draw_line(painter, name, self.row.name, Role.H3)
        chip, state = self._chip_width(), self.row.state
        if chip and advance + px(12) + chip <= room:
            self._draw_chip(painter, left + advance + px(12), chip)
        elif chip:
            state = f"{self.row.tonight} · {state}"
        painter.setPen(look.colour("ink2"))
        below = QRectF(left, middle + px(1), room, px(22))
        draw_line(painter, below, state, Role.BODY)

    def _chip_width(self) -> float:
        if not self.row.tonight:
            return 0
        metrics = look.look().metrics(Role.SMALL_BOLD)
        px = look.look().px
        return metrics.horizontalAdvance(self.row.tonight) + px(16 + 6 + 24)

    def _draw_chip(self, painter: QPainter, left: float, width: float) -> None:
        px, ink = look.look().px, look.colour("accent_ink")
        box = QRectF(left, self.height() / 2 - px(28), width, px(28))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        middle = box.center().y()
        icons.draw_at(painter, "clock", left + px(11), middle, px(16), ink)
        painter.setPen(ink)
        words = box.adjusted(px(33), 0, 0, 0)
        draw_line(painter, words, self.row.tonight, Role.SMALL_BOLD)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
