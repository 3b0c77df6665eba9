"""The fields of the form: each knows what it began with, and so what was changed."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QVBoxLayout, QWidget

from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.fields import ComboBox, Field
from checkin.ui.widgets.text import Label


class Input(Protocol):
    """What all of them can do."""

    def begin(self, value: Any) -> None:
        """Shows a value; from now on it counts as unchanged."""

    def value(self) -> Any:
        """What it holds now."""

    def change(self, value: Any) -> None:
        """Shows a value as if the user had made it so."""

    @property
    def edited(self) -> bool:
        """Whether the user made it another."""


class TextInput(Field):
    """A line of text."""

    def __init__(self, label: str, *, example: str = "") -> None:
        super().__init__(label, example=example)
        self._before = ""
        self._offered: dict[str, str] = {}

    def begin(self, value: Any) -> None:
        self.set_text(str(value))
        self.edit.setCursorPosition(0)
        self.say_wrong("")
        self._before = self.value()

    def value(self) -> str:
        """One of the offered words, as that is written, where it is one."""
        typed = self.text()
        return self._offered.get(typed.casefold(), typed)

    def change(self, value: Any) -> None:
        self.set_text(str(value))

    @property
    def edited(self) -> bool:
        return self.value() != self._before

    def offer(self, words: Sequence[str]) -> None:
        """Completes what is typed to one of these."""
        self._offered = {word.casefold(): word for word in words}
        completer = QCompleter(list(words), self.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.edit.setCompleter(completer)
        self.edit.setPlaceholderText(", ".join(words[:3]))


class _Labelled(QWidget):
    """A label above a control."""

    def __init__(self, label: str, control: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.label = Label(label, Role.SMALL_BOLD, "ink2")
        self.label.setBuddy(control)
        control.setAccessibleName(label)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.label)
        box.addWidget(control)
        self.setFocusProxy(control)


class LongInput(_Labelled):
    """Text of several lines."""

    def __init__(self, label: str) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setAcceptDrops(False)
        super().__init__(label, self.edit)
        self.edit.setTabChangesFocus(True)
        self._before = ""
        self._measure()

    def _measure(self) -> None:
        self.edit.setFixedHeight(look.look().px(88))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def begin(self, value: Any) -> None:
        self.edit.setPlainText(str(value))
        self._before = self.value()

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def change(self, value: Any) -> None:
        self.edit.setPlainText(str(value))

    @property
    def edited(self) -> bool:
        return self.value() != self._before


class ChoiceInput(_Labelled):
    """One of some words."""

    def __init__(self, label: str, choices: Sequence[tuple[str, Any]] = ()) -> None:
        self.combo = ComboBox(label)
        super().__init__(label, self.combo)
        self._before: Any = None
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """What can be chosen; `begin` afterwards."""
        self._choices = list(choices)
        self.combo.fill(self._choices)

    def begin(self, value: Any) -> None:
        self.combo.fill(self._choices, value)
        self._before = self.value()

    def value(self) -> Any:
        """The very value: what Qt keeps of an enum is its word."""
        at = self.combo.currentIndex()
        return self._choices[at][1] if at >= 0 else None

    def change(self, value: Any) -> None:
        """Stays as it is where that can't be chosen any more."""
        values = [known for _words, known in self._choices]
        if value in values:
            self.combo.setCurrentIndex(values.index(value))

    @property
    def edited(self) -> bool:
        return bool(self.value() != self._before)
