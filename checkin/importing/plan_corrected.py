"""Who on the list goes by what a desk put right: whoever made it was told as well."""

from collections.abc import Sequence
from dataclasses import replace

from checkin.heap import let_go
from checkin.importing.plan_joining import Matched
from checkin.importing.plan_known import corrected_in
from checkin.importing.plan_matching import Known, match
from checkin.store.eventfile import EventFile


def find_corrected(event: EventFile, matched: Matched, guests: Sequence[Known]) -> None:
    """Finds those again whose name or address in the list is that of the desk now."""
    corrected = corrected_in(event)
    if not corrected:
        return
    found = {one.id for one in matched.found.values()}
    lost = {one.id: one for one in guests if one.id in corrected - found}
    new = set(matched.new()) if lost else set[int]()
    if not new:
        return
    called = [_as_now(event, one) if one.id in lost else one for one in guests]
    for i, one in match(matched.people, called).items():
        if i in new and one.id in lost:
            matched.is_now(i, lost[one.id])
    let_go(called)


def _as_now(event: EventFile, one: Known) -> Known:
    """With what holds at the desk instead of what the list said."""
    guest = event.read.attendee(one.id)
    if guest is None:
        return one
    held = event.read.corrections_of(one.id)
    right = {name: getattr(guest.details, name) for name in held}
    return replace(one, fields={**one.fields, **right})
