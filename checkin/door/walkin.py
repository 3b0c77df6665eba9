"""Somebody who is on no list: put down, given a code, and let in, as one act."""

from typing import Any

from checkin.door.rules import Case, decide
from checkin.model.attendee import Attendee, Details
from checkin.model.entry import Draft
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _
from checkin.model.ids import ActId, AttendeeId, ListId
from checkin.model.kinds import Kind
from checkin.model.permission import Purpose
from checkin.model.verdict import Verdict
from checkin.model.words import headline
from checkin.store.eventfile import EventFile


class NobodyNamed(CheckinError):
    """A walk-in without a name could never be found again."""

    title = N_("A walk-in needs a name")
    message = N_("Nobody was added.")
    hint = N_("Ask for a first name at least.")


def add_walk_in(
    event: EventFile,
    details: Details,
    list_id: ListId | None,
    may_contact: bool | None = None,
) -> tuple[Attendee, ActId]:
    """The new attendee, in at `list_id` (None: only put down), and the act to undo.

    Raises:
        NobodyNamed: there is no name in the details.
    """
    if not (details.full_name or details.first_name or details.last_name):
        raise NobodyNamed
    who, act = AttendeeId(event.new_id()), event.new_act()
    with event.write(act) as write:
        write.append_all(_drafts(event, who, details, may_contact))
        if list_id is not None:
            write.append(_admission(event, who, list_id))
        attendee = event.read.attendee(who)
    assert attendee is not None
    return attendee, act


def _admission(event: EventFile, who: AttendeeId, list_id: ListId) -> Draft:
    """Walk-ins are let in; where a rule speaks against it, that is written down."""
    guest, door = event.read.attendee(who), event.read.list_by_id(list_id)
    data: dict[str, Any] = {"list": list_id.hex()}
    if guest and door:
        now = event.clock.now()
        decision = decide(Case(guest, door, now, inside=event.read.inside(list_id)))
        if decision.verdict is not Verdict.ADMITTED:
            why = _("walk-in: {reason}").format(reason=headline(decision.verdict))
            data |= {"forced": True, "reason": why}
        if door.rules.repeats:
            data["repeats"] = True
    return Draft(Kind.CHECKIN_ADMITTED, who, data)


def _drafts(
    event: EventFile,
    who: AttendeeId,
    details: Details,
    may_contact: bool | None,
) -> list[Draft]:
    said: dict[str, Any] = {
        name: value
        for name in Details.__dataclass_fields__
        if (value := getattr(details, name)) != getattr(Details(), name)
    }
    drafts = [
        Draft(Kind.ATTENDEE_LISTED, who, {"fields": said, "walk_in": True}),
        Draft(Kind.CODE_GIVEN, who, {"code": event.new_code()}),
    ]
    if may_contact is not None:
        kind = Kind.PERMISSION_GIVEN if may_contact else Kind.PERMISSION_WITHDRAWN
        drafts.append(Draft(kind, who, {"purpose": Purpose.CONTACT.value}))
    return drafts
