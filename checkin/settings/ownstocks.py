"""The sheets that somebody measured with a ruler, kept on this computer."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from math import isfinite
from typing import Any

MOST = 200
"""So many are kept."""


class Unit(StrEnum):
    """What a ruler shows."""

    MM = "mm"
    INCH = "in"


@dataclass(frozen=True, slots=True)
class OwnStock:
    """A sheet as it was measured. Lengths in mm, pairs across and down.

    Nothing here says that it can be: `checkin.badges` looks at that.
    """

    name: str
    paper: str
    """A4 and so on; empty for a size of one's own."""
    paper_size: tuple[float, float]
    badge_size: tuple[float, float]
    columns: int
    rows: int
    first: tuple[float, float]
    """Left and top margin."""
    pitch: tuple[float, float]
    """Between the same edge of two neighbours."""
    corner: float = 0
    unit: Unit = Unit.MM
    """In which it is shown again."""
    by_gap: bool = False
    """Whether gaps are shown, and not distances from edge to edge."""
    like: str = ""
    """The stock that it was copied from: folded or from a roll as that is."""


def read_own(stored: object) -> list[OwnStock]:
    """The newest first; whatever is not as we write it is left out."""
    entries = stored if isinstance(stored, list) else []
    return [one for entry in entries if (one := _read(entry)) is not None]


def with_own(
    known: Sequence[OwnStock], new: OwnStock, instead_of: str = ""
) -> list[dict[str, Any]]:
    """All with one more; it takes the place of those of its name or `instead_of`."""
    gone = {new.name.casefold(), instead_of.casefold()}
    others = [one for one in known if one.name.casefold() not in gone]
    return [asdict(one) for one in (new, *others)][:MOST]


def without_own(known: Sequence[OwnStock], name: str) -> list[dict[str, Any]]:
    """All but the one of that name."""
    wanted = name.casefold()
    return [asdict(one) for one in known if one.name.casefold() != wanted]


_NAMES = {field.name for field in fields(OwnStock)}
_PAIRS = ("paper_size", "badge_size", "first", "pitch")


def _read(entry: object) -> OwnStock | None:
    if not isinstance(entry, dict) or not set(entry) <= _NAMES:
        return None
    try:
        pairs = {name: _pair(entry[name]) for name in _PAIRS}
        numbers = {name: int(entry[name]) for name in ("columns", "rows")}
        unit = Unit(entry.get("unit", Unit.MM))
        corner = float(entry.get("corner", 0))
        name, paper = str(entry["name"]), str(entry["paper"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    by_gap, like = bool(entry.get("by_gap")), str(entry.get("like", ""))
    more = {"corner": corner, "unit": unit, "by_gap": by_gap, "like": like}
    return OwnStock(name=name, paper=paper, **pairs, **numbers, **more)  # type: ignore[arg-type]


def _pair(value: Any) -> tuple[float, float]:
    across, down = (float(one) for one in value)
    if not (isfinite(across) and isfinite(down)):
        raise ValueError("no sheet is endless")
    return across, down
