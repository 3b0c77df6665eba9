"""The stage: one widget that paints the scene, with the next steps as real buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.model.verdict import Family
from checkin.ui import actions, look
from checkin.ui.door.idle import draw_idle
from checkin.ui.door.scene import Deed, Scene, Sort, Step
from checkin.ui.door.scenes import idle
from checkin.ui.door.stage_paint import Bounds, draw_scene
from checkin.ui.tokens import RADIUS_STAGE, FamilyColours
from checkin.ui.widgets.button import Button, Kind

_MOST_STEPS = 3
WIDE = 720
"""From this width on the stage has its full margins; px before the text size."""


class Stage(QWidget):
    """Shows one scene at a time. Says by `wanted` which deed was pressed."""

    wanted = Signal(object)
    """A Deed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene = idle()
        self._buttons: list[Button] = []
        self._button(_MOST_STEPS - 1)  # made now, they have their place for Tab
        self._panel: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_scene(self.scene, aloud=False)

    # -- what it shows

    def show_scene(self, scene: Scene, *, aloud: bool = True) -> None:
        """Another scene, at once; `aloud` for screen readers too."""
        self.scene = scene
        self.setAccessibleName(scene.spoken)
        self.setAccessibleDescription("")
        for number, step in enumerate(scene.steps):
            self._dress(self._button(number), step, scene.filled and number == 0)
        for spare in self._buttons[len(scene.steps) :]:
            spare.hide()
        self._arrange()
        self.update()
        if aloud and self.isVisible():
            self._announce(scene)

    def show_panel(self, panel: QWidget | None) -> None:
        """A form in the place of the advice and the next steps; None takes it away."""
        if self._panel is not None and self._panel is not panel:
            self._panel.hide()
        self._panel = panel
        if panel is not None:
            panel.setParent(self)
            panel.show()
        self._arrange()
        self.update()

    def deeds(self) -> dict[str, Deed]:
        """What the keys do now: the deed by the name of its action."""
        return {step.action: step.deed for step in self.scene.steps}

    @property
    def steps(self) -> list[Button]:
        """The buttons of the next steps, in their order."""
        return self._buttons[: len(self.scene.steps)]

    def _announce(self, scene: Scene) -> None:
        event = QAccessibleAnnouncementEvent(self, scene.announced)
        if scene.family is not Family.OK:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    # -- the next steps

    def _button(self, number: int) -> Button:
        while len(self._buttons) <= number:
            button = Button(parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._pressed(len(self._buttons)))
            self._buttons.append(button)
        return self._buttons[number]

    def _pressed(self, number: int) -> Callable[[], None]:
        return lambda: self.wanted.emit(self.scene.steps[number].deed)

    def _dress(self, button: Button, step: Step, first: bool) -> None:
        colours = self._colours()
        button.setText(step.words)
        button.set_keys(actions.keys_words(actions.spec(step.action).keys))
        if self.scene.family is Family.ASK:
            button.set_kind(Kind.PRIMARY if first else Kind.SECONDARY)
            button.setProperty("ring", None)
        else:
            button.set_kind(Kind.STAGE_FIRST if first else Kind.STAGE, colours)
            button.setProperty("ring", colours.on)

    def _colours(self) -> FamilyColours:
        return look.look().theme.family(self.scene.family)

    # -- geometry

    def minimumSizeHint(self) -> QSize:
        px = look.look().px
        return QSize(px(420), px(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.show_scene(self.scene, aloud=False)

    @property
    def _pad(self) -> int:
        px = look.look().px
        return px(40 if self.width() >= px(WIDE) else 28)

    def _arrange(self) -> None:
        self._foot = self._place_panel() if self._panel else self._place_steps()

    def _place_panel(self) -> int:
        assert self._panel is not None
        for button in self._buttons:
            button.hide()
        wide = self.width() - 2 * self._pad
        policy = self._panel.sizePolicy()
        tall = self._panel.sizeHint().height()
        if policy.hasHeightForWidth():
            tall = self._panel.heightForWidth(wide)
        top = self.height() - self._bottom - tall
        self._panel.setGeometry(QRect(self._pad, top, wide, tall))
        return top

    def _place_steps(self) -> int:
        rows = self._rows()
        gap = look.look().px(10)
        tall = rows[0][0].sizeHint().height() if rows else 0
        y = self.height() - self._bottom - len(rows) * (tall + gap) + gap
        top = y
        for line in rows:
            x = self._pad
            for button in line:
                room = self.width() - self._pad - x
                wide = min(button.sizeHint().width(), room)
                button.setGeometry(x, y, wide, tall)
                button.show()
                x += wide + gap
            y += tall + gap
        return top if rows else self.height() - self._bottom

    def _rows(self) -> list[list[Button]]:
        """The buttons side by side; without icons, then on two lines, if need be."""
        gap, room = look.look().px(10), self.width() - 2 * self._pad
        for button, step in zip(self.steps, self.scene.steps, strict=True):
            button.set_icon(step.icon)
        if sum(b.sizeHint().width() + gap for b in self.steps) - gap > room:
            for button in self.steps:
                button.set_icon("")
        rows: list[list[Button]] = []
        x = 0
        for button in self.steps:
            wide = button.sizeHint().width()
            if not rows or x + wide > room:
                rows.append([])
                x = 0
            rows[-1].append(button)
            x += wide + gap
        return rows

    @property
    def _bottom(self) -> int:
        return look.look().px(28 if self.width() >= look.look().px(WIDE) else 20)

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        self._draw_ground(painter, box)
        if self.scene.sort is Sort.IDLE:
            draw_idle(painter, box, self.scene, look.look().px)
        else:
            wide = self.width() >= look.look().px(WIDE)
            bounds = Bounds(box, self._pad, self._foot, wide, self._panel is None)
            draw_scene(painter, self.scene, bounds, self._colours())
        painter.end()

    def _draw_ground(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        framed = self.scene.family is Family.ASK
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if framed else box
        shape.addRoundedRect(inner, RADIUS_STAGE, RADIUS_STAGE)
        painter.fillPath(shape, QColor(self._colours().fill))
        if framed:
            painter.strokePath(shape, QPen(look.colour("line"), 1))
        painter.setClipPath(shape)
