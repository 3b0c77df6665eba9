"""The fold of corrections made at desks: they lie over the list's values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checkin.model.entry import Entry
from checkin.store.fold.shared import ConflictRow, conflict_key


@dataclass(frozen=True, slots=True)
class Corrections:
    """What holds after all of them."""

    values: dict[str, Any]
    by_field: dict[str, str]
    """For each corrected field the id of the entry that holds, in hex."""
    conflicts: tuple[ConflictRow, ...]


_NONE = Corrections({}, {}, ())


def fold_corrections(entries: Sequence[Entry]) -> Corrections:
    """The last one wins, field by field.

    A correction names, under `seen`, the correction of that field which its desk
    knew. Where it overwrites another desk's that it had not seen, neither is lost:
    a conflict stays until somebody settles it.
    """
    if not entries:
        return _NONE
    values: dict[str, Any] = {}
    holder: dict[str, Entry] = {}
    conflicts: list[ConflictRow] = []
    for entry in entries:
        seen = entry.data.get("seen", {})
        for name, value in entry.data["fields"].items():
            before = holder.get(name)
            if (
                before is not None
                and values[name] != value
                and _unseen(before, entry, seen.get(name))
            ):
                about = f"correction/{name}"
                key = conflict_key(about, before.id, entry.id)
                conflicts.append((key, about, before.id, entry.id))
            values[name] = value
            holder[name] = entry
    by_field = {name: e.id.hex() for name, e in holder.items()}
    return Corrections(values, by_field, tuple(sorted(conflicts)))


def _unseen(before: Entry, entry: Entry, seen: str | None) -> bool:
    return before.desk != entry.desk and seen != before.id.hex()
