"""Sheets that badges are printed on, as their makers cut them."""

import difflib
import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from checkin.badges.errors import StartOutOfRange, UnknownStock
from checkin.resources import resource

_PLAY = 0.01
"""mm by which a cell may stand over the paper: makers' tables are rounded."""


class Size(NamedTuple):
    """Width and height in mm."""

    width: float
    height: float


class Point(NamedTuple):
    """Distance from the left and from the top in mm."""

    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet that badges are printed on. All lengths in mm, from the top left."""

    part: str
    vendor: str
    description: str
    equivalents: tuple[str, ...]
    """Part numbers with the same geometry."""
    paper: str
    paper_size: Size
    badge_size: Size
    corner: float
    """Radius of the rounded corners; 0 if they are square."""
    columns: int
    rows: int
    first: Point
    pitch: Size
    """Distance between the same corner of two neighbours."""
    source: str
    """Where the geometry was taken from."""

    def __post_init__(self) -> None:
        last = self.cell(self.places)
        right = last.left + self.badge_size.width
        bottom = last.top + self.badge_size.height
        if (
            min(self.first) < -_PLAY
            or right > self.paper_size.width + _PLAY
            or bottom > self.paper_size.height + _PLAY
        ):
            message = f"{self.part}: not all badges lie on the paper"
            raise ValueError(message)

    @property
    def places(self) -> int:
        """Badges on one sheet."""
        return self.columns * self.rows

    @property
    def alone(self) -> "Stock":
        """One badge on a page of its own size: to be looked at."""
        return replace(
            self,
            paper_size=self.badge_size,
            columns=1,
            rows=1,
            first=Point(0, 0),
            pitch=self.badge_size,
        )

    def cell(self, place: int) -> Point:
        """The top left corner of a place: 1 is top left, then along the row.

        Raises:
            StartOutOfRange: the sheet has no such place.
        """
        if not 1 <= place <= self.places:
            raise StartOutOfRange(stock=self.part, start=place, last=self.places)
        row, column = divmod(place - 1, self.columns)
        return Point(
            self.first.left + column * self.pitch.width,
            self.first.top + row * self.pitch.height,
        )


@cache
def stocks() -> tuple[Stock, ...]:
    """All shipped stocks; the first is the default."""
    entries = json.loads(resource("stocks", "sheets.json").read_text("utf-8"))
    return tuple(read_stock(entry) for entry in entries)


def read_stock(entry: dict[str, Any]) -> Stock:
    """A stock from its entry in a stock file.

    Raises:
        ValueError: some of its badges would not lie on the paper.
    """
    return Stock(
        **{
            **entry,
            "equivalents": tuple(entry["equivalents"]),
            "paper_size": Size(*entry["paper_size"]),
            "badge_size": Size(*entry["badge_size"]),
            "first": Point(*entry["first"]),
            "pitch": Size(*entry["pitch"]),
        }
    )


@cache
def _by_name() -> dict[str, Stock]:
    """By part, by equivalent part, with and without the vendor."""
    named: dict[str, Stock] = {}
    for known in stocks():
        for part in (known.part, *known.equivalents):
            named.setdefault(_plain(part), known)
            named.setdefault(_plain(known.vendor + part), known)
    return named


def stock(name: str | None = None) -> Stock:
    """The stock of that part number: L4785, “Avery 5395”. Without a name, the default.

    Raises:
        UnknownStock: with the names that are nearest.
    """
    if name is None:
        return stocks()[0]
    found = _by_name().get(_plain(name))
    if found is None:
        raise UnknownStock(stock=name, near=", ".join(_near(name)))
    return found


def _near(name: str) -> list[str]:
    parts = {_plain(known.part): known.part for known in stocks()}
    near = difflib.get_close_matches(_plain(name), parts, n=3, cutoff=0.5)
    return [parts[one] for one in near] or [known.part for known in stocks()[:3]]


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
