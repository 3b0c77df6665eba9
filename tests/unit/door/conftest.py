"""A door to stand at: an event, a clock that is moved by hand, guests on demand."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.door.desk import Door, Options
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Draft, Entry
from checkin.model.ids import AttendeeId, DeskId
from checkin.model.kinds import Kind
from checkin.model.lists import Rules
from checkin.model.verdict import Answer
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

AT_18_02 = 1_700_762_520_000
"""Thursday 23 November 2023, 18:02 in London, in Unix ms."""


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = Instant(AT_18_02, 0)

    def now(self) -> Instant:
        return self.instant

    def advance(self, minutes: float) -> None:
        ms = self.instant.ms + int(minutes * 60_000)
        self.instant = Instant(ms, self.instant.offset)


class Evening:
    """An event with one list, and short ways to let things happen at its door."""

    def __init__(self, path: Path, seed: int = 7) -> None:
        self.clock = HandClock()
        self.event = EventFile.create(
            path,
            {"name": "Autumn Networking Evening"},
            self.clock,
            Desk(DeskId(b"d" * 16), "Main door"),
            random.Random(seed).randbytes,
        )
        self.main = self.event.main_list()
        self.door = Door(self.event, self.main)

    def guest(self, *, code: str = "", **fields: Any) -> Attendee:
        """Somebody on the list with a badge code; `fields` are those of Details."""
        who = AttendeeId(self.event.new_id())
        given = code or self.event.new_code()
        with self.event.write() as write:
            write.append(
                Draft(Kind.ATTENDEE_LISTED, who, {"fields": fields}),
                Draft(Kind.CODE_GIVEN, who, {"code": given}),
            )
        return self.again(who)

    def again(self, who: AttendeeId) -> Attendee:
        """The guest as the event knows them now."""
        found = self.event.read.attendee(who)
        assert found is not None
        return found

    def scan(self, text: str, **options: Any) -> Answer:
        return self.door.scan(text, Options(**options))

    def rules(self, **rules: Any) -> None:
        """Gives the main list these rules."""
        acts.set_list(self.event, "Main", Rules(**rules), self.main)

    def other_list(self, name: str, **rules: Any) -> Door:
        return Door(self.event, acts.set_list(self.event, name, Rules(**rules)))

    def undo(self, answer: Answer) -> None:
        assert answer.entry is not None
        acts.undo_named(self.event, answer.entry)

    def entry(self, answer: Answer) -> Entry:
        """What the ledger holds of an answer."""
        assert answer.entry is not None
        found = self.event.read.entry(answer.entry)
        assert found is not None
        return found

    @property
    def inside(self) -> int:
        return self.event.read.tally("inside")


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    """An evening to which nobody is invited yet; whole at the end of every test."""
    one = Evening(tmp_path / "evening.checkin")
    yield one
    assert one.event.check() == []
    one.event.close()


@pytest.fixture
def anna(evening: Evening) -> Attendee:
    return evening.guest(first_name="Anna", last_name="Schmidt", company="Nordlicht")


@pytest.fixture(scope="session")
def new_evening() -> Callable[[Path], Evening]:
    """Makes evenings where hypothesis wants many."""
    return Evening
