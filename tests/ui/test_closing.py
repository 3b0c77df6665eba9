"""Closing an event or the window: what is being saved is saved, or it is said."""

import sqlite3
import threading

import pytest
from PySide6.QtCore import QCoreApplication

from checkin.model.attendee import Details
from checkin.model.errors import DiskFull, FileNotThere
from checkin.model.ids import DeskId
from checkin.model.progress import WasCancelled
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui import opening
from checkin.ui.single import Singles


def titles(window):
    return [bar.message.title for bar in window.bars.bars]


def offer(window, words):
    (found,) = [b for bar in window.bars.bars for b in bar.buttons if b.text() == words]
    return found


def people(window, path):
    other = Desk(DeskId(b"o" * 16), "Other")
    with EventFile.open(path, window.environment.clock, other) as event:
        return event.read.tally("people")


@pytest.fixture
def at_work(window, qtbot):
    """Long work that writes 20 guests at its end, once it is let go on."""
    gate = threading.Event()

    def work(event, progress, cancelled):
        while not gate.wait(0.01):
            if cancelled():
                raise WasCancelled
        for n in range(20):
            acts.add_guest(event, Details(full_name=f"Guest {n}"))

    task = window.session.run(work, writes=True)
    task.start()
    yield gate
    gate.set()


def test_a_window_is_not_closed_over_long_work_that_writes(window, at_work, qtbot):
    assert not window.close()
    assert window.isVisible()
    assert titles(window) == ["Something is still being saved"]
    at_work.set()
    qtbot.waitUntil(lambda: titles(window) == [])
    path = window.session.path
    assert window.close()
    assert people(window, path) == 20


def test_closed_all_the_same_nothing_of_it_is_kept(window, at_work):
    path = window.session.path
    window.close_event()
    offer(window, "Close all the same").click()
    assert window.session is None
    assert titles(window) == []
    assert people(window, path) == 0


def test_another_event_is_opened_only_then(window, at_work, demo, qtbot):
    window.take(demo)
    assert titles(window) == ["Something is still being saved"]
    offer(window, "Close all the same").click()
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session.path == demo


def test_a_window_closed_while_an_event_is_opened_lets_it_go(
    empty_window, demo, monkeypatch
):
    log = demo.with_name(f"{demo.name}-wal")
    opened, really = threading.Event(), EventFile.open

    def told(*what, **more):
        event = really(*what, **more)
        opened.set()
        return event

    monkeypatch.setattr(EventFile, "open", told)
    empty_window.opener.open(demo)
    assert opened.wait(20)  # the window hears nothing meanwhile, as when it is busy
    assert log.exists()
    assert empty_window.close()
    assert not log.exists()
    QCoreApplication.processEvents()
    assert empty_window.session is None


def test_work_that_only_reads_holds_nothing_up(window, qtbot):
    def work(_event, _progress, cancelled):
        while not cancelled():
            continue
        raise WasCancelled

    window.session.run(work).start()
    assert window.close()


def test_what_fails_at_the_last_moment_is_told(window, qtbot):
    def job(event):
        raise DiskFull(file="autumn.checkin")

    failed = []
    window.session.write(job, lambda _r: None, failed.append)
    window.close_event()
    assert [type(error) for error in failed] == [DiskFull]


def test_a_file_that_another_process_holds_does_not_hold_the_window_for_ever(
    window, monkeypatch
):
    monkeypatch.setattr("checkin.ui.session._SETTLE_S", 0.05)
    gate = threading.Event()
    window.session.write(lambda _event: gate.wait(10), lambda _r: None)
    window.session.settle()
    gate.set()


def test_where_the_system_ends_nobody_is_asked(window, at_work):
    path = window.session.path
    window.close_at_once()
    assert not window.isVisible()
    assert people(window, path) == 0


def test_an_event_that_can_not_be_read_any_more_is_let_go_all_the_same(
    window, around, monkeypatch
):
    def torn(*_what):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    before = around.settings.recent()
    monkeypatch.setattr(opening, "recent_of", torn)
    window.close_event()
    assert window.session is None
    assert window.stack.currentWidget() is window.start
    assert around.settings.recent() == before


def test_an_event_that_vanishes_while_it_is_opened_is_told_and_the_next_one_opens(
    empty_window, demo, qtbot, monkeypatch
):
    def gone(*_what, **_more):
        raise FileNotThere(file=demo.name)

    with monkeypatch.context() as torn:
        torn.setattr(EventFile, "join", gone)
        empty_window.opener.open(demo)
        qtbot.waitUntil(lambda: bool(titles(empty_window)))
    assert titles(empty_window) == [f"There is no file {demo.name}"]
    empty_window.opener.open(demo)
    qtbot.waitUntil(lambda: empty_window.session is not None)


def test_the_second_event_of_a_window_is_guarded_and_the_first_no_more(
    window, demo, qtbot
):
    first = window.session.path
    window.opener.open(demo)
    qtbot.waitUntil(lambda: window.session.path == demo)
    others = Singles(window.environment.guards_folder)
    assert others.ask_forward(demo)
    assert not others.ask_forward(first)
