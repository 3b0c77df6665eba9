"""The script of the demo evening, and the clock that goes with it."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from checkin.door.desk import Door, Options
from checkin.door.walkin import add_walk_in
from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.code import ALPHABET, BadgeCodes
from checkin.model.event import EVENT_FIELDS
from checkin.model.i18n import _
from checkin.model.ids import EventId, SubjectId
from checkin.model.verdict import Answer, Decision, Verdict
from checkin.store.acts import undo_named
from checkin.store.eventfile import EventFile

_FIVE_MINUTES = 5 * 60_000


class MovableClock:
    """A clock that stands where the story is."""

    def __init__(self, at: Instant) -> None:
        self.at = at

    def now(self) -> Instant:
        """The moment of the story."""
        return self.at


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens at the door; see resources/demo/README.md."""

    after_minutes: float
    what: str
    said: dict[str, Any]

    @property
    def worth_telling(self) -> bool:
        """Plain admissions are many; the others are what the demo shows."""
        return self.what != "scan" or self.said.get("expect") != "admitted"

    def play(self, event: EventFile, door: Door) -> Answer | None:
        """Does it at the door; None for what has no verdict."""
        if self.what == "undo":
            self._undo(event)
            return None
        if self.what == "walk_in":
            return self._walk_in(event, door)
        if self.what == "let_in":
            why = _("{by}: {reason}").format(by=self._word("by"), reason=self._reason)
            return door.admit(self._guest(event).id, Options(force=why))
        return door.scan(self._text(event))

    def told(self, event: EventFile) -> str:
        """What was done, in words."""
        return _("Undone: {who} had not come in. {why}").format(
            who=self._guest(event).name, why=self._reason
        )

    @property
    def _reason(self) -> str:
        return self._word("reason")

    def _word(self, name: str) -> str:
        return str(self.said.get(name) or "")

    def _guest(self, event: EventFile) -> Attendee:
        return _find(event, self._word("guest"), self._word("ticket"))

    def _text(self, event: EventFile) -> str:
        """What the scanner types."""
        if self.what == "unknown":
            return self._word("text")
        if self.what == "foreign":
            return _code_of_another_event(event)
        guest = self._guest(event)
        if self.what == "misread":
            last = ALPHABET.index(guest.code[-1])
            return guest.code[:-1] + ALPHABET[(last + 1) % len(ALPHABET)]
        if self._word("with") == "ticket":
            return guest.details.external_code or guest.code
        return guest.code

    def _undo(self, event: EventFile) -> None:
        came = [
            entry
            for entry in event.read.history(self._guest(event).id)
            if entry.kind == "checkin.admitted"
        ]
        undo_named(event, came[-1].id)

    def _walk_in(self, event: EventFile, door: Door) -> Answer:
        details = Details(
            full_name=self._word("name"),
            company=self._word("company"),
            email=self._word("email"),
            ticket_type=self._word("ticket_type"),
        )
        where = door.check_in_list
        guest, _act = add_walk_in(
            event, details, where.id, self.said.get("may_we_write")
        )
        now = event.clock.now()
        decision = Decision(Verdict.ADMITTED, guest, first_at=now)
        return Answer(decision, where.name, now, None)


def _find(event: EventFile, email: str, ticket: str) -> Attendee:
    """A guest of the script: by ticket where it names one, else by e-mail address."""
    ids = event.read.by_code(ticket)[0] if ticket else event.search(email, limit=50)
    for guest in filter(None, map(event.read.attendee, ids)):
        if guest.details.email == email:
            return guest
    raise LookupError(f"the script names {email or ticket}, who is on no list")


@dataclass(frozen=True)
class Evening:
    """The event and what happens at its door."""

    said: dict[str, Any]
    steps: tuple[Step, ...]
    zone: tzinfo
    """In which the times are told."""
    later: timedelta = timedelta()
    """By how much the whole story is moved."""

    @classmethod
    def load(cls, folder: Path) -> "Evening":
        """From resources/demo."""
        said = json.loads((folder / "event.json").read_text(encoding="utf-8"))
        script = json.loads((folder / "arrivals.json").read_text(encoding="utf-8"))
        steps = (Step(s["after_minutes"], s["what"], s) for s in script)
        return cls(said, tuple(steps), ZoneInfo(said["timezone"]))

    def moved(self, name: str, to: Instant) -> "Evening":
        """The same story, but with a moment that event.json names at another time.

        It is told in that time's offset from UTC, so that its times are those of the
        clock on the wall.
        """
        later = to.local() - self.moment(name).local()
        return replace(self, zone=timezone(timedelta(minutes=to.offset)), later=later)

    @property
    def door(self) -> str:
        """What the desk is called."""
        return str(self.said["door"])

    def fields(self) -> dict[str, str]:
        """For a new event file; of a story that was moved, at round times."""
        said = {name: self.said[name] for name in EVENT_FIELDS if name in self.said}
        if self.later:
            times = {name: _round(self.moment(name)) for name in ("starts", "ends")}
            said |= {**times, "timezone": ""}  # whatever this machine's is
        return said

    def moment(self, name: str) -> Instant:
        """A time that event.json names."""
        local = datetime.fromisoformat(self.said[name])
        told = local.replace(tzinfo=ZoneInfo(self.said["timezone"])).astimezone(UTC)
        return Instant.from_datetime((told + self.later).astimezone(self.zone))

    def after(self, minutes: float) -> Instant:
        """So long after the doors opened."""
        start = self.moment("starts")
        return replace(
            start, ms=start.ms + timedelta(minutes=minutes) // timedelta(milliseconds=1)
        )


def _round(moment: Instant) -> str:
    """To the next five minutes before or after, as an organiser would have said it."""
    ms = round(moment.ms / _FIVE_MINUTES) * _FIVE_MINUTES
    return replace(moment, ms=ms).local().strftime("%Y-%m-%dT%H:%M")


def _code_of_another_event(event: EventFile) -> str:
    """A genuine badge code, but with another tag than this event's."""
    while True:
        other = BadgeCodes.of(EventId(SubjectId(event.random(16))), event.random(32))
        if other.tag != event.codes.tag:
            return other.make(event.random)
