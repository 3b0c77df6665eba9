"""Whose badges come onto the sheets, and in what order: ids, and who they are of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from checkin.badges.order import Order, Said, sort_key
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
        self._event, self._whose = event, whose

    def __len__(self) -> int:
        """At most so many."""
        return len(self._whose)

    def __iter__(self) -> Iterator[Attendee]:
        for start in range(0, len(self._whose), _CHUNK):
            found = self._event.read.by_ids(self._whose[start : start + _CHUNK])
            yield from (guest for guest in found if not guest.erased)

    @overload
    def __getitem__(self, at: int) -> Attendee: ...
    @overload
    def __getitem__(self, at: slice) -> "Guests": ...
    def __getitem__(self, at: int | slice) -> "Attendee | Guests":
        if isinstance(at, slice):
            return Guests(self._event, self._whose[at])
        (guest,) = self._event.read.by_ids([self._whose[at]])
        return guest
