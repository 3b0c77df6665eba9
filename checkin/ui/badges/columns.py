"""The three columns: what is chosen, the sheet, the deed; slimmer in a small window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.ui import look
from checkin.ui.badges.left import Left
from checkin.ui.badges.side import Side
from checkin.ui.badges.well import Well
from checkin.ui.tokens import GAP
from checkin.ui.widgets.card import row

_NARROW = 1050
"""Below this width, in px, the outer columns are slimmer."""
_LEFT, _RIGHT = (292, 248), (316, 264)


class Columns(QWidget):
    """The sheet gets what the others leave; all of it while it is shown large."""

    def __init__(self, left: Left, well: Well, side: Side) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._left, self._well, self._side = left, well, side
        self._narrow: bool | None = None
        box = row(left, gap=GAP)
        box.addWidget(well, 1)
        box.addWidget(side)
        self.setLayout(box)
        well.enlarged.connect(self._enlarge)
        self._share(narrow=False)

    def minimumSizeHint(self) -> QSize:
        """What it needs once the outer columns are slim."""
        well, tall = self._well.minimumSizeHint(), super().minimumSizeHint().height()
        slim = sum(self._grown(width[True]) for width in (_LEFT, _RIGHT))
        return QSize(slim + well.width() + 2 * GAP, tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(narrow=self.width() < _NARROW)

    def _share(self, *, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._left.set_narrow(narrow=narrow)
            self._side.how.set_narrow(narrow=narrow)
        self._left.setFixedWidth(self._grown(_LEFT[narrow]))
        self._side.setFixedWidth(self._grown(_RIGHT[narrow]))

    def _grown(self, width: int) -> int:
        """Half as much as the text."""
        return round(width * (1 + (look.look().scale - 1) / 2))

    def _enlarge(self, large: bool) -> None:
        self._well.enlarge.setFocus()
        self._left.setHidden(large)
        self._side.setHidden(large)
