"""The fold of coming and going: one row for each list where something happened."""

from collections.abc import Sequence
from itertools import pairwise

from checkin.model.entry import CLOCK_SHIFT, Entry
from checkin.model.kinds import Kind
from checkin.store.fold.shared import ConflictRow, conflict_key

PresenceRow = tuple[bytes, int | None, int, str, int, int, int, int]
"""(list, first_at, first_offset, first_desk, last_at, last_offset, inside, times)."""


def fold_presences(
    entries: Sequence[Entry],
) -> tuple[tuple[PresenceRow, ...], tuple[ConflictRow, ...]]:
    """Rows and clashes from the effective admissions and exits, in ledger order."""
    if not entries:
        return (), ()
    by_list: dict[str, list[Entry]] = {}
    for entry in entries:
        by_list.setdefault(entry.data["list"], []).append(entry)
    rows: list[PresenceRow] = []
    clashes: list[ConflictRow] = []
    for name, here in sorted(by_list.items()):
        here.sort(key=_when_order)
        rows.append(_row(bytes.fromhex(name), here))
        clashes += _clashes(here)
    return tuple(rows), tuple(sorted(clashes))


def _when(entry: Entry) -> int:
    """A time that a person typed replaces the clock, here and nowhere else."""
    typed = entry.data.get("when")
    return entry.at if typed is None else int(typed)


def _when_order(entry: Entry) -> tuple[int, int, bytes, bytes]:
    """Ledger order, but what was typed as earlier goes back by just so much.

    Relative to its own desk's clock: the ledger's may have run ahead of it.
    """
    typed = entry.data.get("when")
    earlier = max(0, entry.at - int(typed)) if typed is not None else 0
    return (entry.clock - (earlier << CLOCK_SHIFT), *entry.order)


def _row(list_id: bytes, here: Sequence[Entry]) -> PresenceRow:
    arrivals = [e for e in here if e.kind == Kind.CHECKIN_ADMITTED]
    last = here[-1]
    first = min(arrivals, key=lambda e: (_when(e), *e.order), default=None)
    return (
        list_id,
        _when(first) if first else None,
        first.offset if first else 0,
        first.actor if first else "",
        _when(last),
        last.offset,
        int(last.kind == Kind.CHECKIN_ADMITTED),
        len(arrivals),
    )


def _clashes(here: Sequence[Entry]) -> list[ConflictRow]:
    """Pairs of admissions that no rule allowed: two people with one ticket?"""
    return [
        (key, "admission", a.id, b.id)
        for a, b in pairwise(e for e in here if not _allowed_again(e))
        if a.kind == b.kind == Kind.CHECKIN_ADMITTED
        for key in [conflict_key("admission", a.id, b.id)]
    ]


def _allowed_again(entry: Entry) -> bool:
    """Let in by somebody's word, or where coming in again is no matter."""
    return bool(entry.data.get("forced") or entry.data.get("repeats"))
