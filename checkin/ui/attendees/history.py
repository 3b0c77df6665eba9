"""What happened to somebody, newest first, painted in one piece."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.model.clock import Instant
from checkin.model.i18n import _
from checkin.model.story import Icon, Line, tell, when_words
from checkin.ui import icons, look
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import LEFT

_ICONS = {
    Icon.CAME: "circle-check",
    Icon.LEFT: "log-out",
    Icon.REFUSED: "octagon-x",
    Icon.BADGE: "printer",
    Icon.HANDED: "id-card-lanyard",
    Icon.CORRECTED: "pencil",
    Icon.LISTED: "list",
    Icon.WITHDRAWN: "ban",
    Icon.PERMISSION: "mail",
    Icon.QUESTION: "circle-question-mark",
    Icon.CODE: "scan-qr-code",
    Icon.UNDONE: "undo-2",
}
_TONES = {Icon.CAME: "ok_mark", Icon.REFUSED: "stop_mark"}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, as it is shown."""

    what: str
    below: str
    icon: str
    tone: str = "ink2"
    undone: bool = False

    @property
    def spoken(self) -> str:
        """For screen readers."""
        return f"{self.what}, {self.below}"


def told(known: Dossier, now: Instant) -> list[Told]:
    """The history in words, newest first."""
    return [
        Told(
            line.what,
            _below(line, now),
            _ICONS[line.kind_icon],
            _TONES.get(line.kind_icon, "ink2"),
            line.undone,
        )
        for line in tell(known.history, known.undone, known.names)
    ]


def _below(line: Line, now: Instant) -> str:
    """When, where, and that it was undone."""
    parts = [when_words(line.when, now), line.who]
    if line.undone:
        parts.append(_("undone"))
    return " · ".join(filter(None, parts))


_ICON, _LEFT, _GAP = 18, 30, 10
_WORDS = int(LEFT) | int(Qt.TextFlag.TextWordWrap)


class HistoryView(QWidget):
    """Lines with icons; what was undone is struck through and says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Told, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def lines(self) -> tuple[Told, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, shown: Sequence[Told]) -> None:
        """Shows these."""
        self._lines = tuple(shown)
        self.setAccessibleName(_("History"))
        self.setAccessibleDescription("; ".join(line.spoken for line in shown))
        self._measure()
        self.update()

    # -- measures

    def _boxes(self, width: int) -> list[tuple[QRectF, QRectF]]:
        """Where the two texts of each line stand."""
        left, top = look.look().px(_LEFT), 0.0
        metrics, small = _metrics(Role.BODY), _metrics(Role.SMALL)
        room = QRectF(0, 0, max(40, width - left), 10_000)
        found = []
        for line in self._lines:
            high = metrics.boundingRect(room, _WORDS, line.what).height()
            low = small.boundingRect(room, _WORDS, line.below).height()
            upper = QRectF(left, top, room.width(), high)
            lower = QRectF(left, top + high, room.width(), low)
            found.append((upper, lower))
            top = lower.bottom() + look.look().px(_GAP)
        return found

    def _measure(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return round(boxes[-1][1].bottom()) + 2 if boxes else 0

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(240), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.look().px(_ICON)
        boxes = self._boxes(self.width())
        for line, (upper, lower) in zip(self._lines, boxes, strict=True):
            box = QRectF(0, upper.top() + 1, side, side)
            icons.draw(painter, line.icon, box, look.colour(line.tone))
            painter.setPen(look.colour("ink2" if line.undone else "ink"))
            painter.setFont(_struck(look.look().font(Role.BODY), line.undone))
            painter.drawText(upper, _WORDS, line.what)
            painter.setPen(look.colour("ink2"))
            painter.setFont(look.look().font(Role.SMALL))
            painter.drawText(lower, _WORDS, line.below)
        painter.end()


def _metrics(role: Role) -> QFontMetricsF:
    return look.look().metrics(role)


def _struck(font: QFont, undone: bool) -> QFont:
    font.setStrikeOut(undone)
    return font
