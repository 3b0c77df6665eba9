"""What stands on one badge."""

from dataclasses import dataclass

from checkin.model.attendee import Attendee


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

    @classmethod
    def of(cls, guest: Attendee, event_name: str) -> "BadgeText":
        """What stands on the badge of a guest."""
        said = guest.details
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
            event_name=event_name,
        )

    def shown(self, field: str) -> str:
        """What the design's line of that name says on this badge."""
        if self.first_name.strip():
            return str(getattr(self, field))
        if field == "first_name":
            return self.full_name.strip() or self.last_name
        # The full name holds the last name already.
        return "" if field == "last_name" else str(getattr(self, field))
