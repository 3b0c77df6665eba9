"""Earlier prints: what was printed when, and what can be done about it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.model.clock import Clock
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.model.prints import Run
from checkin.store.eventfile import EventFile
from checkin.ui.badges.goingon import GoingOn
from checkin.ui.badges.runrow import RunRow
from checkin.ui.session import Session
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, close_button
from checkin.ui.widgets.card import Card, Line, held, row, scrolled
from checkin.ui.widgets.text import Label

_SOME = 20
"""So many are shown at first, and more with each press of the button."""


class RunsPanel(Card):
    """The newest runs first; or, in their place, one that is to go on."""

    left = Signal()
    go_on_wanted = Signal(object, object, int)
    """Run, Place of the first badge that is missing, how many are printed."""
    again_wanted = Signal(object)
    """The ids of all whose badges count or counted on a run, as a tuple."""
    undo_wanted = Signal(object)
    """The act of a run."""

    def __init__(
        self, session: Session, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(pad=16, gap=12, parent=parent)
        self._session, self._clock = session, clock
        self._most = _SOME
        self.rows: list[RunRow] = []
        self.title = Label("", Role.H3, wrap=True)
        self.cross = close_button()
        self.cross.clicked.connect(self.left)
        head = row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.cross)
        self.nothing = Label(_("Nothing was printed yet."), Role.SMALL, "ink2")
        self.nothing.hide()
        self.more = Button(_("Show more"), Kind.QUIET)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 8, 0)
        box.addWidget(self.nothing)
        box.addLayout(self._list)
        box.addLayout(row(self.more, None))
        box.addStretch(1)
        self.list = scrolled(held(box))
        self.going_on = GoingOn(session)
        self.going_on.left.connect(self.back)
        self.going_on.chosen.connect(self._go_on)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.going_on)
        self.box.addLayout(head)
        self.box.addWidget(self.stack, 1)
        self._name()

    # -- what is shown

    def begin(self) -> None:
        """The list, read afresh."""
        self._most = _SOME
        self._show(self.list)
        self.cross.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Reads again what was printed."""
        most = self._most + 1

        def read(event: EventFile) -> Sequence[Run]:
            return event.read.print_runs(most)

        self._session.ask("badges.runs", read, self._read)

    @property
    def asking(self) -> bool:
        """Whether it is asked from which badge a run goes on."""
        return self.stack.currentWidget() is self.going_on

    def back(self) -> None:
        """From a run to the list of all."""
        self._show(self.list)
        if self.rows:
            self.rows[0].go_on.setFocus()

    def _show(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self._name()

    def _name(self) -> None:
        words = _("Go on from a badge") if self.asking else _("Earlier prints")
        self.title.setText(words)
        self.setAccessibleName(words)

    def _read(self, runs: Any) -> None:
        shown = runs[: self._most]
        if [one.run for one in self.rows] != list(shown):
            self._fill(shown)
        self.nothing.setVisible(not shown)
        self.more.setVisible(len(runs) > len(shown))

    def _fill(self, runs: Sequence[Run]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for run in runs:
            if self.rows:
                self._list.addWidget(Line())
            self._list.addWidget(self._row(run))

    def _row(self, run: Run) -> RunRow:
        now, read_only = self._clock.now(), self._session.read_only
        made = RunRow(run, now, read_only=read_only)
        made.go_on_wanted.connect(lambda: self._ask(run))
        made.again_wanted.connect(lambda: self._again(run))
        made.undo_wanted.connect(lambda: self.undo_wanted.emit(run.act))
        self.rows.append(made)
        return made

    def _show_more(self) -> None:
        self._most += _SOME
        self.refresh()

    # -- what is done

    def _ask(self, run: Run) -> None:
        self._show(self.going_on)
        self.going_on.begin(run)

    def _go_on(self, run: Run, first: object, badges: int) -> None:
        self._show(self.list)
        self.go_on_wanted.emit(run, first, badges)

    def _again(self, run: Run) -> None:
        def whose(event: EventFile) -> tuple[AttendeeId, ...]:
            ids = (badge.attendee for badge in event.read.on_run(run.act))
            return tuple(dict.fromkeys(ids))

        self._session.ask("badges.whose_run", whose, self.again_wanted.emit)
