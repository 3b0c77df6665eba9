"""Answers of a door that nobody stands at: for tests of what the stage says of them."""

from dataclasses import replace
from typing import Any

from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.ids import AttendeeId, ListId, SubjectId
from checkin.model.verdict import Answer, Decision, Verdict
from checkin.ui.door.told import Told

AT_18_42 = Instant(1_700_764_920_000, 0)
"""Thursday 23 November 2023, 18:42 in London."""
MAIN = ListId(SubjectId(b"L" * 16))


def minutes(n: float) -> Instant:
    """So long after 18:42."""
    return Instant(AT_18_42.ms + round(n * 60_000))


def guest(**fields: Any) -> Attendee:
    """Somebody with these details."""
    return Attendee(AttendeeId(SubjectId(b"g" * 16)), Details(**fields))


ZOE = guest(
    first_name="Zoë",
    last_name="van der Berg",
    pronouns="she/her",
    company="Harbour Makers",
    job_title="Community lead",
    ticket_type="Member",
)


def told(verdict: Verdict, who: Attendee | None = ZOE, **more: Any) -> Told:
    """What the door said of somebody at 18:42; `more` goes where it belongs."""
    of_decision = {k: v for k, v in more.items() if k in Decision.__dataclass_fields__}
    of_told = {k: v for k, v in more.items() if k not in of_decision}
    decision = Decision(verdict, who, **of_decision)
    answer = Answer(decision, "Main", AT_18_42, None)
    return replace(Told(answer, desk="Main door"), **of_told)
