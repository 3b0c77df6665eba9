"""The attendees page with 100,000 people: how long the window stands still.

A timer of 10 ms runs while one scrolls to the end, types a search, changes pills and
sorts; what counts is the longest gap between two of its ticks. Then the time from a key
to the rows that answer it.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _events import make
from _measure import figure, percentile
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from checkin.settings import Settings, SystemClock
from checkin.ui import fonts, style
from checkin.ui.app import make_app
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.attendees.sorting import Order
from checkin.ui.crash import CrashHandler
from checkin.ui.environment import Environment
from checkin.ui.look import Look
from checkin.ui.messages import Messages
from checkin.ui.window import Window

SIZE = 100_000
TICK_MS = 10
AT_MOST = 100
"""The longest gap in ms that people don't notice."""
KEY_AT_MOST = 300
PATIENCE_MS = 20_000


class Watched:
    """The page in its window, with a timer that notices when it stands still."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._longest = 0.0
        self._before = 0.0
        self._timer = QTimer(window)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def page(self) -> AttendeesPage:
        """Where the window is."""
        page = self.window.stack.currentWidget()
        assert isinstance(page, AttendeesPage)
        return page

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._before)
        self._before = now

    def gap(self, work: Callable[[], object]) -> float:
        """The longest gap in ms while the work is done."""
        self._longest, self._before = 0.0, time.perf_counter()
        self._timer.start()
        work()
        self.pause(100)
        self._timer.stop()
        return self._longest * 1e3

    def pause(self, ms: int) -> None:
        """Lets the window work."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def until(self, so: Callable[[], object]) -> None:
        """Lets the window work until it is so."""
        late = time.perf_counter() + PATIENCE_MS / 1e3
        while not so():
            assert time.perf_counter() < late, "it took too long"
            self.pause(1)

    # -- what people do

    def answered(self, do: Callable[[], object]) -> float:
        """Seconds from doing it until the rows are there that answer it."""
        loop = QEventLoop()
        self.page.people.found.connect(loop.quit)
        begun = time.perf_counter()
        do()
        loop.exec()
        self.page.people.found.disconnect(loop.quit)
        self.page.people.table.viewport().repaint()
        return time.perf_counter() - begun

    def scroll(self) -> None:
        """To the end, in steps as fast as a hand at the scroll bar."""
        bar = self.page.people.table.verticalScrollBar()
        for step in range(200):
            bar.setValue(bar.maximum() * step // 199)
            self.pause(1)

    def arrows(self) -> None:
        """The key held down: each row's person comes into the panel."""
        for _n in range(60):
            QTest.keyClick(self.page.people.table, Qt.Key.Key_Down)
            self.pause(15)

    def type_search(self, text: str) -> list[float]:
        """Letter by letter, each with its answer; then it is emptied."""
        edit = self.page.people.filters.search.edit
        taken = [
            self.answered(lambda c=letter: QTest.keyClicks(edit, c)) for letter in text
        ]
        return [*taken, self.answered(edit.clear)]

    def pills(self) -> None:
        """Each of them once, then everyone again."""
        pills = self.page.people.filters.pills.findChildren(QAbstractButton)
        for pill in (*pills[1:], pills[0]):
            self.answered(pill.click)

    def sorts(self) -> None:
        """By each heading, forwards and backwards."""
        clicked = self.page.people.table.heading.sectionClicked
        for section in (0, 0, 1, 1, 2, 2, 3, 3):
            self.answered(lambda s=section: clicked.emit(s))
        self.answered(lambda: self.page.people.sort(Order()))

    def mistyped(self) -> None:
        """A name that nobody has, and whom it may have meant."""
        edit, nobody = self.page.people.filters.search.edit, self.page.people.nobody
        self.answered(lambda: edit.setText("Zoe Angstrm-Schmitt"))
        self.until(nobody.text.text)
        self.answered(edit.clear)


def main() -> None:
    """Prints the longest gap of each, and the time from a key to its rows."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("CHECKIN_BENCH_DIR")) as folder:
        path = Path(folder, "event.checkin")
        event, _act, _codes = make(path, SIZE)
        event.close()
        _measure(path, Path(folder))


def _measure(path: Path, folder: Path) -> None:
    app = make_app()
    fonts.load_text_faces()
    fonts.load_name_faces()
    style.apply(app, Look())
    messages = Messages()
    around = Environment(
        settings=Settings(folder, random.Random(5).randbytes),
        clock=SystemClock(),
        messages=messages,
        crash=CrashHandler(messages, folder / "problems.log"),
        events_folder=folder,
        random=random.Random(6).randbytes,
    )
    window = Window(around)
    window.resize(1280, 800)
    window.show()
    window.opener.open(path)
    watched = Watched(window)
    watched.until(lambda: window.session is not None)
    watched.until(lambda: watched.page.people.rows.rowCount() == SIZE)
    watched.pause(300)
    keys: list[float] = []
    for name, work in (
        ("scroll", watched.scroll),
        ("arrows", watched.arrows),
        ("search", lambda: keys.extend(watched.type_search("zoe schmidt 12"))),
        ("pills", watched.pills),
        ("sort", watched.sorts),
        ("mistyped", watched.mistyped),
    ):
        gap = watched.gap(work)
        figure(f"attendees.gap.{name}", gap, "ms", size="100k", at_most=AT_MOST)
    for percent in (50, 95):
        taken = percentile(keys, percent) * 1e3
        figure(
            f"attendees.key.p{percent}", taken, "ms", size="100k", at_most=KEY_AT_MOST
        )
    window.close()


if __name__ == "__main__":
    main()
