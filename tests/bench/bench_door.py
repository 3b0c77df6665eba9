"""At the door with 100,000 attendees: scan to painted verdict, letter to painted names.

From the scanner's last key until the stage has been painted, with the verdict on the
disk in between; and from a letter in the search until those who fit are painted.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _events import FIRST, LAST, make
from _measure import figure, percentile
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent

from checkin.settings import Settings, SystemClock
from checkin.ui import app as application
from checkin.ui.app import Looks
from checkin.ui.crash import CrashHandler
from checkin.ui.door.found import FoundView
from checkin.ui.door.page import DoorPage
from checkin.ui.door.stage import Stage
from checkin.ui.environment import Environment
from checkin.ui.messages import Messages
from checkin.ui.window import Window

SIZES = (1_000, 100_000)
SCANS, WARM_UP = 400, 20
WORDS = 120
MOST_MS = 50.0
PATIENCE_S = 10.0
_time = count(1_000_000, 2000)


class Desk:
    """A window at the door of an event, and when it was painted last."""

    def __init__(self, path: Path, folder: Path) -> None:
        messages = Messages()
        around = Environment(
            Settings(folder),
            SystemClock(),
            messages,
            CrashHandler(messages, folder / "problems.log"),
            folder,
        )
        around.settings.set("sounds", False)
        self.painted = 0.0
        self.window = Window(around)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.opener.open(path)
        self.until(lambda: self.window.session is not None)
        self.window.go("door")
        page = self.window.stack.currentWidget()
        assert isinstance(page, DoorPage)
        self.page = page
        self.until(lambda: page.beside.around and page.hearing.scanner.listening)

    def until(self, so: Callable[[], object]) -> None:
        """Lets the window work until it is so."""
        late = time.perf_counter() + PATIENCE_S
        while not so():
            assert time.perf_counter() < late, "the window never got there"
            QCoreApplication.processEvents(
                QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100
            )

    def scan(self, code: str) -> float:
        """Seconds from the last key to the painted verdict."""
        before, at = self.page.parts.stage.scene, next(_time)
        for letter in code:
            self._press(Qt.Key(ord(letter)), letter, at)
            at += 4
        began = time.perf_counter()
        self._press(Qt.Key.Key_Return, "\r", at)
        stage = self.page.parts.stage
        self.until(lambda: stage.scene is not before and self.painted > began)
        return self.painted - began

    def _press(self, key: Qt.Key, text: str, at: int) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(self.window.windowHandle(), event)

    def letter(self, letter: str) -> float:
        """Seconds from a letter in the search to the painted names."""
        edit, view = self.page.parts.search.edit, self.page.parts.found
        began = time.perf_counter()
        self.type(letter)
        text = edit.text().strip()
        self.until(lambda: view.text == text and self.painted > began)
        return self.painted - began

    def type(self, letter: str) -> None:
        """A key that is no scanner's, straight into the search."""
        plain = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, plain, letter)
        QCoreApplication.sendEvent(self.page.parts.search.edit, event)

    def clear(self) -> None:
        """An empty search, and nothing under way."""
        self.page.parts.search.edit.clear()
        answers: list[None] = []
        self.page.session.ask("bench", lambda _event: None, answers.append)
        self.until(lambda: answers)


def watch_painting(told: Callable[[], object]) -> None:
    """Calls `told` after each painting of the stage or of the names."""
    for kind in (Stage, FoundView):
        paint = kind.paintEvent

        def painted(self: object, event: object, paint: Callable = paint) -> None:
            paint(self, event)
            told()

        kind.paintEvent = painted  # type: ignore[method-assign,assignment]


def main() -> None:
    """Prints p50 and p99 of scans and letters, at 1k and 100k."""
    app = application.make_app()
    desks: list[Desk] = []

    def told() -> None:
        if desks:
            desks[-1].painted = time.perf_counter()

    watch_painting(told)
    with tempfile.TemporaryDirectory(dir=os.environ.get("CHECKIN_BENCH_DIR")) as folder:
        Looks(app, Settings(Path(folder)))
        for size in SIZES:
            label = f"{size // 1000}k"
            path = Path(folder, f"{label}.checkin")
            event, _act, codes = make(path, size)
            event.close()
            desks.append(Desk(path, Path(folder)))
            _scans(desks[-1], codes, label)
            _letters(desks[-1], label)
            desks[-1].window.close()


def _scans(desk: Desk, codes: list[str], label: str) -> None:
    dice = random.Random(5)
    taken = [desk.scan(code) for code in dice.sample(codes, SCANS + WARM_UP)]
    for percent in (50, 99):
        value = percentile(taken[WARM_UP:], percent) * 1e3
        most = MOST_MS if percent == 99 else None
        figure(f"door.scan.p{percent}", value, "ms", size=label, at_most=most)


def _letters(desk: Desk, label: str) -> None:
    dice, taken = random.Random(6), []
    for _word in range(WORDS):
        first, last = dice.choice(FIRST)[:4], dice.choice(LAST)[:4]
        for letter in f"{first} {last}".strip():
            if letter != " ":
                taken.append(desk.letter(letter))
            else:
                desk.type(" ")
        desk.clear()
    for percent in (50, 99):
        value = percentile(taken, percent) * 1e3
        most = 2 * MOST_MS if percent == 99 else None
        figure(f"door.letter.p{percent}", value, "ms", size=label, at_most=most)


if __name__ == "__main__":
    main()
