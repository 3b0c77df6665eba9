"""What a test of the window must not do: leave windows or threads, open dialogs.

A window that stays is found by the next test, a thread writes into the next event, and
a dialog stops the queue at the door. Each finding says what to do.
"""

import threading
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

GRACE = 2.0
"""Seconds that a thread gets to end after it was told to."""

MADE_BY_QT = {"QTipLabel"}
"""Windows that Qt makes and keeps for itself."""

LEFT_WINDOW = (
    "A window was left behind: {what}. Hand it to qtbot.addWidget() where it is made, "
    "or give it a parent, and it goes when the test ends."
)
OPENED_DIALOG = (
    "A dialog opened that nobody asked for: {what}. Tell it in a message bar or choose "
    "inline; a test that means the dialog takes the fixture `dialogs`."
)
LEFT_THREAD = (
    "A thread still runs: {what}. Close what started it, and wait for its end, before "
    "the test ends."
)


def named(thing: QWidget | QThread | threading.Thread) -> str:
    """The class, and the name or title if there is one."""
    if isinstance(thing, threading.Thread):
        name = thing.name
    else:
        title = thing.windowTitle() if isinstance(thing, QWidget) else ""
        name = title or thing.objectName()
    return f"{type(thing).__name__} “{name}”" if name else type(thing).__name__


def delete_later_is_now() -> None:
    """Deletes what was given to deleteLater(); no event loop does so in a test."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def windows() -> list[QWidget]:
    """All that stand by themselves, shown or not."""
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if top.metaObject().className() not in MADE_BY_QT]


class Windows:
    """Finds windows that were made after it and are still there."""

    def __init__(self) -> None:
        self._before = windows()

    def findings(self) -> list[str]:
        """A sentence for each window left; they are gone afterwards."""
        delete_later_is_now()
        left = [window for window in windows() if window not in self._before]
        found = [LEFT_WINDOW.format(what=named(window)) for window in left]
        for window in left:
            if shiboken6.isValid(window):  # it may have gone with another one
                window.hide()
                window.deleteLater()
                delete_later_is_now()
        return found


class Dialogs(QObject):
    """Notices each dialog that becomes visible, and puts it away unless it is wanted.

    Put away, a dialog that runs its own loop doesn't hold the test for ever.
    """

    def __init__(self, app: QApplication, wanted: bool) -> None:
        super().__init__()
        self._app, self._found = app, list[str]()
        if not wanted:
            app.installEventFilter(self)

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Sees all events of the application, and lets them pass."""
        if event.type() == QEvent.Type.Show and isinstance(target, QDialog):
            self._found.append(OPENED_DIALOG.format(what=named(target)))
            QTimer.singleShot(0, target, target.reject)
        return False

    def findings(self) -> list[str]:
        """A sentence for each dialog that nobody wanted."""
        self._app.removeEventFilter(self)
        return self._found


def open_dialogs() -> list[QDialog]:
    """The dialogs that can be seen."""
    return [top for top in windows() if isinstance(top, QDialog) and top.isVisible()]


class Threads:
    """Finds threads, of Python or Qt, that were started after it and still run."""

    def __init__(self) -> None:
        self._before = set(threading.enumerate())
        self._started: list[QThread] = []
        self._start: Callable[..., None] = QThread.start
        start, started = self._start, self._started

        def noted(thread: QThread, *priority: QThread.Priority) -> None:
            started.append(thread)
            start(thread, *priority)

        QThread.start = noted  # type: ignore[method-assign]

    def findings(self) -> list[str]:
        """A sentence for each; a thread that is about to end is waited for."""
        QThread.start = self._start  # type: ignore[method-assign]
        left = [named(thread) for thread in self._started if self._runs(thread)]
        for thread in set(threading.enumerate()) - self._before:
            if not isinstance(thread, threading._DummyThread):  # Qt's own, seen above
                thread.join(GRACE)
                left += [named(thread)] if thread.is_alive() else []
        if not QThreadPool.globalInstance().waitForDone(round(GRACE * 1000)):
            left.append("one of Qt's thread pool")
        return [LEFT_THREAD.format(what=what) for what in left]

    def _runs(self, thread: QThread) -> bool:
        return shiboken6.isValid(thread) and not thread.wait(round(GRACE * 1000))
