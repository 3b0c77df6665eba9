"""The button: icon, words and key cap, painted in one piece."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from checkin.model.i18n import _
from checkin.ui import actions, icons, look
from checkin.ui.tokens import (
    BUTTON,
    BUTTON_BIG,
    BUTTON_SMALL,
    RADIUS,
    FamilyColours,
    Role,
)
from checkin.ui.widgets.keycap import CapColours, cap_width, draw_cap, plain_cap


class Kind(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TONAL = "tonal"
    QUIET = "quiet"
    DANGER = "danger"
    STAGE = "stage"
    """On the fill of a verdict."""
    STAGE_FIRST = "stage-first"


class Size(StrEnum):
    """How tall it is."""

    SMALL = "small"
    NORMAL = "normal"
    BIG = "big"


_HEIGHT = {Size.SMALL: BUTTON_SMALL, Size.NORMAL: BUTTON, Size.BIG: BUTTON_BIG}
_ROLE = {
    Size.SMALL: Role.SMALL_BOLD,
    Size.NORMAL: Role.BODY_BOLD,
    Size.BIG: Role.H3,
}
_ICON = {Size.SMALL: 16, Size.NORMAL: 20, Size.BIG: 24}
_GAP = 8


@dataclass(frozen=True, slots=True)
class _Paint:
    """The colours of one button at this moment."""

    fill: QColor | None
    edge: QColor | None
    ink: QColor
    cap: CapColours


class Button(QPushButton):
    """Icon left, words, key cap right; icon alone where there are no words to show."""

    def __init__(
        self,
        words: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        keys: str = "",
        size: Size = Size.NORMAL,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._size, self._icon, self._keys = kind, size, icon, keys
        self._icon_only = icon_only
        self._family: FamilyColours | None = None
        self._trailing = ""
        self._wraps = False
        self.setAccessibleName(words)
        if icon_only:
            self.setToolTip(f"{words} ({keys})" if keys else words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @classmethod
    def of(
        cls,
        action: QAction,
        kind: Kind = Kind.SECONDARY,
        *,
        size: Size = Size.NORMAL,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> "Button":
        """The button of an action: its words, its icon, its shortcut."""
        row = actions.spec(action.objectName())
        made = cls(
            action.text(),
            kind,
            icon=row.icon,
            keys=actions.keys_words(row.keys),
            size=size,
            icon_only=icon_only,
            parent=parent,
        )
        made.clicked.connect(action.trigger)
        made.setEnabled(action.isEnabled())
        action.enabledChanged.connect(made.setEnabled)
        return made

    # -- what it shows

    def setText(self, words: str) -> None:
        """Other words; they are its accessible name too."""
        super().setText(words)
        self.setAccessibleName(words)
        if self._icon_only:
            self.setToolTip(words)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Another icon; empty for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_trailing(self, icon: str) -> None:
        """An icon behind the words, such as a chevron."""
        self._trailing = icon
        self.updateGeometry()

    def set_kind(self, kind: Kind, family: FamilyColours | None = None) -> None:
        """Asks more or less to be pressed; `family` for buttons on a verdict."""
        self._kind, self._family = kind, family
        self.update()

    def let_wrap(self) -> None:
        """Fills its column; where one line has no room, the words take two."""
        self._wraps = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: str) -> None:
        """The shortcut on the cap, in the platform's writing."""
        self._keys = keys
        self.updateGeometry()

    def why_not(self, words: str) -> None:
        """Disables it and says why; empty words enable it again."""
        self.setEnabled(not words)
        self.setToolTip(words)
        self.setAccessibleDescription(words)

    # -- measures

    def sizeHint(self) -> QSize:
        height = look.look().px(_HEIGHT[self._size])
        if self._icon_only:
            return QSize(height, height)
        pad = 10 if self._size is Size.SMALL else 14
        return QSize(round(self._content()) + 2 * look.look().px(pad), height)

    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return self.sizeHint()
        metrics = look.look().metrics(_ROLE[self._size])
        words = max(map(metrics.horizontalAdvance, halves(self.text(), metrics)))
        rest = look.look().px(_ICON[self._size] + 2 * 8) + _GAP
        return QSize(round(words) + rest, self.sizeHint().height())

    def _content(self) -> float:
        width = look.look().metrics(_ROLE[self._size]).horizontalAdvance(self.text())
        if self._icon:
            width += look.look().px(_ICON[self._size]) + _GAP
        if self._trailing:
            width += look.look().px(16) + _GAP
        if self._keys and not self._icon_only:
            width += cap_width(self._keys) + _GAP + 4
        return width

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = self._paint()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(paint.edge, 1) if paint.edge else Qt.PenStyle.NoPen)
        painter.setBrush(paint.fill or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._draw_content(painter, paint)
        painter.end()

    def _draw_content(self, painter: QPainter, paint: _Paint) -> None:
        middle = self.height() / 2
        side = look.look().px(_ICON[self._size])
        if self._icon_only:
            icons.draw_at(
                painter, self._icon, (self.width() - side) / 2, middle, side, paint.ink
            )
            return
        room = self.width() - 2 * look.look().px(8)
        if self._wraps and self._content() > room:
            self._draw_two_lines(painter, paint.ink)
            return
        spare = max(0.0, self._content() - room)
        x = (self.width() - min(self._content(), room)) / 2
        if self._icon:
            icons.draw_at(painter, self._icon, x, middle, side, paint.ink)
            x += side + _GAP
        x = self._draw_words(painter, paint.ink, x, spare)
        if self._trailing:
            icons.draw_at(
                painter, self._trailing, x + _GAP, middle, look.look().px(16), paint.ink
            )
            x += look.look().px(16) + _GAP
        if self._keys:
            draw_cap(painter, x + _GAP + 4, middle, self._keys, paint.cap)

    def _draw_two_lines(self, painter: QPainter, ink: QColor) -> None:
        metrics = look.look().metrics(_ROLE[self._size])
        lines = halves(self.text(), metrics)
        side = look.look().px(_ICON[self._size]) if self._icon else 0
        words = max(map(metrics.horizontalAdvance, lines))
        x = (self.width() - side - _GAP - words) / 2
        if self._icon:
            icons.draw_at(painter, self._icon, x, self.height() / 2, side, ink)
        painter.setFont(look.look().font(_ROLE[self._size]))
        painter.setPen(ink)
        tall = metrics.height()
        for number, line in enumerate(lines):
            top = self.height() / 2 + (number - 1) * tall
            box = QRectF(x + side + _GAP, top, words + 1, tall)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)

    def _draw_words(
        self, painter: QPainter, ink: QColor, x: float, spare: float
    ) -> float:
        metrics = look.look().metrics(_ROLE[self._size])
        width = metrics.horizontalAdvance(self.text()) - spare
        words = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, width + (1 if not spare else 0)
        )
        painter.setFont(look.look().font(_ROLE[self._size]))
        painter.setPen(ink)
        box = QRectF(x, 0, width + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        return x + width

    def _paint(self) -> _Paint:
        if not self.isEnabled():
            ink = look.colour("ink3")
            quiet = self._kind is Kind.QUIET
            cap = replace(plain_cap(), ink=ink)
            return _Paint(None if quiet else look.colour("disabled"), None, ink, cap)
        hot = self.underMouse() or self.isDown()
        if self._kind in (Kind.STAGE, Kind.STAGE_FIRST) and self._family:
            return _on_stage(self._family, self._kind is Kind.STAGE_FIRST, hot)
        return _by_kind(self._kind, hot)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()


def halves(words: str, metrics: QFontMetricsF) -> tuple[str, str]:
    """The words on two lines, the longer one as short as can be."""
    parts = words.split(" ")
    cuts = [(" ".join(parts[:n]), " ".join(parts[n:])) for n in range(1, len(parts))]
    return min(
        cuts or [(words, "")],
        key=lambda lines: max(map(metrics.horizontalAdvance, lines)),
    )


def _by_kind(kind: Kind, hot: bool) -> _Paint:
    ink, cap = look.colour("ink"), plain_cap()
    hover = look.colour("sunken") if hot else None
    if kind is Kind.PRIMARY:
        on = look.colour("on_accent")
        fill = look.colour("accent_hover" if hot else "accent")
        return _Paint(fill, None, on, CapColours(on, on))
    if kind is Kind.TONAL:
        accent = look.colour("accent_ink")
        edge = accent if hot else None
        return _Paint(
            look.colour("accent_soft"), edge, accent, CapColours(accent, accent)
        )
    if kind is Kind.DANGER:
        stop = look.colour("stop_ink")
        fill = look.colour("stop_soft") if hot else look.colour("surface")
        return _Paint(fill, stop, stop, CapColours(stop, stop))
    if kind is Kind.QUIET:
        return _Paint(hover, None, look.colour("ink2"), cap)
    return _Paint(hover or look.colour("surface"), look.colour("ctl"), ink, cap)


def _on_stage(family: FamilyColours, first: bool, hot: bool) -> _Paint:
    fill, on = QColor(family.fill), QColor(family.on)
    if first:
        ground = on if not hot else _between(on, fill)
        return _Paint(ground, on, fill, CapColours(fill, fill))
    return _Paint(QColor(family.strip) if hot else None, on, on, CapColours(on, on))


def _between(one: QColor, other: QColor) -> QColor:
    """Nine parts of one and one part of the other."""
    return QColor(
        round(0.9 * one.red() + 0.1 * other.red()),
        round(0.9 * one.green() + 0.1 * other.green()),
        round(0.9 * one.blue() + 0.1 * other.blue()),
    )


def close_button(parent: QWidget | None = None) -> Button:
    """The cross of a bar or a panel."""
    return Button(
        _("Close"),
        Kind.QUIET,
        icon="x",
        size=Size.SMALL,
        icon_only=True,
        parent=parent,
    )
