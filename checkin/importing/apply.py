"""A plan becomes entries: one act, one transaction, all of it or nothing."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from checkin.heap import let_go, quiet
from checkin.importing.arriving import arrivals
from checkin.importing.errors import ListedMeanwhile
from checkin.importing.person import NAMED_BY
from checkin.importing.plan import Plan, imports_in_force
from checkin.importing.plan_step import DEFAULTS, Step, What
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
    chosen = plan.choices.arrivals
    arriving = arrivals(event, plan.name, plan.steps) if chosen else {}
    for i, step in enumerate(plan.steps):
        if i % _SLICE == 0:
            progress(i, len(plan.steps))
            if cancelled():
                raise WasCancelled
        if step.what is What.WITHDRAWN:
            yield Draft(Kind.ATTENDEE_WITHDRAWN, step.who, {"source": source})
        elif step.what is not What.SAME or step.changes:
            data = _listing(step, source, header, header_id)
            yield Draft(Kind.ATTENDEE_LISTED, step.who, data)
            if step.adopted:
                yield from _kept(event, step)
            yield from _codes(event, step)
        if arrival := arriving.get(step.who):
            yield arrival
    for who, code in plan.elsewhere:
        yield from _also_found_by(event, who, (code,))
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
    step: Step, source: str, header: tuple[str, ...], header_id: str
) -> dict[str, Any]:
    """The data of `attendee.listed`: only what is said."""
    person = step.person
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
    if step.companion_of:
        data["companion_of"] = step.companion_of
    if step.also:
        data["also"] = [list(key) for key in step.also]
    return data


def _kept(event: EventFile, step: Step) -> Iterator[Draft]:
    """What a desk knew of a guest, and the list does not say."""
    guest = event.read.attendee(step.who)
    if guest is None:
        return
    said = step.person.fields
    names = NAMED_BY if step.person.name else frozenset[str]()
    held = event.read.corrections_of(step.who)
    rest = {
        name: value
        for name, nothing in DEFAULTS.items()
        if name not in names and name not in held and not said.get(name)
        if (value := getattr(guest.details, name)) != nothing
    }
    if rest:
        yield Draft(Kind.ATTENDEE_CORRECTED, step.who, {"fields": rest})


def _codes(event: EventFile, step: Step) -> Iterator[Draft]:
    """A code for a newcomer; the one to print stays that for everybody else.

    After an import was undone, a guest known to the door still has the code that it
    gave; listing them anew must not make their badge strange. Codes of other rows that
    are this guest come before ours: the last one given is the one to print.
    """
    if step.what is What.NEW:
        for code in (*step.codes, event.new_code()):
            yield _given(step.who, code)
    elif step.back or step.codes:
        yield from _also_found_by(event, step.who, step.codes, step.back)


def _also_found_by(
    event: EventFile, who: AttendeeId, codes: Iterable[str], back: bool = False
) -> Iterator[Draft]:
    guest = event.read.attendee(who)
    has = guest.codes if guest else ()
    until_now = guest.details.external_code if guest else ""
    more = [c for c in codes if c not in has or c == until_now]
    if more or back:
        ours = [c for c in reversed(has) if _is_ours(event, c)]
        for code in (*more, *(ours or [event.new_code()])):
            yield _given(who, code)


def _is_ours(event: EventFile, code: str) -> bool:
    return event.codes.origin(normalise(code)) is Origin.OURS


def _given(who: SubjectId, code: str) -> Draft:
    return Draft(Kind.CODE_GIVEN, who, {"code": code})
