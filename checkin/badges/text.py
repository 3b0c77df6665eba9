"""What stands on one badge."""

from dataclasses import dataclass


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

    def shown(self, field: str) -> str:
        """What the design's line of that name says on this badge."""
        if self.first_name.strip():
            return str(getattr(self, field))
        if field == "first_name":
            return self.full_name.strip() or self.last_name
        # The full name holds the last name already.
        return "" if field == "last_name" else str(getattr(self, field))
