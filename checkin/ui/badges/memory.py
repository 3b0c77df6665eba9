"""What was chosen the last time on this computer: sheets stay in the printer."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from checkin.badges import Design, Order
from checkin.badges.sheeting import Duplex, Fill, Marks
from checkin.model.ids import EventId
from checkin.settings import Settings
from checkin.ui.badges.wish import Wish
from checkin.ui.printing import DESIGN, STOCK, kept_design, kept_stock, known_designs

_ORDER, _VERIFY = "badges.order", "badges.verify"
_FILL, _DUPLEX, _MARKS = "badges.fill", "badges.duplex", "badges.marks"
_ON, _OFF = "on", "off"
_EVENTS = "badges.events"
_Choice = TypeVar("_Choice", bound=StrEnum)
_MOST = 50
"""So many events are remembered."""


def remembered(settings: Settings, event: EventId) -> Wish:
    """What to begin with."""
    own = _events(settings).get(event.hex(), {})
    return Wish(
        stock=kept_stock(settings),
        design=kept_design(settings),
        by_ticket=_read_by_ticket(own.get("designs"), known_designs(settings)),
        logo=_read_path(own.get("logo")),
        photos=_read_path(own.get("photos")),
        order=_one_of(Order, settings.kept(_ORDER), Order.FIRST_NAME),
        fill=_one_of(Fill, settings.kept(_FILL), Fill.ROWS),
        duplex=_one_of(Duplex, settings.kept(_DUPLEX), Duplex.LONG_EDGE),
        marks=_one_of(Marks, settings.kept(_MARKS), Marks.NONE),
        verify=settings.kept(_VERIFY) != _OFF,
    )


def keep(settings: Settings, event: EventId, wish: Wish) -> None:
    """For the next time."""
    settings.keep(STOCK, wish.stock.part)
    settings.keep(DESIGN, wish.design.name)
    settings.keep(_ORDER, wish.order.value)
    settings.keep(_FILL, wish.fill.value)
    settings.keep(_DUPLEX, wish.duplex.value)
    settings.keep(_MARKS, wish.marks.value)
    settings.keep(_VERIFY, _ON if wish.verify else _OFF)
    own = {
        "designs": {name: one.name for name, one in wish.by_ticket},
        "logo": str(wish.logo or ""),
        "photos": str(wish.photos or ""),
    }
    _keep_of(settings, event, own)


def _one_of(known: type[_Choice], word: str, usual: _Choice) -> _Choice:
    """What was kept; the usual one if this version doesn't know it."""
    return known(word) if word in set(known) else usual


def _keep_of(settings: Settings, event: EventId, own: Mapping[str, Any]) -> None:
    """What belongs to one event; nothing where nothing was chosen."""
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


def _read_by_ticket(
    found: Any, designs: Sequence[Design]
) -> tuple[tuple[str, Design], ...]:
    """Ticket types with their designs, unless there are no such ones any more."""
    known = {one.name: one for one in designs}
    pairs = found.items() if isinstance(found, dict) else ()
    return tuple((name, known[one]) for name, one in pairs if one in known)


def _read_path(found: Any) -> Path | None:
    return Path(found) if found and isinstance(found, str) else None
