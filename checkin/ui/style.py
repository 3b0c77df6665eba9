"""The one style sheet, filled from the tokens, and the palette beside it."""

from string import Template

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from checkin.resources import resource
from checkin.ui import fonts, look
from checkin.ui.look import Look
from checkin.ui.tokens import LETTERS, Role, Theme


def apply(app: QApplication, new: Look) -> None:
    """Gives the whole application a look."""
    fonts.load_text_faces()
    look.use(new)
    app.setFont(new.font(Role.BODY))
    app.setPalette(palette(new.theme))
    app.setStyleSheet(sheet(new))
    _tell_unseen(app)


def _tell_unseen(app: QApplication) -> None:
    """Qt tells only widgets that were shown before; others are as tall as they were."""
    seen = Qt.WidgetAttribute.WA_WState_Polished
    for widget in app.allWidgets():
        if not widget.testAttribute(seen):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def apply_if_other(app: QApplication, new: Look) -> None:
    """The same where it would change something: a new sheet takes a moment."""
    if new != look.look() or not app.styleSheet():
        apply(app, new)


def sheet(new: Look) -> str:
    """The style sheet of a look."""
    text = resource("style.qss").read_text("utf-8")
    return Template(text).substitute(new.theme.colours(), **_sizes(new)) + _roles(new)


def _sizes(new: Look) -> dict[str, str]:
    lengths = {"field": 40, "small_field": 32, "row": 52, "tick": 22, "small_text": 13}
    sizes = {name: new.px(value) for name, value in lengths.items()}
    sizes["thick_field"] = sizes["field"] - 2  # a thicker edge makes it no taller
    return {name: str(value) for name, value in sizes.items()}


def _roles(new: Look) -> str:
    """A rule for each role of text: labels ask for it by the property `t`."""
    rules = []
    for role, letters in LETTERS.items():
        faces = [fonts.DISPLAY] if letters.display else []
        faces += fonts.MONO if letters.mono else ()
        names = ", ".join(f'"{face}"' for face in (*faces, fonts.TEXT))
        rules.append(
            f'QLabel[t="{role}"] {{ font-family: {names}; '
            f"font-size: {new.px(letters.size)}px; font-weight: {letters.weight}; }}"
        )
    return "\n".join(rules)


def palette(theme: Theme) -> QPalette:
    """For what no style sheet reaches: painted widgets, links, disabled text."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.bg,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.sunken,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.ink3,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink3))
    return made
