"""What a check-in list asks of a guest: pure rules, tried in order.

Source of the order: the check-in semantics of pretix (server, 2026), with waiting
lists added, and with "already in" before everything that only bars the first entry.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checkin.model.attendee import Attendee, Presence, RegistrationStatus
from checkin.model.clock import Instant
from checkin.model.lists import CheckInList
from checkin.model.verdict import Decision, Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """A guest at a list, and what is known at that moment."""

    guest: Attendee
    door: CheckInList
    now: Instant
    """The clock's time, or the one that a person typed."""
    inside: int = 0
    """How many are in at this list."""
    accept_unpaid: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    """What was answered with this scan, by the question's key."""


Rule = Callable[[Case], Decision | None]


def decide(case: Case) -> Decision:
    """What the door says to this guest. Pure: the same case, the same answer.

    The order of the checks is the order of RULES; the first that objects wins.
    """
    for rule in RULES:
        if objection := rule(case):
            return objection
    return Decision(Verdict.ADMITTED, case.guest, first_at=first_arrival(case))


def first_arrival(case: Case) -> Instant:
    """When they came in first, if they come in now; a typed time may be earlier."""
    there = case.guest.at(case.door.id)
    before = there.first_at if there else None
    return min(before, case.now) if before else case.now


def _blocked(case: Case) -> Decision | None:
    why = case.guest.details.blocked
    return Decision(Verdict.BLOCKED, case.guest, note=why) if why else None


def _cancelled(case: Case) -> Decision | None:
    if case.guest.status is RegistrationStatus.CANCELLED:
        return Decision(Verdict.CANCELLED, case.guest)
    return None


def _already_in(case: Case) -> Decision | None:
    there = case.guest.at(case.door.id)
    if there is None or not there.inside or case.door.rules.repeats:
        return None
    return already_in(case.guest, there)


def already_in(guest: Attendee, there: Presence) -> Decision:
    """With when and at which desk they came in first."""
    return Decision(
        Verdict.ALREADY_IN,
        guest,
        first_at=there.first_at,
        first_desk=there.first_desk,
    )


def _expired(case: Case) -> Decision | None:
    until = case.guest.details.valid_until
    return (
        Decision(Verdict.EXPIRED, case.guest) if until and case.now.ms > until else None
    )


def _not_valid_yet(case: Case) -> Decision | None:
    since = case.guest.details.valid_from
    if since and case.now.ms < since:
        limit = Instant(since, case.now.offset)
        return Decision(Verdict.TOO_EARLY, case.guest, limit=limit)
    return None


def _waitlisted(case: Case) -> Decision | None:
    if case.guest.status is RegistrationStatus.WAITLISTED:
        return Decision(Verdict.WAITLISTED, case.guest)
    return None


def _unpaid(case: Case) -> Decision | None:
    if case.guest.details.payment != "unpaid":
        return None
    if case.accept_unpaid or case.door.rules.accept_unpaid:
        return None
    return Decision(
        Verdict.UNPAID, case.guest, amount_due=case.guest.details.amount_due
    )


def _unapproved(case: Case) -> Decision | None:
    waits = case.guest.status is RegistrationStatus.PENDING
    if waits or case.guest.details.approval == "required":
        return Decision(Verdict.UNAPPROVED, case.guest)
    return None


def _wrong_list(case: Case) -> Decision | None:
    types = case.door.rules.ticket_types
    if types and case.guest.details.ticket_type not in types:
        return Decision(
            Verdict.WRONG_LIST, case.guest, note=case.guest.details.ticket_type
        )
    return None


def _closed(case: Case) -> Decision | None:
    if case.door.closed:
        return Decision(Verdict.LIST_CLOSED, case.guest, note=case.door.closed_why)
    return None


def _opening_times(case: Case) -> Decision | None:
    opens, closes = case.door.opening(), case.door.closing()
    if opens and case.now.ms < opens.ms:
        return Decision(Verdict.TOO_EARLY, case.guest, limit=opens)
    if closes and case.now.ms > closes.ms:
        return Decision(Verdict.TOO_LATE, case.guest, limit=closes)
    return None


def _full(case: Case) -> Decision | None:
    capacity = case.door.rules.capacity
    there = case.guest.at(case.door.id)
    takes_a_place = there is None or not there.inside
    if capacity and takes_a_place and case.inside >= capacity:
        return Decision(Verdict.FULL, case.guest, capacity=capacity)
    return None


def _question(case: Case) -> Decision | None:
    for asked in case.door.rules.questions:
        if asked.key not in case.answers and asked.key not in case.guest.answers:
            return Decision(
                Verdict.QUESTION,
                case.guest,
                question=asked.text,
                question_key=asked.key,
            )
    return None


RULES: tuple[Rule, ...] = (
    _blocked,
    _cancelled,
    _already_in,
    _expired,
    _not_valid_yet,
    _waitlisted,
    _unpaid,
    _unapproved,
    _wrong_list,
    _closed,
    _opening_times,
    _full,
    _question,
)
