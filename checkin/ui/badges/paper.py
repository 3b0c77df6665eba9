"""Paper on the screen: white in every theme, with what is drawn on it; and stocks."""

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.badges import Stock
from checkin.ui import icons, look
from checkin.ui.badges.wish import stock_words
from checkin.ui.tokens import LIGHT

MARK = 24
"""Of the amber dot, in px."""


def on_paper(name: str) -> QColor:
    """A token of the light theme: paper stays white in the dark."""
    return QColor(LIGHT.colours()[name])


def fitted(stock: Stock, box: QRectF) -> QRectF:
    """The largest sheet of that stock in the middle of a box, on whole pixels."""
    scale = min(
        box.width() / stock.paper_size.width, box.height() / stock.paper_size.height
    )
    size = QSizeF(*(side * scale for side in stock.paper_size)).toSize()
    left = box.left() + (box.width() - size.width()) // 2
    top = box.top() + (box.height() - size.height()) // 2
    return QRectF(QPointF(round(left), round(top)), size)


def cell_box(stock: Stock, paper: QRectF, place: int) -> QRectF:
    """Where a place is on a sheet that is drawn at `paper`."""
    scale = paper.width() / stock.paper_size.width
    cell = stock.cell(place)
    return QRectF(
        paper.left() + cell.left * scale,
        paper.top() + cell.top * scale,
        stock.badge_size.width * scale,
        stock.badge_size.height * scale,
    )


def draw_stock(painter: QPainter, stock: Stock, box: QRectF) -> None:
    """A sheet and its labels, drawn from the maker's measures."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paper = fitted(stock, box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(on_paper("ctl"), 1))
    painter.setBrush(on_paper("paper"))
    painter.drawRect(paper)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(on_paper("accent_soft"))
    corner = stock.corner * paper.width() / stock.paper_size.width
    for place in range(1, stock.places + 1):
        label = cell_box(stock, paper, place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(label, corner, corner)
        if stock.fold is not None:
            _draw_fold(painter, label)


def _draw_fold(painter: QPainter, badge: QRectF) -> None:
    """A dashed line across the middle of a badge that is folded."""
    painter.save()
    painter.setPen(QPen(on_paper("accent"), 1, Qt.PenStyle.DashLine))
    middle = badge.center().y()
    painter.drawLine(QLineF(badge.left() + 2, middle, badge.right() - 2, middle))
    painter.restore()


def draw_mark(painter: QPainter, corner: QPointF) -> None:
    """The amber dot of a badge that somebody should look at, around its corner."""
    side = look.look().px(MARK)
    dot = QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side)
    painter.setPen(QPen(on_paper("paper"), 1.5))
    painter.setBrush(on_paper("again_fill"))
    painter.drawEllipse(dot)
    inner = side * 0.22
    triangle = dot.adjusted(inner, inner * 0.85, -inner, -inner * 1.15)
    icons.draw(painter, "triangle-alert", triangle, on_paper("again_on"), 2.5)


class Fine:
    """A picture with more pixels than the screen; each becomes the mean of its own.

    Scaled once a size: letters of a few pixels would lose strokes if the painter did.
    """

    def __init__(self, image: QImage | None = None) -> None:
        self._image = image or QImage()
        self._scaled = QImage()

    @property
    def is_there(self) -> bool:
        """Whether there is anything to draw."""
        return not self._image.isNull()

    def size(self) -> QSize:
        """In its own pixels."""
        return self._image.size()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Fills the box with it."""
        fineness = max(1.0, painter.deviceTransform().m11())
        size = (box.size() * fineness).toSize()
        if size.width() >= self._image.width():  # until a finer one comes, or closer
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image)
            return
        if self._scaled.size() != size:
            self._scaled = self._image.scaled(
                size, mode=Qt.TransformationMode.SmoothTransformation
            )
        painter.drawImage(box, self._scaled)


class StockPicture(QWidget):
    """A small picture of a stock."""

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock = stock
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stock(self, stock: Stock) -> None:
        """Another one."""
        self._stock = stock
        self.setAccessibleName(f"{stock.title}: {stock_words(stock)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(44), look.look().px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_stock(painter, self._stock, QRectF(self.rect()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
