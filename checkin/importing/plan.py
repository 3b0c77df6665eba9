"""What an import will do, row by row, before anything is written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checkin.heap import let_go, quiet
from checkin.importing.arriving import to_arrive
from checkin.importing.choices import NO_CHOICES, Choices, Conflict, Double
from checkin.importing.columns import Mapping
from checkin.importing.loading import Reading
from checkin.importing.oddities import Odd
from checkin.importing.person import Person, Problem
from checkin.importing.plan_companions import Companions
from checkin.importing.plan_conflicts import conflicts_of
from checkin.importing.plan_corrected import find_corrected
from checkin.importing.plan_doubles import Elsewhere, Found, find_doubles
from checkin.importing.plan_joining import Matched, match_all
from checkin.importing.plan_json import (
    conflict_as_json,
    double_as_json,
    problem_as_json,
    step_as_json,
)
from checkin.importing.plan_known import known_of
from checkin.importing.plan_matching import Known
from checkin.importing.plan_merging import found_elsewhere, merge_chosen, settled
from checkin.importing.plan_others import others_of
from checkin.importing.plan_source import find_source, name_of_list
from checkin.importing.plan_step import Step, What, joined, step_of
from checkin.importing.plan_supplement import is_supplement, without_known
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, EntryId, SourceId
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.store.eventfile import EventFile
from checkin.store.suppression import SUPPRESS_LABEL, digests

__all__ = ["Plan", "Step", "What", "imports_in_force", "make_plan"]

_SLICE = 1000
"""Rows between two looks at the progress, and asked about at once."""

_TOLD = 200
"""Possible doubles that are told one by one: more than that nobody looks through."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import will do, and what it rests on."""

    source: SourceId
    name: str
    """What the list is called; a file of the same name later is its newer version."""
    file: str
    digest: str
    mapping: Mapping
    rows: int
    """Rows below the headings."""
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]
    """Rows that will not be imported."""
    basis: tuple[EntryId, ...]
    """The imports of this list that were in force when the plan was made."""
    choices: Choices = NO_CHOICES
    """What was decided; conflicts and doubles are told whether decided or not."""
    conflicts: tuple[Conflict, ...] = ()
    """Where the list changed what was corrected at the desk."""
    doubles: tuple[Double, ...] = ()
    """Who may be one person; only the first of many."""
    more_doubles: int = 0
    """How many are not among `doubles`."""
    elsewhere: tuple[tuple[AttendeeId, str], ...] = ()
    """Guests of other lists, and a code of this one that finds them as well."""
    arrivals: int = 0
    """How many have come according to the list, and are not here yet."""

    def counts(self) -> dict[str, int]:
        """new, changed, same, withdrawn; and the rows with something odd."""
        found = Counter(step.what for step in self.steps)
        counts = {what.value: found[what] for what in list(What)[:4]}
        odd = sum(1 for step in self.steps if step.person.odd)
        return counts | {"problems": odd + len(self.problems)}

    @property
    def updated(self) -> int:
        """How many of those who are the same have news in what is kept beside."""
        return sum(1 for step in self.steps if step.what is What.SAME and step.changes)

    def as_json(self) -> dict[str, Any]:
        """For `checkin import --json`; rows in the list's order, withdrawn last."""
        rows = [step_as_json(step) for step in self.steps]
        rows += [problem_as_json(problem) for problem in self.problems]
        rows.sort(key=lambda row: row["row"] or self.rows * 2 + len(rows))
        chosen = self.choices
        return {
            **self.counts(),
            "source": self.name,
            "rows": rows,
            "conflicts": [conflict_as_json(c, chosen) for c in self.conflicts],
            "doubles": [double_as_json(d, chosen) for d in self.doubles],
            "more_doubles": self.more_doubles,
            "arrivals": self.arrivals,
        }


def make_plan(
    event: EventFile,
    reading: Reading,
    source_name: str = "",
    choices: Choices = NO_CHOICES,
    *,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Plan:
    """Compares a file with what its list said last; writes nothing.

    `source_name` says which list it is a version of; without it the file's name does,
    or that most people of a known list are on this one. A list of another name
    withdraws nobody of this one, nor does a file of rows that were left out before.

    Raises:
        NoDouble: a row should be somebody else whom nobody looks like.
        WasCancelled: the user wanted it to end.
    """
    with quiet():
        name = name_of_list(event, reading, source_name)
        source = find_source(event, name)
        people, problems = _without_erased(event, reading)
        supplement = is_supplement(reading.table)
        if supplement:
            people, doubled = without_known(event, source, people)
            problems += doubled
        known = list(known_of(event, source))
        matched = _found_again(event, people, known)
        doubles = _doubles(event, source, matched, () if supplement else known)
        choices = settled(choices, doubles, matched)
        doubles = _merged(event, matched, doubles, choices)
        problems += matched.problems
        steps = list(_steps(event, matched, known, progress, cancelled))
        if supplement:
            steps = [step for step in steps if step.what is not What.WITHDRAWN]
        conflicts = conflicts_of(event, steps) if known else ()
        let_go(known)
    return Plan(
        source=source,
        name=name,
        file=reading.table.file,
        digest=reading.table.digest,
        mapping=reading.mapping,
        rows=len(reading.table.rows),
        steps=tuple(steps),
        problems=tuple(problems),
        basis=imports_in_force(event, source),
        choices=choices,
        conflicts=conflicts,
        doubles=tuple(one.double for one in doubles[:_TOLD]),
        more_doubles=max(0, len(doubles) - _TOLD),
        elsewhere=tuple(matched.elsewhere),
        arrivals=len(to_arrive(event, steps)),
    )


def imports_in_force(event: EventFile, source: SourceId) -> tuple[EntryId, ...]:
    """The imports of a list that are not undone."""
    history = event.read.history(source)
    return tuple(entry.id for entry in history if not event.read.is_undone(entry))


def _without_erased(
    event: EventFile, reading: Reading
) -> tuple[Sequence[Person], list[Problem]]:
    """Leaves out whoever asked to be forgotten, and does not name them."""
    problems = list(reading.problems)
    if not event.read.anybody_suppressed():
        return reading.people, problems
    key = event.sub_key(SUPPRESS_LABEL)
    left = []
    for person in reading.people:
        if event.read.suppressed(digests(key, person.email, person.name)):
            why = _("asked to be forgotten, and is left out")
            problems.append(Problem(person.row, Odd.FORGOTTEN, why))
        else:
            left.append(person)
    return left, problems


def _found_again(
    event: EventFile, people: Sequence[Person], known: Sequence[Known]
) -> Matched:
    """Who on the file is whom; companions are found by whoever brings them."""
    guests = [one for one in known if not one.companion_of]
    matched = match_all(people, guests)
    find_corrected(event, matched, guests)
    return matched


def _doubles(
    event: EventFile, source: SourceId, matched: Matched, known: Sequence[Known]
) -> list[Found]:
    """Newcomers who may be somebody else on the file, of this list, or at the event."""
    new = matched.new()
    if not new:
        return []
    still = {one.id for one in matched.found.values()}
    left = _("no longer on this list")
    elsewhere = [
        Elsewhere(one, left, True)
        for one in known
        if one.id not in still and not one.companion_of
    ]
    elsewhere += [Elsewhere(one, one.where) for one in others_of(event, source)]
    found = find_doubles(matched.people, new, elsewhere)
    let_go(elsewhere)
    return found


def _merged(
    event: EventFile, matched: Matched, doubles: Sequence[Found], choices: Choices
) -> list[Found]:
    """Makes one guest of those who are one; gives the doubles that are told."""
    told_before = found_elsewhere(event, matched.people, doubles)
    merge_chosen(matched, doubles, choices.merge | told_before)
    return [one for one in doubles if one.double.key not in told_before]


def _steps(
    event: EventFile,
    matched: Matched,
    known: Sequence[Known],
    progress: Progress,
    cancelled: Cancelled,
) -> Iterator[Step]:
    companions = Companions(one for one in known if one.companion_of)
    people = matched.people
    there: set[AttendeeId] = set()
    for i, person in enumerate(people):
        if i % _SLICE == 0:
            progress(i, len(people))
            if cancelled():
                raise WasCancelled
        if i in matched.gone:
            continue
        was = matched.found.get(i)
        step = joined(step_of(event, person, was), matched, i, was)
        there.add(step.who)
        yield step
        if person.fields.get("places", 1) > 1:
            host = step.who.hex()
            for brought, before in companions.of(person, was):
                step = step_of(event, brought, before, host)
                there.add(step.who)
                yield step
    for one in known:
        if one.id not in there and not one.withdrawn:
            gone = Person(0, one.fields, one.extra, one.permissions)
            yield Step(What.WITHDRAWN, one.id, gone, companion_of=one.companion_of)
    progress(len(people), len(people))
