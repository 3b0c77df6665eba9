"""The faces of the window: Inter for its words, the badges' Noto faces for names."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from checkin.resources import resource
from checkin.ui.tokens import LETTERS, Role

TEXT, DISPLAY = "Inter", "Inter Display"
MONO = ("Noto Sans Mono", "DejaVu Sans Mono", "Consolas", "Menlo")
"""What the system has of letters of one width; none of them is shipped."""

_loaded: list[str] = []
"""Families for other scripts, in the order in which they are asked."""


@cache
def load_text_faces() -> None:
    """Loads Inter; nothing can be drawn before. Once a process."""
    for path in sorted(resource("fonts", "ui").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@cache
def load_name_faces() -> None:
    """Loads the faces for names in other scripts; takes a moment, so it may wait.

    Fonts made before find them too: Qt asks all that it knows for a missing letter.
    """
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        for family in QFontDatabase.applicationFontFamilies(number):
            if family not in _loaded:
                _loaded.append(family)


def font(role: Role, scale: float = 1.0) -> QFont:
    """The font of a role at a text size (1.0 for 100 %)."""
    letters = LETTERS[role]
    made = sized(letters.size * scale, letters.weight, letters.display, letters.tabular)
    if letters.mono:
        made.setFamilies([*MONO, TEXT])
        made.setStyleHint(QFont.StyleHint.Monospace)
    return made


def sized(
    pixels: float, weight: int, display: bool = False, tabular: bool = False
) -> QFont:
    """A font of any size, for painted text."""
    made = QFont()
    made.setFamilies([DISPLAY if display else TEXT, TEXT, "Noto Sans"])
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
