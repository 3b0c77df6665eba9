"""What the door writes: jobs for the thread that writes, each giving a Told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin.door.desk import PLAIN, Door, Options
from checkin.door.walkin import add_walk_in
from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, EntryId, ListId
from checkin.model.kinds import Kind
from checkin.model.verdict import Answer, Decision, Verdict
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.ui.door.told import PlusOne, Told, tell
from checkin.ui.door.writing import Job

DOOR_KINDS = frozenset({Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT})
"""What Ctrl+Z at the door takes back; a walk-in goes with its admission."""


def scan(list_id: ListId, text: str, options: Options = PLAIN) -> Job:
    """What the scanner typed."""

    def job(event: EventFile, at: Instant | None) -> Told:
        answer = Door(event, list_id).scan(text, _at(options, at))
        return tell(event, list_id, answer, text)

    return job


def admit(list_id: ListId, who: AttendeeId, options: Options = PLAIN) -> Job:
    """A guest who was chosen, or of whom more is known now."""

    def job(event: EventFile, at: Instant | None) -> Told:
        answer = Door(event, list_id).admit(who, _at(options, at))
        return tell(event, list_id, answer, paid_here=options.accept_unpaid)

    return job


def let_back(list_id: ListId, who: AttendeeId) -> Job:
    """Somebody who stepped out without being scanned; their first arrival stays."""

    def job(event: EventFile, at: Instant | None) -> Told:
        options = Options(force=_("stepped out and came back"))
        answer = Door(event, list_id).admit(who, _at(options, at))
        return tell(event, list_id, answer, back=True)

    return job


def bring(list_id: ListId, host: Attendee, plus_one: PlusOne) -> Job:
    """Lets in whom a guest brings: as the list knows them, else as a walk-in."""
    if plus_one.known:
        return admit(list_id, plus_one.known)
    details = Details(
        full_name=plus_one.name,
        ticket_type=host.details.ticket_type,
        company=host.details.company,
    )
    return walk_in(list_id, details, None, host.id)


def walk_in(
    list_id: ListId,
    details: Details,
    may_contact: bool | None,
    companion_of: AttendeeId | None = None,
) -> Job:
    """Somebody who is on no list."""

    def job(event: EventFile, at: Instant | None) -> Told:
        guest, _act = add_walk_in(
            event, details, list_id, may_contact, companion_of=companion_of, at=at
        )
        return tell(event, list_id, _answer_of(event, guest, list_id))

    return job


def _answer_of(event: EventFile, guest: Attendee, list_id: ListId) -> Answer:
    """What the door would have said; a rule that spoke against it is in the entry."""
    entry = event.read.history(guest.id)[-1]
    now = event.clock.now()
    where = event.read.list_by_id(list_id)
    decision = Decision(
        Verdict.ADMITTED,
        guest,
        first_at=now,
        forced=bool(entry.data.get("forced")),
        note=str(entry.data.get("reason", "")),
    )
    return Answer(decision, where.name if where else "", now, entry.id)


def _at(options: Options, at: Instant | None) -> Options:
    return replace(options, at=at) if at else options


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and of whom."""

    entry: Entry
    name: str


def undo(event: EventFile) -> Undone:
    """Takes back the newest thing of the door that this desk did.

    Raises:
        NothingToUndo: there is none.
    """
    entry = acts.newest(event, DOOR_KINDS)
    if entry is None:
        raise acts.NothingToUndo
    guest = event.read.attendee(AttendeeId(entry.subject))  # a walk-in is gone then
    event.undo(entry.act or entry.id)
    return Undone(entry, guest.name if guest else "")


def undo_entry(event: EventFile, entry: EntryId, name: str) -> Undone:
    """Takes back one entry that was made here."""
    found, _undo = acts.undo_named(event, entry)
    return Undone(found, name)


def correct(
    event: EventFile, guest: Attendee, fields: Mapping[str, str]
) -> tuple[Entry, Attendee]:
    """Puts a name right; gives the entry and the guest as they are now.

    Raises:
        GuestGone: they were erased meanwhile, or are on no list any more.
    """
    entry = acts.correct(event, guest, fields)
    return entry, event.read.attendee(guest.id) or guest


def take_back_and_admit(list_id: ListId, who: AttendeeId) -> Job:
    """Somebody else came in under this name: that is undone, and they come in now."""

    def job(event: EventFile, at: Instant | None) -> Told:
        for entry in came_in(event, who, list_id):
            event.undo(entry)
        answer = Door(event, list_id).admit(who, _at(PLAIN, at))
        return tell(event, list_id, answer)

    return job


def came_in(event: EventFile, who: AttendeeId, list_id: ListId) -> list[EntryId]:
    """Their admissions to that list in force, with what was answered at the door then.

    Entry by entry: the act that brought in a walk-in put them down, too.
    """
    undone = event.read.undone_of(who)
    history = [one for one in event.read.history(who) if one.id not in undone]
    came = [one for one in history if _is_admission(one, list_id)]
    acts = {one.act for one in came if one.act}
    answers = [
        one for one in history if one.kind == Kind.QUESTION_ANSWERED and one.act in acts
    ]
    return [one.id for one in (*came, *answers)]


def _is_admission(entry: Entry, list_id: ListId) -> bool:
    at = entry.data.get("list")
    return entry.kind == Kind.CHECKIN_ADMITTED and at == list_id.hex()
