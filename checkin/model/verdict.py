"""What the door says to a scan: all outcomes, and what goes with them."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.ids import EntryId


class Family(StrEnum):
    """How a verdict looks and sounds."""

    OK = "ok"
    AGAIN = "again"
    STOP = "stop"
    ASK = "ask"


class Verdict(StrEnum):
    """Every outcome of a scan; the words that scripts and desks rely on."""

    ADMITTED = "admitted"
    LEFT = "left"
    ALREADY_IN = "already_in"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    BLOCKED = "blocked"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    UNPAID = "unpaid"
    UNAPPROVED = "unapproved"
    WAITLISTED = "waitlisted"
    WRONG_LIST = "wrong_list"
    LIST_CLOSED = "list_closed"
    FULL = "full"
    REVOKED = "revoked"
    AMBIGUOUS = "ambiguous"
    QUESTION = "question"
    GENUINE_UNLISTED = "genuine_unlisted"
    FOREIGN = "foreign"
    MISREAD = "misread"
    UNKNOWN = "unknown"

    @property
    def family(self) -> Family:
        """How it looks and sounds."""
        return _FAMILIES.get(self, Family.STOP)


_FAMILIES = {
    Verdict.ADMITTED: Family.OK,
    Verdict.LEFT: Family.OK,
    Verdict.ALREADY_IN: Family.AGAIN,
    Verdict.AMBIGUOUS: Family.ASK,
    Verdict.QUESTION: Family.ASK,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the door decided about one scan, and what the words need."""

    verdict: Verdict
    attendee: Attendee | None = None
    first_at: Instant | None = None
    """When they first came in, where that is known."""
    first_desk: str = ""
    limit: Instant | None = None
    """When the list opens or closed, for too early and too late."""
    capacity: int = 0
    """How many the list holds, for full."""
    amount_due: str = ""
    forced: bool = False
    """Let in although a rule spoke against it."""
    question: str = ""
    """What is to be asked, for question."""
    question_key: str = ""
    candidates: tuple[Attendee, ...] = ()
    """Whom the text could mean, for ambiguous."""
    note: str = ""
    """What the rule adds: why somebody is blocked, why a list was closed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision that is safe on the disk."""

    decision: Decision
    list_name: str
    at: Instant
    entry: EntryId | None
    """The entry that records it; None where only a question came back."""
