"""Draws a sheet of badges: the page, edges of the labels, hatching, dots and rings."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from checkin.badges import Stock
from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.badges.paper import Fine, cell_box, draw_mark, on_paper
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import draw_line

_HATCH = 9
"""Between two lines of the hatching, in px."""


class SheetPainter:
    """Paints one sheet at one place of the screen."""

    def __init__(self, painter: QPainter, stock: Stock, paper: QRectF) -> None:
        self._painter, self._stock, self._paper = painter, stock, paper
        self._corner = stock.corner * paper.width() / stock.paper_size.width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def page(self, picture: Fine) -> None:
        """The paper and what is printed on it."""
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(on_paper("paper"))
        painter.drawRect(self._paper)
        if picture.is_there:
            picture.draw(painter, self._paper)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._paper.adjusted(-0.5, -0.5, 0.5, 0.5))

    def place(self, place: int, *, used: bool) -> None:
        """The edge of a label; hatched and crossed out where it is used."""
        box = self._box(place)
        if used:
            self._hatch(box)
        else:
            self._cut(box)
        pen = QPen(on_paper("ctl" if used else "line"), 1)
        if used:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = box if used else box.adjusted(-0.5, -0.5, 0.5, 0.5)
        self._painter.drawRoundedRect(edge, self._corner, self._corner)
        if used:
            self._words(box)

    def _cut(self, box: QRectF) -> None:
        """What is printed beyond round corners stays on the backing paper."""
        outside, label = QPainterPath(), QPainterPath()
        outside.addRect(box.adjusted(-1, -1, 1, 1))
        label.addRoundedRect(box, self._corner, self._corner)
        self._painter.fillPath(outside - label, on_paper("paper"))

    def _hatch(self, box: QRectF) -> None:
        painter = self._painter
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(box, self._corner, self._corner)
        painter.fillPath(shape, on_paper("sunken"))
        painter.setClipPath(shape)
        painter.setPen(QPen(on_paper("line"), 1))
        tall = box.height()
        for x in range(0, round(box.width() + tall), _HATCH):
            start = QPointF(box.left() + x, box.top())
            painter.drawLine(start, start + QPointF(-tall, tall))
        painter.restore()

    def _words(self, box: QRectF) -> None:
        """A cross and “Already used”, as far as there is room."""
        painter = self._painter
        ink, side = on_paper("ink2"), look.look().px(20)
        metrics = look.look().metrics(Role.SMALL_BOLD)
        words = _("Already used")
        tall = side + metrics.height()
        fits = (
            metrics.horizontalAdvance(words) + 8 <= box.width() and tall < box.height()
        )
        top = box.center().y() - (tall if fits else side) / 2
        cross = QRectF(box.center().x() - side / 2, top, side, side)
        icons.draw(painter, "x", cross, ink)
        if fits:
            painter.setPen(ink)
            line = QRectF(box.left(), top + side, box.width(), metrics.height())
            draw_line(
                painter, line, words, Role.SMALL_BOLD, Qt.AlignmentFlag.AlignCenter
            )

    def mark(self, place: int) -> None:
        """There is something to look at."""
        box = self._box(place)
        draw_mark(self._painter, box.topRight())

    def ring(self, place: int, *, dashed: bool) -> None:
        """Around a badge that is shown; dashed for the keyboard."""
        pen = QPen(on_paper("accent"), 2 if dashed else 3)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self._box(place).adjusted(-2, -2, 2, 2)
        self._painter.drawRoundedRect(box, self._corner + 2, self._corner + 2)

    def _box(self, place: int) -> QRectF:
        return cell_box(self._stock, self._paper, place)
