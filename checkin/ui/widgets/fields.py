"""What people type into or choose from: fields with labels, search, combo boxes."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.tokens import BUTTON_BIG, FIELD, RADIUS, Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import held, row
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.keycap import cap_width, draw_cap, plain_cap
from checkin.ui.widgets.text import Label, draw_line


class Field(QWidget):
    """A label above, a line to type in, and below what is wrong with it."""

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        example: str = "",
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.label = Label(label, Role.SMALL_BOLD, "ink2")
        self.edit = QLineEdit(value)
        self.edit.setPlaceholderText(example)
        self.edit.setAccessibleName(label)
        self.label.setBuddy(self.edit)
        self.edit.setAcceptDrops(False)  # a file is for the window, not for a line
        self._wrong = Label("", Role.SMALL, "stop", wrap=True)
        self._mark = Icon("circle-alert", "stop_ink", 16)
        self._below = held(row(self._mark, self._wrong, gap=6))
        self._below.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.label, self.edit, self._below):
            box.addWidget(part)
        self.edit.textChanged.connect(self._typed)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Puts something in it; its beginning is to be seen."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def say_wrong(self, words: str) -> None:
        """Says below what is wrong; empty words take that back."""
        self._wrong.setText(words)
        self._below.setVisible(bool(words))
        self.edit.setProperty("wrong", bool(words))
        self.edit.setAccessibleDescription(words)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def _typed(self, text: str) -> None:
        if self.edit.property("wrong"):
            self.say_wrong("")
        self.changed.emit(text)


class SearchField(QWidget):
    """A magnifying glass, a line to type in, and the key that leads there."""

    changed = Signal(str)

    def __init__(
        self,
        example: str,
        keys: str = "",
        *,
        role: Role = Role.BODY,
        height: int = FIELD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys, self._role, self._height = keys, role, height
        self.edit = QLineEdit(self)
        self.edit.setAcceptDrops(False)
        self.edit.setProperty("plain", True)
        self.edit.setPlaceholderText(example)
        self.edit.setAccessibleName(example)
        self.edit.textChanged.connect(self.changed)
        self.clear_button = Button(
            _("Clear"),
            Kind.QUIET,
            icon="x",
            size=Size.SMALL if height < BUTTON_BIG else Size.NORMAL,
            icon_only=True,
            parent=self,
        )
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setProperty("keyed", True)  # Backspace does the same
        self.clear_button.clicked.connect(self.edit.clear)
        self.clear_button.hide()
        self.edit.textChanged.connect(lambda text: self._typed(bool(text)))
        box = row(self.edit, self.clear_button, gap=4)
        self.setLayout(box)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.installEventFilter(self)
        self._arrange()

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_keys(self, keys: str) -> None:
        """What stands on the cap."""
        self._keys = keys
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(240), look.look().px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(120), look.look().px(self._height))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        thick = 2 if focused else 1
        painter.setPen(QPen(look.colour("accent" if focused else "ctl"), thick))
        painter.setBrush(look.colour("surface"))
        inset = thick / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        side = look.look().px(20 if self._role is Role.BODY else 24)
        middle = self.height() / 2
        icons.draw_at(painter, "search", self._pad(), middle, side, look.colour("ink2"))
        if self._keys and not self.edit.text():
            x = self.width() - cap_width(self._keys) - look.look().px(10)
            draw_cap(painter, x, middle, self._keys, plain_cap())
        painter.end()

    def _pad(self) -> int:
        return look.look().px(12 if self._role is Role.BODY else 20)

    def _arrange(self) -> None:
        side = look.look().px(20 if self._role is Role.BODY else 24)
        left = self._pad() + side + look.look().px(10)
        right = look.look().px(6)
        if self._keys and not self.edit.text():
            right = cap_width(self._keys) + look.look().px(16)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, 3, right, 3)
        self.edit.setFont(look.look().font(self._role))
        self.updateGeometry()

    def _typed(self, something: bool) -> None:
        self.clear_button.setVisible(something)
        self._arrange()
        self.update()


class ComboBox(QComboBox):
    """A choice from a list; the wheel changes it only where it has the focus."""

    def __init__(
        self,
        name: str,
        *,
        icon: str = "",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fill(self, choices: Sequence[tuple[str, Any]], chosen: Any = None) -> None:
        """(words, value) pairs, without telling anybody that the choice changed."""
        blocked = self.blockSignals(True)
        self.clear()
        for words, value in choices:
            self.addItem(words, value)
        at = next((i for i, (_w, v) in enumerate(choices) if v == chosen), 0)
        self.setCurrentIndex(at if choices else -1)
        self.blockSignals(blocked)
        self.updateGeometry()
        self.update()

    def on_choice(self, do: Callable[[Any], object]) -> None:
        """Calls `do` with the value whenever the user chooses."""
        self.activated.connect(lambda _i: do(self.currentData()))

    def set_tone(self, tone: str) -> None:
        """Empty, `check` (amber: please look) or `extra` (dashed)."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        metrics = look.look().metrics(Role.BODY)
        texts = (self.itemText(i) for i in range(self.count()))
        longest = max(map(metrics.horizontalAdvance, texts), default=60.0)
        icon = look.look().px(28) if self._icon else 0
        width = round(longest) + icon + look.look().px(12 + 16 + 12 + 10)
        return QSize(min(width, look.look().px(280)), look.look().px(FIELD))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(88), look.look().px(FIELD))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        px = look.look().px
        ink = look.colour("ink" if self.isEnabled() else "ink3")
        x, middle = px(12), self.height() / 2
        if self._icon:
            icons.draw_at(painter, self._icon, x, middle, px(18), look.colour("ink2"))
            x += px(26)
        painter.setPen(look.colour("again_ink") if self._tone == "check" else ink)
        box = QRectF(x, 0, self.width() - x - px(12 + 16 + 6), self.height())
        draw_line(painter, box, self.currentText(), Role.BODY)
        right = self.width() - px(12 + 16)
        icons.draw_at(
            painter, "chevron-down", right, middle, px(16), look.colour("ink2")
        )
        painter.end()

    def _draw_box(self, painter: QPainter) -> None:
        amber = self._tone == "check"
        thick = 2 if amber or self.hasFocus() else 1
        edge = look.colour("again_ink" if amber else "ctl")
        if self.hasFocus() and not amber:
            edge = look.colour("accent")
        pen = QPen(edge, thick)
        if self._tone == "extra" and thick == 1:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        fill = "again_soft" if amber else "surface"
        painter.setBrush(look.colour(fill if self.isEnabled() else "disabled"))
        inset = thick / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
