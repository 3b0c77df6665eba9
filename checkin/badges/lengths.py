"""Lengths as people type them, in mm or inches; decimal point or comma."""

import re

from checkin.badges.units import MM_PER_INCH
from checkin.model.i18n import _
from checkin.settings.ownstocks import Unit

MM = {Unit.MM: 1.0, Unit.INCH: MM_PER_INCH}
"""mm in one of each."""
_NUMBER = r"(?P<number>[-−]?\d*[.,]?\d+|[-−]?\d+[.,])"
_FRACTION = r"(?:\s+(?P<over>\d+)/(?P<under>[1-9]\d*))?"
_LENGTH = re.compile(rf"{_NUMBER}{_FRACTION}\s*(?P<unit>mm|cm|in|inch|inches|\"|”|″)?")
_NAMED = {"mm": 1.0, "cm": 10.0}
MOST = 2000.0
"""mm; no sheet of paper is longer."""


def read_length(text: str, unit: Unit = Unit.MM) -> float | None:
    """A length in mm: 80, 80,5, 8 cm, 3.5 in or 3 1/2"; None if it is none.

    What stands behind the number goes before `unit`.
    """
    found = _LENGTH.fullmatch(text.strip().casefold())
    if found is None:
        return None
    number = float(found["number"].replace(",", ".").replace("−", "-"))
    if found["over"]:
        number += int(found["over"]) / int(found["under"])
    named = found["unit"]
    factor = _NAMED.get(named, MM[Unit.INCH]) if named else MM[unit]
    length = round(number * factor, 4)
    return length if abs(length) <= MOST else None


def write_length(length: float, unit: Unit = Unit.MM) -> str:
    """The number alone, as it is typed: 80, 17.5; exact to 0.005 mm."""
    return _written(length, unit, 2 if unit is Unit.MM else 4)


def _written(length: float, unit: Unit, digits: int) -> str:
    text = f"{length / MM[unit]:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def length_words(length: float, unit: Unit = Unit.MM) -> str:
    """17.5 mm, not to be torn apart at the end of a line."""
    words = _("{n} mm") if unit is Unit.MM else _("{n} in")
    filled = words.format(n=_written(length, unit, 2))
    return filled.replace(" ", "\N{NO-BREAK SPACE}")


_PAIR = re.compile(r"\s*[x×*;]\s*|\s+")


def read_pair(text: str, unit: Unit = Unit.MM) -> tuple[float, float] | None:
    """Two in mm: 80x50, “80 × 50 mm”, 18,13 or 17.5,13.5; None if they are not.

    A comma parts two numbers only where nothing else does: 17,5x13,5 are two.
    """
    words = text.strip().casefold()
    for named in ("mm", "inches", "inch", "in", '"'):
        if words.endswith(named):
            words = words.removesuffix(named).strip()
            unit = Unit.MM if named == "mm" else Unit.INCH
            break
    parts = [part for part in _PAIR.split(words) if part]
    if len(parts) == 1:
        numbers = words.split(",")
        half, odd = divmod(len(numbers), 2)
        if odd:
            return None
        parts = [",".join(numbers[:half]), ",".join(numbers[half:])]
    lengths = [read_length(part, unit) for part in parts]
    if len(lengths) != 2 or lengths[0] is None or lengths[1] is None:
        return None
    return lengths[0], lengths[1]
