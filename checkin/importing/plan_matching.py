"""Who on the list is whom of those that it brought before.

Asked in turn: the code that came with the list; e-mail and name together; then
either alone, but only where nobody else on either side has it, and never where two
codes speak against it. Of a name and an address that speak for two people, the name
holds: addresses are swapped, shared and put right, guests are not.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Values
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from checkin.heap import let_go
from checkin.importing.alike import likeness, words_of
from checkin.importing.person import Key, Person, key_of, name_of
from checkin.model.ids import AttendeeId


@dataclass(frozen=True)
class Known:
    """What the list said last of somebody."""

    id: AttendeeId
    fields: Values[str, Any]
    extra: Values[str, str] = field(default_factory=dict)
    permissions: Values[str, str] = field(default_factory=dict)
    withdrawn: bool = False
    companion_of: str = ""
    """Hexadecimal id of whoever brings them."""
    also: tuple[Key, ...] = ()
    """Other rows that are this guest as well, because somebody said so."""

    @cached_property
    def name(self) -> str:
        """The whole name."""
        return name_of(self.fields)

    @property
    def key(self) -> Key:
        """As of a person."""
        return key_of(self.fields, self.name)


def match(people: Sequence[Person], known: Sequence[Known]) -> dict[int, Known]:
    """For the index of a person, who they were before; newcomers are missing."""
    if not known:
        return {}
    new = [_Keys(*person.key) for person in people]
    old = [_Keys(*one.key) for one in known]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for pairing in (_by_code, _by_all, _by_both, _by_alike, _by_name, _by_rest):
        if len(pairs) == min(len(new), len(old)):
            break
        for i, j in pairing(new, old, pairs, taken):
            pairs[i] = j
            taken.add(j)
    let_go(new, old)
    return {i: known[j] for i, j in pairs.items()}


@dataclass(frozen=True, slots=True)
class _Keys:
    """The parts of a key."""

    name: str
    email: str
    code: str

    @property
    def whole(self) -> tuple[str, str] | None:
        """E-mail address and name, if there are both."""
        return (self.email, self.name) if self.email and self.name else None

    def may_be_called(self, other: "_Keys") -> bool:
        """Whether one name may be the other, put right; or one has none."""
        if not (self.name and other.name):
            return True
        return likeness(words_of(self.name), words_of(other.name)) is not None

    def contradicts(self, other: "_Keys") -> bool:
        """Whether two tickets say that these are two people, and not all else one."""
        if not (self.code and other.code) or self.code == other.code:
            return False
        return (self.email, self.name) != (other.email, other.name)


_Pairs = Iterable[tuple[int, int]]
_Key = Callable[[_Keys], str]


def _by_code(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    return _unique(new, old, pairs, taken, lambda keys: keys.code)


def _by_all(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    """Those who are told from others by all three together."""
    return _in_order(new, old, pairs, taken, lambda keys: keys)


def _by_both(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    """Two tickets of one person are paired in their order."""
    return _in_order(new, old, pairs, taken, lambda keys: keys.whole)


def _by_alike(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    """An address of their own, and a name that may be theirs."""
    for i, j in _by_email(new, old, pairs, taken):
        if new[i].may_be_called(old[j]):
            yield i, j


def _by_email(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    for i, j in list(_unique(new, old, pairs, taken, lambda keys: keys.email)):
        if not new[i].contradicts(old[j]):
            yield i, j


def _by_rest(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    """An address of their own, and a name that nobody else had or has now."""
    had = {keys.name for j, keys in enumerate(old) if j not in taken}
    have = {keys.name for i, keys in enumerate(new) if i not in pairs}
    for i, j in _by_email(new, old, pairs, taken):
        if new[i].name not in had and old[j].name not in have:
            yield i, j


def _by_name(
    new: Sequence[_Keys], old: Sequence[_Keys], pairs: dict[int, int], taken: set[int]
) -> _Pairs:
    for i, j in list(_unique(new, old, pairs, taken, lambda keys: keys.name)):
        if not new[i].contradicts(old[j]):
            yield i, j


def _in_order(
    new: Sequence[_Keys],
    old: Sequence[_Keys],
    pairs: dict[int, int],
    taken: set[int],
    key: Callable[[_Keys], object],
) -> _Pairs:
    """Those who share a key, the first with the first."""
    waiting: dict[object, list[int]] = {}
    for j, keys in enumerate(old):
        if j not in taken and (own := key(keys)):
            waiting.setdefault(own, []).append(j)
    for i, keys in enumerate(new):
        if i not in pairs and (left := waiting.get(key(keys))):
            yield i, left.pop(0)


def _unique(
    new: Sequence[_Keys],
    old: Sequence[_Keys],
    pairs: dict[int, int],
    taken: set[int],
    key: _Key,
) -> _Pairs:
    """Those who alone have a key, among all on their own side."""
    here = Counter(map(key, new))
    there = Counter(map(key, old))
    by_key = {key(keys): j for j, keys in enumerate(old)}
    for i, keys in enumerate(new):
        own = key(keys)
        if own and i not in pairs and here[own] == 1 and there[own] == 1:
            j = by_key[own]
            if j not in taken:
                yield i, j
