"""An event to import into, and short ways to write a list."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.importing import Plan, apply_plan, load, make_plan, read_sheets, separators
from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import ActId, AttendeeId, DeskId, SubjectId
from checkin.model.kinds import Kind
from checkin.store.acts import newcomer
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

ROOT = Path(__file__).parents[3]
DEMO = ROOT / "resources" / "demo" / "guests.csv"
LISTS = ROOT / "tests" / "data" / "lists"

AT_18_15 = 1_700_763_300_000
"""Thursday 23 November 2023, 18:15 in London, in Unix ms."""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read must not hang on how busy the machine is."""
    monkeypatch.setattr(separators, "_ASKED_S", 30.0)
    monkeypatch.setattr(read_sheets, "_SECONDS", 30.0)


class TickingClock:
    """A second later whenever it is asked."""

    def __init__(self) -> None:
        self.ms = AT_18_15

    def now(self) -> Instant:
        self.ms += 1000
        return Instant(self.ms)


class Office:
    """An event file, and lists that are written and imported in a line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.event = EventFile.create(
            folder / "evening.checkin",
            {"name": "Autumn Networking Evening"},
            TickingClock(),
            Desk(DeskId(b"d" * 16), "Main door"),
            random.Random(7).randbytes,
        )

    def file(self, text: str, name: str = "guests.csv") -> Path:
        """A list with this text in UTF-8."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def plan(self, text: str, source: str = "guests", *overrides: str) -> Plan:
        """What importing this text would do."""
        reading = load(self.file(text), overrides=overrides)
        return make_plan(self.event, reading, source)

    def take(self, text: str, source: str = "guests") -> tuple[Plan, ActId]:
        """Imports the text; returns what was planned, and the act."""
        plan = self.plan(text, source)
        return plan, apply_plan(self.event, plan)

    def guests(self) -> dict[str, Attendee]:
        """Everybody by name, those withdrawn too."""
        return {guest.name: guest for guest in self.event.read.attendees()}

    def named(self, name: str) -> Attendee:
        return self.guests()[name]

    def comes(self, who: SubjectId) -> None:
        """Is admitted at the main list."""
        data = {"list": self.event.main_list().hex()}
        with self.event.write() as write:
            write.append(Draft(Kind.CHECKIN_ADMITTED, who, data))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    assert office.event.check() == []
    office.event.close()


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes text or bytes to a file and gives its path."""

    def write(content: str | bytes, name: str = "list.csv") -> Path:
        path = tmp_path / name
        raw = content.encode() if isinstance(content, str) else content
        path.write_bytes(raw)
        return path

    return write


@pytest.fixture
def people(written: Callable[..., Path]) -> Callable[..., list[tuple[Any, ...]]]:
    """Name, e-mail, status and places of everybody on a list."""

    def read(text: str | bytes, name: str = "list.csv") -> list[tuple[Any, ...]]:
        return [
            (p.name, p.email, p.fields.get("status"), p.fields.get("places"))
            for p in load(written(text, name)).people
        ]

    return read


@pytest.fixture
def walk_in(office: Office) -> Callable[..., Attendee]:
    """Somebody whom no list has brought, and who is here."""

    def come(name: str, **more: str) -> Attendee:
        who = AttendeeId(office.event.new_id())
        details = Details(full_name=name, **more)
        with office.event.write() as write:
            write.append_all(newcomer(office.event, who, details, None, walk_in=True))
        office.comes(who)
        return office.named(name)

    return come
