"""Where a newer version of a list changes what was put right at the desk.

Asked only when the list says something else than in its last version: whoever kept
their own word is not asked again until then.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checkin.importing.choices import Conflict
from checkin.importing.plan_known import corrected_in
from checkin.importing.plan_step import DEFAULTS, Step
from checkin.model.attendee import Attendee
from checkin.store.eventfile import EventFile

_PARTS = frozenset({"first_name", "last_name"})


def conflicts_of(event: EventFile, steps: Iterable[Step]) -> tuple[Conflict, ...]:
    """In the order of the list."""
    corrected = corrected_in(event)
    if not corrected:
        return ()
    found: list[Conflict] = []
    for step in steps:
        if step.changes and step.who in corrected:
            held = event.read.corrections_of(step.who)
            guest = event.read.attendee(step.who)
            if held and guest is not None:
                found += _of(step, guest, held)
    return tuple(found)


def _of(step: Step, guest: Attendee, held: Mapping[str, str]) -> Iterator[Conflict]:
    for name, correction in held.items():
        if name not in DEFAULTS:
            continue
        yours, theirs = getattr(guest.details, name), _news(step, name)
        if theirs is not None and theirs != yours:
            row = step.person.row
            yield Conflict(step.who, guest.name, row, name, yours, theirs, correction)


def _news(step: Step, name: str) -> Any:
    """What the list says now of a detail; None where it says what it said before.

    A whole name put right at the desk lies over first and last names too.
    """
    said = step.person.fields
    if name == "full_name" and not said.get(name):
        return step.person.name if _PARTS & step.changes.keys() else None
    now = said.get(name, DEFAULTS[name])
    before = step.changes.get(name)
    return now if before is not None and before[1] == now else None
