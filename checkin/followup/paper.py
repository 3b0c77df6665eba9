"""The sheets that lists are printed on."""

from dataclasses import dataclass

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright; lengths in pt."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210 * _MM, 297 * _MM)
LETTER = Paper("Letter", 612, 792)
