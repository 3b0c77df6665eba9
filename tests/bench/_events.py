"""Events of any size for the benchmarks, made through the ledger itself."""

import random
from collections.abc import Iterator
from pathlib import Path

from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import ActId, DeskId, SubjectId
from checkin.model.kinds import Kind
from checkin.settings import SystemClock
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

FIRST = "Zoë Anna İpek Łukasz Maximiliane Sukma Fatoumata Jo Émilie Priya".split()
LAST = "Schmidt Yıldız Wójcik Okonkwo Hohenstein Diallo Li Ångström Nakamura".split()
TICKETS = ("Member", "Guest", "Speaker", "Staff")
DESK = Desk(DeskId(b"benchmark desk 1"), "Main door")


class Ticking:
    """A clock that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self._now = SystemClock().now()

    def now(self) -> Instant:
        """A second later than the last time."""
        self._now = Instant(self._now.ms + 1000, self._now.offset)
        return self._now


def make(path: Path, size: int) -> tuple[EventFile, ActId, list[str]]:
    """An event with `size` attendees, the act that listed them, and their codes."""
    dice = random.Random(size)
    fields = {"name": "A benchmark of an evening"}
    event = EventFile.create(path, fields, Ticking(), DESK, dice.randbytes)
    codes: list[str] = []
    act = event.new_act()
    with event.write(act) as write:
        write.append_all(_drafts(event, size, codes))
    event.checkpoint(force=True)
    return event, act, codes


def _drafts(event: EventFile, size: int, codes: list[str]) -> Iterator[Draft]:
    source = event.new_id()
    header = {"header": ["Dietary", "City"], "header_id": "0123456789abcdef"}
    yield Draft(Kind.SOURCE_IMPORTED, source, {"name": "list", "rows": size, **header})
    for n in range(size):
        who = SubjectId(event.new_id())
        codes.append(event.new_code())
        yield Draft(Kind.ATTENDEE_LISTED, who, _listed(n, source))
        yield Draft(Kind.CODE_GIVEN, who, {"code": codes[-1]})


def _listed(n: int, source: SubjectId) -> dict[str, object]:
    first, last = FIRST[n % len(FIRST)], LAST[n // 10 % len(LAST)]
    return {
        "fields": {
            "first_name": f"{first} {n % 97}",
            "last_name": f"{last}-{LAST[n % 7]} {n}",
            "email": f"guest{n}@example.org",
            "company": f"{LAST[n % 5]} & {LAST[n % 3]} {n % 400}",
            "job_title": "Keeper of the smaller bells",
            "ticket_type": TICKETS[n % len(TICKETS)],
            "external_code": str(10**9 + 7 * n),
        },
        "permissions": {"contact": "yes"},
        "source": source.hex(),
        "header_id": "0123456789abcdef",
        "extra": ["vegan", "Harbour Quay"],
        "row": n + 2,
    }
