"""The designs as pictures of a real badge; one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from checkin.badges import Design, Stock
from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.badges.paper import Fine, on_paper
from checkin.ui.badges.pictures import BadgePicture
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import Card
from checkin.ui.widgets.text import Label, draw_line

WIDTH = 116
"""Of a picture, in px."""
_RING, _TICK, _TITLE = 3, 22, 24
_FINENESS = 4
_EDGE = 6
"""Around a picture: room for the ring."""


class DesignTile(QRadioButton):
    """One design; a radio button to a screen reader."""

    def __init__(self, design: Design, parent: QWidget | None = None) -> None:
        super().__init__(_(design.title), parent)
        self.design = design
        self.setAccessibleName(_(design.title))
        self.setAccessibleDescription(_(design.about))
        self.picture = Fine()
        self._ratio = 50 / 80
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shape(self, stock: Stock) -> None:
        """For badges of another shape; the picture follows."""
        self._ratio = stock.panel_size.height / stock.panel_size.width
        self.updateGeometry()

    def show_picture(self, found: BadgePicture) -> None:
        """The badge; or why there is none."""
        self.picture = Fine(found.picture)
        words = found.problem.title_words() if found.problem else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words or _(self.design.about))
        self.update()

    def picture_box(self) -> QRectF:
        """Where the picture is."""
        left = (self.width() - WIDTH) / 2
        return QRectF(round(left), _EDGE, WIDTH, round(WIDTH * self._ratio))

    def sizeHint(self) -> QSize:
        tall = round(WIDTH * self._ratio) + 2 * _EDGE + look.look().px(_TITLE)
        return QSize(WIDTH + 2 * _EDGE, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return bool(self.rect().contains(pos))  # type: ignore[call-overload]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.picture_box()
        painter.fillRect(box, on_paper("paper"))
        if self.picture.is_there:
            self.picture.draw(painter, box)
        elif self.toolTip():
            self._draw_no_room(painter, box)
        self._draw_edge(painter, box)
        self._draw_title(painter, box)
        painter.end()

    def _draw_no_room(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(on_paper("ink2"))
        words = _("Needs larger badges")
        draw_line(painter, box, words, Role.SMALL, Qt.AlignmentFlag.AlignCenter)

    def _draw_edge(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self.isChecked():
            painter.setPen(QPen(look.colour("ctl" if self.underMouse() else "line"), 1))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            return
        painter.setPen(QPen(look.colour("accent"), _RING))
        out = _RING / 2 + 1
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), 5, 5)
        tick = QRectF(0, 0, _TICK, _TICK)
        tick.moveCenter(box.topRight() + QPointF(-_TICK / 3, _TICK / 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(tick)
        inner = _TICK * 0.22
        mark = tick.adjusted(inner, inner, -inner, -inner)
        icons.draw(painter, "check", mark, look.colour("on_accent"), 3)

    def _draw_title(self, painter: QPainter, box: QRectF) -> None:
        chosen = self.isChecked()
        painter.setPen(look.colour("ink" if chosen else "ink2"))
        top = box.bottom() + _EDGE / 2
        line = QRectF(0, top, self.width(), look.look().px(_TITLE))
        role = Role.SMALL_BOLD if chosen else Role.SMALL
        draw_line(painter, line, self.text(), role, Qt.AlignmentFlag.AlignCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class DesignCard(Card):
    """All designs, two in a row or one."""

    chosen = Signal(object)
    """A Design."""

    def __init__(
        self, designs: Sequence[Design], stock: Stock, parent: QWidget | None = None
    ) -> None:
        super().__init__(pad=12, gap=6, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda tile: self.chosen.emit(tile.design))
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self.tiles = [DesignTile(design) for design in designs]
        for tile in self.tiles:
            self._group.addButton(tile)
        title = Label(_("Design"), Role.SMALL_BOLD, "ink2")
        title.setContentsMargins(4, 0, 0, 0)
        self.box.addWidget(title)
        self.box.addLayout(self._grid)
        self.show_stock(stock)
        self.set_columns(2)

    def set_columns(self, columns: int) -> None:
        """How many stand in a row."""
        for number, tile in enumerate(self.tiles):
            middle = Qt.AlignmentFlag.AlignHCenter
            self._grid.addWidget(tile, number // columns, number % columns, middle)

    def picture_width(self) -> int:
        """In pixels: more than the screen has, see `Fine`."""
        return WIDTH * _FINENESS

    def show_stock(self, stock: Stock) -> None:
        """For badges of another shape."""
        for tile in self.tiles:
            tile.show_shape(stock)

    def show_chosen(self, design: Design) -> None:
        """Ticks one."""
        for tile in self.tiles:
            tile.setChecked(tile.design.name == design.name)

    def show_pictures(self, pictures: Sequence[BadgePicture]) -> None:
        """The badge in each design."""
        for tile in self.tiles:
            for found in pictures:
                if found.design.name == tile.design.name:
                    tile.show_picture(found)
