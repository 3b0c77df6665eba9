"""Counts and the last scans, at the right of the door."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.model.i18n import _
from checkin.model.verdict import Family
from checkin.ui import fonts, icons, look
from checkin.ui.door.around import Counts, Past, spoken
from checkin.ui.door.shapes import draw_cut
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, column, held, row
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.progress import Meter
from checkin.ui.widgets.text import Elided, Label

_ROW = 44
_ICONS = {
    Family.OK: ("circle-check", "ok_mark"),
    Family.AGAIN: ("rotate-ccw", "again_mark"),
    Family.STOP: ("octagon-x", "stop_mark"),
    Family.ASK: ("circle-question-mark", "ask_mark"),
    None: ("undo-2", "ink2"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountsCard(Card):
    """How many are here, of how many; inside now, walk-ins, pace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=20, gap=10, parent=parent)
        self._came = Label("0", Role.HUGE)
        self._of = Label("", Role.H3)
        self._of.setMinimumWidth(1)
        self._meter = Meter(_("Guests who have come"), "ok_mark")
        self._parts = [_Figure(_("inside now")), _Figure(_("walk-ins")),
                       _Figure(_("pace"))]  # fmt: skip
        beside = held(column(None, self._of, Label(_("have come"), Role.BODY, "ink2"),
                             None, gap=0))  # fmt: skip
        self.box.addLayout(row(self._came, beside, None, gap=14))
        self.box.addWidget(self._meter)
        first, second, third = self._parts
        self.box.addLayout(row(first, None, second, None, third, gap=4))

    def show_counts(self, counts: Counts) -> None:
        """Other numbers."""
        came, of = f"{counts.came:,}", f"{counts.of:,}"
        self._came.setText(came)
        self._of.setText(_("of {n}").format(n=of))
        share = counts.came / counts.of if counts.of else 0.0
        self._meter.show_value(share, _("{came} of {of}").format(came=came, of=of))
        figures = (f"{counts.inside:,}", f"{counts.walk_ins:,}", counts.pace)
        for part, figure in zip(self._parts, figures, strict=True):
            part.show_figure(figure)


class _Figure(QWidget):
    """A number over its word."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._number = Label("", Role.BODY_BOLD)
        self._words = words
        self.setLayout(column(self._number, Label(words, Role.SMALL, "ink2"), gap=0))

    def show_figure(self, figure: str) -> None:
        """Another number."""
        self._number.setText(figure)
        self.setAccessibleName(f"{figure} {self._words}")


class LastScans(Card):
    """What happened at the door lately; as many as there is room for, at most ten."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=0, parent=parent)
        self.box.setContentsMargins(16, 4, 8, 8)
        everything = Button(_("All history"), Kind.QUIET)
        everything.clicked.connect(self.all_wanted)
        title = Label(_("Last scans"), Role.SMALL_BOLD, "ink2")
        self.rows = _Rows()
        self.box.addLayout(row(title, None, everything))
        self.box.addWidget(self.rows, 1)

    def show_past(self, past: tuple[Past, ...]) -> None:
        """The newest first."""
        self.rows.show_past(past)


class _Rows(QWidget):
    """Two lines a scan, painted in one piece."""

    def __init__(self) -> None:
        super().__init__()
        self.past: tuple[Past, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    def show_past(self, past: tuple[Past, ...]) -> None:
        if past != self.past:
            self.past = past
            self._tell()
            self.update()

    @property
    def shown(self) -> tuple[Past, ...]:
        """Those that there is room for."""
        return self.past[: max(1, self.height() // look.look().px(_ROW))]

    def _tell(self) -> None:
        self.setAccessibleName(_("Last scans"))
        nobody = _("Nobody has been scanned so far.")
        self.setAccessibleDescription(spoken(self.shown) or nobody)

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(200), look.look().px(3 * _ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(160), look.look().px(2 * _ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.past:
            painter.setPen(look.colour("ink2"))
            top = QRectF(0, 0, self.width(), look.look().px(32))
            words = _("Nobody has been scanned so far.")
            draw_cut(painter, top, words, look.look().font(Role.BODY))
        tall = look.look().px(_ROW)
        for number, one in enumerate(self.shown):
            _draw_row(painter, one, QRectF(0, number * tall, self.width(), tall))
        painter.end()


def _draw_row(painter: QPainter, one: Past, box: QRectF) -> None:
    px = look.look().px
    icon, tone = _ICONS[one.family]
    tone = "ink3" if one.undone else tone
    middle = box.center().y()
    icons.draw_at(painter, icon, box.left(), middle, px(20), look.colour(tone))
    clock = fonts.sized(px(13), 400, tabular=True)
    right = QRectF(box.right() - px(48), box.top(), px(40), box.height())
    painter.setPen(look.colour("ink2"))
    draw_cut(painter, right, one.time, clock, _RIGHT)
    left = box.left() + px(32)
    wide = right.left() - px(6) - left
    half = px(20)
    above = QRectF(left, middle - half + px(2), wide, half)
    below = QRectF(left, middle + px(1), wide, px(18))
    painter.setPen(look.colour("ink"))
    draw_cut(painter, above, one.name, look.look().font(Role.BODY_BOLD))
    painter.setPen(look.colour("ink2"))
    draw_cut(painter, below, one.what, look.look().font(Role.SMALL))


class UndoStrip(Card):
    """What happened last in words, the form that waits, and the way back."""

    resumed = Signal()

    def __init__(self, undo: Button, parent: QWidget | None = None) -> None:
        super().__init__(pad=8, gap=12, sideways=True, parent=parent)
        self.box.setContentsMargins(16, 7, 8, 7)
        self.words = Elided("", Role.BODY)
        self._said, self._then_last, self._last = "", True, ""
        self.resume = Button("", Kind.TONAL, icon="pencil")
        self.resume.clicked.connect(self.resumed)
        self.resume.hide()
        self.box.addWidget(Icon("history", "ink2"))
        self.box.addWidget(self.words, 1)
        self.box.addWidget(self.resume)
        self.box.addWidget(undo)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def say(self, words: str, then_last: bool) -> None:
        """What has just happened; and whether what Undo would undo stands behind it."""
        self._said, self._then_last = words, then_last
        self._tell()

    def set_last(self, last: str) -> None:
        """What Undo would take back; empty for nothing."""
        self._last = last
        self._tell()

    def _tell(self) -> None:
        last = _("Last: {what}").format(what=self._last) if self._last else ""
        parts = [self._said, last if self._then_last else ""]
        words = " ".join(filter(None, parts))
        self.words.setText(words or _("Nothing has happened at this desk so far."))

    def offer(self, words: str) -> None:
        """A form that was left with something in it; empty for none."""
        self.resume.setText(words)
        self.resume.setVisible(bool(words))
