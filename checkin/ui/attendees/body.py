"""List and panel side by side; where there is no room, the panel lies over the list."""

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.ui import look
from checkin.ui.attendees.panel import WIDTH, Panel
from checkin.ui.attendees.people import People
from checkin.ui.tokens import GAP, MARGIN

_SIDE_BY_SIDE = 1180 - 2 * MARGIN
"""In px; narrower than this the list would have too little."""


class Body(QWidget):
    """Arranges both; while they lie over each other the panel can be closed."""

    compact_changed = Signal(bool)

    def __init__(
        self, people: People, panel: Panel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people, self._panel = people, panel
        self.compact = False
        self._open = False
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addWidget(people, 1)
        self._box.addWidget(panel)
        panel.setFixedWidth(look.look().px(WIDTH))

    def open_panel(self) -> None:
        """Where it is closed."""
        self._open = True
        self._place()
        self._panel.show()
        self._panel.raise_()

    def close_panel(self) -> None:
        """Where it lies over the list."""
        self._open = False
        if self.compact:
            self._panel.hide()

    def arrange(self) -> None:
        """Looks again whether both have room."""
        beside = self._people.minimumSizeHint().width() + GAP + look.look().px(WIDTH)
        compact = self.width() < max(_SIDE_BY_SIDE, beside)
        if compact != self.compact:
            self.compact = compact
            self._change_over()
            self.compact_changed.emit(compact)
        self._place()

    def _change_over(self) -> None:
        if self.compact:
            self._box.removeWidget(self._panel)
            self._panel.setVisible(self._open or self._panel.busy)
            self._panel.raise_()
        else:
            self._box.addWidget(self._panel)
            self._panel.show()

    def _place(self) -> None:
        """Over the right half of the table."""
        if not self.compact:
            self._panel.setFixedWidth(look.look().px(WIDTH))
            return
        corner = self._people.card.mapTo(self, self._people.card.rect().topLeft())
        wide = max(look.look().px(WIDTH), self._people.card.width() // 2)
        left = self._people.width() - wide
        high = self._people.card.height()
        self._panel.setFixedWidth(wide)
        self._panel.setGeometry(QRect(left, corner.y(), wide, high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def minimumSizeHint(self) -> QSize:
        """The panel needs no room of its own."""
        return self._people.minimumSizeHint()
