"""What is known of the event itself."""

from dataclasses import dataclass

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
