"""Who on a list may be somebody who is there already; only to be asked about.

People of one name are two people, unless something else speaks for one: a list with
many of a common name must not drown whoever reads it in questions.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any

from checkin.heap import let_go
from checkin.importing.alike import Likeness, Words, likeness, words_of
from checkin.importing.choices import Double
from checkin.importing.oddities import Odd
from checkin.importing.person import Person
from checkin.importing.plan_matching import Known
from checkin.importing.sharing import Shared, shared_by, sharing
from checkin.model.i18n import _
from checkin.model.names import fold, is_cjk


@dataclass(frozen=True, slots=True)
class Found:
    """Two who may be one person, by where they stand in a plan."""

    double: Double
    index: int
    """Of the newcomer, or of the later one of two newcomers, among the people."""
    other: "int | Known"
    """Where the other one stands among the people, or who it is otherwise."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody who is not on the file."""

    known: Known
    where: str
    """In words: no longer on this list, came without being on a list…"""
    left: bool = False
    """Was on this list until now; else on another one, or on none."""


def find_doubles(
    people: Sequence[Person], new: Sequence[int], elsewhere: Sequence[Elsewhere]
) -> list[Found]:
    """In the order of the list; `new` are the places of those whom nobody knows yet."""
    new = [i for i in new if not _is_somebodys_guest(people[i])]
    if not new:
        return []
    search = _Search(people, new, elsewhere)
    pairs = dict(search.pairs())
    found = [search.told(*pair, why) for pair, why in pairs.items()]
    let_go(search.words)
    return sorted(found, key=lambda one: (one.double.row, one.double.other_row))


def _is_somebodys_guest(person: Person) -> bool:
    """Whether they have no name but that of whoever bought their ticket."""
    return any(one.kind is Odd.NO_NAME and one.field != "email" for one in person.odd)


class _Search:
    """Everybody in one row: the people of the file, then those elsewhere."""

    def __init__(
        self,
        people: Sequence[Person],
        new: Sequence[int],
        elsewhere: Sequence[Elsewhere],
    ) -> None:
        self._people = people
        self._new = new
        self._is_new = frozenset(new)
        self._elsewhere = elsewhere
        here: Iterable[Person | Known] = people
        self._all = [*here, *(one.known for one in elsewhere)]
        self.words: list[Words | None] = [None] * len(self._all)

    def pairs(self) -> Iterator[tuple[tuple[int, int], str]]:
        """((first, second), why); the strongest reason last."""
        if self._elsewhere:
            yield from self._of_one_name()
        fields = [one.fields for one in self._all]
        for what in reversed(Shared):
            for group in sharing(what, fields, self._new):
                for pair in self._to_compare(what, group):
                    if self._may_be_one(*pair, what):
                        yield pair, what.words
        let_go(fields)

    def told(self, first: int, second: int, why: str) -> Found:
        """One of the two is new; of two on the file the later one gives way."""
        n = len(self._people)
        if second < n:
            first_one, later = self._people[first], self._people[second]
            key = (later.row, str(first_one.row))
            names = (_called(later), later.row, _called(first_one), first_one.row)
            return Found(Double(key, *names, why), second, first)
        person, there = self._people[first], self._elsewhere[second - n]
        key = (person.row, there.known.id.hex())
        why = _("{why}; {where}").format(why=why, where=there.where)
        names = (_called(person), person.row, _called(there.known), 0)
        return Found(Double(key, *names, why), first, there.known)

    def _to_compare(
        self, what: Shared, group: Sequence[int]
    ) -> Iterable[tuple[int, int]]:
        if what.personal:
            return combinations(group, 2)
        return self._with_a_word_in_common(group)

    def _with_a_word_in_common(self, group: Sequence[int]) -> Iterator[tuple[int, int]]:
        by_word: dict[str, list[int]] = {}
        for i in group:
            before = [by_word.setdefault(word, []) for word in set(self._words_of(i))]
            for j in set(chain.from_iterable(before)):
                yield j, i
            for them in before:
                them.append(i)

    def _may_be_one(self, first: int, second: int, what: Shared) -> bool:
        """Two tickets of one name and address are two places, not one guest twice.

        And an organisation gives two addresses to two people of one name.
        """
        if not (first in self._is_new or second in self._is_new):
            return False
        if first >= len(self._people):  # neither is on the file
            return False
        one, other = self._all[first], self._all[second]
        alike = likeness(self._words_of(first), self._words_of(second))
        if what is Shared.EMAIL and bool(one.name) != bool(other.name):
            return True
        if alike is Likeness.SAME and second < len(self._people):
            same_address = Shared.EMAIL in shared_by(one.fields, other.fields)
            if same_address and _code(one) and _code(other):
                return False
        if alike is Likeness.SAME and what is Shared.DOMAIN:
            return one.name.casefold() != other.name.casefold()
        return what.enough_with(alike)

    def _of_one_name(self) -> Iterator[tuple[tuple[int, int], str]]:
        """A newcomer and somebody elsewhere who alone have a name."""
        n = len(self._people)
        there = _alone(range(n, len(self._all)), self._name)
        for name, i in _alone(self._new, self._name).items():
            j = there.get(name)
            if j is not None and self._enough_alone(self._all[i], j):
                yield (i, j), _("the same name")

    def _enough_alone(self, one: Person | Known, j: int) -> bool:
        """Whoever is on another list with another address is somebody else."""
        if self._elsewhere[j - len(self._people)].left:
            return True
        return not (one.fields.get("email") and self._all[j].fields.get("email"))

    def _name(self, i: int) -> str:
        """The whole name, folded; none if it is only a part of one."""
        name = fold(self._all[i].name)
        return name if " " in name or is_cjk(name) else ""

    def _words_of(self, i: int) -> Words:
        found = self.words[i]
        if found is None:
            found = self.words[i] = words_of(self._all[i].name)
        return found


def _alone(places: Iterable[int], name: Callable[[int], str]) -> Mapping[str, int]:
    """Where somebody stands, by a name that nobody else has."""
    named = [(name(i), i) for i in places]
    counts = Counter(own for own, _i in named)
    return {own: i for own, i in named if own and counts[own] == 1}


def _code(one: Person | Known) -> Any:
    return one.fields.get("external_code")


def _called(one: Person | Known) -> str:
    return one.name or str(one.fields.get("email", ""))
