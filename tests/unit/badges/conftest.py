"""An event with guests who wait for their badges."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, DeskId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk


class StandingClock:
    """It is always the same moment."""

    def now(self) -> Instant:
        return Instant(1_700_763_300_000)


class GuestList:
    """An event file, and a short way to put somebody on its list."""

    def __init__(self, path: Path) -> None:
        desk = Desk(DeskId(b"d" * 16), "Main door")
        self.event = EventFile.create(
            path, {"name": "Evening"}, StandingClock(), desk, random.Random(1).randbytes
        )
        self._source = self.event.new_id()

    def add(
        self, first: str, last: str = "Guest", in_row: int | None = None, **fields: Any
    ) -> Attendee:
        """Somebody with a badge code."""
        who = AttendeeId(self.event.new_id())
        fields = {"first_name": first, "last_name": last, **fields}
        data = {"fields": fields, "source": self._source.hex()}
        if in_row is not None:
            data["row"] = in_row
        with self.event.write() as write:
            write.append(
                Draft(Kind.ATTENDEE_LISTED, who, data),
                Draft(Kind.CODE_GIVEN, who, {"code": self.event.new_code()}),
            )
        return self.again(who)

    def happens(self, kind: Kind, who: Attendee, **data: Any) -> None:
        """Something becomes known of a guest."""
        with self.event.write() as write:
            write.append(Draft(kind, who.id, data))

    def withdraw(self, who: Attendee) -> None:
        """The list no longer has them."""
        self.happens(Kind.ATTENDEE_WITHDRAWN, who, source=self._source.hex())

    def again(self, who: Attendee | AttendeeId) -> Attendee:
        """A guest as known by now."""
        own = who.id if isinstance(who, Attendee) else who
        found = self.event.read.attendee(own)
        assert found
        return found


@pytest.fixture
def guests(tmp_path: Path) -> Iterator[GuestList]:
    """An event that nobody is invited to yet."""
    made = GuestList(tmp_path / "evening.checkin")
    yield made
    made.event.close()


@pytest.fixture
def dozen(guests: GuestList) -> list[Attendee]:
    """Twelve people who wait for a badge, by last name."""
    return [guests.add(f"Guest{n}", f"Number {n:02}") for n in range(12)]


@pytest.fixture
def event(guests: GuestList) -> EventFile:
    """Theirs."""
    return guests.event
