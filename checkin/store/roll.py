"""The attendee list as people look at it: who is on it, in what order, how many.

A roll of 100,000 is nothing but row numbers, put together from three narrow indexes:
the order of the names, the marks (`fold.standing`) by which people are filtered, and
the words that are searched. The rows themselves are read as they come into sight.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from sqlite3 import Connection

from checkin.model.names import fold, search_words
from checkin.store.fold import standing as marks
from checkin.store.reading import Reader
from checkin.store.search import matching


class State(StrEnum):
    """How people stand; somebody may be in several of these."""

    EVERYONE = "everyone"
    HERE = "here"
    """Ever came in."""
    EXPECTED = "expected"
    """On the list and coming, but not here yet."""
    CANCELLED = "cancelled"
    """Called off, or no longer on the list."""
    LOOK = "look"
    """Needs a look: something has to be cleared, or two desks don't agree."""


class BadgeState(StrEnum):
    """How their badge stands."""

    ANY = "any"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    CHANGED = "changed"
    """Printed, and not all words on it are theirs any more."""
    HANDED_OUT = "handed_out"
    """They were given it."""
    NOT_HANDED_OUT = "not_handed_out"
    """Printed, and lies there still."""


class Sort(StrEnum):
    """What the list is in the order of; people of one rank are by first name."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    TICKET = "ticket"
    DOOR = "door"
    """Who came last stands first; then who is expected, then the rest."""
    BADGE = "badge"
    """Changed ones first, then those to be printed, then the rest."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Whom the list shows."""

    text: str = ""
    """The beginnings of words of name, organisation, e-mail or the list's code."""
    state: State = State.EVERYONE
    ticket_type: str | None = None
    """None for all; "" for those without one."""
    badge: BadgeState = BadgeState.ANY


@dataclass(frozen=True, slots=True)
class Roll:
    """The list under one filter, in one order."""

    numbers: "array[int]"
    """The row number of each person, for `Reader.by_numbers`."""
    counts: Mapping[State, int]
    """How many each state would show, the rest of the filter being the same."""

    def __len__(self) -> int:
        return len(self.numbers)

    def position(self, number: int) -> int | None:
        """Where somebody stands, from 0; None if the list does not show them."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class _Group:
    """People of whom all is the same that the list filters by."""

    marks: int
    here: bool
    people: frozenset[int]

    @property
    def states(self) -> frozenset[State]:
        """Where these people are counted."""
        return frozenset(state for state, fits in _FITS.items() if fits(self))


_FITS: dict[State, Callable[[_Group], object]] = {
    State.EVERYONE: lambda _: True,
    State.HERE: lambda g: g.here,
    State.EXPECTED: lambda g: not g.here and g.marks & marks.AWAITED,
    State.CANCELLED: lambda g: g.marks & marks.CANCELLED,
    State.LOOK: lambda g: (
        g.marks & marks.CONFLICT or (not g.here and g.marks & marks.UNCLEAR)
    ),
}


def roll(
    reader: Reader,
    wanted: Filter | None = None,
    sort: Sort = Sort.FIRST_NAME,
    descending: bool = False,
) -> Roll:
    """The list; some 50 to 100 ms for 100,000 people, so not on the GUI's thread."""
    conn, wanted = reader.conn, wanted or Filter()
    arrived = _arrived(conn)
    groups = list(_groups(conn, wanted, frozenset(arrived)))
    shown = [g for g in groups if wanted.state in g.states]
    numbers = _in_order(conn, shown, sort, arrived)
    if descending:
        numbers.reverse()
    counts = Counter(dict.fromkeys(State, 0))
    for group in groups:
        counts.update(dict.fromkeys(group.states, len(group.people)))
    return Roll(numbers, dict(counts))


def _arrived(conn: Connection) -> "array[int]":
    """All who ever came, the latest first."""
    sql = (
        "SELECT group_concat(n) FROM (SELECT n FROM attendees"
        " WHERE arrived_at IS NOT NULL ORDER BY arrived_at DESC)"
    )
    return _numbers(conn.execute(sql).fetchone()[0])


def _groups(
    conn: Connection, wanted: Filter, arrived: frozenset[int]
) -> Iterator[_Group]:
    """Everybody who fits the filter, but for the state."""
    found = _hits(conn, wanted.text) if wanted.text.strip() else None
    only = "" if wanted.ticket_type is None else " AND ticket_type = ?"
    rows = conn.execute(
        "SELECT standing, group_concat(n) FROM attendees"
        f" WHERE standing > 0{only} GROUP BY standing",
        () if wanted.ticket_type is None else (wanted.ticket_type,),
    )
    for mark, text in rows:
        if _badge_fits(mark, wanted.badge):
            people = frozenset(_numbers(text))
            people = people if found is None else people & found
            yield _Group(mark, True, people & arrived)
            yield _Group(mark, False, people - arrived)


def _badge_fits(mark: int, wanted: BadgeState) -> bool:
    match wanted:
        case BadgeState.PRINTED:
            return bool(mark & marks.PRINTED)
        case BadgeState.NOT_PRINTED:
            return not mark & marks.PRINTED
        case BadgeState.CHANGED:
            return bool(mark & marks.CHANGED)
        case BadgeState.HANDED_OUT:
            return bool(mark & marks.HANDED_OUT)
        case BadgeState.NOT_HANDED_OUT:
            return mark & (marks.PRINTED | marks.HANDED_OUT) == marks.PRINTED
    return True


def _hits(conn: Connection, text: str) -> frozenset[int]:
    """All whom a search finds; nobody where the text has no letter in it."""
    words = search_words(text)
    if not words:
        return frozenset()
    sql = "SELECT group_concat(rowid) FROM search WHERE words MATCH ?"
    hits = conn.execute(sql, (matching(words, "*"),)).fetchone()[0]
    return frozenset(_numbers(hits))


def _in_order(
    conn: Connection, groups: Sequence[_Group], sort: Sort, arrived: "array[int]"
) -> "array[int]":
    people = set(chain.from_iterable(g.people for g in groups))
    key = "sort_key" if sort is Sort.LAST_NAME else "first_key"
    sql = f"SELECT group_concat(n) FROM (SELECT n FROM attendees ORDER BY {key}, n)"
    everybody = _numbers(conn.execute(sql).fetchone()[0])
    by_name = filter(people.__contains__, everybody)
    if sort is Sort.TICKET:
        ranks = _ticket_ranks(conn)
    elif not (ranks := _ranks(groups, sort, arrived)):
        return array("q", by_name)
    return _by_rank(by_name, ranks)


def _by_rank(by_name: Iterable[int], ranks: Mapping[int, int]) -> "array[int]":
    """People of one rank stay in the order of their names.

    Put into boxes, not sorted: one long call would keep the window from Python's lock.
    """
    boxes: dict[int, list[int]] = {}
    for number in by_name:
        boxes.setdefault(ranks[number], []).append(number)
    return array("q", chain.from_iterable(boxes[rank] for rank in sorted(boxes)))


def _ticket_ranks(conn: Connection) -> dict[int, int]:
    """By the alphabet, those without a ticket type last."""
    sql = (
        "SELECT ticket_type, group_concat(n) FROM attendees"
        " WHERE standing > 0 GROUP BY ticket_type"
    )
    types = sorted(conn.execute(sql), key=lambda row: (not row[0], fold(row[0])))
    ranks: dict[int, int] = {}
    for rank, (_ticket, people) in enumerate(types):
        ranks |= dict.fromkeys(_numbers(people), rank)
    return ranks


def _ranks(
    groups: Sequence[_Group], sort: Sort, arrived: "array[int]"
) -> dict[int, int]:
    """Who comes before whom, whatever their names; empty where names are all."""
    ranks: dict[int, int] = {}
    match sort:
        case Sort.BADGE:
            for group in groups:
                ranks |= dict.fromkeys(group.people, _badge_rank(group.marks))
        case Sort.DOOR:
            for group in groups:
                rank = len(arrived) + _door_rank(group.marks)
                ranks |= dict.fromkeys(group.people, rank)
            ranks |= {n: rank for rank, n in enumerate(arrived)}
    return ranks


def _badge_rank(mark: int) -> int:
    if mark & marks.CHANGED:
        return 0
    return 2 if mark & marks.PRINTED else 1


def _door_rank(mark: int) -> int:
    """Of those who are not here."""
    if mark & marks.CANCELLED:
        return 2
    return 0 if mark & marks.AWAITED else 1


def _numbers(text: str | None) -> "array[int]":
    """From group_concat: in one value, SQLite works without Python's lock."""
    return array("q", map(int, text.split(","))) if text else array("q")
