"""What files for machines say of a guest: fixed keys, plain values, ISO 8601 times."""

from typing import Any

from checkin.followup.columns import first_arrival
from checkin.model.attendee import Attendee, Details
from checkin.model.ids import AttendeeId, SubjectId
from checkin.model.permission import Purpose
from checkin.model.phones import e164


def described(guest: Attendee, region: str = "") -> dict[str, Any]:
    """All fields of a guest, without the list's own columns.

    `region` is the country in which phone numbers without a country code are.
    Texts are empty where nothing is known; `first_at` is null for who never came;
    ids are 32 hexadecimal digits. Keys are only ever added.
    """
    said = guest.details
    arrival = first_arrival(guest)
    companion = guest.companion_of
    return {
        "id": guest.id.hex(),
        "code": guest.code,
        "full_name": guest.name,
        "first_name": said.first_name,
        "last_name": said.last_name,
        "email": said.email,
        "phone": said.phone,
        "phone_e164": e164(said.phone, region),
        "company": said.company,
        "job_title": said.job_title,
        "ticket_type": said.ticket_type,
        "external_code": said.external_code,
        "status": guest.status.value,
        "places": said.places,
        "approval": said.approval,
        "payment": said.payment,
        "amount_due": said.amount_due,
        "pronouns": said.pronouns,
        "handle": said.handle,
        "first_time": said.first_time,
        "plus_one": said.plus_one,
        "note": said.note,
        "walk_in": guest.walk_in,
        "companion_of": companion.hex() if companion else None,
        "printed": guest.printed,
        "attended": guest.attended,
        "inside": guest.inside,
        "first_at": arrival.first_at.iso() if arrival and arrival.first_at else None,
        "first_desk": arrival.first_desk if arrival else "",
        "may_contact": guest.may(Purpose.CONTACT).value,
        "may_share": guest.may(Purpose.SHARE).value,
        "may_photos": guest.may(Purpose.PHOTOS).value,
    }


NOBODY = Attendee(id=AttendeeId(SubjectId(b"")), details=Details())
KEYS: tuple[str, ...] = tuple(described(NOBODY))
"""The keys of `described`, in order."""
