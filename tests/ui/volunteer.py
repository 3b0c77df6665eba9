"""A volunteer at the door page: what they do with keys, and what they see."""

from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from scanning import scan

from checkin.demo import MovableClock
from checkin.door.desk import Door
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Draft, Entry
from checkin.model.errors import DiskFull
from checkin.model.ids import AttendeeId, DeskId, ListId
from checkin.model.kinds import Kind
from checkin.model.lists import Rules
from checkin.model.verdict import Family
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui.door.page import DoorPage
from checkin.ui.door.scene import Sort
from checkin.ui.window import Window

PATIENCE_MS = 20_000
"""How long a busy machine may take for anything; nobody waits that long on purpose."""
PLAIN = Qt.KeyboardModifier.NoModifier
_typing = count(50_000_000, 10_000)


class Recorder:
    """Sounds that are written down instead of played."""

    def __init__(self) -> None:
        self.played: list[Family] = []
        self.loaded = False

    def load(self) -> None:
        self.loaded = True

    def play(self, family: Family) -> None:
        self.played.append(family)


class Volunteer:
    """Stands at the door page of a window."""

    def __init__(self, window: Window, clock: MovableClock, qtbot) -> None:
        self.window, self.clock, self._qtbot = window, clock, qtbot
        window.go("door")
        page = window.stack.currentWidget()
        assert isinstance(page, DoorPage)
        self.page = page
        self.sounds = page.sounds = Recorder()
        qtbot.waitUntil(lambda: page.beside.around is not None)
        qtbot.waitUntil(lambda: page.hearing.scanner.listening)

    # -- people and lists

    def write(self, job: Callable[[EventFile], Any]) -> Any:
        """Does something on the thread that writes, and waits for it."""
        results: list[Any] = []
        self.page.session.write(job, results.append)
        self.until(lambda: results)
        return results[0]

    def guest(self, *, code: str = "", **fields: Any) -> Attendee:
        """Somebody on the list; `fields` are those of Details."""

        def job(event: EventFile) -> Attendee:
            who = AttendeeId(event.new_id())
            drafts = [
                Draft(Kind.ATTENDEE_LISTED, who, {"fields": fields}),
                Draft(Kind.CODE_GIVEN, who, {"code": code or event.new_code()}),
            ]
            with event.write() as write:
                write.append_all(drafts)
            found = event.read.attendee(who)
            assert found is not None
            return found

        return self.write(job)

    def rules(self, **rules: Any) -> None:
        """Gives the only list these rules."""
        self.write(
            lambda event: acts.set_list(
                event, "Main door", Rules(**rules), event.main_list()
            )
        )

    def again(self, guest: Attendee) -> Attendee:
        """The guest as the event knows them now."""
        found = self.page.session.file.read.attendee(guest.id)
        assert found is not None
        return found

    def history(self, guest: Attendee, kind: Kind) -> list[Entry]:
        read = self.page.session.file.read
        return [entry for entry in read.history(guest.id) if entry.kind == kind]

    # -- doing

    def scan(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """The scanner types; ends when something else is on the stage."""
        before = self.page.parts.stage.scene
        scan(self.window, text, end)
        self.until(lambda: self.page.parts.stage.scene is not before)

    def elsewhere(self, job: Callable[[EventFile], Any]) -> Any:
        """Another desk does something, and this one hears of it."""
        desk = Desk(DeskId(b"o" * 16), "Back door")
        with EventFile.open(self.page.session.path, self.clock, desk) as other:
            result = job(other)
        self.page.session.look()
        return result

    def scan_elsewhere(self, code: str) -> None:
        """Another desk admits somebody, and this one hears of it."""
        self.elsewhere(lambda other: Door(other, other.main_list()).scan(code))

    def later(self, minutes: float) -> None:
        """The clock goes on."""
        ms = self.clock.at.ms + round(minutes * 60_000)
        self.clock.at = Instant(ms, self.clock.at.offset)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """A key of the keyboard, wherever the focus is."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def type(self, text: str) -> None:
        """A person types: two keys in a quarter of a second."""
        at = next(_typing)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key(ord(letter.upper()))
                event = QKeyEvent(kind, key, PLAIN, letter)
                event.setTimestamp(at)
                QCoreApplication.sendEvent(self.window.windowHandle(), event)
            at += 120
        self.until(lambda: not self.page.hearing.scanner.holding)

    def click(self, words: str) -> None:
        """The button of the page that says this."""
        buttons = self.page.findChildren(QPushButton)
        (found,) = (b for b in buttons if b.text() == words and b.isVisible())
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def look_up(self, text: str) -> None:
        """Types into the search until there are results."""
        self.type(text)
        found = self.page.parts.found
        self.until(lambda: found.isVisible() and found.text == text)

    def until(self, so: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(so()), timeout=PATIENCE_MS)

    # -- seeing

    @property
    def main(self) -> ListId:
        return self.page.flow.where.list_id

    @property
    def scene(self):
        return self.page.parts.stage.scene

    @property
    def word(self) -> str:
        """The word of the stage; empty while something else is in its place."""
        return self.scene.word if self.page.parts.stage.isVisible() else ""

    @property
    def name(self) -> str:
        return self.scene.name.whole

    @property
    def idle(self) -> bool:
        return self.scene.sort is Sort.IDLE

    @property
    def strip(self) -> str:
        return self.page.parts.strip.words.text()

    @property
    def steps(self) -> list[str]:
        return [button.text() for button in self.page.parts.stage.steps]

    @property
    def cards(self) -> list[str]:
        """What is to be read of everybody who was found."""
        return [guest.accessibleName() for guest in self.page.parts.found.guests]

    @property
    def disk(self) -> str:
        return self.page.parts.top.disk.text()


class Disk:
    """Fails while it is full."""

    def __init__(self, session) -> None:
        self._write, self.full = session.write, True
        self.error: Exception = DiskFull(file="autumn.checkin")
        self.tried = 0
        session.write = self.write

    def write(self, job, done, failed=None):
        def fails(_event):
            self.tried += 1
            raise self.error

        return self._write(fails if self.full else job, done, failed)
