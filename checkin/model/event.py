"""What is known of the event itself."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from checkin.model.ids import EventId


@dataclass(frozen=True, slots=True)
class Event:
    """Name, time and place; times are ISO 8601 as the organiser wrote them."""

    id: EventId
    name: str
    starts: str = ""
    ends: str = ""
    venue: str = ""
    timezone: str = ""
    """An IANA name: Europe/London."""
    directions: str = ""
    """One line for guests who have just come in: where to go now."""


EVENT_FIELDS = ("name", "starts", "ends", "venue", "timezone", "directions")


@lru_cache(64)
def day_words(starts: str) -> str:
    """Thu 23 Nov, from a date in ISO 8601; as it stands where it is none."""
    try:
        day = datetime.fromisoformat(starts)
    except ValueError:
        return starts
    return f"{day:%a} {day.day} {day:%b}"
