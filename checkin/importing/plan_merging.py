"""Makes one guest of two where somebody said that they are one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from checkin.importing.choices import Choices, NoDouble
from checkin.importing.oddities import Odd
from checkin.importing.person import Person, Problem
from checkin.importing.plan_doubles import Found
from checkin.importing.plan_joining import Matched
from checkin.importing.plan_matching import Known
from checkin.importing.plan_others import Other
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.store.eventfile import EventFile


def settled(choices: Choices, doubles: Iterable[Found], matched: Matched) -> Choices:
    """The same, with the pair that is meant where only a row was named.

    A row that became one guest with another at an earlier import may be named again.

    Raises:
        NoDouble: a row should be somebody else whom nobody looks like.
    """
    first: dict[int, tuple[int, str]] = {}
    for one in doubles:
        first.setdefault(one.double.row, one.double.key)
    named = {row for row, other in choices.merge if not other}
    one_already = {matched.people[i].row for i in matched.gone | matched.also.keys()}
    named -= one_already - first.keys()
    if lone := named - first.keys():
        raise NoDouble(row=min(lone))
    pairs = {key for key in choices.merge if key[1]}
    return replace(choices, merge=frozenset(pairs | {first[row] for row in named}))


def found_elsewhere(
    event: EventFile, people: Sequence[Person], doubles: Iterable[Found]
) -> frozenset[tuple[int, str]]:
    """The pairs of which the row's code finds the guest of another list already.

    It was given to them when somebody said that they are one: nobody is asked again.
    A code that the other list has too says nothing: that may be the same file.
    """
    return frozenset(
        one.double.key
        for one in doubles
        if isinstance(one.other, Other) and one.other.list_name
        if (code := people[one.index].fields.get("external_code"))
        if _was_given(event, one.other.id, code)
    )


def _was_given(event: EventFile, who: AttendeeId, code: str) -> bool:
    guest = event.read.attendee(who)
    own = guest.details.external_code if guest else ""
    return guest is not None and code in guest.codes and code != own


def merge_chosen(
    matched: Matched, doubles: Iterable[Found], chosen: Collection[tuple[int, str]]
) -> None:
    """Makes one guest of each chosen pair, by the keys of the doubles."""
    merging = _Merging(matched)
    for one in doubles:
        if one.double.key not in chosen:
            continue
        if isinstance(one.other, int):
            merging.join(one.index, one.other)
        else:
            merging.become(one.index, one.other)


class _Merging:
    """Who has become whom so far: three rows may be one guest too."""

    def __init__(self, matched: Matched) -> None:
        self._matched = matched
        self._became: dict[int, int] = {}
        self._rows: dict[AttendeeId, int] = {}
        """Of those who were there already, the row that is them now."""

    def join(self, later: int, first: int) -> None:
        """Two rows are one guest; not if they were two guests before."""
        later, first = sorted((self._now(later), self._now(first)), reverse=True)
        matched = self._matched
        both_known = later in matched.found and first in matched.found
        if later == first or both_known or not matched.gone.isdisjoint((later, first)):
            return
        self._became[later] = first
        matched.join(later, first)
        matched.joined.add(first)

    def become(self, i: int, one: Known) -> None:
        """A newcomer is somebody who is there already."""
        i = self._now(i)
        matched = self._matched
        if i in matched.gone or i in matched.found:
            return
        if isinstance(one, Other) and one.list_name:
            self._leave_out(i, one)
        elif (row := self._rows.setdefault(one.id, i)) == i:
            matched.is_now(i, one)
            matched.joined.add(i)
        else:
            self.join(i, row)

    def _now(self, i: int) -> int:
        while i in self._became:
            i = self._became[i]
        return i

    def _leave_out(self, i: int, one: Other) -> None:
        """Whoever is on another list stays there."""
        person = self._matched.people[i]
        why = _("on another list already: {list}").format(list=one.list_name)
        problem = Problem(person.row, Odd.SAME, why, person.name, person.email)
        self._matched.problems.append(problem)
        self._matched.gone.add(i)
        if code := person.fields.get("external_code"):
            self._matched.elsewhere.append((one.id, code))
