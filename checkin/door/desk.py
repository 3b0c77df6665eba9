"""The door: a scan comes in, a verdict goes out, and it is on the disk before that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from checkin.door import recognise
from checkin.door.rules import Case, decide, first_arrival
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, ListId
from checkin.model.kinds import Kind
from checkin.model.lists import CheckInList
from checkin.model.verdict import Answer, Decision, Family, Verdict
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class Options:
    """What the person at the desk adds to a scan."""

    leaving: bool = False
    """They go out, instead of coming in."""
    force: str = ""
    """Let in anyway, and why; overrules every rule, but makes nobody known."""
    accept_unpaid: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    at: Instant | None = None
    """When it happened, if not now; for presence only."""


PLAIN = Options()

Recognised = Attendee | Decision


class Door:
    """One check-in list of one event, at this desk."""

    def __init__(self, event: EventFile, list_id: ListId) -> None:
        self._event = event
        self._list_id = list_id

    @property
    def check_in_list(self) -> CheckInList:
        """The list as it is now; desks may change it at any time."""
        found = self._event.read.list_by_id(self._list_id)
        if found is None:  # its making was undone: nobody is barred by that
            return CheckInList(self._list_id, "")
        return found

    def scan(self, text: str, options: Options = PLAIN) -> Answer:
        """The verdict on a scanned text, once its entry is durable.

        Raises:
            CheckinError: nothing could be written; then nobody was admitted.
        """
        return self._answer(lambda: recognise.by_code(self._event, text), text, options)

    def admit_named(self, name: str, options: Options = PLAIN) -> Answer:
        """The same for a name that somebody said; see `scan`."""
        return self._answer(lambda: recognise.by_name(self._event, name), "", options)

    def admit(self, who: AttendeeId, options: Options = PLAIN) -> Answer:
        """The same for a guest chosen from the search; see `scan`."""
        return self._answer(lambda: recognise.by_id(self._event, who), "", options)

    def _answer(
        self, recognised: Callable[[], Recognised], text: str, options: Options
    ) -> Answer:
        act = self._event.new_act() if options.answers else None
        with self._event.write(act) as write:
            now = self._event.clock.now()
            door = self.check_in_list
            decision = self._decide(recognised(), door, options, options.at or now)
            drafts = self._drafts(decision, door, options, text)
            entries = write.append_all(drafts, at=now) if drafts else []
        entry = entries[0].id if entries else None
        return Answer(decision, door.name, now, entry)

    def _decide(
        self, found: Recognised, door: CheckInList, options: Options, now: Instant
    ) -> Decision:
        if isinstance(found, Decision):
            return found
        if options.leaving:
            return Decision(Verdict.LEFT, found)
        case = Case(
            found,
            door,
            now,
            inside=self._inside(door),
            accept_unpaid=options.accept_unpaid,
            answers=options.answers,
        )
        decision = decide(case)
        if options.force and decision.verdict.family is not Family.OK:
            return replace(
                decision,
                verdict=Verdict.ADMITTED,
                first_at=first_arrival(case),
                forced=True,
                note=options.force,
            )
        return decision

    def _inside(self, door: CheckInList) -> int:
        if not door.rules.capacity:
            return 0
        return self._event.read.inside(door.id)

    def _drafts(
        self, decision: Decision, door: CheckInList, options: Options, text: str
    ) -> list[Draft]:
        """The entry of the verdict first, then any answers to questions."""
        if decision.verdict is Verdict.QUESTION:
            return []
        who = decision.attendee
        data: dict[str, Any] = {"list": door.id.hex()}
        if options.at:
            data["when"] = options.at.ms
        if who is None or decision.verdict not in (Verdict.ADMITTED, Verdict.LEFT):
            data |= {"verdict": decision.verdict.value}
            data |= recognise.kept_of(self._event, text) if text else {}
            subject = who.id if who else self._event.event_id
            return [Draft(Kind.CHECKIN_REFUSED, subject, data)]
        if decision.verdict is Verdict.LEFT:
            return [Draft(Kind.CHECKIN_LEFT, who.id, data)]
        data |= _circumstances_of(decision, door, who, options)
        return [
            Draft(Kind.CHECKIN_ADMITTED, who.id, data),
            *(
                Draft(Kind.QUESTION_ANSWERED, who.id, {"question": q, "answer": a})
                for q, a in options.answers.items()
            ),
        ]


def _circumstances_of(
    decision: Decision, door: CheckInList, who: Attendee, options: Options
) -> dict[str, Any]:
    """What was so when they were let in: later changes of the list rewrite nothing."""
    data: dict[str, Any] = {}
    if decision.forced:
        data |= {"forced": True, "reason": options.force}
    if door.rules.repeats:
        data["repeats"] = True
    if who.details.payment == "unpaid":
        data["accepted_unpaid"] = True
    return data
