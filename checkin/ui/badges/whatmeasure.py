"""A small drawing of a test sheet: the crosses, and the four lengths to measure."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.badges import Size
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.badges.paper import on_paper
from checkin.ui.tokens import Role

LETTERS = "ABCD"
"""Of the lengths, in the order of `Measured`."""
_HEIGHT = 140
_EDGE = 24
"""px from the edges of the paper to the crosses: more than is true, to be seen."""
_ARM, _HEAD = 5, 4
_MOST = 1.1
"""Paper is drawn less tall than it is, and less wide: more would be empty."""


class WhatToMeasure(QWidget):
    """The length that is being typed is in the colour of the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = Size(210, 297)
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Where to measure"))
        self.setAccessibleDescription(
            _(
                "A: from the left edge of the paper to the first cross. B: from the top"
                " edge to the same cross. C: from it to the cross on the right. D: from"
                " it to the cross below."
            )
        )

    def show_paper(self, paper: Size) -> None:
        """Another format, in mm."""
        self._paper = paper
        self.update()

    def show_current(self, letter: str) -> None:
        """The length that is being typed; empty for none."""
        self._current = letter
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(220), look.look().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(160), look.look().px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = self._box()
        painter.setPen(QPen(look.colour("ctl"), 1))
        painter.setBrush(on_paper("paper"))
        painter.drawRect(paper)
        edge = look.look().px(_EDGE)
        crosses = paper.adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(on_paper("paper_ink"), 1))
        for corner in (crosses.topLeft(), crosses.topRight(), crosses.bottomLeft()):
            _cross(painter, corner)
        self._lengths(painter, paper, crosses)
        painter.end()

    def _box(self) -> QRectF:
        """The paper in the middle of the widget, on whole pixels."""
        width, height = self._paper
        height = min(max(height, width / _MOST), width * _MOST)
        most = QSizeF(self.width() - 2, self.height() - 2)
        scale = min(most.width() / width, most.height() / height)
        size = QSizeF(width * scale, height * scale).toSize()
        left = (self.width() - size.width()) // 2
        top = (self.height() - size.height()) // 2
        return QRectF(left + 0.5, top + 0.5, size.width() - 1, size.height() - 1)

    def _lengths(self, painter: QPainter, paper: QRectF, crosses: QRectF) -> None:
        first, gap = crosses.topLeft(), look.look().px(_ARM + 3)
        aside = QPointF(gap, 0)
        below = QPointF(0, gap)
        ends = (
            (QPointF(paper.left(), first.y()), first),
            (QPointF(first.x(), paper.top()), first),
            (first + aside, crosses.topRight() - aside),
            (first + below, crosses.bottomLeft() - below),
        )
        for letter, (start, end) in zip(LETTERS, ends, strict=True):
            self._length(painter, letter, start, end)

    def _length(
        self, painter: QPainter, letter: str, start: QPointF, end: QPointF
    ) -> None:
        ink = on_paper("accent" if letter == self._current else "ink2")
        painter.setPen(QPen(ink, 2 if letter == self._current else 1))
        painter.drawLine(start, end)
        across = start.y() == end.y()
        for tip, way in ((start, 1), (end, -1)):
            _head(painter, tip, way, across=across)
        self._letter(painter, letter, (start + end) / 2, ink, across=across)

    def _letter(
        self, painter: QPainter, letter: str, at: QPointF, ink: QColor, *, across: bool
    ) -> None:
        """Below a line across, beside one down."""
        font = look.look().font(Role.SMALL_BOLD)
        side = look.look().metrics(Role.SMALL_BOLD).height()
        shift = QPointF(0, side * 0.62) if across else QPointF(side * 0.62, 0)
        box = QRectF(at + shift, at + shift).adjusted(-side, -side, side, side)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _cross(painter: QPainter, at: QPointF) -> None:
    arm = look.look().px(_ARM)
    painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
    painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))


def _head(painter: QPainter, tip: QPointF, way: int, *, across: bool) -> None:
    """Two strokes back from the tip of an arrow."""
    back, half = way * look.look().px(_HEAD), look.look().px(_HEAD) * 0.6
    for side in (half, -half):
        end = QPointF(back, side) if across else QPointF(side, back)
        painter.drawLine(tip, tip + end)
