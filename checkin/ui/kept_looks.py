"""The looks of an event's badges as they were chosen last: the door has them too."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkin.badges import Design, Looks, Pictures
from checkin.model.errors import CheckinError
from checkin.model.ids import EventId
from checkin.settings import Settings
from checkin.ui.printing import kept_design, known_designs

_EVENTS = "badges.events"
_MOST = 50
"""So many events are remembered."""


@dataclass(frozen=True, slots=True)
class KeptLooks:
    """What was chosen for one event."""

    usual: Design
    by_ticket: tuple[tuple[str, Design], ...] = ()
    logo: Path | None = None
    photos: Path | None = None

    @property
    def looks(self) -> Looks:
        """The designs."""
        return Looks(self.usual, self.by_ticket)

    def pictures(self) -> Pictures | None:
        """The logo and the photos; None if there are none, or they are gone.

        Nobody waits at the door for a badge because a folder was moved: it is printed
        without them.
        """
        try:
            return Pictures(self.logo, self.photos)
        except CheckinError:
            return None


def kept_looks(settings: Settings, event: EventId) -> KeptLooks:
    """What to begin with; the usual design is that of all events."""
    own = _events(settings).get(event.hex(), {})
    known = {one.name: one for one in known_designs(settings)}
    designs = own.get("designs")
    pairs = designs.items() if isinstance(designs, dict) else ()
    return KeptLooks(
        usual=kept_design(settings),
        by_ticket=tuple((name, known[one]) for name, one in pairs if one in known),
        logo=_read_path(own.get("logo")),
        photos=_read_path(own.get("photos")),
    )


def keep_looks(settings: Settings, event: EventId, kept: KeptLooks) -> None:
    """For the next time, but for the usual design; nothing where nothing is chosen."""
    own = {
        "designs": {name: one.name for name, one in kept.by_ticket},
        "logo": str(kept.logo or ""),
        "photos": str(kept.photos or ""),
    }
    _keep_of(settings, event, own)


def _keep_of(settings: Settings, event: EventId, own: Mapping[str, Any]) -> None:
    events = _events(settings)
    before = events.pop(event.hex(), {})
    chosen = {key: value for key, value in own.items() if value}
    if chosen != before:
        kept = ({event.hex(): chosen} if chosen else {}) | events
        few = dict(list(kept.items())[:_MOST])
        settings.keep(_EVENTS, json.dumps(few, ensure_ascii=False))


def _events(settings: Settings) -> dict[str, dict[str, Any]]:
    """The events, the newest first; whatever is not as we write it is left out."""
    try:
        found = json.loads(settings.kept(_EVENTS) or "{}")
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {key: own for key, own in pairs if isinstance(own, dict)}


def _read_path(found: Any) -> Path | None:
    return Path(found) if found and isinstance(found, str) else None
