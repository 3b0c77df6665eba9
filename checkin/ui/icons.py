"""Icons as Lucide draws them, in the colours of the theme, sharp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from checkin.resources import resource


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", colour)
    if stroke:
        svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')
    return QSvgRenderer(QByteArray(svg.encode("utf-8")))


def draw(
    painter: QPainter,
    name: str,
    box: QRect | QRectF,
    colour: QColor | str,
    stroke: float = 0,
) -> None:
    """Draws an icon into a square box; `stroke` replaces Lucide's 2 where given.

    Raises:
        FileNotFoundError: there is no such icon; a bug.
    """
    said = colour if isinstance(colour, str) else colour.name()
    _renderer(name, said, stroke).render(painter, QRectF(box))


def draw_at(
    painter: QPainter, name: str, x: float, y: float, size: float, colour: QColor | str
) -> None:
    """The same with the left end and the middle of its height."""
    draw(painter, name, QRectF(QPointF(x, y - size / 2), QSize(1, 1) * size), colour)


class _Engine(QIconEngine):
    """Draws afresh at the size that is wanted."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        draw(painter, self._name, rect, self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


def icon(name: str, colour: str) -> QIcon:
    """An icon for widgets of Qt's own that want one."""
    return QIcon(_Engine(name, colour))
