"""After an import: its message stays, its undo says how it goes, all is let go."""

import threading

import pytest
from PySide6.QtCore import Qt

from checkin.importing import let_go_of
from checkin.importing.plan import make_plan
from checkin.store.acts import undo_named
from checkin.store.errors import EventBusy
from checkin.ui import taking_back
from checkin.ui.importing import held
from checkin.ui.importing.view import State


@pytest.fixture
def imported(look_at, write, window, heard, qtbot):
    """A list of four is imported; gives what was told of it."""
    look_at(write()).apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    return heard[-1]


@pytest.fixture
def shown(window):
    """The titles of all bars, newest first."""
    return lambda: [bar.message.title for bar in window.bars.bars]


def test_the_way_back_stays_until_it_is_closed(imported, window, shown):
    assert shown() == [imported.title]
    assert not window.bars.bars[0]._timer.isActive()


def test_a_long_undo_says_so_until_it_is_done(
    imported, window, heard, shown, in_event, qtbot
):
    end = threading.Event()
    window.session.write(lambda _event: end.wait(20), lambda _done: None)
    imported.offers[0].do()
    qtbot.waitUntil(lambda: "Undoing the import of members.csv…" in shown())
    end.set()
    qtbot.waitUntil(lambda: shown() == ["Undone: members.csv is no longer imported."])
    assert in_event() == []


def test_a_short_undo_does_not_flicker(imported, heard, qtbot):
    imported.offers[0].do()
    qtbot.waitUntil(lambda: heard[-1].title.startswith("Undone: "))
    assert heard[-2] is imported


def test_an_undo_that_did_not_work_is_told_and_can_be_tried_again(
    imported, heard, shown, in_event, monkeypatch, qtbot
):
    def busy(_event, _act):
        raise EventBusy(file="autumn.checkin")

    monkeypatch.setattr(taking_back, "undo_named", busy)
    imported.offers[0].do()
    qtbot.waitUntil(lambda: heard[-1].title == "autumn.checkin is busy")
    assert shown()[0] == "autumn.checkin is busy"
    assert not any(title.startswith("Undoing") for title in shown())
    monkeypatch.setattr(taking_back, "undo_named", undo_named)
    (again,) = heard[-1].offers
    assert again.words == "Try again"
    again.do()
    qtbot.waitUntil(lambda: in_event() == [])


def test_an_undone_import_can_be_brought_back(imported, heard, in_event, qtbot):
    before = in_event()
    imported.offers[0].do()
    qtbot.waitUntil(lambda: heard[-1].title.startswith("Undone: "))
    (back,) = heard[-1].offers
    assert back.words == "Bring it back"
    back.do()
    qtbot.waitUntil(lambda: heard[-1].title == "members.csv is imported again.")
    assert in_event() == before != []


def test_what_is_undone_already_is_not_tried_again(imported, heard, qtbot):
    imported.offers[0].do()
    qtbot.waitUntil(lambda: heard[-1].title.startswith("Undone: "))
    imported.offers[0].do()
    qtbot.waitUntil(lambda: heard[-1].title == "That is undone already")
    assert heard[-1].offers == ()


def test_before_there_is_a_plan_nothing_is_offered(window, write, monkeypatch, qtbot):
    reading = threading.Event()

    def slowly(*args, **others):
        reading.wait(20)
        return make_plan(*args, **others)

    monkeypatch.setattr(held, "make_plan", slowly)
    window.go("importing")
    page = window.stack.currentWidget()
    foot = page.view.foot
    assert not foot.apply.isEnabled()
    assert foot.apply.accessibleDescription() == "Choose a file first."
    page.begin(path=write())
    qtbot.waitUntil(page.view.reading.isVisible)
    assert not foot.isVisible()
    assert not foot.apply.isEnabled()
    assert foot.apply.accessibleDescription() == "The file is being read."
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.state is State.READING
    reading.set()
    qtbot.waitUntil(foot.apply.isEnabled)
    assert foot.apply.text() == "Add 4"


def test_a_plan_that_nobody_imported_goes_with_its_event_on_another_thread(
    look_at, write, window, monkeypatch, qtbot
):
    threads = []

    def seen(old):
        threads.append(threading.current_thread())
        let_go_of(old)

    bench = look_at(write()).bench
    monkeypatch.setattr(held, "let_go_of", seen)
    kept = bench._held
    assert kept
    window.close_event()
    qtbot.waitUntil(lambda: not kept)
    assert threads
    assert threading.main_thread() not in threads
