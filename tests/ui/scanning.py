"""A scanner for tests: its keys carry the times at which it pressed them."""

from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

BETWEEN_MS = 4
"""Between two characters; however busy the machine is that runs the test."""
_PAUSE_MS = 2000
_time = count(100_000, _PAUSE_MS)


def scan(
    window: QWidget, text: str, end: Qt.Key = Qt.Key.Key_Return, gap: int = BETWEEN_MS
) -> None:
    """Types a code into the window as a scanner does, whatever has the focus."""
    at = next(_time)
    for letter in text:
        _press(window, Qt.Key(ord(letter.upper())), letter, at)
        at += gap
    _press(window, end, "\r" if end == Qt.Key.Key_Return else "\t", at)


def _press(window: QWidget, key: Qt.Key, text: str, at: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(at)
        QCoreApplication.sendEvent(window.windowHandle(), event)
