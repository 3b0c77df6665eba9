"""An attendee: who is expected, with what ticket, and how they stand at the door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkin.model.clock import Instant
from checkin.model.ids import AttendeeId, ListId, SourceId
from checkin.model.names import full_name
from checkin.model.permission import Answer, Purpose


class RegistrationStatus(StrEnum):
    """What the list says of the registration; the five words of `checkin read`."""

    REGISTERED = "registered"
    CHECKED_IN = "checked_in"
    """The list's own check-in: it informs, it is no arrival at our door."""
    CANCELLED = "cancelled"
    WAITLISTED = "waitlisted"
    PENDING = "pending"


_STATUSES = {status.value: status for status in RegistrationStatus}

COMING = frozenset({RegistrationStatus.REGISTERED, RegistrationStatus.CHECKED_IN})
"""The statuses of people whom the host expects."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a list, or a correction at the desk, can say of an attendee.

    Empty text, None, 0 and False mean: not said.
    """

    full_name: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    job_title: str = ""
    ticket_type: str = ""
    external_code: str = ""
    """The code that came with the list: an Eventbrite barcode, a pretix secret…"""
    status: str = ""
    """A RegistrationStatus word; empty counts as registered."""
    places: int = 1
    """How many people this row of the list lets in."""
    pronouns: str = ""
    approval: str = ""
    """`required` while the host has not agreed yet."""
    payment: str = ""
    """`unpaid` while money is owed; `paid` or empty otherwise."""
    amount_due: str = ""
    """What is owed, with its currency, as people write it: £12."""
    blocked: str = ""
    """Why this guest may not come in; empty for everybody else."""
    valid_from: int = 0
    """Unix ms before which the ticket does not admit; 0 for no limit."""
    valid_until: int = 0
    """Unix ms after which the ticket no longer admits; 0 for no limit."""
    first_time: bool = False
    """Comes to this host's events for the first time."""
    handle: str = ""
    """Where to find them online, as they wrote it: @zoe@social.example."""
    plus_one: str = ""
    """Whom they bring along, in words."""
    note: str = ""


DETAIL_NAMES: tuple[str, ...] = tuple(Details.__dataclass_fields__)
"""The names of the fields above, in order; the columns of the attendee table."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How an attendee stands at one check-in list."""

    list_id: ListId
    first_at: Instant | None
    """The earliest arrival; None if they never came in."""
    first_desk: str
    """In words, where that was: Main door."""
    last_at: Instant
    inside: bool
    times: int
    """How often they came in."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person on the list, as folded from all that happened."""

    id: AttendeeId
    details: Details
    source: SourceId | None = None
    walk_in: bool = False
    companion_of: AttendeeId | None = None
    withdrawn: bool = False
    """No longer on the list that brought them."""
    erased: bool = False
    codes: tuple[str, ...] = ()
    """Codes that scan for this attendee, ours first."""
    printed: int = 0
    """How many badges were printed."""
    presences: tuple[Presence, ...] = ()
    permissions: Mapping[Purpose, Answer] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    """What they answered at the door, by the question's key."""
    interests: tuple[str, ...] = ()
    printed_name: str = ""
    """What stands on the newest badge; empty where that is not known."""
    badge_changed: bool = False
    """Whether other words than theirs stand on the newest badge."""
    handed_out: bool = False
    """Whether they were given their badge."""
    conflicts: int = 0
    """How many things two desks disagree about, and nobody has settled."""

    @property
    def name(self) -> str:
        """The whole name, as it should be said and shown."""
        said = self.details
        return said.full_name or full_name(said.first_name, said.last_name)

    @property
    def called(self) -> str:
        """How to greet them: the first name, else the whole name."""
        return self.details.first_name or self.name

    @property
    def code(self) -> str:
        """The code to print: ours where there is one."""
        return self.codes[0] if self.codes else ""

    @property
    def status(self) -> RegistrationStatus:
        """As the list says; withdrawn counts as cancelled.

        A word that only a later version knows counts as pending: the host decides.
        """
        if self.withdrawn:
            return RegistrationStatus.CANCELLED
        word = self.details.status
        if not word:
            return RegistrationStatus.REGISTERED
        return _STATUSES.get(word, RegistrationStatus.PENDING)

    @property
    def expected(self) -> bool:
        """Whether the host counts on them: on the list, not called off."""
        return not self.walk_in and not self.erased and self.status in COMING

    @property
    def attended(self) -> bool:
        """Whether they ever came in, at any list."""
        return any(p.first_at for p in self.presences)

    @property
    def inside(self) -> bool:
        """Whether they are in now, at any list."""
        return any(p.inside for p in self.presences)

    def at(self, list_id: ListId) -> Presence | None:
        """How they stand at that list; None if nothing happened there."""
        return next((p for p in self.presences if p.list_id == list_id), None)

    def may(self, purpose: Purpose) -> Answer:
        """What they allowed; not asked where nothing is known."""
        return self.permissions.get(purpose, Answer.NOT_ASKED)
