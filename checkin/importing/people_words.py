"""The words in cells that mean something: statuses, yes and no, numbers."""

from checkin.model.attendee import RegistrationStatus
from checkin.model.names import fold
from checkin.model.permission import Answer

_STATUS_WORDS = {
    RegistrationStatus.REGISTERED: "registered|attending|confirmed|approved|complete"
    "|completed|paid|yes|going|coming|valid|active|accepted|booked|issued|ok|free"
    "|will attend|rsvp yes|assigned|enrolled",
    RegistrationStatus.CHECKED_IN: "checked in|checkedin|attended|arrived|present"
    "|admitted|scanned|here",
    RegistrationStatus.CANCELLED: "cancelled|canceled|refunded|not attending|deleted"
    "|declined|void|voided|withdrawn|transferred|rejected|no|not going|not coming"
    "|denied|revoked|expired|removed|unsubscribed",
    RegistrationStatus.WAITLISTED: "waitlisted|waitlist|wait list|waiting list"
    "|on waitlist|on the waitlist|on waiting list|on the waiting list|waiting",
    RegistrationStatus.PENDING: "pending|pending approval|awaiting approval|unpaid"
    "|awaiting payment|payment pending|tentative|maybe|invited|unconfirmed"
    "|not confirmed|in progress|started|reserved|on hold|requested",
}
_STATUS = {w: s for s, words in _STATUS_WORDS.items() for w in words.split("|")}

_YES = frozenset("yes y true 1 x ja oui si ok agree agreed on ✓ ✔".split())
_NO = frozenset("no n false 0 none off non nein never disagree - ✗ ✘".split())
_UNPAID = frozenset({"unpaid", "pending", "due", "overdue", "owed", "partial", "open"})

MOST_PLACES = 50
"""A row that lets in more is more likely a slip, or a number of something else."""


def status_of(cell: str) -> RegistrationStatus | None:
    """The status that a word stands for; None if it is none that we know."""
    return _STATUS.get(" ".join(fold(cell).replace("_", " ").replace("-", " ").split()))


def answer_of(cell: str) -> Answer | None:
    """A yes or no; None where it is neither."""
    words = fold(cell).strip(" .!").replace(",", " ").split()
    word = words[0] if words else ""
    if word in _YES:
        return Answer.YES
    return Answer.NO if word in _NO else None


def places_of(cell: str) -> int | None:
    """A number of people from 1 to MOST_PLACES; None if it is none."""
    text = cell.strip().removesuffix(".0")
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        return None
    return int(text) if 1 <= int(text) <= MOST_PLACES else None


def payment_of(cell: str) -> str:
    """`paid`, `unpaid`, or nothing where the word says neither."""
    word = fold(cell)
    if word in _UNPAID or answer_of(cell) is Answer.NO:
        return "unpaid"
    return "paid" if word in {"paid", "complete", "completed", "yes"} else ""
