"""The start page: recent events, something new, the demo."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from checkin.heap import let_go, quiet
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.ui import actions
from checkin.ui.environment import Environment
from checkin.ui.lanes import aside
from checkin.ui.lists import ask_for_list
from checkin.ui.messages import Offer
from checkin.ui.opening import Opener
from checkin.ui.start.making import MakeEvent
from checkin.ui.start.recents import Recents
from checkin.ui.start.views import FirstTime, SettingsView

_LIST = "list"
"""About this: the list that an event is to be made for."""


class StartPage(QStackedWidget):
    """What is seen without an event."""

    def __init__(
        self,
        environment: Environment,
        opener: Opener,
        known: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._environment, self._opener = environment, opener
        self.actions_of_page = {
            **known,
            "other": actions.action(self, "start.other", opener.choose_event),
            "choose": actions.action(self, "start.choose", self.choose_list),
            "new": actions.action(self, "start.new", self.new_event),
            "demo": actions.action(self, "start.demo", opener.open_demo),
        }
        self.first_time = FirstTime(self.actions_of_page)
        self.recents = Recents(self.actions_of_page, environment, opener.open)
        self.making = MakeEvent(environment)
        self.making.made.connect(self._make)
        self.making.given_up.connect(self.refresh)
        self.settings = SettingsView(self.actions_of_page, environment.settings)
        self.settings.closed.connect(self._leave_settings)
        self._before_settings: QWidget | None = None
        for view in (self.first_time, self.recents, self.making, self.settings):
            self.addWidget(view)
        self.refresh()

    def refresh(self) -> None:
        """Recent events if there are any."""
        recent = self._environment.settings.recent()
        self.recents.show_events(recent)
        view = self.recents if recent else self.first_time
        self.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_event(self) -> None:
        """Asks for its name and day."""
        if self.currentWidget() is not self.making:
            self.making.begin()
            self.setCurrentWidget(self.making)

    def new_event_for(self, list_file: Path) -> None:
        """The same, for a list that was dropped: it will be imported right away.

        One that can't be read is told before an event is made for it; then the form
        is as it was before.
        """
        go_back: Callable[[], object] = self.refresh
        if self.currentWidget() is self.making:
            go_back = partial(self.making.take, self.making.list)
            self.making.take(list_file)
        else:
            self.making.begin(list_file)
            self.setCurrentWidget(self.making)
        self._environment.messages.withdraw(_LIST)

        def failed(error: Exception) -> None:
            if isValid(self) and self.isVisible() and self.making.list == list_file:
                self._no_list(error, go_back)

        aside(lambda: _look_at(list_file), _is_a_list, failed)

    def _no_list(self, error: Exception, go_back: Callable[[], object]) -> None:
        if not isinstance(error, CheckinError):
            self._environment.crash.take(error)
            return
        another = Offer(_("Choose another file…"), self.choose_list, "folder-open")
        self._environment.messages.problem(error, another, about=_LIST)
        go_back()

    def show_settings(self) -> None:
        """The settings of this computer."""
        if self.currentWidget() is not self.settings:
            self._before_settings = self.currentWidget()
        self.setCurrentWidget(self.settings)

    def _leave_settings(self) -> None:
        """Back to the form of a new event with all that was typed, or to the start."""
        if self._before_settings is self.making:
            self.setCurrentWidget(self.making)
            self.making.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.refresh()

    def choose_list(self) -> None:
        """Asks for a list; an event is made for it."""
        ask_for_list(self, self.new_event_for)

    def _make(self, path: Path, fields: dict[str, str], list_file: Path | None) -> None:
        if list_file is None:
            self._opener.create(path, fields)
        else:
            self._opener.create(path, fields, place="importing", path=list_file)


def _look_at(list_file: Path) -> None:
    """Reads it, and lets it go again.

    Raises:
        CheckinError: it can't be read.
    """
    from checkin.importing.read import read_table

    with quiet():
        rows = list(read_table(list_file).rows)
    let_go(rows)


def _is_a_list(_result: object) -> None:
    """As it should be."""
