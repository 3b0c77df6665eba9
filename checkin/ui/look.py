"""The look in force: theme and text size, for everything that paints itself."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from checkin.ui import fonts
from checkin.ui.tokens import LIGHT, Role, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a text size."""

    theme: Theme = LIGHT
    scale: float = 1.0
    """1.0, 1.15 or 1.3."""

    def font(self, role: Role) -> QFont:
        """The font of a role."""
        return fonts.font(role, self.scale)

    def metrics(self, role: Role) -> QFontMetricsF:
        """How wide and tall its text is."""
        return QFontMetricsF(self.font(role))

    def px(self, length: float) -> int:
        """A length that grows with the text."""
        return round(length * self.scale)


_current = Look()
_colours = _current.theme.colours()


def look() -> Look:
    """The look in force."""
    return _current


def colour(name: str) -> QColor:
    """A token of the theme in force: `ink2`, `ok_soft`…"""
    return QColor(_colours[name])


def use(new: Look) -> None:
    """Makes it the one in force; `style.apply` calls this and repaints."""
    global _current, _colours
    _current, _colours = new, new.theme.colours()
