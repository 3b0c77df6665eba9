"""The folds of lists, sources and the event itself, and of undo."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from checkin.model.entry import Entry, canonical
from checkin.model.ids import EntryId
from checkin.model.kinds import Kind
from checkin.model.names import fold

Row = tuple[Any, ...]

Undo = tuple[bytes, bytes | None, int, bytes, bytes]
"""(id, act, clock, desk, target)."""


def fold_list(entries: Sequence[Entry], undone: AbstractSet[EntryId]) -> Row | None:
    """(name, folded, rules, closed, closed_why, born) of a check-in list."""
    live = [e for e in entries if e.id not in undone]
    sets = [e for e in live if e.kind == Kind.LIST_SET]
    if not sets:
        return None
    last = [e for e in live if e.kind in (Kind.LIST_SET, Kind.LIST_CLOSED)][-1]
    closed = last.kind == Kind.LIST_CLOSED
    data = sets[-1].data
    why = last.data.get("reason", "") if closed else ""
    rules = canonical(data["rules"])
    return (data["name"], fold(data["name"]), rules, int(closed), why, sets[0].clock)


def fold_source(entries: Sequence[Entry], undone: AbstractSet[EntryId]) -> Row | None:
    """(name, file, digest, header_id, at, offset, mapping) as last imported."""
    live = [e for e in entries if e.kind == Kind.SOURCE_IMPORTED and e.id not in undone]
    if not live:
        return None
    last = live[-1]
    data = last.data
    return (
        data["name"],
        data.get("file", ""),
        data.get("digest", ""),
        data["header_id"],
        last.at,
        last.offset,
        canonical(data.get("mapping", {})),
    )


def headers(entries: Sequence[Entry]) -> dict[str, str]:
    """All headings that entries of a source brought, undone or not, by their id."""
    return {
        e.data["header_id"]: canonical(e.data["header"])
        for e in entries
        if e.kind == Kind.SOURCE_IMPORTED
    }


def fold_event(
    entries: Sequence[Entry], undone: AbstractSet[EntryId]
) -> dict[str, str]:
    """What is known of the event: the last word for each field."""
    known: dict[str, str] = {}
    for entry in entries:
        if entry.kind == Kind.EVENT_SET and entry.id not in undone:
            known.update(entry.data["fields"])
    return known


def effective_undos(undos: Iterable[Undo]) -> frozenset[bytes]:
    """The targets (entries and acts) that are undone, from all undos there are.

    Latest first: an undo that a later effective one names, itself or through its
    act, is dead. Where the target stands in the ledger does not matter: it may
    arrive after its undo.
    """
    targets: set[bytes] = set()
    for own, act, _clock, _desk, target in sorted(undos, key=_latest, reverse=True):
        if own not in targets and (act is None or act not in targets):
            targets.add(target)
    return frozenset(targets)


def _latest(undo: Undo) -> tuple[int, bytes, bytes]:
    own, _act, clock, desk, _target = undo
    return (clock, desk, own)
