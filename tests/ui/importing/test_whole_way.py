"""A list with two wrong guesses: dropped, put right by keyboard alone, imported, its
newer version imported, and that undone; looked at in the window and in the ledger.
"""

import csv

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.ui.importing.view import State

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
HEADER = ("Name", "Signature", "Attendee Email", "Company", "Where from")
ROWS = [
    ("Zo", "Zoë Bell", "zoe@example.org", "London", "Harbour Makers"),
    ("Anni", "Anna Schmidt", "anna@example.org", "Hamburg", "Nordlicht"),
    ("Mo", "محمد الفارسي", "m.alfarsi@example.org", "Leeds", "مكتبة الميناء"),
    ("Luk", "Łukasz Wójcik", "lukasz@@example.org", "Tartu", "Tartu Robotics"),
]
"""“Name” holds what people are called by, “Company” where they live."""


@pytest.fixture
def members(tmp_path):
    """Writes the list, always to the same file."""

    def written(rows):
        path = tmp_path / "members.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        return path

    return written


@pytest.fixture
def dropped(window, qtbot):
    """Drops a file on the window; the page that has looked at it."""

    def drop(path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain, at = Qt.KeyboardModifier.NoModifier, QPointF(200, 200)
        enter = QDragEnterEvent(at.toPoint(), copy, data, left, plain)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(window, QDropEvent(at, copy, data, left, plain))
        qtbot.waitUntil(lambda: window.place == "importing")
        page = window.stack.currentWidget()
        qtbot.waitUntil(lambda: page.state is State.READY and not page.draft.working)
        return page

    return drop


@pytest.fixture
def key(window, qtbot):
    """Presses a key wherever the focus is."""
    return lambda *what: qtbot.keyClick(window.focusWidget(), *what)


@pytest.fixture
def choose_field(window, key, qtbot):
    """Goes to a column by Tab, opens its fields, and types what it is."""

    def chosen(page, heading, letters):
        name = f"Column {heading} is taken for"
        for _tab in range(60):
            if window.focusWidget().accessibleName() == name:
                break
            key(Qt.Key.Key_Tab)
        choice = window.focusWidget()
        assert choice.accessibleName() == name
        key(Qt.Key.Key_Down, ALT)
        qtbot.waitUntil(choice.view().isVisible)
        qtbot.keyClicks(choice.view(), letters)
        qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda: not choice.view().isVisible() and not page.draft.working
        )
        window.activateWindow()  # without a window manager nobody else does
        qtbot.waitUntil(window.isActiveWindow)

    return chosen


@pytest.fixture
def ledger(window):
    """What another process reads: (people, how many imports are in force)."""

    def read():
        with EventFile.join(window.session.file.place) as event:
            people = {
                guest.name: guest.details.company
                for guest in event.read.attendees()
                if not guest.withdrawn
            }
            imports = [e for e in event.entries() if e.kind == Kind.SOURCE_IMPORTED]
            in_force = sum(1 for e in imports if not event.read.is_undone(e))
            assert event.check() == []
            return people, in_force

    return read


def taken_for(page):
    columns = page.view.body.grid.columns
    return {c.shown.heading: c.choice.currentText() for c in columns}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_list_with_two_wrong_guesses_all_the_way_and_back(
    dropped, members, choose_field, key, ledger, window, heard, qtbot
):
    page = dropped(members(ROWS))
    guessed = taken_for(page)
    assert (guessed["Name"], guessed["Company"]) == ("Full name", "Company")
    assert ledger() == ({}, 0)

    choose_field(page, "Signature", "Full")
    choose_field(page, "Where from", "Comp")
    right = taken_for(page)
    assert (right["Signature"], right["Where from"]) == ("Full name", "Company")
    assert (right["Name"], right["Company"]) == ("Keep as extra", "Keep as extra")

    for _question in range(5):
        key(Qt.Key.Key_F8)
        if "lukasz" in window.focusWidget().accessibleDescription():
            break
    assert window.focusWidget().text() == "Fix"
    key(Qt.Key.Key_Space)
    assert window.focusWidget().accessibleName() == "Row 5, Attendee Email"
    key(Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(window.focusWidget(), "lukasz@example.org")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.draft.working)
    assert page.view.headline.sentence.text() == "4 people: 4 new."
    assert ledger() == ({}, 0)

    key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.place == "attendees")
    first = ({row[1]: row[4] for row in ROWS}, 1)
    assert ledger() == first

    newer = [*ROWS[:1], (*ROWS[1][:4], "Südlicht"), *ROWS[3:],
             ("Kof", "Kofi Ng", "kofi@example.org", "Leeds", "")]  # fmt: skip
    page = dropped(members(newer))  # the first action
    assert page.view.body.grid.isHidden()
    assert page.view.foot.apply.text() == "Add 1, change 2, withdraw 1"
    key(Qt.Key.Key_Return, CTRL)  # and the second
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert ledger() == ({row[1]: row[4] for row in newer}, 2)

    undo = window.bars.bars[0].buttons[0]
    assert undo.text() == "Undo import"
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: heard[-1].title.startswith("Undone"))
    assert ledger() == first


def test_a_newer_version_takes_two_actions_though_something_is_open(
    dropped, members, known, ledger, key, window, qtbot
):
    known(members(ROWS[:3]))
    page = dropped(members([*ROWS[:3], ("", "", "", "Leeds", ""), ROWS[3]]))
    assert page.view.headline.chip.text() == "2 need a look"
    key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert len(ledger()[0]) == 4
