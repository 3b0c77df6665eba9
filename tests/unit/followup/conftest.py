"""A small evening to follow up: some came, some did not, some were never expected."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, DeskId, SubjectId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

AT_18_15 = 1_700_763_300_000
"""Thursday 23 November 2023, 18:15 in London, in Unix ms."""


class FixedClock:
    """Stands still until it is moved."""

    def __init__(self, ms: int = AT_18_15, offset: int = 0) -> None:
        self.instant = Instant(ms, offset)

    def now(self) -> Instant:
        return self.instant

    def move(self, minutes: float) -> None:
        ms = self.instant.ms + int(minutes * 60_000)
        self.instant = Instant(ms, self.instant.offset)


class Evening:
    """An event and short ways to let things happen in it."""

    def __init__(self, path: Path, seed: int = 7) -> None:
        self.clock = FixedClock()
        self.event = EventFile.create(
            path,
            {"name": "Autumn Networking Evening", "starts": "2023-11-23T18:15"},
            self.clock,
            Desk(DeskId(b"d" * 16), "Main door"),
            random.Random(seed).randbytes,
        )
        self.source = self.event.new_id()

    def header(self, *names: str) -> str:
        """The list's own columns, so that guests can have values in them."""
        header_id = "h" + "-".join(names)[:40]
        data = {"name": "Guests", "header": list(names), "header_id": header_id}
        self._write(Draft(Kind.SOURCE_IMPORTED, self.source, data))
        return header_id

    def guest(
        self,
        *,
        extra: tuple[str, list[str]] | None = None,
        permissions: dict[str, str] | None = None,
        walk_in: bool = False,
        code: str = "",
        **fields: Any,
    ) -> AttendeeId:
        """Somebody on the list; `fields` are those of Details."""
        who = AttendeeId(self.event.new_id())
        data: dict[str, Any] = {"fields": fields, "source": self.source.hex()}
        if extra:
            data |= {"header_id": extra[0], "extra": extra[1]}
        if permissions:
            data["permissions"] = permissions
        if walk_in:
            data["walk_in"] = True
        drafts = [Draft(Kind.ATTENDEE_LISTED, who, data)]
        if code:
            drafts.append(Draft(Kind.CODE_GIVEN, who, {"code": code}))
        self._write(*drafts)
        return who

    def comes(self, who: SubjectId, minutes: float = 0) -> None:
        """In at the main list, so many minutes after the last thing."""
        self.clock.move(minutes)
        data = {"list": self.event.main_list().hex(), "direction": "in"}
        self._write(Draft(Kind.CHECKIN_ADMITTED, who, data))

    def erase(self, who: SubjectId) -> None:
        self._write(Draft(Kind.ATTENDEE_ERASED, who, {}))

    def _write(self, *drafts: Draft) -> None:
        with self.event.write() as write:
            write.append(*drafts)


@pytest.fixture
def new_evening(tmp_path: Path) -> Iterator[Callable[[], Evening]]:
    """Makes evenings; each is closed at the end."""
    made: list[Evening] = []

    def new() -> Evening:
        made.append(Evening(tmp_path / f"evening-{len(made)}.checkin"))
        return made[-1]

    yield new
    for one in made:
        one.event.close()


@pytest.fixture
def evening(new_evening: Callable[[], Evening]) -> Evening:
    """An evening to which nobody is invited yet."""
    return new_evening()


@pytest.fixture
def party(evening: Evening) -> Evening:
    """Six guests, one of each kind; see the names."""
    add = evening.guest
    yes = {"contact": "yes"}
    came = add(first_name="Anna", last_name="Came", permissions=yes)
    new = add(
        first_name="Zoë",
        last_name="New",
        first_time=True,
        ticket_type="Guest",
        permissions={"contact": "no"},
    )
    add(first_name="Hans", last_name="Missed", ticket_type="Guest")
    add(first_name="Petra", last_name="Cancelled", status="cancelled")
    add(first_name="Ines", last_name="Waiting", status="waitlisted", first_time=True)
    walk_in = add(full_name="Walker", walk_in=True)
    evening.comes(came)
    evening.comes(new, minutes=27)
    evening.comes(walk_in, minutes=3)
    return evening
