"""What stands on one badge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from checkin.model.attendee import Attendee
from checkin.model.event import Event, day_words

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BadgeText:
    """One badge as plain values. Empty fields leave no hole; they are left out."""

    attendee: bytes
    """The attendee's id; comes back in the report."""
    code: str
    """What the QR code says, printed below it in groups of four."""
    full_name: str
    first_name: str = ""
    """The large line. Empty, as for a mononym: the full name is."""
    last_name: str = ""
    pronouns: str = ""
    organisation: str = ""
    role: str = ""
    ticket_type: str = ""
    event_name: str = ""
    email: str = ""
    handle: str = ""
    plus_one: str = ""
    """Whom they bring along."""
    first_time: str = ""
    """Anything, if they come for the first time."""
    host_name: str = ""
    """Of a companion: whom they come with."""
    event_day: str = ""
    venue: str = ""
    directions: str = ""
    more: Mapping[str, str] = field(default_factory=lambda: NOTHING, hash=False)
    """Further columns of the list that a design asks for, by `plain_name`."""

    @classmethod
    def of(
        cls,
        guest: Attendee,
        event: Event | str,
        host_name: str = "",
        more: Mapping[str, str] = NOTHING,
    ) -> "BadgeText":
        """What stands on the badge of a guest of an event, or of one of that name."""
        said, about = guest.details, event if isinstance(event, Event) else None
        return cls(
            attendee=guest.id,
            code=guest.code,
            full_name=guest.name,
            first_name=said.first_name,
            last_name=said.last_name,
            pronouns=said.pronouns,
            organisation=said.company,
            role=said.job_title,
            ticket_type=said.ticket_type,
            event_name=about.name if about else str(event),
            email=said.email,
            handle=said.handle,
            plus_one=said.plus_one,
            first_time="1" if said.first_time else "",
            host_name=host_name,
            event_day=day_words(about.starts) if about else "",
            venue=about.venue if about else "",
            directions=about.directions if about else "",
            more=more,
        )

    def said(self, name: str) -> str:
        """What it says for a field or a heading; empty if nothing."""
        if name not in _OWN:
            return self.more.get(name, "")
        return self.shown(name)

    def shown(self, field: str) -> str:
        """What the design's line of that name says on this badge."""
        if self.first_name.strip():
            return str(getattr(self, field))
        if field == "first_name":
            return self.full_name.strip() or self.last_name
        # The full name holds the last name already.
        return "" if field == "last_name" else str(getattr(self, field))


_OWN = frozenset(BadgeText.__dataclass_fields__) - {"attendee", "more"}
