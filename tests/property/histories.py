"""Histories that could have happened: entries of every kind, by three desks.

A few subjects, acts, codes and clock values are used again and again, so that
things meet: the same person listed twice, clocks that collide, undos of undos.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from checkin.model.clock import Instant
from checkin.model.entry import CLOCK_SHIFT, Entry
from checkin.model.ids import ActId, DeskId, EntryId, SubjectId
from checkin.model.kinds import Kind
from checkin.store.checking import dump, search_rows
from checkin.store.eventfile import Desk, EventFile
from checkin.store.schema import FOLDED_TABLES

START = 1_763_000_000_000
"""Unix ms at which these histories begin."""


def some_id(*words: object) -> bytes:
    """16 bytes that look random and are the same each time."""
    return sha256(repr(words).encode()).digest()[:16]


PEOPLE = [SubjectId(some_id("person", n)) for n in range(4)]
LISTS = [SubjectId(some_id("list", n)) for n in range(2)]
SOURCES = [SubjectId(some_id("source", n)) for n in range(2)]
DESKS = [DeskId(some_id("desk", n)) for n in range(3)]
ACTS = [ActId(some_id("act", n)) for n in range(3)]
NAMES = ["Zoë Ångström", "Łukasz Nowak", "山田太郎", "zoe angstrom", "Amina Diallo"]
CODES = ["BCDFGHJKLNPRSTVXBCDF", "EB-0041", "eb-0041"]
PURPOSES = ["contact", "photos"]
UNKNOWN_KINDS = ["hologram.shown", "attendee.cloned", "list.painted", "source.sung"]


class StoppedClock:
    """Always the same moment."""

    def __init__(self, ms: int = START) -> None:
        self.ms = ms

    def now(self) -> Instant:
        return Instant(self.ms, 60)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone afterwards; in memory where the system has such a place."""
    memory = Path("/dev/shm")
    home = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory(dir=home) as folder:
        yield Path(folder)


@cache
def _template() -> bytes:
    """An empty event as a file's bytes: the same event for all desks."""
    random = Random(7).randbytes
    with scratch() as folder:
        path = folder / "evening.checkin"
        desk = Desk(DeskId(random(16)), "Main door")
        EventFile.create(path, {"name": "E"}, StoppedClock(), desk, random).close()
        return path.read_bytes()


@contextmanager
def desks(count: int) -> Iterator[list[EventFile]]:
    """That many desks of one event, each with a file and an id of its own."""
    with scratch() as folder:
        opened = []
        for n in range(count):
            path = folder / f"{n}.checkin"
            path.write_bytes(_template())
            random = Random(n).randbytes
            clock = StoppedClock(START + 10 * n)
            desk = Desk(DeskId(random(16)), f"Desk {n}")
            opened.append(EventFile.open(path, clock, desk, random))
        try:
            yield opened
        finally:
            for event in opened:
                event.close()


def receive(event: EventFile, *batches: Iterable[Entry]) -> None:
    """Takes each batch in a transaction of its own."""
    for batch in batches:
        with event.write() as write:
            write.receive(batch)


def tables(event: EventFile) -> dict[str, list[tuple[Any, ...]]]:
    """All that is folded, in an order that does not depend on how it came."""
    conn = event._conn
    found = {name: list(dump(conn, name)) for name in FOLDED_TABLES}
    return found | {"search": list(search_rows(conn))}


def ledger(event: EventFile) -> list[Entry]:
    """All entries of the file."""
    return list(event.entries())


@cache
def event_id() -> SubjectId:
    """Of the event that all these desks belong to."""
    with desks(1) as (event,):
        return event.event_id


# -- what entries say

names = st.sampled_from(NAMES)
hex_ids = {
    "list": st.sampled_from([own.hex() for own in LISTS]),
    "source": st.sampled_from([own.hex() for own in SOURCES]),
}
flags = st.sampled_from([{}, {}, {"forced": True}, {"repeats": True}])
times = st.sampled_from([{}, {}, {"when": START - 500}, {"when": START + 5}])
fields = st.fixed_dictionaries(
    {"full_name": names},
    optional={
        "first_name": st.sampled_from(["Zoë", ""]),
        "last_name": st.sampled_from(["Ångström", "Nowak"]),
        "email": st.sampled_from(["zoe@a.example", "l@b.example"]),
        "ticket_type": st.sampled_from(["Member", "Guest"]),
        "status": st.sampled_from(["registered", "cancelled", "waitlisted"]),
        "external_code": st.sampled_from(CODES[1:]),
        "first_time": st.booleans(),
        "places": st.sampled_from([1, 3]),
        "a_later_detail": st.just("kept"),
    },
)


def _listed() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"fields": fields},
        optional={
            "source": hex_ids["source"],
            "permissions": st.dictionaries(
                st.sampled_from(PURPOSES), st.sampled_from(["yes", "no"])
            ),
            "walk_in": st.booleans(),
            "companion_of": st.just(PEOPLE[0].hex()),
        },
    )


def _with(*parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Any]:
    return st.tuples(*parts).map(
        lambda said: {k: v for d in said for k, v in d.items()}
    )


def _one(key: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({key: values})


def _data(kind: str, ids: list[EntryId]) -> st.SearchStrategy[dict[str, Any]]:
    """What an entry of that kind may say, pointing at other entries of the history."""
    entry_ids = st.sampled_from([own.hex() for own in ids])
    codes, purposes = st.sampled_from(CODES), st.sampled_from(PURPOSES)
    seen = st.one_of(st.just({}), _one("seen", entry_ids))
    at_list = _one("list", hex_ids["list"])
    clash = st.tuples(st.sampled_from(["admission", "correction/full_name"]), entry_ids)
    said: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        Kind.SOURCE_IMPORTED: st.sampled_from(SOURCES).map(
            lambda own: {"name": own.hex()[:2], "header": ["T"], "header_id": "h1"}
        ),
        Kind.ATTENDEE_LISTED: _listed(),
        Kind.ATTENDEE_CORRECTED: _with(
            _one("fields", _one("full_name", names)),
            st.one_of(st.just({}), _one("seen", _one("full_name", entry_ids))),
        ),
        Kind.ATTENDEE_WITHDRAWN: _one("source", hex_ids["source"]),
        Kind.ATTENDEE_ERASED: _one("suppress", st.just(["ab12"])),
        Kind.CODE_GIVEN: _one("code", codes),
        Kind.CODE_REVOKED: _one("code", codes),
        Kind.BADGE_PRINTED: _with(
            _one("name", names),
            st.sampled_from([{}, {"words": "nport:0123456789ab"}, {"words": "z:1"}]),
        ),
        Kind.PRINT_MADE: st.just({"badges": 1, "sheets": 1}),
        Kind.BADGE_HANDED_OUT: st.just({}),
        Kind.CHECKIN_ADMITTED: _with(at_list, flags, times),
        Kind.CHECKIN_REFUSED: _with(at_list, _one("verdict", st.just("unpaid"))),
        Kind.CHECKIN_LEFT: _with(at_list, times),
        Kind.PERMISSION_GIVEN: _with(_one("purpose", purposes), seen),
        Kind.PERMISSION_WITHDRAWN: _one("purpose", purposes),
        Kind.QUESTION_ANSWERED: _with(
            _one("question", st.just("diet")), _one("answer", st.sampled_from("ab"))
        ),
        Kind.INTEREST_NOTED: _one("interest", st.sampled_from(["ai", "tea"])),
        Kind.LIST_SET: _with(
            _one("name", st.sampled_from(["Dinner", "Talk"])),
            _one("rules", st.sampled_from([{}, {"capacity": 2}])),
        ),
        Kind.LIST_CLOSED: _one("reason", st.sampled_from(["full", "over"])),
        Kind.EVENT_SET: _one("fields", _one("venue", st.sampled_from(["Hall", "Pub"]))),
        Kind.EXPORT_MADE: st.just({"audience": "everyone", "format": "csv"}),
        Kind.UNDO_MADE: _one(
            "target",
            st.one_of(entry_ids, st.sampled_from([act.hex() for act in ACTS])),
        ),
        Kind.CONFLICT_SETTLED: _one(
            "conflict",
            st.tuples(clash, entry_ids).map(lambda c: f"{c[0][0]}/{c[0][1]}/{c[1]}"),
        ),
    }
    return said.get(kind, _one("anything", names))


def _subject(kind: str, people: list[SubjectId]) -> st.SearchStrategy[SubjectId]:
    word = kind.partition(".")[0]
    if kind in UNKNOWN_KINDS or kind == Kind.CHECKIN_REFUSED:
        return st.sampled_from([*people, *LISTS, event_id()])
    if word in ("event", "export", "print", "undo"):
        return st.just(event_id())
    return st.sampled_from({"list": LISTS, "source": SOURCES}.get(word, people))


KINDS = [*(kind.value for kind in Kind), *UNKNOWN_KINDS[:2]]
COMMON = [
    Kind.ATTENDEE_LISTED, Kind.ATTENDEE_LISTED, Kind.ATTENDEE_CORRECTED,
    Kind.CHECKIN_ADMITTED, Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT,
    Kind.UNDO_MADE, Kind.UNDO_MADE, Kind.PERMISSION_GIVEN,
    Kind.PERMISSION_WITHDRAWN, Kind.BADGE_PRINTED, Kind.CODE_GIVEN,
]  # fmt: skip
"""What happens more often than the rest."""


def _entry(
    own: EntryId, kind: str, subject: SubjectId, data: dict[str, Any], draw: st.DrawFn
) -> Entry:
    tick = draw(st.integers(0, 9))
    desk = draw(st.sampled_from(DESKS))
    return Entry(
        own,
        draw(st.sampled_from([None, None, *ACTS])),
        desk,
        ((START + tick // 2) << CLOCK_SHIFT) + tick % 2,
        START + tick // 2,
        60,
        kind,
        1,
        subject,
        f"Desk {DESKS.index(desk)}",
        data,
    )


@st.composite
def histories(
    draw: st.DrawFn,
    kinds: Iterable[str] = (*KINDS, *(kind.value for kind in COMMON)),
    least: int = 1,
    most: int = 12,
    salt: str = "",
) -> list[Entry]:
    """Entries with ids of their own: some people are listed, then this and that."""
    ids = [EntryId(some_id("entry", n, salt)) for n in range(most + len(PEOPLE))]
    listed = Kind.ATTENDEE_LISTED.value
    chosen = [] if salt else draw(st.lists(st.sampled_from(PEOPLE), unique=True))
    happened = [(listed, person) for person in chosen]
    more = st.lists(st.sampled_from(list(kinds)), min_size=least, max_size=most)
    # Few people, so that they meet with several things.
    happened += [(k, draw(_subject(k, chosen or PEOPLE))) for k in draw(more)]
    known = ids[: len(happened)]
    return [
        _entry(own, kind, subject, draw(_data(kind, known)), draw)
        for own, (kind, subject) in zip(ids, happened, strict=False)
    ]


@st.composite
def arrivals(draw: st.DrawFn, entries: list[Entry]) -> list[list[Entry]]:
    """The same entries in another order, some twice, in batches."""
    again = draw(st.lists(st.sampled_from(entries), max_size=3))
    order = draw(st.permutations([*entries, *again]))
    cuts = sorted(draw(st.sets(st.integers(1, len(order)), max_size=4)))
    bounds = [0, *cuts, len(order)]
    return [order[a:b] for a, b in pairwise(bounds)]
