"""The settings of this computer, laid out from their catalogue."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.settings import OPTIONS, Option, Settings
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import column, held, row
from checkin.ui.widgets.choices import CheckBox, Choice, Pills
from checkin.ui.widgets.fields import Field
from checkin.ui.widgets.text import Label


class Catalogue(QWidget):
    """A control for each option; what is chosen holds at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._settings = settings
        self.controls: dict[str, QWidget] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(24)
        for option in OPTIONS:
            box.addWidget(self._part(option))

    def _part(self, option: Option) -> QWidget:
        if option.choices:
            return self._choice(option)
        if isinstance(option.default, bool):
            return self._switch(option)
        return self._text(option)

    def _choice(self, option: Option) -> QWidget:
        pills = Pills(_(option.words))
        choices = [Choice(value, _(words)) for value, words in option.choices or ()]

        def choose(value: Any) -> None:
            self._settings.set(option.name, value)
            pills.show_choices(choices, value)

        pills.show_choices(choices, self._settings.get(option.name))
        pills.on_choice(choose)
        self.controls[option.name] = pills
        return _with_words(option, held(row(pills, None)))

    def _switch(self, option: Option) -> QWidget:
        box = CheckBox(_(option.words))
        box.setChecked(bool(self._settings.get(option.name)))
        box.toggled.connect(lambda on: self._settings.set(option.name, on))
        self.controls[option.name] = box
        return held(column(box, Label(_(option.help), Role.SMALL, "ink2", wrap=True)))

    def _text(self, option: Option) -> QWidget:
        field = Field(_(option.words), value=str(self._settings.get(option.name)))
        field.setMaximumWidth(420)

        def keep() -> None:
            self._settings.set(option.name, field.text() or option.default)

        field.edit.editingFinished.connect(keep)
        self.controls[option.name] = field
        return held(
            column(field, Label(_(option.help), Role.SMALL, "ink2", wrap=True), gap=4)
        )


def _with_words(option: Option, control: QWidget) -> QWidget:
    return held(
        column(
            Label(_(option.words), Role.BODY_BOLD),
            Label(_(option.help), Role.SMALL, "ink2", wrap=True),
            control,
            gap=6,
        )
    )
