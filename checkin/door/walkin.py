"""Somebody who is on no list: put down, given a code, and let in, as one act."""

from typing import Any

from checkin.door.rules import Case, decide
from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.i18n import _
from checkin.model.ids import ActId, AttendeeId, ListId
from checkin.model.kinds import Kind
from checkin.model.verdict import Verdict
from checkin.model.words import headline
from checkin.store.acts import newcomer
from checkin.store.eventfile import EventFile


def add_walk_in(
    event: EventFile,
    details: Details,
    list_id: ListId | None,
    may_contact: bool | None = None,
    *,
    companion_of: AttendeeId | None = None,
    at: Instant | None = None,
) -> tuple[Attendee, ActId]:
    """The new attendee, in at `list_id` (None: only put down), and the act to undo.

    `companion_of`: who brings them. `at`: when they came in, if not now.

    Raises:
        NobodyNamed: there is no name in the details.
    """
    who, act = AttendeeId(event.new_id()), event.new_act()
    with event.write(act) as write:
        drafts = newcomer(
            event, who, details, may_contact, walk_in=True, companion_of=companion_of
        )
        write.append_all(drafts)
        if list_id is not None:
            write.append(_admission(event, who, list_id, at))
        attendee = event.read.attendee(who)
    assert attendee is not None
    return attendee, act


def _admission(
    event: EventFile, who: AttendeeId, list_id: ListId, at: Instant | None
) -> Draft:
    """Walk-ins are let in; where a rule speaks against it, that is written down."""
    guest, door = event.read.attendee(who), event.read.list_by_id(list_id)
    data: dict[str, Any] = {"list": list_id.hex()}
    if at:
        data["when"] = at.ms
    if guest and door:
        now = at or event.clock.now()
        decision = decide(Case(guest, door, now, inside=event.read.inside(list_id)))
        if decision.verdict is not Verdict.ADMITTED:
            why = _("walk-in: {reason}").format(reason=headline(decision.verdict))
            data |= {"forced": True, "reason": why}
        if door.rules.repeats:
            data["repeats"] = True
    return Draft(Kind.CHECKIN_ADMITTED, who, data)
