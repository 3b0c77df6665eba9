"""What the start page shows where events were open: those, and something new."""

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from checkin.model.i18n import _
from checkin.settings import RecentEvent
from checkin.ui import actions, look
from checkin.ui.environment import Environment
from checkin.ui.lanes import aside
from checkin.ui.start.recent import RecentCard, row_of
from checkin.ui.start.views import FORMATS, Actions, frame
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, column, held, row, scrolled
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.text import Label


class Recents(QWidget):
    """Events at the left, something new at the right."""

    def __init__(
        self,
        known: Actions,
        environment: Environment,
        open_event: Callable[[Path], object],
    ) -> None:
        super().__init__()
        self._environment, self._open = environment, open_event
        self.cards: list[RecentCard] = []
        self._events: list[RecentEvent] = []
        self._missing: set[str] = set()
        """Paths of events whose files were not there when they were looked for last."""
        self.title = Label("", Role.HERO, wrap=True)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)
        inside = held(self._list)
        self._other = held(row(Button.of(known["other"], Kind.QUIET), None))
        left = column(
            Label(_("Recent events"), Role.SMALL_BOLD, "ink2"),
            scrolled(inside),
            gap=12,
        )
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 32, 0, 16)
        box.setSpacing(28)
        box.addWidget(self.title)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        halves.addLayout(left, 1)
        right = held(self._something_new(known))
        right.setFixedWidth(344)
        halves.addWidget(right)
        box.addLayout(halves, 1)
        frame(self, known, content, 1040)

    def _something_new(self, known: Actions) -> QVBoxLayout:
        zone = EmptyState(
            "file-spreadsheet",
            _("Drop a guest list here"),
            _(FORMATS),
            [Button.of(known["choose"])],
            dashed=True,
            small=True,
        )
        self._zone = zone
        self._measure()
        new = _line_card(
            _("New event"),
            _("Add the list later"),
            _short(Button.of(known["new"]), _("New")),
        )
        demo = _line_card(
            _("Just looking?"),
            _("60 invented guests"),
            _short(Button.of(known["demo"]), _("Try it")),
        )
        label = Label(_("Start something"), Role.SMALL_BOLD, "ink2")
        made = column(label, zone, new, demo, None, gap=12)
        made.setStretch(1, 1)
        return made

    def _measure(self) -> None:
        self._zone.setMinimumHeight(look.look().px(220))
        self._zone.setMaximumHeight(look.look().px(300))

    def show_events(self, recent: Sequence[RecentEvent]) -> None:
        """The newest first; today's stands on top and is the one that Enter opens."""
        self._events = list(recent)
        self._show()
        self._look_for_files()

    def _look_for_files(self) -> None:
        """On a thread: a drive that does not answer must not hold the window up."""
        events = self._events

        def told(missing: set[str]) -> None:
            if isValid(self) and events is self._events and missing != self._missing:
                self._missing = missing
                self._show()

        paths = [one.path for one in events]
        failed = self._environment.crash.take
        aside(lambda: set(filter(_is_missing, paths)), told, failed)

    def _show(self) -> None:
        in_focus = self.window().focusWidget()
        focused = next((c.row.path for c in self.cards if c is in_focus), None)
        self._clear()
        now = self._environment.clock.now().local()
        self.title.setText(_greeting(now.hour))
        rows = [row_of(e, now, e.path not in self._missing) for e in self._events]
        rows.sort(key=lambda one: not one.tonight)
        chosen = next((one for one in rows if one.there), None)
        keys = actions.keys_words(actions.spec("start.open").keys)
        for one in rows:
            self._add(RecentCard(one, one is chosen, keys))
        self._list.addWidget(self._other)
        self._list.addStretch(1)
        if focused:
            same = (c for c in self.cards if c.row.path == focused and c.row.there)
            next(same, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, card: RecentCard) -> None:
        card.clicked.connect(lambda: self._open(card.row.path))
        self.cards.append(card)
        self._list.addWidget(card)
        card.show()  # what is not shown yet would not keep the focus
        if card.chosen or len(self.cards) == 1:
            self.setFocusProxy(card)

    def _clear(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        while self._list.count():
            self._list.takeAt(0)

    def changeEvent(self, event: QEvent) -> None:
        """A drive may have been plugged in while the window was not looked at."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        active = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if active and self.isVisible():
            self._look_for_files()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, else it opens tonight's event."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            chosen = (card for card in self.cards if card.chosen)
            if isinstance(focused, QAbstractButton) and focused.hasFocus():
                focused.click()
            elif self.cards:
                next(chain(chosen, self.cards)).click()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


def _short(button: Button, words: str) -> Button:
    """The same where there is little room; read aloud it says what it does."""
    said = button.text()
    button.set_icon("")
    button.setText(words)
    button.setAccessibleName(said)
    return button


def _line_card(title: str, text: str, button: Button) -> Card:
    card = Card(pad=16, sideways=True, gap=12)
    words = column(Label(title, Role.BODY_BOLD), Label(text, Role.SMALL, "ink2"), gap=2)
    card.box.addLayout(words, 1)
    card.box.addWidget(button)
    return card


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return _("Good morning. Which event?")
    if 12 <= hour < 17:
        return _("Good afternoon. Which event?")
    return _("Good evening. Which event?")


def _is_missing(path: str) -> bool:
    """Whether the file can't be found, for whatever reason."""
    try:
        Path(path).stat()
    except (OSError, ValueError):
        return True
    return False
