"""How far something is: a thin bar, and the card around it while work goes on."""

import time

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.model.i18n import _, ngettext
from checkin.ui import icons, look
from checkin.ui.tasks import Task
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button
from checkin.ui.widgets.card import row
from checkin.ui.widgets.text import Label

_SHOWN_AFTER_MS = 300
"""What is done before that needs no card: it would only flicker."""
_GUESS_AFTER_S = 1.5


class Meter(QWidget):
    """A thin bar with a value from 0 to 1; its figures are for screen readers too."""

    def __init__(
        self, name: str, colour: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour, self._value = name, colour, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_value(self, value: float, words: str = "") -> None:
        """`words` say it in figures: 38 of 62."""
        self._value = min(1.0, max(0.0, value))
        self.setAccessibleName(f"{self._name}: {words or f'{self._value:.0%}'}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(80), 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(40), 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken"))
        box = QRectF(0, (self.height() - 8) / 2, self.width(), 8)
        painter.drawRoundedRect(box, 4, 4)
        if self._value > 0:
            box.setWidth(max(8.0, box.width() * self._value))
            painter.setBrush(look.colour(self._colour))
            painter.drawRoundedRect(box, 4, 4)
        painter.end()


class ProgressCard(QFrame):
    """What is being done, how far it is, how long it will take, and Cancel."""

    def __init__(
        self, icon: str = "file-spreadsheet", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self._icon = icon
        self._unit = ""
        self._began = 0.0
        self._task: Task | None = None
        self._title = Label("", Role.BODY_BOLD)
        self._figures = Label("", Role.BODY_BOLD, "ink2")
        self._figures.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self._meter = Meter(_("Progress"))
        self._below = Label("", Role.SMALL, "ink2")
        self.cancel_button = Button(_("Cancel"), keys=_("Esc"))
        self.cancel_button.clicked.connect(self._cancel)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(row(self._title, None, self._figures))
        words.addWidget(self._meter)
        words.addWidget(self._below)
        box = self._box = QHBoxLayout(self)
        box.setSpacing(16)
        box.addLayout(words, 1)
        box.addWidget(self.cancel_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._measure()
        self.hide()

    def _measure(self) -> None:
        px = look.look().px
        self._box.setContentsMargins(px(62), px(14), px(16), px(14))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def watch(self, task: Task, title: str, unit: str = "", promise: str = "") -> None:
        """Follows a task; `unit` is what is counted: rows, badges. Connect, then start.

        `promise` stands below until the time left is known.
        """
        self._title.setText(title)
        self._figures.setText("")
        self._below.setText(promise)
        self._promise = promise
        self._unit = unit
        self._meter.show_value(0)
        self._began = time.monotonic()
        self.cancel_button.setEnabled(True)
        if self._task is not None:  # one that is stopping may have more to say
            self._task.progressed.disconnect(self._progress)
            self._task.ended.disconnect(self._end)
        self._task = task
        task.progressed.connect(self._progress)
        task.ended.connect(self._end)
        self._timer.start(_SHOWN_AFTER_MS)

    def _progress(self, done: int, total: int) -> None:
        if not total:
            return
        figures = _("{done} of {total} {unit}").format(
            done=f"{done:,}", total=f"{total:,}", unit=self._unit
        )
        self._figures.setText(figures)
        self._meter.show_value(done / total, figures)
        passed = time.monotonic() - self._began
        if done and passed > _GUESS_AFTER_S:
            left = passed * (total - done) / done
            self._below.setText(f"{_left(left)} {self._promise}".strip())

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self._timer.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        px = look.look().px
        icons.draw_at(
            painter,
            self._icon,
            px(20),
            self.height() / 2,
            px(24),
            look.colour("accent_ink"),
        )
        painter.end()


def _left(seconds: float) -> str:
    if seconds < 60:
        n = max(1, round(seconds))
        return ngettext("About {n} second left.", "About {n} seconds left.", n)
    n = round(seconds / 60)
    return ngettext("About {n} minute left.", "About {n} minutes left.", n)
