"""Who came, according to a list: counted, and put down as here if somebody says so.

Such an arrival is let in nowhere: it is no second one for whoever was scanned as well,
and no sign of two people with one ticket.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Any

from checkin.importing.plan_known import corrected_in
from checkin.importing.plan_step import Step, What
from checkin.model.attendee import RegistrationStatus
from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile

_CAME = RegistrationStatus.CHECKED_IN.value

_TIME = re.compile(r"\d:\d\d")
_FORMS = tuple(
    f"{day} {time}"
    for day in ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d")
    for time in ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p")
)
"""How lists write a moment, beside ISO 8601."""


def to_arrive(event: EventFile, steps: Iterable[Step]) -> list[Step]:
    """Who has come according to the list, and was never here according to a desk.

    Nobody whose status a desk put right to something else: the desk's word holds.
    """
    came = [
        step
        for step in steps
        if step.person.fields.get("status") == _CAME and step.what is not What.WITHDRAWN
    ]
    if not came:
        return []
    not_now = event.read.arrived() | _put_right(event, came)
    return [step for step in came if step.who not in not_now]


def _put_right(event: EventFile, steps: Iterable[Step]) -> set[AttendeeId]:
    """Who did not come, as a desk has it."""
    corrected = corrected_in(event)
    return {
        who
        for who in (step.who for step in steps if step.who in corrected)
        if "status" in event.read.corrections_of(who)
        if (guest := event.read.attendee(who)) and guest.details.status != _CAME
    }


def arrivals(
    event: EventFile, list_name: str, steps: Iterable[Step]
) -> dict[AttendeeId, Draft]:
    """What puts them down at the event's first check-in list; ask inside the write."""
    why = _("according to the list “{name}”").format(name=list_name)
    said = {"list": event.main_list().hex(), "repeats": True, "reason": why}
    now = event.clock.now()
    zone = _zone_of(event, now)
    drafts: dict[AttendeeId, Draft] = {}
    for step in to_arrive(event, steps):
        data: dict[str, Any] = dict(said)
        when = moment_of(step.person.came, zone)
        if when is not None and when <= now.ms:
            data["when"] = when
        drafts[step.who] = Draft(Kind.CHECKIN_ADMITTED, step.who, data)
    return drafts


def moment_of(text: str, zone: tzinfo) -> int | None:
    """Unix ms of what a list writes, if it can only mean one moment.

    `zone`: for times that name none; 03/04 without more is two days, so it is none.
    """
    if not _TIME.search(text):
        return None
    found = {when for when in _readings(text.strip(), zone) if when.year > 1970}
    return Instant.from_datetime(found.pop()).ms if len(found) == 1 else None


def _readings(text: str, zone: tzinfo) -> Iterator[datetime]:
    try:
        when = datetime.fromisoformat(text)
        yield when if when.tzinfo else when.replace(tzinfo=zone)
        return
    except ValueError:
        pass
    for form in _FORMS:
        try:
            yield datetime.strptime(text, form).replace(tzinfo=zone)
        except ValueError:
            continue


def _zone_of(event: EventFile, now: Instant) -> tzinfo:
    """The event's; that of the clock on the wall where it doesn't say."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(event.read.event().timezone)
    except (ValueError, OSError, LookupError):
        return timezone(timedelta(minutes=now.offset))
