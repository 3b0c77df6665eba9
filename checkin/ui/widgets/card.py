"""Cards, lines and the boxes in them."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin.ui.tokens import PAD


class Card(QFrame):
    """White, with a thin edge; `look` is plain, sunken or soft-…"""

    def __init__(
        self,
        look: str = "plain",
        *,
        pad: int = PAD,
        gap: int = 8,
        sideways: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", look)
        self.box: QBoxLayout = QHBoxLayout(self) if sideways else QVBoxLayout(self)
        self.box.setContentsMargins(pad, pad, pad, pad)
        self.box.setSpacing(gap)

    def set_look(self, look: str) -> None:
        """Another ground."""
        if self.property("card") != look:
            self.setProperty("card", look)
            self.style().unpolish(self)
            self.style().polish(self)


class Line(QFrame):
    """A thin line between two parts."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("rule", "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


def row(*parts: QWidget | int | None, gap: int = 8, margin: int = 0) -> QHBoxLayout:
    """Side by side: widgets, gaps in px, None for a stretch."""
    return _fill(QHBoxLayout(), parts, gap, margin)


def column(*parts: QWidget | int | None, gap: int = 8, margin: int = 0) -> QVBoxLayout:
    """One below the other: widgets, gaps in px, None for a stretch."""
    return _fill(QVBoxLayout(), parts, gap, margin)


_Box = TypeVar("_Box", bound=QBoxLayout)


def _fill(
    box: _Box, parts: tuple[QWidget | int | None, ...], gap: int, margin: int
) -> _Box:
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        else:
            box.addWidget(part)
    return box


def held(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A widget without a ground of its own that holds a layout."""
    made = QWidget(parent)
    made.setProperty("ground", "none")
    made.setLayout(layout)
    return made


def scrolled(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Content that scrolls up and down where there is no room for it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    content.setProperty("ground", "none")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
