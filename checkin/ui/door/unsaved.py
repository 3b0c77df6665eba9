"""What could not be written, as a plain value."""

from dataclasses import dataclass

from checkin.model.clock import Instant


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Why, what it was about, and whether it will be tried again."""

    error: Exception
    about: str
    """Whom, as for a note on paper."""
    at: Instant
    waiting: int
    """How many are waiting, with this one."""
    again: bool = True
