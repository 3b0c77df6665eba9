"""What two desks don't agree about, and how that is settled."""

from dataclasses import dataclass

from checkin.model.entry import Draft, Entry
from checkin.model.ids import AttendeeId, EntryId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile

_CORRECTION = "correction/"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two entries of which neither knew the other; the second one holds."""

    key: str
    detail: str
    """Which detail was put right twice; empty for two arrivals of one guest."""
    first: Entry
    second: Entry


def conflicts_of(event: EventFile, who: AttendeeId) -> list[Conflict]:
    """What is not settled yet about somebody."""
    found = []
    for key, about, *both in event.read.conflict_rows(who):
        first, second = (event.read.entry(EntryId(own)) for own in both)
        detail = about[len(_CORRECTION) :] if about.startswith(_CORRECTION) else ""
        if first is not None and second is not None:
            found.append(Conflict(key, detail, first, second))
    return found


def settle(event: EventFile, who: AttendeeId, key: str) -> Entry:
    """Somebody has looked at it, and it is right as it stands now."""
    with event.write() as write:
        return write.append(Draft(Kind.CONFLICT_SETTLED, who, {"conflict": key}))[0]
