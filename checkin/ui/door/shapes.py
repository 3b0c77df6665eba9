"""What the stage is drawn with: shapes, barrier stripes, pills, wrapped lines."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from checkin.model.verdict import Family
from checkin.ui import fonts, icons, look
from checkin.ui.door.scene import Pill
from checkin.ui.tokens import FamilyColours, Role
from checkin.ui.widgets.text import LEFT, MIDDLE

BARRIER = 20
"""Height of the striped band, px."""
PILL = 36


def draw_shape(
    painter: QPainter, box: QRectF, family: Family, icon: str, colours: FamilyColours
) -> None:
    """Circle, rounded square, octagon or diamond with its icon."""
    ground, ink = QColor(colours.on), QColor(colours.fill)
    if family is Family.ASK:
        ground, ink = QColor(colours.soft), QColor(colours.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(_outline(box, family))
    side = box.width() * (0.4 if family is Family.ASK else 0.46)
    inner = QRectF(0, 0, side, side)
    inner.moveCenter(box.center())
    icons.draw(painter, icon, inner, ink, 3)


def _outline(box: QRectF, family: Family) -> QPainterPath:
    path = QPainterPath()
    if family is Family.OK:
        path.addEllipse(box)
    elif family is Family.AGAIN:
        path.addRoundedRect(box, box.width() * 0.2, box.width() * 0.2)
    elif family is Family.STOP:
        path.addPolygon(_octagon(box))
    else:
        path.addPath(_diamond(box))
    path.closeSubpath()
    return path


def _octagon(box: QRectF) -> QPolygonF:
    cut = box.width() * (1 - 1 / math.sqrt(2)) * 0.98
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    corners = (
        (left + cut, top), (right - cut, top), (right, top + cut),
        (right, bottom - cut), (right - cut, bottom), (left + cut, bottom),
        (left, bottom - cut), (left, top + cut),
    )  # fmt: skip
    return QPolygonF([QPointF(x, y) for x, y in corners])


def _diamond(box: QRectF) -> QPainterPath:
    """A rounded square on its corner, as high as the box."""
    side = box.width() / math.sqrt(2) * 1.04
    square = QPainterPath()
    square.addRoundedRect(QRectF(-side / 2, -side / 2, side, side), 6, 6)
    turned = QPainterPath()
    for polygon in square.toSubpathPolygons():
        points = (_turn(polygon.at(n)) for n in range(polygon.size()))
        turned.addPolygon(QPolygonF([p + box.center() for p in points]))
    return turned


def _turn(point: QPointF) -> QPointF:
    half = math.sqrt(0.5)
    return QPointF(half * (point.x() - point.y()), half * (point.x() + point.y()))


def draw_barrier(painter: QPainter, box: QRectF) -> None:
    """Diagonal stripes, so that a refusal is seen without its colour."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("barrier"))
    wide, slant = 24.0, box.height()
    x = box.left() - slant - wide
    while x < box.right():
        stripe = (
            (x, box.bottom()), (x + wide, box.bottom()),
            (x + wide + slant, box.top()), (x + slant, box.top()),
        )  # fmt: skip
        painter.drawPolygon(QPolygonF([QPointF(px, py) for px, py in stripe]))
        x += 2 * wide
    painter.restore()


def draw_pills(
    painter: QPainter, pills: Sequence[Pill], box: QRectF, colours: FamilyColours
) -> None:
    """Side by side, as many as there is room for; the last one may be cut."""
    x, px = box.left(), look.look().px
    for pill in pills:
        room = box.right() - x
        wanted = _pill_width(pill)
        if room < min(wanted, px(110)):
            return
        own = QRectF(x, box.top(), min(wanted, room), px(PILL))
        _draw_pill(painter, pill, own, colours)
        x += own.width() + px(10)


def _pill_width(pill: Pill) -> float:
    px = look.look().px
    words = look.look().metrics(Role.H3).horizontalAdvance(pill.words)
    return words + px(16 + 18 + 8 + 16) + 2


def _draw_pill(
    painter: QPainter, pill: Pill, box: QRectF, colours: FamilyColours
) -> None:
    px = look.look().px
    ink = QColor(colours.on)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2))
    if pill.amber:
        ink = look.colour("again_on")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("again_fill"))
    framed = box.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(framed, framed.height() / 2, framed.height() / 2)
    middle, x = box.center().y(), box.left() + px(16)
    icons.draw_at(painter, pill.icon, x, middle, px(18), ink)
    x += px(18 + 8)
    painter.setPen(ink)
    room = QRectF(x, box.top(), box.right() - x - px(14), box.height())
    draw_cut(painter, room, pill.words, look.look().font(Role.H3))


def draw_cut(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    flags: Qt.AlignmentFlag = MIDDLE,
) -> None:
    """One line in a box, ending in “…” where it has to."""
    painter.setFont(font)
    cut = QFontMetricsF(font).elidedText(
        text, Qt.TextElideMode.ElideRight, box.width() + 1
    )
    painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), cut)


def shrunk(text: str, size: float, least: float, weight: int, width: float) -> QFont:
    """The display face at the largest size at which a line fits."""
    font = fonts.sized(size, weight, display=True)
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if advance > width:
        smaller = max(least, size * width / advance - 0.5)
        font = fonts.sized(smaller, weight, display=True)
    return font


class Wrapped:
    """A text of at most so many lines, laid out once and drawn where it fits."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        most: int = 2,
        *,
        centred: bool = False,
    ) -> None:
        self._layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else LEFT)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.leading = round(font.pixelSize() * 1.3)
        self._layout.beginLayout()
        self.lines = 0
        while self.lines < most:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            top = (self.leading - line.height()) / 2 + self.lines * self.leading
            line.setPosition(QPointF(0, top))
            self.lines += 1
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """All lines, whatever faces are in them."""
        return max(1, self.lines) * self.leading

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """With its top left corner there; pen as it is."""
        self._layout.draw(painter, QPointF(x, y))
