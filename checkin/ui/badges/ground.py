"""The sheet at every size: the whole of it, or a part of it that one moves about."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from checkin.ui import look
from checkin.ui.badges.paper import MARK
from checkin.ui.badges.sheetview import SheetView
from checkin.ui.badges.zoom import Fit, Zoom, real_size

_PAN = 80
"""How far a key moves the sheet, in px."""


class Ground(QScrollArea):
    """Ctrl and the wheel come closer; Shift and the arrow keys move about."""

    zoomed = Signal()

    def __init__(self, view: SheetView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.zoom = Zoom()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        view.setProperty("ground", "none")
        self.setWidget(view)
        view.panned.connect(self.pan)
        view.moved.connect(self.show_place)

    # -- how large

    @property
    def scale(self) -> float:
        """1.0 is the real size."""
        return self._scale_of(self.zoom)

    @property
    def whole(self) -> bool:
        """Whether all of the sheet is shown."""
        return self.zoom.fit is Fit.WHOLE

    def closer(self) -> None:
        """One step; what is in the middle stays there."""
        self.zoom_to(self.zoom.closer(self.scale))

    def further(self) -> None:
        """One step back, down to the whole sheet."""
        self.zoom_to(self.zoom.further(self.scale, self._scale_of(Zoom())))

    def zoom_to(self, zoom: Zoom, around: QPointF | None = None) -> None:
        """What is there, a point of the part that is seen, stays there."""
        spot = around or QPointF(self.viewport().rect().center())
        view, across, down = self.view, *self._bars()
        left, top = across.value() + spot.x(), down.value() + spot.y()
        part = left / max(1, view.width()), top / max(1, view.height())
        self.zoom = zoom
        self.fit()
        across.setValue(round(part[0] * view.width() - spot.x()))
        down.setValue(round(part[1] * view.height() - spot.y()))
        self.zoomed.emit()

    def fit(self) -> None:
        """To the stock that is shown, and the room that there is."""
        if self.whole:
            self.view.scale_to(QSize())
            self.view.setMinimumSize(0, 0)
        else:
            paper = (real_size(self.view.shown.stock) * self.scale).toSize()
            self.view.scale_to(paper)
            edge = look.look().px(MARK)
            self.view.setMinimumSize(paper.width() + edge, paper.height() + edge)
        size = self.view.minimumSize().expandedTo(self.maximumViewportSize())
        self.view.resize(size)

    def _scale_of(self, zoom: Zoom) -> float:
        edge = look.look().px(MARK)
        room = self.maximumViewportSize()
        if zoom.fit is Fit.WIDE:
            room -= QSize(self.verticalScrollBar().sizeHint().width(), 0)
        inner = QSize(max(1, room.width() - edge), max(1, room.height() - edge))
        return zoom.scale(self.view.shown.stock, inner, look.look().scale)

    # -- where

    def pan(self, across: int, down: int) -> None:
        """By so many steps."""
        for bar, by in zip(self._bars(), (across, down), strict=True):
            bar.setValue(bar.value() + by * look.look().px(_PAN))

    def show_place(self, place: int) -> None:
        """Brings a place of the sheet into sight."""
        box = self.view.box_of(place).toRect()
        half = box.width() // 2, box.height()
        self.ensureVisible(box.center().x(), box.center().y(), *half)

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

    # -- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y()
        if turned > 0:
            self.zoom_to(self.zoom.closer(self.scale), event.position())
        elif turned < 0:
            whole = self._scale_of(Zoom())
            self.zoom_to(self.zoom.further(self.scale, whole), event.position())
        event.accept()
