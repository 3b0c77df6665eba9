"""What is typed of one's own sheet becomes measures; what can't be is said in words.

Pure: called at every key, for the drawing beside the fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin.badges.lengths import read_length, write_length
from checkin.badges.ownstocks import PAPERS
from checkin.settings import OwnStock, Unit


class Part(StrEnum):
    """What is asked for, in its order."""

    NAME = "name"
    PAPER_WIDTH = "paper_width"
    PAPER_HEIGHT = "paper_height"
    WIDTH = "width"
    HEIGHT = "height"
    COLUMNS = "columns"
    ROWS = "rows"
    LEFT = "left"
    TOP = "top"
    ACROSS = "across"
    """From a badge to its neighbour: the gap, or from edge to edge."""
    DOWN = "down"
    CORNER = "corner"


PAIRS = {
    "paper_size": (Part.PAPER_WIDTH, Part.PAPER_HEIGHT),
    "badge_size": (Part.WIDTH, Part.HEIGHT),
    "first": (Part.LEFT, Part.TOP),
    "pitch": (Part.ACROSS, Part.DOWN),
}
COUNTS = {Part.COLUMNS: "columns", Part.ROWS: "rows"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields."""

    texts: Mapping[Part, str]
    paper: str = "A4"
    """One of PAPERS; empty: as typed."""
    unit: Unit = Unit.MM
    by_gap: bool = False
    """Whether ACROSS and DOWN are gaps."""


def read_typed(typed: Typed, before: OwnStock) -> tuple[OwnStock, frozenset[Part]]:
    """The measures, and what of them could not be read: it stays as it was before."""
    read = _Reader(typed)
    badge = read.pair("badge_size", before.badge_size)
    columns = read.count(Part.COLUMNS, before.columns)
    rows = read.count(Part.ROWS, before.rows)
    known = PAPERS.get(typed.paper)
    measures = replace(
        before,
        name=" ".join(typed.texts[Part.NAME].split()),
        paper=typed.paper,
        paper_size=(
            (known.width, known.height)
            if known
            else read.pair("paper_size", before.paper_size)
        ),
        badge_size=badge,
        columns=columns,
        rows=rows,
        first=read.pair("first", before.first),
        pitch=read.pitch(badge, before.pitch),
        corner=read.corner(before.corner),
        unit=typed.unit,
        by_gap=typed.by_gap,
    )
    needless = {Part.ACROSS} if columns == 1 else set()
    needless |= {Part.DOWN} if rows == 1 else set()
    return measures, frozenset(read.unread - needless)


class _Reader:
    """Reads one field after the other, and notes those that it can't."""

    def __init__(self, typed: Typed) -> None:
        self._typed = typed
        self.unread: set[Part] = set()

    def length(self, part: Part, old: float) -> float:
        found = read_length(self._typed.texts[part], self._typed.unit)
        if found is None:
            self.unread.add(part)
            return old
        return found

    def pair(self, name: str, old: tuple[float, float]) -> tuple[float, float]:
        one, other = PAIRS[name]
        return self.length(one, old[0]), self.length(other, old[1])

    def pitch(
        self, badge: tuple[float, float], old: tuple[float, float]
    ) -> tuple[float, float]:
        """From edge to edge, also where gaps are typed."""
        if not self._typed.by_gap:
            return self.pair("pitch", old)
        gaps = self.pair("pitch", (old[0] - badge[0], old[1] - badge[1]))
        return round(gaps[0] + badge[0], 4), round(gaps[1] + badge[1], 4)

    def count(self, part: Part, old: int) -> int:
        text = self._typed.texts[part].strip()
        if text.isascii() and text.isdigit():
            return int(text[:9])
        self.unread.add(part)
        return old

    def corner(self, old: float) -> float:
        """Nothing typed is a square corner."""
        nothing = not self._typed.texts[Part.CORNER].strip()
        return 0.0 if nothing else self.length(Part.CORNER, old)


def written(own: OwnStock) -> Typed:
    """What stands in the fields for those measures."""
    texts = {Part.NAME: own.name, Part.CORNER: write_length(own.corner, own.unit)}
    for name, parts in PAIRS.items():
        values = getattr(own, name)
        if name == "pitch" and own.by_gap:
            values = [p - b for p, b in zip(own.pitch, own.badge_size, strict=True)]
        for part, value in zip(parts, values, strict=True):
            texts[part] = write_length(value, own.unit)
    for part, name in COUNTS.items():
        texts[part] = str(getattr(own, name))
    return Typed(texts, own.paper, own.unit, own.by_gap)
