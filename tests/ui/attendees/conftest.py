"""What tests of the attendees page get: the demo evening, and hands to use it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from checkin.model.attendee import Attendee
from checkin.store.eventfile import EventFile
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.attendees.roll_model import CELL, Column
from checkin.ui.messages import Message
from checkin.ui.window import Window


class Hands:
    """Somebody at the page: what they see, and what they do."""

    def __init__(self, page: AttendeesPage, window: Window, qtbot) -> None:
        self.page, self.window, self._qtbot = page, window, qtbot

    # -- seeing

    def cell(self, row: int, column: Column):
        rows = self.page.people.rows
        return rows.data(rows.index(row, column), CELL)

    @property
    def names(self) -> list[str]:
        """Everybody in the table, from the top."""
        count = self.page.people.rows.rowCount()
        return [self.cell(row, Column.NAME).line for row in range(count)]

    @property
    def pills(self) -> list[str]:
        pills = self.page.people.filters.pills.findChildren(QAbstractButton)
        return [pill.text() for pill in pills]

    @property
    def panel_name(self) -> str:
        return self.page.panel.details.name.text()

    @property
    def chosen(self) -> str:
        """The name in the selected row."""
        row = self.page.people.table.selectionModel().selectedRows()[0].row()
        return self.cell(row, Column.NAME).line

    @property
    def history(self) -> list[str]:
        return [line.what for line in self.page.panel.details.history.lines]

    @property
    def facts(self) -> dict[str, str]:
        details = self.page.panel.details
        shown = details.facts.shown + details.more.shown + details.others.shown
        return {f.heading: f.text for f in shown}

    def guest(self, name: str) -> Attendee:
        """Read back with a connection of its own."""
        with self.ledger() as event:
            found = event.read.attendee(event.search(name)[0])
        assert found is not None
        return found

    @contextmanager
    def ledger(self) -> Iterator[EventFile]:
        with EventFile.join(self.page.session.file.place) as event:
            yield event

    # -- doing

    def key(self, key: Qt.Key, where: QWidget | None = None) -> None:
        self._qtbot.keyClick(where or self.window.focusWidget(), key)

    def keys(self, text: str, where: QWidget | None = None) -> None:
        self._qtbot.keyClicks(where or self.window.focusWidget(), text)

    def click(self, button: QWidget) -> None:
        assert button.isVisible()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def trigger(self, action: str) -> None:
        """As its key would."""
        (found,) = (a for a in self.page.actions() if a.objectName() == action)
        found.trigger()

    def until(self, so: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(so()))

    def told(self, title: str) -> Message:
        """Waits until the window has told this, and gives the message."""
        heard = self.window.messages.heard  # type: ignore[attr-defined]
        self.until(lambda: heard and heard[-1].title == title)
        return heard[-1]

    def found(self):
        """Waits inside until the list is there anew."""
        return self._qtbot.waitSignal(self.page.people.found)

    def search(self, text: str) -> None:
        """Types into the search and waits for the answer."""
        with self.found():
            self.page.people.filters.search.edit.setText(text)
        if text:
            self.until(lambda: self.page.people.filters.wanted.text == text)

    def pill(self, words: str) -> None:
        pills = self.page.people.filters.pills.findChildren(QAbstractButton)
        (pill,) = (p for p in pills if p.text().startswith(words))
        with self.found():
            self.click(pill)

    def click_row(self, name: str) -> None:
        """Clicks on somebody in the table."""
        table = self.page.people.table
        row = self.names.index(name)
        table.scrollTo(table.model().index(row, Column.NAME))
        box = table.visualRect(table.model().index(row, Column.NAME))
        self._qtbot.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(box.left() + 20, box.center().y()),
        )
        self.until(lambda: self.panel_name == name)

    def heading(self, column: Column) -> None:
        """Clicks on a heading."""
        heading = self.page.people.table.heading
        at = QPoint(heading.sectionViewportPosition(column) + 20, 10)
        with self.found():
            self._qtbot.mouseClick(
                heading.viewport(), Qt.MouseButton.LeftButton, pos=at
            )

    def type_into(self, field: str, text: str) -> None:
        """Replaces what stands in a field of the form."""
        given = self.page.panel.form.inputs[field]
        given.edit.selectAll()
        if text.isascii():
            self._qtbot.keyClicks(given.edit, text)
        else:  # QTest has keys for ASCII only
            given.edit.insert(text)

    def going(self) -> list[tuple[str, dict]]:
        """Where the page goes from now on, and with what; it only seems to."""
        went = []
        self.page.context = replace(
            self.page.context, go=lambda name, **what: went.append((name, what))
        )
        return went

    def written(self, do: Callable[[], object]) -> None:
        """Does something, and waits until it is on the disk and seen."""
        with self._qtbot.waitSignal(self.page.session.changed):
            do()


@pytest.fixture
def hands(demo_window: Window, qtbot) -> Hands:
    """The page with the demo evening at 18:42:45, all rows there."""
    page = demo_window.stack.currentWidget()
    assert isinstance(page, AttendeesPage)
    qtbot.waitUntil(lambda: page.people.rows.rowCount() == 62)
    return Hands(page, demo_window, qtbot)


@pytest.fixture
def empty_hands(window: Window, qtbot) -> Hands:
    """The page of an event with nobody on its list."""
    page = window.stack.currentWidget()
    assert isinstance(page, AttendeesPage)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    return Hands(page, window, qtbot)


@pytest.fixture
def clipboard(qapp: QApplication) -> Callable[[], str]:
    """What was copied last."""
    qapp.clipboard().clear()
    return lambda: qapp.clipboard().text()
