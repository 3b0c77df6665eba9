"""Whose badges come onto the sheets, and in what order: ids, and who they are of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from checkin.badges.order import Order, Said, sort_key
from checkin.badges.places import Placed, arranged, on_sheet, sheets_needed
from checkin.badges.sheeting import Fill, Sheeting
from checkin.model.attendee import Attendee
from checkin.model.ids import SIZE, AttendeeId, SubjectId
from checkin.store.eventfile import EventFile

_CHUNK = 500
"""Guests read at a time."""


@dataclass(frozen=True, slots=True)
class Queue(Sequence[AttendeeId]):
    """The ids in the order of printing, so packed that 100,000 take 1.6 MB.

    Two are equal if the same people stand in the same order with the same words.
    """

    packed: bytes = b""
    words: int = 0
    """Stands for all that these badges say; true within one run of the program."""

    @classmethod
    def of(cls, guests: Iterable[Said], order: Order) -> "Queue":
        """These guests, put in order."""
        words = 0
        keys: list[bytes] = []
        for said in guests:
            words ^= hash(said)
            keys.append(sort_key(said, order))
        keys.sort()
        packed = bytearray()
        for key in keys:
            packed += key[-SIZE:]
        return cls(bytes(packed), words)

    def __len__(self) -> int:
        return len(self.packed) // SIZE

    @overload
    def __getitem__(self, at: int) -> AttendeeId: ...
    @overload
    def __getitem__(self, at: slice) -> "tuple[AttendeeId, ...]": ...
    def __getitem__(self, at: int | slice) -> "AttendeeId | tuple[AttendeeId, ...]":
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        start = SIZE * range(len(self))[at]
        return AttendeeId(SubjectId(self.packed[start : start + SIZE]))

    def position(self, whose: AttendeeId) -> int | None:
        """Where somebody stands, from 0; None if they don't."""
        at = self.packed.find(whose)
        while at % SIZE and at >= 0:  # the end of one id and the beginning of another
            at = self.packed.find(whose, at + 1)
        return at // SIZE if at >= 0 else None


class Guests(Sequence[Attendee]):
    """Who they are: read while one goes through them, some hundred at a time.

    Those who were erased meanwhile are left out. Belongs to the thread of `event`.
    """

    def __init__(self, event: EventFile, whose: Sequence[AttendeeId]) -> None:
        self.event, self.ids = event, whose

    def __len__(self) -> int:
        """At most so many."""
        return len(self.ids)

    def __iter__(self) -> Iterator[Attendee]:
        for start in range(0, len(self.ids), _CHUNK):
            found = self.event.read.by_ids(self.ids[start : start + _CHUNK])
            yield from (guest for guest in found if not guest.erased)

    @overload
    def __getitem__(self, at: int) -> Attendee: ...
    @overload
    def __getitem__(self, at: slice) -> "Guests": ...
    def __getitem__(self, at: int | slice) -> "Attendee | Guests":
        if isinstance(at, slice):
            return Guests(self.event, self.ids[at])
        (guest,) = self.event.read.by_ids([self.ids[at]])
        return guest


def guests_on_sheets(
    guests: Sequence[Attendee], on: Sheeting, only_sheet: int | None = None
) -> Iterator[tuple[Attendee, Placed]]:
    """Each copy of their badges with its place, sheet by sheet, or those of one sheet.

    Who was erased meanwhile leaves no hole if the sheets are filled in turn.
    """
    if on.fill is Fill.ROWS and only_sheet is None:
        yield from arranged(guests, on)
        return
    every = range(1, sheets_needed(len(guests), on) + 1)
    for sheet in every if only_sheet is None else (only_sheet,):
        here = on_sheet(sheet, len(guests), on)
        known = _some_of(guests, [one.badge for one in here])
        for one in here:
            if guest := known.get(one.badge):
                yield guest, one


def _some_of(guests: Sequence[Attendee], which: Sequence[int]) -> dict[int, Attendee]:
    """Those at these positions, read at once; without the erased ones."""
    if not isinstance(guests, Guests):
        return {at: guests[at] for at in which}
    ids = {at: guests.ids[at] for at in which}
    found = {guest.id: guest for guest in Guests(guests.event, list(ids.values()))}
    return {at: found[own] for at, own in ids.items() if own in found}
