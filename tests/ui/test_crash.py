"""What nobody caught: told once, also if it comes with every repaint."""

import sys
import threading

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from checkin.store.errors import DriveGone
from checkin.ui import crash


@pytest.fixture
def clock_of_bugs(monkeypatch):
    """Seconds since some moment, as the crash handler sees them."""
    now = [100.0]
    monkeypatch.setattr(crash.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def installed(around, monkeypatch, qtbot):
    """The crash handler as it is in the app, without the one of pytest-qt."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    around.crash.install()
    return around.crash


def fail():
    raise LookupError("Zoë van der Berg")


def take(handler, error=None):
    try:
        if error:
            raise error
        fail()
    except (LookupError, DriveGone) as met:
        handler.take(met)


def test_a_bug_that_comes_again_and_again_is_told_and_logged_once(
    around, heard, clock_of_bugs
):
    for _time in range(50):
        take(around.crash)
        clock_of_bugs[0] += 1
    assert len(heard) == 1
    assert around.crash._log.read_text().count("LookupError") == 1


def test_a_bug_that_is_met_again_later_is_told_again(around, heard, clock_of_bugs):
    take(around.crash)
    clock_of_bugs[0] += 60
    take(around.crash)
    assert len(heard) == 2


def test_a_drive_that_is_gone_at_each_look_is_told_once(around, heard, clock_of_bugs):
    for _time in range(10):
        take(around.crash, DriveGone(file="a.checkin", reason="no such device"))
        clock_of_bugs[0] += 1
    assert len(heard) == 1


@pytest.mark.qt_log_ignore("endPaint.. called with active painter")
def test_a_widget_that_can_not_be_painted_gets_one_bar(
    installed, empty_window, heard, qtbot
):
    painted = []

    class Broken(QWidget):
        def paintEvent(self, event):
            painted.append(1)
            _left_open = QPainter(self)
            fail()

    broken = Broken(empty_window)
    broken.setGeometry(100, 100, 100, 100)
    broken.show()
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(empty_window.bars.isVisible)
    for _time in range(3):
        tries = len(painted)
        broken.update()
        qtbot.waitUntil(lambda seen=tries: len(painted) > seen)
    broken.hide()
    assert [m.title for m in heard] == ["Something went wrong on our side"]


def test_a_bug_in_how_bugs_are_told_ends_there(installed, around, heard):
    around.messages.posted.connect(lambda _message: fail())
    around.messages.ok("Saved")
    assert [m.title for m in heard][1:] == ["Something went wrong on our side"]


def test_a_bug_on_a_thread_is_told_too(installed, heard, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert "LookupError" in heard[0].details
