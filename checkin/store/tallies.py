"""Numbers over all attendees, kept from row changes instead of counted each time."""

from collections.abc import Sequence
from typing import Any

from checkin.model.attendee import COMING, RegistrationStatus
from checkin.store.schema import ATTENDEE_COLUMNS

_AT = {name: i for i, name in enumerate(ATTENDEE_COLUMNS)}
_STATUS, _TYPE = _AT["status"], _AT["ticket_type"]
_WITHDRAWN, _ERASED, _WALK_IN = _AT["withdrawn"], _AT["erased"], _AT["walk_in"]
_ARRIVED, _INSIDE, _PRINTED = _AT["arrived_at"], _AT["inside"], _AT["printed"]
_FIRST_TIME, _HANDED_OUT = _AT["first_time"], _AT["handed_out"]


def contribution(row: Sequence[Any], presences: Sequence[Sequence[Any]]) -> list[str]:
    """The names of the counters that this attendee adds one to."""
    arrived = row[_ARRIVED] is not None
    names = ["erased"] if row[_ERASED] else _of_living(row, arrived)
    if arrived:
        names.append("attended")
    if row[_INSIDE]:
        names.append("inside")
    for presence in presences:
        if presence[1] is not None:
            names.append(f"list:{presence[0].hex()}:attended")
        if presence[6]:
            names.append(f"list:{presence[0].hex()}:inside")
    return names


def _of_living(row: Sequence[Any], arrived: bool) -> list[str]:
    status = row[_STATUS] or RegistrationStatus.REGISTERED.value
    if row[_WITHDRAWN]:
        status = RegistrationStatus.CANCELLED.value
    names = ["people", f"status:{status}"]
    if row[_WALK_IN]:
        names.append("walk_ins")
    elif status in COMING:
        names += ["expected", f"type:{row[_TYPE]}:expected"]
        names.append("expected_attended" if arrived else "missed")
        if row[_FIRST_TIME]:
            names.append("first_time")
    if arrived:
        names.append(f"type:{row[_TYPE]}:attended")
    if row[_PRINTED]:
        names.append("printed")
    if row[_HANDED_OUT]:
        names.append("handed_out")
    return names
