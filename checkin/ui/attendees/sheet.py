"""A view of the panel that scrolls: its text keeps its width beside the scroll bar."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from checkin.ui.tokens import PAD
from checkin.ui.widgets.card import scrolled

_BAR = 12
"""What the scroll bar takes, in px; it stands in the margin."""


class Sheet(QWidget):
    """Content with a margin around it."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(PAD, PAD - 4, PAD, PAD)
        self.box.setSpacing(gap)

    def in_scroll_area(self) -> QScrollArea:
        """Itself, in an area that scrolls."""
        area = scrolled(self)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self._leave_room(most > 0))
        return area

    def _leave_room(self, bar: bool) -> None:
        margins = self.box.contentsMargins()
        margins.setRight(PAD - _BAR if bar else PAD)
        self.box.setContentsMargins(margins)
