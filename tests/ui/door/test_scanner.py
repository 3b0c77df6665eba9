"""Keys of a real window: held, let go in their order, or heard as a scan."""

from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from checkin.ui.door.scanner import Scanner, sort_of
from checkin.ui.door.wedge import Sort

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
_time = count(80_000_000, 10_000)
DOWN, UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def key(which: Qt.Key, text: str = "", modifiers=PLAIN, kind=DOWN, repeats=False):
    return QKeyEvent(kind, which, modifiers, text, repeats)


class Bench:
    """A window with a line and a button, and a scanner that listens to it."""

    def __init__(self, qtbot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        box = QVBoxLayout(self.window)
        self.edit, self.button = QLineEdit(), QPushButton("Press")
        box.addWidget(self.edit)
        box.addWidget(self.button)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.edit.setFocus()
        self.scans: list[str] = []
        self.presses: list[bool] = []
        self.button.clicked.connect(lambda: self.presses.append(True))
        self.scanner = Scanner(self.window)
        self.scanner.scanned.connect(self.scans.append)
        self.scanner.listen(True)
        self.at = next(_time)

    def press(self, which, text="", modifiers=PLAIN, after=5, kind=DOWN) -> None:
        self.at += after
        event = key(which, text, modifiers, kind)
        event.setTimestamp(self.at)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)

    def types(self, text: str, after: int = 5) -> None:
        for letter in text:
            which = Qt.Key(ord(letter.upper()))
            self.press(which, letter, after=after)
            self.press(which, letter, after=0, kind=UP)


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot)
    yield made
    made.scanner.listen(False)


def test_a_typed_letter_arrives_a_moment_later(bench, qtbot):
    bench.types("a")
    assert bench.edit.text() == ""
    qtbot.waitUntil(lambda: bench.edit.text() == "a")


def test_a_click_does_not_overtake_what_was_typed(bench):
    bench.types("ab")
    at = bench.button.mapTo(bench.window, QPoint(5, 5))
    handle = bench.window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=at)
    assert bench.edit.text() == "ab"
    assert bench.presses


def test_what_an_input_method_composes_comes_behind_what_was_typed(bench):
    bench.types("ab")
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QCoreApplication.sendEvent(bench.edit, composed)
    assert bench.edit.text() == "abé"


def test_an_arrow_and_a_letter_after_it_keep_their_order(bench, qtbot):
    bench.types("ab")
    bench.press(Qt.Key.Key_Left)
    bench.types("c", after=100)
    qtbot.waitUntil(lambda: bench.edit.text() == "acb")


def test_a_hotkey_is_not_held(bench):
    bench.edit.setText("word")
    bench.press(Qt.Key.Key_A, "\x01", CTRL)
    assert bench.edit.selectedText() == "word"


def test_a_space_presses_the_button_once_and_lets_it_go(bench, qtbot):
    bench.button.setFocus()
    bench.press(Qt.Key.Key_Space, " ")
    bench.press(Qt.Key.Key_Space, " ", kind=UP)
    qtbot.waitUntil(lambda: len(bench.presses) == 1)
    assert not bench.button.isDown()


def test_a_scan_with_spaces_and_tab_presses_nothing_and_moves_no_focus(bench):
    bench.button.setFocus()
    bench.types("TICKET 47 11 X")
    bench.press(Qt.Key.Key_Tab, "\t")
    assert bench.scans == ["TICKET 47 11 X"]
    assert bench.presses == []
    assert bench.button.hasFocus()


def test_a_scan_that_ends_with_nothing_is_heard_too(bench, qtbot):
    bench.types("BCDFGHJK")
    qtbot.waitUntil(lambda: bench.scans == ["BCDFGHJK"])
    assert bench.edit.text() == ""


class LongAgo:
    """A watch by which the last key is half a second old."""

    def elapsed(self) -> int:
        return 500

    def restart(self) -> None:
        """Nothing comes of it: the second time the real watch is asked."""


def test_a_window_that_was_busy_waits_for_the_rest_of_a_scan(bench, monkeypatch):
    bench.types("BCDF")
    monkeypatch.setattr(bench.scanner, "_since", LongAgo())
    bench.scanner._paused()  # the clock rang first, the other keys are waiting
    assert bench.edit.text() == ""
    bench.types("GHJK")
    bench.press(Qt.Key.Key_Return, "\r")
    assert bench.scans == ["BCDFGHJK"]


def test_what_is_held_is_let_go_when_nobody_listens_any_more(bench):
    bench.types("ab")
    bench.scanner.listen(False)
    assert bench.edit.text() == "ab"
    bench.types("cdefgh")
    assert bench.edit.text() == "abcdefgh"


@pytest.mark.parametrize(
    ("event", "sort"),
    [
        (key(Qt.Key.Key_A, "a"), Sort.LETTER),
        (key(Qt.Key.Key_A, "A", SHIFT), Sort.LETTER),
        (key(Qt.Key.Key_Space, " "), Sort.LETTER),
        (key(Qt.Key.Key_At, "@", CTRL | ALT), Sort.LETTER),
        (key(Qt.Key.Key_A, "a", repeats=True), Sort.OTHER),
        (key(Qt.Key.Key_A, "\x01", CTRL), Sort.OTHER),
        (key(Qt.Key.Key_A, "a", ALT), Sort.OTHER),
        (key(Qt.Key.Key_Dead_Acute), Sort.OTHER),
        (key(Qt.Key.Key_Multi_key), Sort.OTHER),
        (key(Qt.Key.Key_F6), Sort.OTHER),
        (key(Qt.Key.Key_Backspace, "\b"), Sort.OTHER),
        (key(Qt.Key.Key_Escape, "\x1b"), Sort.OTHER),
        (key(Qt.Key.Key_Return, "\r"), Sort.END),
        (key(Qt.Key.Key_Enter, "\r"), Sort.END),
        (key(Qt.Key.Key_Tab, "\t"), Sort.END),
        (key(Qt.Key.Key_Return, "\r", CTRL), Sort.OTHER),
        (key(Qt.Key.Key_Backtab, "", SHIFT), Sort.OTHER),
        (key(Qt.Key.Key_Shift, "", SHIFT), Sort.SHIFT),
        (key(Qt.Key.Key_AltGr), Sort.SHIFT),
        (key(Qt.Key.Key_CapsLock), Sort.SHIFT),
        (key(Qt.Key.Key_A, "a", kind=UP), Sort.UP),
    ],
)
def test_each_key_is_what_it_is(event, sort):
    assert sort_of(event) is sort
