"""The lists as cards at the left: one is chosen, like radio buttons."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin.followup.mailing import Survey
from checkin.model.i18n import _
from checkin.ui import fonts, icons, look
from checkin.ui.followup.lists import LISTS, FollowUpList, small_line
from checkin.ui.tokens import RADIUS_CARD, Role
from checkin.ui.widgets.text import draw_line

_HEIGHT = 78
_COUNT = 26


class ListCard(QRadioButton):
    """Icon, title, a small line, and how many people at the right."""

    def __init__(self, shown: FollowUpList, parent: QWidget | None = None) -> None:
        super().__init__(_(shown.title), parent)
        self.shown = shown
        self.small, self.count = "", ""
        self.setProperty("keyed", True)  # Tab comes to the chosen one, arrows to all
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name()

    def say(self, small: str, count: str) -> None:
        """The line below the title, and the figure; “–” where there is none yet."""
        if (small, count) != (self.small, self.count):
            self.small, self.count = small, count
            self._name()
            self.update()

    def _name(self) -> None:
        figure = self.count if self.count.strip("–") else ""
        parts = (self.text(), figure, self.small)
        self.setAccessibleName(", ".join(filter(None, parts)))

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(332), look.look().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(240), look.look().px(_HEIGHT))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(look.colour("accent" if on else "line"), 2))
        ground = "accent_soft" if on else "sunken" if self.underMouse() else "surface"
        painter.setBrush(look.colour(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        px, middle = look.look().px, self.height() / 2
        icons.draw_at(
            painter, self.shown.icon, px(19), middle, px(24), look.colour("accent_ink")
        )
        self._draw_words(painter, px(56), self._draw_count(painter))
        painter.end()

    def _draw_count(self, painter: QPainter) -> float:
        """Returns where it begins."""
        font = count_font()
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        right = self.width() - look.look().px(21)
        box = QRectF(0, 0, right, self.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        drawn = painter.boundingRect(box, flags, self.count)
        painter.drawText(box, flags, self.count)
        return float(drawn.left())

    def _draw_words(self, painter: QPainter, left: float, right: float) -> None:
        px = look.look().px
        room, middle = right - left - px(10), self.height() / 2
        upper = QRectF(left, middle - px(22), room, px(24))
        lower = QRectF(left, middle + px(1), room, px(20))
        if not self.small:
            upper.moveTop(middle - px(12))
        painter.setPen(look.colour("ink"))
        draw_line(painter, upper, self.text(), Role.BODY_BOLD)
        painter.setPen(look.colour("ink2"))
        draw_line(painter, lower, self.small, Role.SMALL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def count_font() -> QFont:
    """Of the figure on a card."""
    return fonts.sized(_COUNT * look.look().scale, 600, display=True, tabular=True)


class ListCards(QWidget):
    """All lists, one below the other; ↑ and ↓ choose, as with radio buttons."""

    def __init__(
        self, chosen: Callable[[FollowUpList], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = chosen
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.cards = [ListCard(one) for one in LISTS]
        for card in self.cards:
            self._group.addButton(card)
            box.addWidget(card)
        box.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)

    def choose(self, shown: FollowUpList) -> None:
        """Chooses a list; tells of it like a click."""
        next(card for card in self.cards if card.shown == shown).setChecked(True)

    def take_focus(self) -> None:
        """The arrow keys go from the chosen card."""
        chosen = self._group.checkedButton() or self.cards[0]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_surveys(
        self, surveys: Mapping[str, Survey] | None, anybody_came: bool
    ) -> None:
        """The counts; None: not known yet."""
        for card in self.cards:
            survey = surveys[card.shown.audience] if surveys else None
            ready = anybody_came or card.shown.ready_at_once
            count = f"{survey.people:,}" if survey and ready else "" if ready else "–"
            card.say(small_line(card.shown, survey, anybody_came), count)

    def _toggled(self, card: ListCard, on: bool) -> None:
        if on:
            self._told(card.shown)
