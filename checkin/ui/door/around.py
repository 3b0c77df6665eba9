"""What stands beside the stage: counts, pace, the last scans, what Undo would undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.code import readable
from checkin.model.entry import Entry
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, ListId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.lists import CheckInList
from checkin.model.verdict import Family, Verdict
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.ui.door.deeds import DOOR_KINDS
from checkin.ui.door.told import Told

PACE_MINUTES = 5
"""The pace is that of the last so many minutes."""
_MOST_SCANS = 10
_BUSY = 600
"""More admissions than any door sees in PACE_MINUTES."""
_SHOWN = (
    Kind.CHECKIN_ADMITTED, Kind.CHECKIN_REFUSED, Kind.CHECKIN_LEFT, Kind.UNDO_MADE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How full it is at one list."""

    came: int = 0
    of: int = 0
    """How many are expected, with the walk-ins."""
    inside: int = 0
    walk_ins: int = 0
    lately: int = 0
    """How many came in the last PACE_MINUTES."""

    @property
    def pace(self) -> str:
        """How many a minute, in figures."""
        if 0 < self.lately < PACE_MINUTES:
            return _("< 1 / min")
        return _("{n} / min").format(n=round(self.lately / PACE_MINUTES))


@dataclass(frozen=True, slots=True)
class Past:
    """One of the last scans."""

    family: Family | None
    """None for something that was taken back."""
    name: str
    what: str
    time: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """All of it, as it was at one moment."""

    lists: tuple[CheckInList, ...]
    counts: Counts
    past: tuple[Past, ...]
    last: str
    """What Undo would take back, in words; empty for nothing."""
    past_it: bool = False
    """What was told last holds no longer: undone since, or its guest is gone."""

    def list_of(self, list_id: ListId) -> CheckInList | None:
        """One of the lists; None if it is not there."""
        return next((one for one in self.lists if one.id == list_id), None)

    def name_of(self, list_id: ListId) -> str:
        """What a list is called; empty if it is not there."""
        where = self.list_of(list_id)
        return where.name if where else ""

    def full_words(self, list_id: ListId) -> str:
        """Why nobody should come in at that list any more; empty while they may."""
        where = self.list_of(list_id)
        if where is None:
            return ""
        anyway = _("They are let in anyway, and it is noted.")
        if where.closed:
            return _("{list} is closed. {anyway}").format(
                list=where.name, anyway=anyway
            )
        most = where.rules.capacity
        if most and self.counts.inside >= most:
            return _("{list} is full: {n} of {n}. {anyway}").format(
                list=where.name, n=most, anyway=anyway
            )
        return ""


def look_around(
    event: EventFile, list_id: ListId, now: Instant, told: Told | None = None
) -> Around:
    """A few milliseconds, whatever the size of the event; `told` is on the stage."""
    return Around(
        tuple(event.read.lists()),
        counts_of(event, list_id, now),
        last_scans(event, now),
        _last(event),
        past_it=told is not None and _is_past(event, told),
    )


def _is_past(event: EventFile, told: Told) -> bool:
    if told.guest is None:
        return False
    guest, entry = event.read.attendee(told.guest.id), told.answer.entry
    if guest is None or guest.erased:
        return True
    return entry is not None and entry in event.read.undone_of(guest.id)


def counts_of(event: EventFile, list_id: ListId, now: Instant) -> Counts:
    """The numbers of one list."""
    tallies = event.read.tallies()
    where = event.read.list_by_id(list_id)
    types = where.rules.ticket_types if where else ()
    of = tallies.get("expected", 0)
    if types:
        of = sum(tallies.get(f"type:{name}:expected", 0) for name in types)
    since = now.ms - PACE_MINUTES * 60_000
    came = event.read.recent((Kind.CHECKIN_ADMITTED,), _BUSY, since)
    here = list_id.hex()
    lately = sum(1 for e, undone in came if not undone and e.data["list"] == here)
    walk_ins = tallies.get("walk_ins", 0)
    return Counts(
        came=event.read.attended(list_id),
        of=of + walk_ins,
        inside=event.read.inside(list_id),
        walk_ins=walk_ins,
        lately=lately,
    )


def last_scans(event: EventFile, now: Instant) -> tuple[Past, ...]:
    """The newest first, of all desks and lists."""
    recent = event.read.recent(_SHOWN, 3 * _MOST_SCANS)
    found = (past_of(event, entry, undone, now) for entry, undone in recent)
    return tuple(islice((past for past in found if past), _MOST_SCANS))


def past_of(event: EventFile, entry: Entry, undone: bool, now: Instant) -> Past | None:
    """An entry as a line; None for an undo of something that is no scan."""
    time = entry.moment.hour_minute()
    if entry.kind == Kind.UNDO_MADE:
        target = event.read.entry_or_act(bytes.fromhex(entry.data["target"]))
        if target is None or not _of_the_door(event, target):
            return None
        by = _("Undone by {who}").format(who=entry.actor)
        return Past(None, _name(_guest(event, target), target), by, time)
    guest = _guest(event, entry)
    what, family = _what(guest, entry, now)
    if undone:
        what = _("{what} · undone").format(what=what)
    return Past(family, _name(guest, entry), what, time, undone)


def _guest(event: EventFile, entry: Entry) -> Attendee | None:
    """Whom it is about; None where that is nobody, as for an unknown ticket."""
    return event.read.attendee(AttendeeId(entry.subject))


def _of_the_door(event: EventFile, entry: Entry) -> bool:
    if entry.act is None:
        return entry.kind in DOOR_KINDS
    return any(one.kind in DOOR_KINDS for one in event.read.act(entry.act))


def _name(guest: Attendee | None, entry: Entry) -> str:
    if guest is not None:
        return guest.name or _("Somebody erased")
    said = entry.data.get("fields", {})
    code = readable(str(entry.data.get("code", "")))
    return said.get("full_name") or code or _("Unknown ticket")


def _what(guest: Attendee | None, entry: Entry, now: Instant) -> tuple[str, Family]:
    if entry.kind == Kind.CHECKIN_LEFT:
        return words.headline(Verdict.LEFT), Family.OK
    if entry.kind == Kind.CHECKIN_ADMITTED:
        return _admitted(guest, entry), Family.OK
    said = entry.data["verdict"]
    if said not in set(Verdict):
        return _("Not admitted"), Family.STOP
    verdict = Verdict(said)
    if verdict is Verdict.ALREADY_IN and guest:
        there = guest.at(ListId(SubjectId(bytes.fromhex(entry.data["list"]))))
        if there and there.first_at:
            since = there.first_at.short(now)
            return _("Already in since {time}").format(time=since), verdict.family
    return words.headline(verdict), verdict.family


def _admitted(guest: Attendee | None, entry: Entry) -> str:
    said = words.headline(Verdict.ADMITTED)
    more = ""
    if guest and guest.walk_in:
        more = _("walk-in")
    elif entry.data.get("forced"):
        more = _("let in by {desk}").format(desk=entry.actor)
    elif guest and guest.details.first_time:
        more = _("first time")
    return f"{said} · {more}" if more else said


def _last(event: EventFile) -> str:
    entry = acts.newest(event, DOOR_KINDS)
    if entry is None:
        return ""
    name = words.isolate(_name(_guest(event, entry), entry))
    return done_words(entry, name, entry.moment.hour_minute())


def done_words(entry: Entry, name: str, time: str) -> str:
    """Zoë van der Berg, admitted 18:42."""
    if entry.kind == Kind.CHECKIN_LEFT:
        return _("{name}, left {time}").format(name=name, time=time)
    if entry.kind == Kind.ATTENDEE_CORRECTED:
        return _("{name}, corrected {time}").format(name=name, time=time)
    if entry.kind == Kind.ATTENDEE_LISTED:
        return _("{name}, walk-in {time}").format(name=name, time=time)
    return _("{name}, admitted {time}").format(name=name, time=time)


def spoken(past: Sequence[Past]) -> str:
    """The last scans for screen readers."""
    return ". ".join(f"{one.name}, {one.what}, {one.time}" for one in past)
