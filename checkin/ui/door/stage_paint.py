"""Paints a verdict: shape and word, name, who they are, what to say."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from checkin.model.verdict import Family
from checkin.ui import fonts, icons, look
from checkin.ui.door.fitted import Fitted, face, fit
from checkin.ui.door.scene import Scene, Sort
from checkin.ui.door.shapes import (
    BARRIER,
    PILL,
    Wrapped,
    draw_barrier,
    draw_cut,
    draw_pills,
    draw_shape,
    shrunk,
)
from checkin.ui.tokens import RADIUS_BAR, FamilyColours, Role

_LEAST_NAME = 40
"""At a smaller size of the name, the pills make room for it; px."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the parts of a scene may be."""

    box: QRectF
    pad: int
    foot: int
    """Where the buttons or a form begin."""
    wide: bool
    advice: bool
    """Whether what to say is shown above the foot."""

    @property
    def left(self) -> float:
        return self.box.left() + self.pad

    @property
    def right(self) -> float:
        return self.box.right() - self.pad

    @property
    def width(self) -> float:
        return self.right - self.left


def draw_scene(
    painter: QPainter, scene: Scene, bounds: Bounds, colours: FamilyColours
) -> None:
    """All but the ground and the buttons."""
    px = look.look().px
    top = bounds.box.top() + px(32 if bounds.wide else 22)
    if scene.family is Family.STOP:
        draw_barrier(painter, QRectF(0, 0, bounds.box.width(), px(BARRIER)))
        top = bounds.box.top() + px(BARRIER + (24 if bounds.wide else 16))
    if scene.sort is Sort.NOT_SAVED:
        _draw_frame(painter, bounds.box)
    side = px(88 if bounds.wide else 72)
    head = QRectF(bounds.left, top, bounds.width, side)
    _draw_head(painter, scene, head, bounds.wide, colours)
    foot = float(bounds.foot)
    if bounds.advice and scene.say:
        foot = _draw_say(painter, scene, bounds, colours)
    name_top = head.bottom() + px(24 if bounds.wide else 16)
    middle = QRectF(bounds.left, name_top, bounds.width, foot - px(16) - name_top)
    _draw_guest(painter, scene, middle, colours)


def _draw_frame(painter: QPainter, box: QRectF) -> None:
    """Stripes all around: nothing else in the house looks like this."""
    thick = look.look().px(BARRIER) * 0.6
    low = QRectF(0, box.height() - thick, box.width(), thick)
    for edge in (
        low,
        QRectF(0, 0, thick, box.height()),
        QRectF(box.width() - thick, 0, thick, box.height()),
    ):
        draw_barrier(painter, edge)


def _draw_head(
    painter: QPainter, scene: Scene, box: QRectF, wide: bool, colours: FamilyColours
) -> None:
    px = look.look().px
    shape = QRectF(box.topLeft(), box.size())
    shape.setWidth(box.height())
    draw_shape(painter, shape, scene.family, scene.icon, colours)
    painter.setPen(QColor(colours.on))
    clock = fonts.sized(px(18), 600, tabular=True)
    room = px(70) if scene.time else 0
    corner = QRectF(box.right() - px(80), box.top() - px(4), px(80), px(28))
    draw_cut(painter, corner, scene.time, clock, RIGHT)
    x = shape.right() + px(24)
    size = px(44 if wide else 36)
    width = box.right() - x - room
    font = shrunk(scene.word, size, px(26), 700, width)
    tall, low = size * 1.24, px(28)
    y = box.center().y() - (tall + low) / 2
    draw_cut(painter, QRectF(x, y, width, tall), scene.word, font)
    below = QRectF(x, y + tall, box.right() - x, low)
    draw_cut(painter, below, scene.reason, look.look().font(Role.H2))


def _draw_say(
    painter: QPainter, scene: Scene, bounds: Bounds, colours: FamilyColours
) -> float:
    """What to say, on a strip above the buttons; gives where the strip begins."""
    px = look.look().px
    spoken = scene.sort is Sort.VERDICT
    text = f"“{scene.say}”" if spoken else scene.say
    left = px(56)
    room = bounds.width - left - px(20)
    said = Wrapped(text, look.look().font(Role.H2), room, most=3)
    tall = said.height + px(26)
    gap = px(16) if bounds.foot < bounds.box.height() - px(40) else 0
    strip = QRectF(bounds.left, bounds.foot - gap - tall, bounds.width, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.strip))
    painter.drawRoundedRect(strip, RADIUS_BAR, RADIUS_BAR)
    icon = "message-square" if spoken else "info"
    middle = strip.center().y()
    icons.draw_at(painter, icon, strip.left() + px(18), middle, px(24), colours.on)
    painter.setPen(QColor(colours.on))
    said.draw(painter, strip.left() + left, strip.top() + px(13))
    return strip.top()


def _draw_guest(
    painter: QPainter, scene: Scene, box: QRectF, colours: FamilyColours
) -> None:
    """Name, second line and pills; the name gets what room the others leave."""
    px = look.look().px
    second = px(40) if scene.second else 0
    pills = px(PILL + 12) if scene.pills else 0
    fitted = _fit(scene, box, second + pills)
    if pills and fitted.size < px(_LEAST_NAME):
        pills, fitted = 0, _fit(scene, box, second)
    if second and fitted.size < px(_LEAST_NAME) * 0.75:
        second, fitted = 0, _fit(scene, box, 0)
    painter.setPen(QColor(colours.on))
    painter.setFont(face(fitted.size))
    for line in fitted.lines:
        painter.drawText(QPointF(box.left(), box.top() + line.baseline), line.text)
    y = box.top() + fitted.height
    if second:
        own = QRectF(box.left(), y + px(4), box.width(), px(32))
        draw_cut(painter, own, scene.second, fonts.sized(px(22), 500))
        y += second
    if pills:
        own = QRectF(box.left(), y + px(8), box.width(), px(PILL))
        draw_pills(painter, scene.pills, own, colours)


def _fit(scene: Scene, box: QRectF, others: float) -> Fitted:
    scale = look.look().scale
    room = max(box.height() - others, 14 * scale)
    return fit(scene.name, box.width(), room, scale)
