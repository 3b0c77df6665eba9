"""All that the panel shows of one person, read at once: a few milliseconds."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin.model.attendee import Attendee
from checkin.model.entry import Entry
from checkin.model.ids import AttendeeId, EntryId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.lists import CheckInList
from checkin.store.conflicts import Conflict, conflicts_of
from checkin.store.eventfile import EventFile

_AT_THE_DOOR = frozenset({Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT})


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person; two of the same content are equal, and nothing need be redrawn."""

    guest: Attendee
    history: tuple[Entry, ...]
    """Oldest first."""
    undone: frozenset[EntryId]
    extra: Mapping[str, str]
    """The list's other columns, by heading."""
    lists: tuple[CheckInList, ...]
    names: Mapping[SubjectId, str]
    """Of the check-in lists and of the imported ones."""
    types: tuple[str, ...]
    """All ticket types of the event."""
    conflicts: tuple[Conflict, ...]
    corrections: Mapping[str, str]
    """Which entry holds for each detail that was corrected, in hex."""

    @property
    def newest_at_the_door(self) -> Entry | None:
        """The coming or going that holds now; None for somebody who never came."""
        return self._newest(_AT_THE_DOOR)

    def newest_since(self, *kinds: Kind) -> Entry | None:
        """The last entry of these kinds that is not undone."""
        return self._newest(frozenset(kinds))

    def _newest(self, kinds: frozenset[Kind]) -> Entry | None:
        held = (
            entry
            for entry in reversed(self.history)
            if entry.kind in kinds and entry.id not in self.undone
        )
        return next(held, None)


def read_dossier(event: EventFile, who: AttendeeId) -> Dossier | None:
    """None for somebody who is not there any more, or was erased."""
    read = event.read
    guest = read.attendee(who)
    if guest is None or guest.erased:
        return None
    return Dossier(
        guest,
        tuple(read.history(who)),
        read.undone_of(who),
        dict(read.extra_of(who)),
        tuple(read.lists()),
        read.list_names(),
        tuple(read.ticket_types()),
        tuple(conflicts_of(event, who)),
        read.corrections_of(who),
    )
