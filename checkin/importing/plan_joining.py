"""Rows that are one guest, because somebody said so: now, or at an earlier import.

Of two rows of the file the first one's values hold, with the gaps filled from the
other. A newcomer who is somebody that was there already becomes that one, with code,
badge and check-ins. What the other rows say stays with the guest in the ledger, so
that nobody is asked again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from checkin.importing.person import NAMED_BY, Key, Person, Problem
from checkin.importing.plan_matching import Known, match
from checkin.model.ids import AttendeeId
from checkin.model.permission import Answer


@dataclass(slots=True)
class Matched:
    """Who on the file is whom; all by the places of the people in it."""

    people: list[Person]
    found: dict[int, Known]
    """Who they were before; newcomers are missing."""
    gone: set[int] = field(default_factory=set)
    """Rows that are no guests of their own."""
    also: dict[int, tuple[Key, ...]] = field(default_factory=dict)
    """What else a guest is called on the file, or was when rows became one."""
    joined: set[int] = field(default_factory=set)
    """Those to whom that is news."""
    problems: list[Problem] = field(default_factory=list)
    """Newcomers who stay on another list."""
    elsewhere: list[tuple[AttendeeId, str]] = field(default_factory=list)
    """Who those are, and the code of their row: it is to find them as well."""

    def new(self) -> list[int]:
        """The places of those whom nobody knows."""
        gone, found = self.gone, self.found
        return [i for i in range(len(self.people)) if i not in found and i not in gone]

    def join(self, later: int, first: int) -> None:
        """Makes a row a part of an earlier one, and whoever it was with it."""
        was = self.found.pop(later, None)
        if was and first not in self.found:
            self.found[first] = was
        one, other = self.people[first], self.people[later]
        keys = (*self.also.get(first, ()), one.key)
        keys += (other.key, *self.also.pop(later, ()))
        self.people[first] = filled(one, other)
        self.also[first] = tuple(dict.fromkeys(keys))
        self.gone.add(later)

    def is_now(self, i: int, one: Known) -> None:
        """Says of a newcomer who they were before."""
        self.found[i] = one
        if one.also:
            keys = (*self.also.get(i, ()), *one.also)
            self.also[i] = tuple(dict.fromkeys(keys))

    def also_of(self, i: int) -> tuple[Key, ...]:
        """What else the guest of a row is called."""
        own = self.people[i].key
        return tuple(key for key in self.also.get(i, ()) if key != own)


def match_all(people: Sequence[Person], known: Sequence[Known]) -> Matched:
    """Finds everybody again; rows that became one guest before are one still."""
    remembered = {key: (one, n) for one in known for n, key in enumerate(one.also, 1)}
    remembered |= {one.key: (one, 0) for one in known if one.also}
    if not remembered:
        return Matched(list(people), match(people, known))
    aside: list[tuple[int, int, Known]] = []
    rest: list[int] = []
    for i, person in enumerate(people):
        if found := remembered.get(person.key):
            one, n = found
            aside.append((n, i, one))
        else:
            rest.append(i)
    # whose own row is there is found by it; a row that was filled has less to say
    settled = {one.id for n, i, one in aside if _is_own(people[i].key, one.key)}
    open_ = [one for one in known if one.id not in settled]
    pairs = match([people[i] for i in rest], open_)
    matched = Matched(list(people), {rest[n]: one for n, one in pairs.items()})
    _join_again(matched, sorted(aside, key=itemgetter(0, 1)))
    return matched


def _is_own(row: Key, guest: Key) -> bool:
    """Whether a row says nothing else than the guest, though it may say less."""
    return all(said in ("", whole) for said, whole in zip(row, guest, strict=True))


def _join_again(matched: Matched, aside: Iterable[tuple[int, int, Known]]) -> None:
    """The row whose values hold is the one that was not set aside, else the first."""
    place = {one.id: i for i, one in matched.found.items()}
    for _n, i, one in aside:
        if one.id in place:
            matched.join(i, place[one.id])
        else:
            matched.found[i] = one
            place[one.id] = i
    for i, one in matched.found.items():
        if one.also:  # whichever row is left, all that they were called finds them
            keys = (*one.also, *matched.also.get(i, ()), one.key)
            matched.also[i] = tuple(dict.fromkeys(keys))


def filled(first: Person, other: Person) -> Person:
    """The first one's values; where it says nothing, the other's. A no stays a no."""
    named = not NAMED_BY.isdisjoint(first.fields)
    gaps = {
        name: value
        for name, value in other.fields.items()
        if not (named and name in NAMED_BY)
    }
    return replace(
        first,
        fields=gaps | dict(first.fields),
        extra={**other.extra, **first.extra},
        permissions=_strictest(first.permissions, other.permissions),
    )


def _strictest(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    refused = {p for p, answer in other.items() if answer == Answer.NO.value}
    return {**other, **one, **dict.fromkeys(refused, Answer.NO.value)}
