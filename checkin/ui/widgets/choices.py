"""Boxes to tick, one of several, and pills that filter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from checkin.ui import icons, look
from checkin.ui.tokens import TARGET, Role
from checkin.ui.widgets.card import row
from checkin.ui.widgets.text import draw_line

_MARK = 22


class _Painted:
    """What tick boxes and radio buttons share: a mark, words, a count at the right."""

    trailing: str = ""

    def hint(self, button: QAbstractButton) -> QSize:
        """The size of mark and words."""
        px = look.look().px
        words = look.look().metrics(Role.BODY).horizontalAdvance(button.text())
        tail = look.look().metrics(Role.BODY_BOLD).horizontalAdvance(self.trailing)
        width = px(_MARK + 10) + round(words + tail) + px(8)
        return QSize(width, px(TARGET))

    def words(self, painter: QPainter, button: QAbstractButton) -> None:
        """Draws what stands beside the mark."""
        px = look.look().px
        ink = look.colour("ink" if button.isEnabled() else "ink3")
        painter.setPen(ink)
        left = px(_MARK + 10)
        tail = look.look().metrics(Role.BODY_BOLD).horizontalAdvance(self.trailing)
        box = QRectF(left, 0, button.width() - left - tail, button.height())
        draw_line(painter, box, button.text(), Role.BODY)
        if self.trailing:
            painter.setPen(look.colour("ink2"))
            painter.setFont(look.look().font(Role.BODY_BOLD))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(button.rect()), right, self.trailing)


class CheckBox(QCheckBox, _Painted):
    """A box to tick."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.hint(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(60), self.sizeHint().height())

    def hitButton(self, pos: Any) -> bool:
        return bool(self.rect().contains(pos))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.look().px(_MARK)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        draw_tick(painter, box, on=self.isChecked(), able=self.isEnabled())
        self.words(painter, self)
        painter.end()


def draw_tick(painter: QPainter, box: QRectF, *, on: bool, able: bool = True) -> None:
    """The box to tick itself, for lists that are painted."""
    box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen if on and able else QPen(look.colour("ctl"), 1))
    ground = "accent" if on and able else "surface" if able else "disabled"
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(box, 5, 5)
    if on:
        ink = look.colour("on_accent" if able else "ink3")
        icons.draw(painter, "check", box.adjusted(3, 3, -3, -3), ink, 3)


class RadioButton(QRadioButton, _Painted):
    """One of several; `set_count` writes a number at its right end."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, words: str) -> None:
        """A number beside the words."""
        self.trailing = words
        self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return self.hint(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(60), self.sizeHint().height())

    def hitButton(self, pos: Any) -> bool:
        return bool(self.rect().contains(pos))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.look().px(_MARK)
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        on = self.isChecked()
        edge = look.colour("accent" if on else "ctl")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(edge if on else look.colour("surface"))
        painter.drawEllipse(box)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("on_accent"))
            inner = side * 0.3
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
        self.words(painter, self)
        painter.end()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    value: Any
    words: str
    count: int | None = None


class _Pill(QRadioButton):
    """Round ends; filled with ink while chosen. A radio button to a screen reader."""

    def __init__(self, tall: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tall = tall
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = look.look().metrics(Role.SMALL_BOLD).horizontalAdvance(self.text())
        return QSize(round(words) + look.look().px(26), look.look().px(self._tall))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: Any) -> bool:
        return bool(self.rect().contains(pos))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(look.colour("line"), 1))
        ground = look.colour("sunken" if self.underMouse() else "surface")
        painter.setBrush(look.colour("ink") if on else ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(look.colour("surface" if on else "ink2"))
        painter.setFont(look.look().font(Role.SMALL_BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class Pills(QWidget):
    """A row of filters; exactly one holds, each with its live count."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, tall: int = TARGET
    ) -> None:
        super().__init__(parent)
        self._tall = tall
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._box = row(gap=8)
        self.setLayout(self._box)
        self._values: list[Any] = []
        self._told: Callable[[Any], object] | None = None
        self._group.idClicked.connect(self._clicked)

    def on_choice(self, do: Callable[[Any], object]) -> None:
        """Calls `do` with the value that the user chooses."""
        self._told = do

    def show_choices(self, choices: Sequence[Choice], chosen: Any) -> None:
        """Shows these; pills that are there already only change their words."""
        self._values = [choice.value for choice in choices]
        while len(self._group.buttons()) < len(choices):
            pill = _Pill(self._tall, self)
            self._group.addButton(pill, len(self._group.buttons()))
            self._box.addWidget(pill)
        for number, button in enumerate(self._group.buttons()):
            button.setVisible(number < len(choices))
            if number < len(choices):
                self._dress(button, choices[number], choices[number].value == chosen)

    def _dress(self, pill: QAbstractButton, choice: Choice, chosen: bool) -> None:
        words = choice.words
        if choice.count is not None:
            words = f"{words} {choice.count:,}"
        pill.setText(words)
        pill.setAccessibleName(words)
        pill.setChecked(chosen)
        pill.updateGeometry()

    def _clicked(self, number: int) -> None:
        if self._told:
            self._told(self._values[number])
