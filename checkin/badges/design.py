"""How a badge looks: read from a file, in mm and pt of a reference badge."""

import json
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from checkin.badges.errors import BadgesDoNotFit, UnknownDesign
from checkin.badges.palette import Colour, Palette, read_palette
from checkin.badges.stock import Size, Stock
from checkin.resources import resource
from checkin.typeset import Style


class Side(Enum):
    """Of a badge."""

    FRONT = "front"
    BACK = "back"


class Sizes(NamedTuple):
    """The largest and the smallest size of a text in pt."""

    largest: float
    smallest: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One field of the badge, below the one before it."""

    shows: str
    """The name of a field of BadgeText."""
    style: Style
    ink: Colour
    largest: float
    smallest: float
    rows: int
    """How many lines it may take before it ends in “…”."""
    gap: float
    """Room above it, in mm, if something stands there."""
    legible: float = 0
    """Set smaller than this, in pt, it is reported; 0: never."""
    not_above: str = ""
    """A field further up than which it is never larger."""


@dataclass(frozen=True, slots=True)
class QrPlace:
    """How large the code is. It stands on the right, above the band."""

    modules: float
    """Side of its 21 x 21 modules in mm, without the quiet zone; never made less."""
    code_size: float
    """Of the code in letters below the quiet zone, in pt."""
    clear: float
    """Between these letters and the band, in mm."""


@dataclass(frozen=True, slots=True)
class Band:
    """The coloured strip along the lower edge, with ticket type and event."""

    height: float
    ticket: Sizes
    event: Sizes


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything is on a badge of the reference size."""

    reference: Size
    smallest: Size
    """Badges below this size in mm can't take it."""
    margin: Size
    """Left and right, and top."""
    text_ends: float
    """Room in mm between the lowest text and the band."""
    qr: QrPlace
    band: Band
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """A look, with arrangements for badges of different shape."""

    name: str
    title: str
    about: str
    palette: Palette
    arrangements: tuple[Arrangement, ...]
    has_back: bool = False
    """Whether there is something to print on the other side."""

    def arranged_for(self, stock: Stock) -> Arrangement:
        """The first arrangement that badges of this stock are large enough for.

        Raises:
            BadgesDoNotFit: they are too small for all of them.
        """
        width, height = stock.panel_size
        for one in self.arrangements:
            if width >= one.smallest.width and height >= one.smallest.height:
                return one
        raise BadgesDoNotFit(
            design=self.title,
            stock=stock.part,
            width=f"{width:g}",
            height=f"{height:g}",
        )


DEFAULT = "classic"


@cache
def designs() -> tuple[str, ...]:
    """The names of the shipped designs; the first is the default."""
    names = sorted(path.stem for path in resource("designs").glob("*.json"))
    return (DEFAULT, *(name for name in names if name != DEFAULT))


@cache
def design(name: str = DEFAULT) -> Design:
    """A shipped design.

    Raises:
        UnknownDesign: there is none of that name.
    """
    if name not in designs():
        raise UnknownDesign(design=name, known=", ".join(designs()))
    path = resource("designs", f"{name}.json")
    return read_design(json.loads(path.read_text("utf-8")))


def read_design(entry: dict[str, Any]) -> Design:
    """A design from the content of its file."""
    palette = read_palette(entry["colours"])
    return Design(
        entry["name"],
        entry["title"],
        entry["about"],
        palette,
        tuple(_arrangement(one, palette) for one in entry["layouts"]),
    )


def _arrangement(entry: dict[str, Any], palette: Palette) -> Arrangement:
    band = entry["band"]
    return Arrangement(
        Size(*entry["reference"]),
        Size(*entry["smallest"]),
        Size(*entry["margin"]),
        entry["text_ends"],
        QrPlace(**entry["qr"]),
        Band(band["height"], Sizes(*band["ticket"]), Sizes(*band["event"])),
        tuple(_line(one, palette) for one in entry["lines"]),
    )


def _line(entry: dict[str, Any], palette: Palette) -> TextLine:
    return TextLine(
        **{
            **entry,
            "style": Style(entry["style"]),
            "ink": palette.named(entry["ink"]),
        }
    )
