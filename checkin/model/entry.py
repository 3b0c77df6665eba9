"""An entry of the ledger: something that happened, never changed afterwards."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checkin.model.clock import Instant
from checkin.model.ids import ActId, DeskId, EntryId, SubjectId
from checkin.model.kinds import Kind

Data = Mapping[str, Any]
"""What an entry says beyond its kind: JSON values under short names."""

MAX_DATA = 64 * 1024
"""The largest `data` of one entry, in bytes of UTF-8."""

CLOCK_SHIFT = 16
"""A clock is Unix milliseconds shifted left by this, plus a counter."""

MAX_CLOCK = 4_102_444_800_000 << CLOCK_SHIFT
"""The year 2100: a desk with a clock beyond it is broken, and is not let in."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a feature wants written; the ledger adds who, when and the identity."""

    kind: Kind
    subject: SubjectId
    data: Data = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact in the ledger. The same id always means the same bytes."""

    id: EntryId
    act: ActId | None
    """The user's action that this is part of: an import, a print run…"""
    desk: DeskId
    clock: int
    """Hybrid logical clock: orders entries across desks, see CLOCK_SHIFT."""
    at: int
    """Unix ms by the desk's wall clock, for people."""
    offset: int
    """Minutes that local time was ahead of UTC."""
    kind: str
    """A Kind, or the word of a kind that a later version knows."""
    v: int
    subject: SubjectId
    actor: str
    """Who did it, in words: the desk's name, or a person's."""
    data: Data

    @property
    def order(self) -> tuple[int, bytes, bytes]:
        """Where it stands in the ledger, the same on every desk."""
        return (self.clock, self.desk, self.id)

    @property
    def moment(self) -> Instant:
        """When it happened, by the clock on the desk's wall."""
        return Instant(self.at, self.offset)


_ENCODE = json.JSONEncoder(
    ensure_ascii=False,
    check_circular=False,  # data is never deep, and written in great numbers
    sort_keys=True,
    separators=(",", ":"),
    allow_nan=False,
).encode


def canonical(data: Data | Sequence[Any]) -> str:
    """The one way to write `data`: sorted keys, no spaces, no escapes, no NaN."""
    return _ENCODE(data)
