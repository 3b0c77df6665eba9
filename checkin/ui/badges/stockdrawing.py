"""A sheet as engineers draw it: paper, badges, and the measures with their arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.badges.faults import Fault
from checkin.badges.measuring import Part
from checkin.badges.stock import PLAY
from checkin.model.i18n import _
from checkin.settings import OwnStock
from checkin.ui import look
from checkin.ui.badges.paper import on_paper
from checkin.ui.badges.stockdimensions import Dimension, dimensions, short_number
from checkin.ui.badges.stockwords import drawing_words
from checkin.ui.tokens import Role

_NEAR, _STEP, _FAR = 20, 26, 18
"""px from the paper to the first line, between lines, and on the far sides."""
_BEFORE, _BEHIND = 78, 46
"""px that lines need left of and above the paper, and right of and below it."""
_ARROW, _HALF = 7, 3
_MOST_BADGES = 400
"""More are not drawn: a typo of 50 columns and rows must not stall the fields."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is drawn, and how large."""

    own: OwnStock
    paper: QRectF
    scale: float
    """px a mm."""

    def cell(self, column: int, row: int) -> QRectF:
        left = self.own.first[0] + column * self.own.pitch[0]
        top = self.own.first[1] + row * self.own.pitch[1]
        width, height = self.own.badge_size
        return QRectF(
            self.paper.left() + left * self.scale,
            self.paper.top() + top * self.scale,
            width * self.scale,
            height * self.scale,
        )


class StockDrawing(QWidget):
    """Follows what is typed; what is wrong is red, what is being typed is blue."""

    def __init__(self, own: OwnStock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._folded = own, False
        self._faults: list[Fault] = []
        self._current: Part | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Drawing of the sheet"))
        self.show_measures(own, [])

    def show_measures(
        self, own: OwnStock, found: Sequence[Fault], *, folded: bool = False
    ) -> None:
        """Other measures, and what is the matter with them."""
        self._own, self._faults, self._folded = own, list(found), folded
        self.setAccessibleDescription(drawing_words(own, found))
        self.update()

    def show_current(self, part: Part | None) -> None:
        """The measure that is being typed."""
        if part != self._current:
            self._current = part
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(560), look.look().px(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(260), look.look().px(260))

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if scene := self._scene():
            self._draw_paper(painter, scene)
            self._draw_badges(painter, scene)
            for one in sorted(dimensions(self._own), key=self._rank):
                self._draw_dimension(painter, scene, one)
            self._draw_corner(painter, scene)
        painter.end()

    def _scene(self) -> _Scene | None:
        """The paper in the middle of the room that its lines leave."""
        width, height = self._own.paper_size
        if min(width, height) <= 0:
            return None
        px = look.look().px
        room = QRectF(self.rect()).adjusted(
            px(_BEFORE), px(_BEFORE), -px(_BEHIND), -px(_BEHIND)
        )
        scale = min(room.width() / width, room.height() / height)
        if scale <= 0:
            return None
        size = QPointF(width * scale, height * scale)
        corner = QPointF(
            round(room.left() + (room.width() - size.x()) / 2) + 0.5,
            round(room.top() + (room.height() - size.y()) / 2) + 0.5,
        )
        return _Scene(self._own, QRectF(corner, corner + size), scale)

    def _draw_paper(self, painter: QPainter, scene: _Scene) -> None:
        painter.setPen(QPen(look.colour("ctl"), 1))
        painter.setBrush(on_paper("paper"))
        painter.drawRect(scene.paper)

    def _draw_badges(self, painter: QPainter, scene: _Scene) -> None:
        own, edge = self._own, PLAY * scene.scale + 0.1
        inside = scene.paper.adjusted(-edge, -edge, edge, edge)
        wrong = self._overlapping
        number = 0
        for row in range(max(0, own.rows)):
            for column in range(max(0, own.columns)):
                number += 1
                if number > _MOST_BADGES:
                    return
                cell = scene.cell(column, row)
                bad = wrong or not inside.contains(cell)
                self._draw_badge(painter, scene, cell, bad=bad, first=number == 1)

    @property
    def _overlapping(self) -> bool:
        apart = {Part.ACROSS, Part.DOWN}
        return any(fault.part in apart for fault in self._faults)

    def _draw_badge(
        self, painter: QPainter, scene: _Scene, cell: QRectF, *, bad: bool, first: bool
    ) -> None:
        """In the colours of paper; what hangs over it in those of the window."""
        thick = 1.6 if first or bad else 0.8
        inside, ground = QRegion(scene.paper.toAlignedRect()), QRegion(self.rect())
        painter.setClipRegion(inside)
        fill = on_paper("stop_soft" if bad else "accent_soft")
        fill.setAlphaF(0.75)  # what overlaps is seen
        self._draw_outline(
            painter, cell, QPen(on_paper("stop_ink" if bad else "accent"), thick), fill
        )
        if bad:
            painter.setClipRegion(ground.subtracted(inside))
            fill = look.colour("stop_soft")
            fill.setAlphaF(0.75)
            pen = QPen(look.colour("stop_ink"), thick)
            self._draw_outline(painter, cell, pen, fill)
        painter.setClipping(False)

    def _draw_outline(
        self, painter: QPainter, cell: QRectF, pen: QPen, fill: QColor
    ) -> None:
        painter.setPen(pen)
        painter.setBrush(fill)
        box = cell.adjusted(0.5, 0.5, -0.5, -0.5)
        corner = self._own.corner * cell.width() / max(1e-6, self._own.badge_size[0])
        corner = max(0.0, min(corner, min(box.width(), box.height()) / 2))
        painter.drawRoundedRect(box, corner, corner)
        if self._folded:
            painter.setPen(QPen(pen.color(), 1, Qt.PenStyle.DashLine))
            middle = box.center().y()
            painter.drawLine(QLineF(box.left(), middle, box.right(), middle))

    def _rank(self, one: Dimension) -> int:
        """What is wrong or being typed is drawn last, on top."""
        if one.part is None:
            return 0
        return 1 + (one.part == self._current) + 2 * self._is_wrong(one.part)

    def _is_wrong(self, part: Part | None) -> bool:
        return any(fault.part == part for fault in self._faults)

    def _ink(self, part: Part | None) -> QColor:
        if self._is_wrong(part):
            return look.colour("stop_ink")
        if part is None:
            return look.colour("ink3")
        return look.colour("accent" if part == self._current else "ink2")

    def _draw_dimension(self, painter: QPainter, scene: _Scene, one: Dimension) -> None:
        """Drawn as if it lay above the paper; what stands beside it is turned."""
        px = look.look().px
        paper, scale = scene.paper, scene.scale
        far = one.level < 0
        off = px(_FAR if far else _NEAR + one.level * _STEP)
        painter.save()
        if one.across:
            painter.translate(paper.left(), paper.bottom() if far else paper.top())
        else:  # x runs down the paper, y away from it to the right
            painter.translate(paper.right() if far else paper.left(), paper.top())
            painter.rotate(90)
            painter.scale(1, -1)
        y = off if far else -off
        ends = one.start * scale, one.end * scale
        reach = 0.0 if far or one.part is None else self._reach(one) * scale
        self._draw_lines(painter, one, ends, y, reach)
        painter.restore()
        self._draw_number(painter, scene, one, y)

    def _reach(self, one: Dimension) -> float:
        """From the edge of the paper to the badge that is measured, in mm."""
        return max(0.0, self._own.first[1 if one.across else 0])

    def _draw_lines(
        self,
        painter: QPainter,
        one: Dimension,
        ends: tuple[float, float],
        y: float,
        reach: float,
    ) -> None:
        ink, bold = self._ink(one.part), self._rank(one) > 1
        beyond = -4 if y < 0 else 4
        thin = QColor(ink)
        thin.setAlphaF(0.55)
        painter.setPen(QPen(thin, 0.8))
        for x in ends:
            painter.drawLine(QLineF(x, reach, x, y + beyond))
        painter.setPen(QPen(ink, 2 if bold else 1))
        painter.setBrush(ink)
        start, end = min(ends), max(ends)
        wide = end - start > 3 * _ARROW
        reach_out = 0 if wide else 2 * _ARROW
        painter.drawLine(QLineF(start - reach_out, y, end + reach_out, y))
        painter.setPen(Qt.PenStyle.NoPen)
        way = 1 if wide else -1
        for x, to in ((start, way), (end, -way)):
            painter.drawPolygon(_arrow(x, y, to))

    def _draw_number(
        self, painter: QPainter, scene: _Scene, one: Dimension, y: float
    ) -> None:
        """Upright above its line; beside the paper it is read from the right."""
        bold = self._rank(one) > 1
        role = Role.SMALL_BOLD if bold else Role.SMALL
        metrics = look.look().metrics(role)
        width, tall = metrics.horizontalAdvance(one.number) + 4, metrics.height()
        middle = (one.start + one.end) / 2 * scene.scale
        painter.save()
        if one.across:
            base = scene.paper.bottom() if y > 0 else scene.paper.top()
            painter.translate(scene.paper.left() + middle, base + y)
        else:
            base = scene.paper.right() if y > 0 else scene.paper.left()
            painter.translate(base + y, scene.paper.top() + middle)
            painter.rotate(-90)
        below = y > 0
        box = QRectF(-width / 2, 2 if below else -tall - 2, width, tall)
        painter.setFont(look.look().font(role))
        painter.setPen(self._ink(one.part))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, one.number)
        painter.restore()

    def _draw_corner(self, painter: QPainter, scene: _Scene) -> None:
        """The radius, inside the first badge."""
        if self._own.corner <= 0 and not self._is_wrong(Part.CORNER):
            return
        cell = scene.cell(0, 0)
        words = _("r {n}").format(n=short_number(self._own.corner, self._own.unit))
        current = self._current is Part.CORNER
        role = Role.SMALL_BOLD if current else Role.SMALL
        painter.setFont(look.look().font(role))
        wrong = self._is_wrong(Part.CORNER)
        name = "stop_ink" if wrong else "accent" if current else "ink2"
        painter.setPen(on_paper(name))
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(cell.adjusted(0, 4, -7, 0), corner, words)


def _arrow(x: float, y: float, way: int) -> QPolygonF:
    """A tip at that point; `way` 1: it points to the left."""
    tail = x + way * _ARROW
    return QPolygonF(
        [QPointF(x, y), QPointF(tail, y - _HALF), QPointF(tail, y + _HALF)]
    )
