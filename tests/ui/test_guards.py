"""The guards find what a test leaves behind, and say what to do about it."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import guards
import pytest
from PySide6.QtCore import QEventLoop, QPoint, QThread, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QToolTip,
    QWidget,
)

HERE = Path(__file__).parent


class Looping(QThread):
    """Runs until it is told to quit."""


@pytest.fixture
def quick(monkeypatch):
    """Nobody waits for a thread that will not end."""
    monkeypatch.setattr(guards, "GRACE", 0.05)


def test_a_window_that_stays_is_found_named_and_put_away(qapp):
    watch = guards.Windows()
    label = QLabel()
    label.setWindowTitle("Left over")
    (finding,) = watch.findings()
    assert "QLabel “Left over”" in finding
    assert "qtbot.addWidget()" in finding
    assert label not in guards.windows()


def test_a_window_that_was_there_before_is_nobodys_leak(qapp, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    watch = guards.Windows()
    assert watch.findings() == []
    assert label in guards.windows()


def test_a_window_that_is_deleted_later_is_deleted_now(qapp):
    watch = guards.Windows()
    label = QLabel()
    label.deleteLater()
    assert watch.findings() == []


def test_the_child_of_a_window_is_not_a_window(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    watch = guards.Windows()
    QLabel(parent)
    assert watch.findings() == []


def test_the_tooltip_that_qt_keeps_is_nobodys_leak(qtbot):
    watch = guards.Windows()
    QToolTip.showText(QPoint(5, 5), "What it is")
    assert QToolTip.isVisible()
    assert watch.findings() == []


@pytest.mark.parametrize("kind", [QDialog, QMessageBox, QFileDialog])
def test_a_dialog_that_nobody_asked_for_is_found(kind, qapp, qtbot, dialogs):
    watch = guards.Dialogs(qapp, wanted=False)
    dialog = kind()
    dialog.setWindowTitle("Sure?")
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialogs() == [dialog]
    (finding,) = watch.findings()
    assert f"{kind.__name__} “Sure?”" in finding
    assert "message bar" in finding


def test_a_dialog_that_was_closed_again_was_there_all_the_same(qapp, qtbot, dialogs):
    watch = guards.Dialogs(qapp, wanted=False)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.close()
    assert len(watch.findings()) == 1


def test_a_modal_dialog_does_not_hold_the_test_for_ever(qapp, dialogs):
    watch = guards.Dialogs(qapp, wanted=False)
    QMessageBox.question(None, "Sure?", "Really?")
    assert len(watch.findings()) == 1


def test_a_dialog_that_is_wanted_stays_open(qapp, qtbot, dialogs):
    watch = guards.Dialogs(qapp, wanted=True)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    assert dialogs() == [dialog]
    assert watch.findings() == []


def test_a_page_is_no_dialog(qapp, qtbot):
    watch = guards.Dialogs(qapp, wanted=False)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    assert watch.findings() == []


@pytest.mark.parametrize("daemon", [True, False])
def test_a_thread_that_still_runs_is_found(daemon, quick):
    watch, done = guards.Threads(), threading.Event()
    thread = threading.Thread(target=done.wait, name="lane", daemon=daemon)
    thread.start()
    (finding,) = watch.findings()
    assert "Thread “lane”" in finding
    assert "Close what started it" in finding
    done.set()
    thread.join()


def test_a_thread_of_qt_that_still_runs_is_found(qapp, quick):
    watch, thread = guards.Threads(), Looping()
    thread.start()
    (finding,) = watch.findings()
    assert "Looping" in finding
    thread.quit()
    thread.wait()


def test_threads_that_have_ended_are_not_found(qapp):
    watch, thread = guards.Threads(), Looping()
    thread.start()
    thread.quit()
    threading.Thread(target=int).start()
    assert watch.findings() == []


def test_starting_a_thread_is_left_as_it_was(qapp):
    start = QThread.start
    guards.Threads().findings()
    assert QThread.start is start


BAD_TESTS = """
import threading
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox

kept = []

def test_leaves_a_window(qtbot):
    kept.append(QLabel())

def test_opens_a_dialog(qtbot):
    QMessageBox.question(None, "Sure?", "Really?")

def test_leaves_a_thread(qtbot, monkeypatch):
    monkeypatch.setattr("guards.GRACE", 0.05)
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_wants_a_dialog(qtbot, dialogs):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialogs() == [dialog]

def test_leaves_nothing(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    label.show()

def test_fails_by_itself(qtbot):
    label = QLabel()
    assert label is None
"""


@pytest.fixture
def outcome(tmp_path):
    """What pytest says of the bad tests, under the conftest of this folder."""
    (tmp_path / "test_bad.py").write_text(BAD_TESTS)
    shutil.copy(HERE / "conftest.py", tmp_path)
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-p", "no:randomly", "--rootdir", tmp_path, tmp_path],
        env=os.environ | {"PYTHONPATH": str(HERE)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.stdout


def test_the_guards_fail_the_test_that_did_it_and_no_other(outcome):
    for name in ("leaves_a_window", "opens_a_dialog", "leaves_a_thread"):
        assert f"ERROR test_bad.py::test_{name}" in outcome
    assert "1 failed, 5 passed, 3 errors" in outcome
