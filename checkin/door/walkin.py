"""Somebody who is on no list: put down, given a code, and let in, as one act."""

from typing import Any

from checkin.model.attendee import Attendee, Details
from checkin.model.entry import Draft
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_
from checkin.model.ids import ActId, AttendeeId, ListId
from checkin.model.kinds import Kind
from checkin.model.permission import Purpose
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
        write.append_all(_drafts(event, who, details, list_id, may_contact))
        attendee = event.read.attendee(who)
    assert attendee is not None
    return attendee, act


def _drafts(
    event: EventFile,
    who: AttendeeId,
    details: Details,
    list_id: ListId | None,
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
    if list_id is not None:
        drafts.append(Draft(Kind.CHECKIN_ADMITTED, who, {"list": list_id.hex()}))
    return drafts
