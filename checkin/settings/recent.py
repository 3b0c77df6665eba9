"""The events that were open on this computer lately, in the numbers that are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

MOST = 12
"""So many are remembered."""


@dataclass(frozen=True, slots=True)
class RecentEvent:
    """An event file, and how it stood when it was last open here."""

    path: str
    """Absolute."""
    name: str
    starts: str = ""
    """ISO 8601 as in the event file."""
    people: int = 0
    attended: int = 0
    printed: int = 0
    exported: bool = False
    """Whether a list was saved for the follow-up."""
    opened_at_ms: int = 0

    def as_json(self) -> dict[str, Any]:
        """For the settings file."""
        return asdict(self)


_TYPES = {"path": str, "name": str, "starts": str, "exported": bool}


def read_recent(stored: object) -> list[RecentEvent]:
    """The newest first; whatever is not as we write it is left out."""
    found = stored if isinstance(stored, list) else []
    events = [e for one in found if isinstance(one, dict) and (e := _read(one))]
    return sorted(events, key=lambda event: -event.opened_at_ms)[:MOST]


def _read(one: Mapping[str, Any]) -> RecentEvent | None:
    known = {f.name: one[f.name] for f in fields(RecentEvent) if f.name in one}
    right = all(type(v) is _TYPES.get(n, int) for n, v in known.items())
    if not right or not {"path", "name"} <= known.keys():
        return None
    return RecentEvent(**known)


def with_event(events: Iterable[RecentEvent], new: RecentEvent) -> list[RecentEvent]:
    """The events with one put in its place; it stands first."""
    others = [event for event in events if event.path != new.path]
    return [new, *others][:MOST]
