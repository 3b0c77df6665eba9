"""A plan becomes entries: one act, one transaction, all of it or nothing."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from checkin.heap import let_go, quiet
from checkin.importing.errors import ListedMeanwhile
from checkin.importing.people import Person
from checkin.importing.plan import Plan, Step, What, imports_in_force
from checkin.model.code import Origin, normalise
from checkin.model.entry import Draft
from checkin.model.ids import ActId, AttendeeId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.store.eventfile import EventFile
from checkin.store.giving_way import give_way

_SLICE = 1000
"""Steps between two looks at the progress."""
_AT_ONCE = 2000
"""Drafts that are written and folded together: some hundredths of the work."""


def apply_plan(
    event: EventFile,
    plan: Plan,
    *,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> ActId:
    """Writes the plan; returns the act, which `event.undo` takes back as a whole.

    Raises:
        ListedMeanwhile: the list was imported, or an import undone, since the plan.
        WasCancelled: the user wanted it to end; nothing was written.
        ReadOnlyEvent, EventBusy, DiskFull, DriveGone: nothing was written.
    """
    act = event.new_act()
    with quiet(), event.write(act) as write:
        if imports_in_force(event, plan.source) != plan.basis:
            raise ListedMeanwhile(name=plan.name)
        drafts = _drafts(event, plan, progress, cancelled)
        while some := list(islice(drafts, _AT_ONCE)):
            write.append_all(some)
        if cancelled():
            raise WasCancelled
    let_go(write.entries)
    return act


def _drafts(
    event: EventFile, plan: Plan, progress: Progress, cancelled: Cancelled
) -> Iterator[Draft]:
    yield Draft(Kind.SOURCE_IMPORTED, plan.source, _summary(plan))
    header, header_id = plan.mapping.header, plan.mapping.header_id
    source = plan.source.hex()
    for i, step in enumerate(plan.steps):
        if i % _SLICE == 0:
            progress(i, len(plan.steps))
            if cancelled():
                raise WasCancelled
        if step.what is What.WITHDRAWN:
            yield Draft(Kind.ATTENDEE_WITHDRAWN, step.who, {"source": source})
        elif step.what is not What.SAME or step.changes:
            data = _listing(step.person, source, header, header_id)
            if step.companion_of:
                data["companion_of"] = step.companion_of
            yield Draft(Kind.ATTENDEE_LISTED, step.who, data)
            yield from _codes(event, step)
    yield from _giving_way(event, plan)
    progress(len(plan.steps), len(plan.steps))


def _giving_way(event: EventFile, plan: Plan) -> Iterator[Draft]:
    """Corrections that the user gave up for what the list says now."""
    given_up: dict[AttendeeId, dict[str, str]] = {}
    for one in plan.conflicts:
        if one.key in plan.choices.replace:
            given_up.setdefault(one.who, {})[one.field] = one.correction
    for who, seen in given_up.items():
        yield from give_way(event, who, seen)


def _summary(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "file": plan.file,
        "digest": plan.digest,
        "header": list(plan.mapping.header),
        "header_id": plan.mapping.header_id,
        "mapping": plan.mapping.understood(),
        "rows": plan.rows,
        **plan.counts(),
    }


def _listing(
    person: Person, source: str, header: tuple[str, ...], header_id: str
) -> dict[str, Any]:
    """The data of `attendee.listed`: only what is said."""
    data: dict[str, Any] = {
        "fields": dict(person.fields),
        "source": source,
        "row": person.row,
    }
    if person.extra:
        cells = [person.extra.get(name, "") for name in header]
        while not cells[-1]:
            cells.pop()
        data |= {"header_id": header_id, "extra": cells}
    if person.permissions:
        data["permissions"] = dict(person.permissions)
    return data


def _codes(event: EventFile, step: Step) -> Iterator[Draft]:
    """A code for a newcomer; for whoever is back, the codes on their badges again.

    After an import was undone, a guest known to the door still has the code that it
    gave; listing them anew must not make their badge strange.
    """
    if step.what is What.NEW:
        yield _given(step.who, event.new_code())
    elif step.back and (guest := event.read.attendee(step.who)):
        ours = [
            c for c in guest.codes if event.codes.origin(normalise(c)) is Origin.OURS
        ]
        for code in reversed(ours):
            yield _given(step.who, code)
        if not ours:
            yield _given(step.who, event.new_code())


def _given(who: SubjectId, code: str) -> Draft:
    return Draft(Kind.CODE_GIVEN, who, {"code": code})
