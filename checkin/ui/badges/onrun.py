"""Who is on a print run, found by name or place; one is the first that is missing."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.badges import Place
from checkin.model.i18n import _
from checkin.model.names import fold
from checkin.model.prints import OnRun
from checkin.store.eventfile import EventFile
from checkin.ui import look
from checkin.ui.badges.rows import Index, RowDelegate, Rows
from checkin.ui.tokens import RADIUS, Role
from checkin.ui.widgets.text import draw_line

Found = tuple[OnRun, str]
"""A badge, and the words that it is found by."""


def read_badges(event: EventFile, act: bytes) -> list[Found]:
    """Those of a run that count; on another thread, there may be many."""
    return [
        (badge, f"{fold(badge.name)} {badge.sheet},{badge.cell} {fold(badge.code)}")
        for badge in event.read.on_run(act)
        if badge.counts
    ]


def place_words(badge: OnRun) -> str:
    """Sheet 2, place 3."""
    words = _("Sheet {sheet:,}, place {place:,}")
    return words.format(sheet=badge.sheet, place=badge.cell)


class OnRunModel(QAbstractListModel):
    """The badges that fit what is looked for, in the order of the run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Found] = ()
        self.shown: list[OnRun] = []

    def show_badges(self, found: Sequence[Found]) -> None:
        """Of another run."""
        self._all = found
        self.find("")

    def find(self, text: str) -> None:
        """Those whose name begins or goes on like this, or at that place: 2,3."""
        wanted = fold(text)
        self.beginResetModel()
        self.shown = [badge for badge, words in self._all if wanted in words]
        self.endResetModel()

    def rest(self, first: Place) -> int:
        """How many badges came to paper there or later."""
        return sum(Place(b.sheet, b.cell) >= first for b, _words in self._all)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        badge = self.shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return badge
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{badge.name}, {place_words(badge)}"
        return None


class _Delegate(RowDelegate):
    """The name, below it where that badge is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        badge: OnRun = index.data(Qt.ItemDataRole.UserRole)
        px = look.look().px
        words = box.adjusted(px(10), px(4), -px(8), -px(4))
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        painter.setPen(look.colour("ink"))
        draw_line(painter, upper, badge.name, Role.BODY)
        painter.setPen(look.colour("ink2"))
        lower = upper.translated(0, upper.height())
        draw_line(painter, lower, place_words(badge), Role.SMALL)
        painter.restore()


class OnRunList(Rows):
    """One is chosen by a click or with the arrow keys."""

    def __init__(self, model: OnRunModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _Delegate(), _("Badges of this print"), parent)
