"""What an import will do, row by row, before anything is written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Values
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from checkin.heap import let_go, quiet
from checkin.importing.choices import NO_CHOICES, Choices, Conflict, Double
from checkin.importing.columns import Mapping
from checkin.importing.loading import Reading
from checkin.importing.oddities import Odd
from checkin.importing.people import Person, Problem
from checkin.importing.plan_companions import Companions
from checkin.importing.plan_known import known_of
from checkin.importing.plan_matching import Known, match
from checkin.importing.plan_source import find_source, name_of_list
from checkin.importing.plan_supplement import is_supplement, without_known
from checkin.model.attendee import Details
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, EntryId, SourceId
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.store.eventfile import EventFile
from checkin.store.suppression import SUPPRESS_LABEL, digests

_SLICE = 1000
"""Rows between two looks at the progress, and asked about at once."""

_BESIDE = frozenset({"phone", "handle", "amount_due"})
"""What is kept of somebody, but neither stands on a badge nor matters at the door."""

_DEFAULTS = {name: f.default for name, f in Details.__dataclass_fields__.items()}


class What(StrEnum):
    """What becomes of somebody through an import."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WITHDRAWN = "withdrawn"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one guest."""

    what: What
    who: AttendeeId
    """Of a newcomer, the id that they will have."""
    person: Person
    """What the list says now; of those withdrawn, what it said last."""
    changes: Values[str, tuple[Any, Any]] = field(default_factory=dict)
    """Field or heading → (before, now); of those who are the same, only what is kept
    beside: extra columns, the phone."""
    back: bool = False
    """Was withdrawn, and is on the list again."""
    companion_of: str = ""
    """Hexadecimal id of whoever brings them."""


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
        rows = [_step_as_json(step) for step in self.steps]
        rows += [_problem_as_json(problem) for problem in self.problems]
        rows.sort(key=lambda row: row["row"] or self.rows * 2 + len(rows))
        return {**self.counts(), "source": self.name, "rows": rows}


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
        steps = list(_steps(event, people, known, progress, cancelled))
        if supplement:
            steps = [step for step in steps if step.what is not What.WITHDRAWN]
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


def _steps(
    event: EventFile,
    people: Sequence[Person],
    known: Sequence[Known],
    progress: Progress,
    cancelled: Cancelled,
) -> Iterator[Step]:
    guests = [one for one in known if not one.companion_of]
    companions = Companions(one for one in known if one.companion_of)
    found = match(people, guests)
    there: set[AttendeeId] = set()
    for i, person in enumerate(people):
        if i % _SLICE == 0:
            progress(i, len(people))
            if cancelled():
                raise WasCancelled
        was = found.get(i)
        step = _step(event, person, was)
        there.add(step.who)
        yield step
        if person.fields.get("places", 1) > 1:
            host = step.who.hex()
            for brought, before in companions.of(person, was):
                step = _step(event, brought, before, host)
                there.add(step.who)
                yield step
    for one in known:
        if one.id not in there and not one.withdrawn:
            gone = Person(0, one.fields, one.extra, one.permissions)
            yield Step(What.WITHDRAWN, one.id, gone, companion_of=one.companion_of)
    progress(len(people), len(people))


def _step(
    event: EventFile, person: Person, was: Known | None, companion_of: str = ""
) -> Step:
    if was is None:
        who = AttendeeId(event.new_id())
        return Step(What.NEW, who, person, companion_of=companion_of)
    changes = _changes(person, was)
    news = was.withdrawn or not changes.keys() <= _BESIDE | was.extra.keys() | (
        person.extra.keys()
    )
    what = What.CHANGED if news else What.SAME
    return Step(what, was.id, person, changes, was.withdrawn, companion_of)


def _changes(person: Person, was: Known) -> dict[str, tuple[Any, Any]]:
    """Field by field, against what the list said, not what was corrected since."""
    changes: dict[str, tuple[Any, Any]] = {}
    if person.fields != was.fields:
        for name, nothing in _DEFAULTS.items():
            before = was.fields.get(name, nothing)
            now = person.fields.get(name, nothing)
            if before != now:
                changes[name] = (before, now)
    for now_all, before_all in (
        (person.permissions, was.permissions),
        (person.extra, was.extra),
    ):
        if now_all != before_all:
            for name in (*before_all, *(n for n in now_all if n not in before_all)):
                before, now = before_all.get(name, ""), now_all.get(name, "")
                if before != now:
                    changes[name] = (before, now)
    return changes


def _step_as_json(step: Step) -> dict[str, Any]:
    person = step.person
    row: dict[str, Any] = {
        "row": person.row or None,
        "what": step.what.value,
        "name": person.name,
        "email": person.email,
    }
    if step.what is What.CHANGED or step.changes:
        row["changes"] = {name: list(pair) for name, pair in step.changes.items()}
        if step.back:
            row["changes"]["withdrawn"] = [True, False]
    if person.odd:
        row["problem"] = person.problem
    return row


def _problem_as_json(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "what": What.PROBLEM.value,
        "name": problem.name,
        "email": problem.email,
        "problem": problem.text,
    }
