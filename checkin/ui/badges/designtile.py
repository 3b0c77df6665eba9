"""One design as the picture of a real badge; a radio button to a screen reader."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from checkin.badges import Design, Stock
from checkin.model.i18n import _
from checkin.ui import icons, look
from checkin.ui.badges.paper import Fine, on_paper
from checkin.ui.badges.pictures import BadgePicture
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import draw_line

WIDTH = 116
"""Of a picture, in px."""
_RING, _TICK, _TITLE = 3, 22, 21
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
        painter.setFont(look.look().font(Role.SMALL))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, _("Needs larger badges"))

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
