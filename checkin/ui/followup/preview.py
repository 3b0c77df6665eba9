"""What the file will hold: who is left out and why, and its first rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from checkin.followup.mailing import Reach, Survey, reason_words
from checkin.model.attendee import Attendee
from checkin.model.i18n import _, ngettext
from checkin.ui import icons, look
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import MIDDLE, draw_line, tip

_REASON, _ROW, _PAD = 28, 40, 16
_TITLE = 22
_ICONS = {
    Reach.SAID_NO: "ban",
    Reach.NEVER_ASKED: "circle-question-mark",
    Reach.NO_EMAIL: "at-sign",
    Reach.ADDRESS_SAID_NO: "users",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """An icon, a figure where there is one, and words."""

    icon: str
    figure: str
    words: str
    whole: str
    """For screen readers."""


def left_out(survey: Survey) -> list[Remark]:
    """Who is not in a mailing, and why."""
    return [
        Remark(_ICONS[why], f"{n:,}", _why(why, n), reason_words(why, n))
        for why, n in survey.left_out().items()
    ]


def _why(why: Reach, n: int) -> str:
    if why is Reach.SAID_NO:
        return _("said no")
    if why is Reach.NEVER_ASKED:
        return ngettext("was never asked", "were never asked", n)
    if why is Reach.NO_EMAIL:
        return ngettext("has no e-mail address", "have no e-mail address", n)
    return ngettext(
        "shares an address that said no", "share an address that said no", n
    )


class Remarks(QWidget):
    """Some remarks, one below the other; their figures stand in a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks: Sequence[Remark] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Shows these."""
        self.remarks = remarks
        self.setAccessibleName(", ".join(remark.whole for remark in remarks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = look.look().px
        return QSize(px(240), len(self.remarks) * px(_REASON))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, tall = look.look().px, look.look().px(_REASON)
        bold = look.look().metrics(Role.BODY_BOLD)
        widest = max(
            (bold.horizontalAdvance(r.figure) for r in self.remarks), default=0
        )
        words = px(30) + (widest + px(10) if widest else 0)
        for n, remark in enumerate(self.remarks):
            middle = n * tall + tall / 2
            icons.draw_at(painter, remark.icon, 0, middle, px(20), look.colour("ink2"))
            painter.setPen(look.colour("ink"))
            figure = QRectF(px(30), n * tall, widest + 1, tall)
            draw_line(painter, figure, remark.figure, Role.BODY_BOLD)
            room = QRectF(words, n * tall, self.width() - words, tall)
            draw_line(painter, room, remark.words, Role.BODY)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class FirstRows(QWidget):
    """Names and e-mail addresses of the first few: as many as there is room for.

    Where a message takes the room there are none at all.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: Sequence[Attendee] = ()
        self.nobody = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_people(self, people: Sequence[Attendee]) -> None:
        """Shows these."""
        self.people = people
        self._tell()

    def say_nobody(self, words: str) -> None:
        """Why there are none; empty where there are some."""
        self.nobody = words
        self._tell()

    def _tell(self) -> None:
        people = self.people
        rows = self.nobody or "; ".join(
            ", ".join(filter(None, _cells(guest))) for guest in people
        )
        self.setAccessibleName(_("First rows: {rows}").format(rows=rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(320), look.look().px(_TITLE + 6 * _ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(240), 0)

    @property
    def visible_people(self) -> Sequence[Attendee]:
        """Those for whom there is room."""
        room = self.height() - look.look().px(_TITLE)
        return self.people[: max(0, room // look.look().px(_ROW) - 1)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self.visible_people or self.nobody):
            return
        painter = QPainter(self)
        painter.setPen(look.colour("ink2"))
        top, wide = look.look().px(_TITLE), self.width()
        title = QRectF(0, 0, wide, top)
        draw_line(painter, title, _("First rows"), Role.SMALL_BOLD)
        if self.nobody:
            box = QRectF(0, top, wide, look.look().px(_ROW))
            draw_line(painter, box, self.nobody, Role.BODY)
            return
        self._draw_row(painter, 0, (_("Name"), _("E-mail")), heading=True)
        for n, guest in enumerate(self.visible_people, start=1):
            self._draw_row(painter, n, _cells(guest), heading=False)
        painter.end()

    def _draw_row(
        self, painter: QPainter, n: int, cells: tuple[str, str], *, heading: bool
    ) -> None:
        painter.setPen(look.colour("ink2" if heading else "ink"))
        roles = (Role.SMALL_BOLD,) * 2 if heading else (Role.BODY_BOLD, Role.BODY)
        for box, text, role in zip(self._boxes(n), cells, roles, strict=True):
            draw_line(painter, box, text, role, MIDDLE)
        line = QRectF(0, self._top(n + 1) - 1, self.width(), 1)
        painter.fillRect(line, look.colour("line"))

    @staticmethod
    def _top(n: int) -> int:
        """Of a row; the headings are row 0."""
        return look.look().px(_TITLE) + n * look.look().px(_ROW)

    def _boxes(self, n: int) -> tuple[QRectF, QRectF]:
        """Where the two cells of a row are."""
        px, tall = look.look().px, look.look().px(_ROW)
        half = round(self.width() * 0.47)
        top = self._top(n)
        name = QRectF(px(_PAD), top, half - px(_PAD) - px(12), tall)
        email = QRectF(half, top, self.width() - half - px(8), tall)
        return name, email

    def event(self, event: QEvent) -> bool:
        """Over a text that was cut the whole of it is shown."""
        if isinstance(event, QHelpEvent):
            n = (event.pos().y() - self._top(1)) // look.look().px(_ROW)
            if 0 <= n < len(self.visible_people):
                text = "\n".join(_cells(self.people[n]))
                QToolTip.showText(event.globalPos(), tip(text), self)
                return True
        return super().event(event)


def _cells(guest: Attendee) -> tuple[str, str]:
    return guest.name, guest.details.email.strip()
