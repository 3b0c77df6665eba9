"""How far the printers of this computer print off, by their names."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

MOST = 100
"""So many printers are remembered."""

Numbers = tuple[float, float, float, float]
"""mm to the right and down, per cent across and down; what is done against it."""


def read_calibrations(stored: object) -> dict[str, Numbers]:
    """The newest first; whatever is not as we write it is left out."""
    entries = stored if isinstance(stored, list) else []
    found: dict[str, Numbers] = {}
    for entry in entries:
        known = entry if isinstance(entry, dict) else {}
        name, numbers = known.get("printer"), _numbers(known.get("numbers"))
        if isinstance(name, str) and numbers:
            found.setdefault(name, numbers)
    return found


def with_calibration(
    known: Mapping[str, Numbers], printer: str, numbers: Numbers | None
) -> list[dict[str, Any]]:
    """All with that of a printer in its place; without numbers it is forgotten."""
    others = {name: kept for name, kept in known.items() if name != printer}
    new = {printer: numbers} if numbers else {}
    newest = (new | others).items()
    return [{"printer": name, "numbers": list(kept)} for name, kept in newest][:MOST]


def _numbers(kept: object) -> Numbers | None:
    try:
        right, down, across, tall = (float(one) for one in kept)  # type: ignore[attr-defined]
    except (TypeError, ValueError, OverflowError):
        return None
    numbers = (right, down, across, tall)
    return numbers if all(map(isfinite, numbers)) else None
