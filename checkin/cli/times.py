"""Times as people type them: of the event's day and zone, or of now and here."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from checkin.model.clock import Instant
from checkin.model.errors import BadArgument
from checkin.model.event import Event
from checkin.model.i18n import _

_FIRST_YEAR, _LAST_YEAR = 1971, 2100


@dataclass(frozen=True, slots=True)
class Day:
    """What a time without a date, and a date without a zone, belong to."""

    date: date
    zone: tzinfo | None
    """None: this computer's own."""


def today(now: Instant) -> Day:
    """Here and now."""
    return Day(now.local().date(), now.local().tzinfo)


def day_of(event: Event, now: Instant) -> Day:
    """The event's first day in its zone; today and here where it doesn't say."""
    zone = zone_named(event.timezone) if event.timezone else None
    try:
        starts = datetime.fromisoformat(event.starts)
    except ValueError:
        return Day(now.local().date(), zone or now.local().tzinfo)
    return Day(starts.date(), zone or starts.tzinfo)


def zone_named(name: str) -> tzinfo:
    """The time zone of an IANA name.

    Raises:
        BadArgument: there is none of that name.
    """
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        reason = _("There is no such time zone.")
        hint = _("Use an IANA name: Europe/London, America/New_York.")
        raise BadArgument(
            value=name, what="--timezone", reason=reason, instead=hint
        ) from None


def moment(text: str, what: str, day: Day) -> Instant:
    """A typed time: 18:30 of that day, or 2026-11-20T18:30 with or without an offset.

    Raises:
        BadArgument: it is neither.
    """
    try:
        if len(text) <= 5:
            clock = time.fromisoformat(text.rjust(5, "0"))
            found = datetime.combine(day.date, clock)
        else:
            found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            found = found.replace(tzinfo=day.zone) if day.zone else found.astimezone()
        if not _FIRST_YEAR <= found.year < _LAST_YEAR:
            raise ValueError("no event is then")
    except (ValueError, OverflowError):
        reason = _("It is not a time that can be understood.")
        hint = _("Write 18:30, or 2026-11-20T18:30.")
        raise BadArgument(value=text, what=what, reason=reason, instead=hint) from None
    return Instant.from_datetime(found)


def local_text(text: str, what: str, day: Day) -> str:
    """The same for the event's own times, kept as people write them, with the date.

    Raises:
        BadArgument: as `moment`.
    """
    checked = moment(text, what, day).local()
    with_date = len(text) > 5
    return text if with_date else f"{day.date.isoformat()}T{checked:%H:%M}"


def next_day(instant: Instant) -> Instant:
    """24 hours later: an evening that closes at 01:00 closes after midnight."""
    return Instant(
        instant.ms + timedelta(days=1) // timedelta(milliseconds=1), instant.offset
    )
