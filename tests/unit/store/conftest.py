"""An event file to try things on, with a clock and randomness of its own."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, DeskId
from checkin.model.kinds import Kind
from checkin.store.eventfile import Desk, EventFile

EVENING = 1_763_663_520_000
"""18:32 UTC on the evening of the event, in Unix ms."""


class ClockOnTheWall:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.ms = EVENING

    def now(self) -> Instant:
        return Instant(self.ms, 0)

    def advance(self, seconds: float) -> None:
        self.ms += round(1000 * seconds)


@pytest.fixture
def clock():
    return ClockOnTheWall()


@pytest.fixture
def random():
    return Random(20261120).randbytes


@pytest.fixture
def opened(clock, random):
    """Opens an event file for this test: as another desk each time; closes it after."""
    events = []

    def open_(path: Path, name: str = "Main door") -> EventFile:
        event = EventFile.open(path, clock, Desk(DeskId(random(16)), name), random)
        events.append(event)
        return event

    yield open_
    for event in events:
        with suppress(sqlite3.ProgrammingError):  # closed by the test itself
            event.close()


@pytest.fixture
def path(tmp_path, clock, random):
    """An event file that is closed."""
    path = tmp_path / "evening.checkin"
    desk = Desk(DeskId(random(16)), "Main door")
    EventFile.create(path, {"name": "Evening"}, clock, desk, random).close()
    return path


@pytest.fixture
def event(path, opened):
    """The same, open."""
    return opened(path)


@pytest.fixture
def listed():
    """Puts people on the list: the ids of those named."""

    def add(event: EventFile, *names: str, act=None, **fields) -> list[AttendeeId]:
        people = [AttendeeId(event.new_id()) for _ in names]
        with event.write(act) as write:
            for who, name in zip(people, names, strict=True):
                said = {"full_name": name, **fields}
                write.append(Draft(Kind.ATTENDEE_LISTED, who, {"fields": said}))
        return people

    return add


@pytest.fixture
def note():
    """Writes one entry about somebody, and gives it."""

    def write(event: EventFile, kind: Kind, subject, /, **data):
        if kind in (Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT, Kind.CHECKIN_REFUSED):
            data.setdefault("list", event.main_list().hex())
        with event.write() as writing:
            return writing.append(Draft(kind, subject, data))[0]

    return write
