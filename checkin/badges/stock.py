"""A sheet or a roll that badges are printed on, as its maker cuts it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from checkin.badges.errors import StartOutOfRange
from checkin.model.i18n import _

PLAY = 0.01
"""mm by which a cell may stand over the paper: makers' tables are rounded."""


class Size(NamedTuple):
    """Width and height in mm."""

    width: float
    height: float


class Point(NamedTuple):
    """Distance from the left and from the top in mm."""

    left: float
    top: float


class Kind(StrEnum):
    """What one holds in the hand in the end."""

    SHEET = "sheet"
    """Labels on a sheet, to be peeled off."""
    CARD = "card"
    """Cards to be torn or cut out, or single ones."""
    HOLDER = "holder"
    """Paper that is put into a holder."""
    FOLD = "fold"
    """Paper that is folded: a badge with a back, or one that stands on a table."""
    ROLL = "roll"
    """Labels or tape from a roll: a page is a label."""


class Fold(StrEnum):
    """Where a badge is folded."""

    TOP = "top"
    """Its upper edge is the fold: the back lies above it, upside down."""


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet or roll that badges are printed on. All lengths in mm, from the top left.

    Raises:
        ValueError: the badges overlap, or some do not lie on the paper.
    """

    part: str
    """The part number on the pack; a plain name where nobody in particular makes it."""
    vendor: str
    """Empty for a generic size that many make, and for a user's own stock."""
    description: str
    equivalents: tuple[str, ...]
    """Part numbers with the same geometry."""
    paper: str
    paper_size: Size
    """Of the page. On a roll it is the label, as the badge is worn."""
    badge_size: Size
    """What is cut or peeled out of the page; of a folded badge, before it is folded."""
    corner: float
    """Radius of the rounded corners; 0 if they are square."""
    columns: int
    rows: int
    first: Point
    pitch: Size
    """Distance between the same corner of two neighbours."""
    source: str
    """Where the geometry was taken from."""
    kind: Kind = Kind.SHEET
    fold: Fold | None = None
    """If the badge is folded: its cell is two panels of `panel_size`."""
    across: float | None = None
    """Width of a roll, along the print head; None for sheets.

    A page that is wider than its roll is turned by 90° on its way to the printer.
    """
    continuous: bool = False
    """Tape that the printer cuts to the length of the page."""
    dots: int | None = None
    """Dots an inch of the printers that take this roll; None for sheets."""
    own: bool = False
    """Whether the user measured it."""
    unsure: float = 0
    """By how many mm tables of this stock differ, or make its margins uneven."""

    def __post_init__(self) -> None:
        if self.columns < 1 or self.rows < 1 or min(self.badge_size) <= 0:
            message = f"{self.part}: there is no badge on it"
            raise ValueError(message)
        if not self._stand_apart:
            message = f"{self.part}: the badges overlap"
            raise ValueError(message)
        if not self._lie_on_paper:
            message = f"{self.part}: not all badges lie on the paper"
            raise ValueError(message)
        if not 0 <= self.corner <= min(self.panel_size) / 2:
            message = f"{self.part}: a corner is rounder than its badge"
            raise ValueError(message)

    @property
    def _stand_apart(self) -> bool:
        (across, down), (width, height) = self.pitch, self.badge_size
        beside = self.columns == 1 or across >= width - PLAY
        below = self.rows == 1 or down >= height - PLAY
        return beside and below

    @property
    def _lie_on_paper(self) -> bool:
        last = self.cell(self.places)
        return (
            min(self.first) >= -PLAY
            and last.left + self.badge_size.width <= self.paper_size.width + PLAY
            and last.top + self.badge_size.height <= self.paper_size.height + PLAY
        )

    @property
    def title(self) -> str:
        """Avery L4785; of a generic or own one its name alone: A7 4-up."""
        return f"{self.vendor} {self.part}".strip()

    @property
    def generic(self) -> bool:
        """Whether it is a size that many make."""
        return not self.vendor and not self.own

    @property
    def doubt(self) -> str:
        """Why one should print a test sheet first, in words; empty for no reason."""
        if not self.unsure:
            return ""
        words = _(
            "Its known measures may be {distance} mm off: print a test sheet first."
        )
        return words.format(distance=f"{self.unsure:g}")

    @property
    def places(self) -> int:
        """Badges on one sheet."""
        return self.columns * self.rows

    @property
    def panel_size(self) -> Size:
        """What a design is laid out on: the badge, or half of one that is folded."""
        if self.fold is None:
            return self.badge_size
        return Size(self.badge_size.width, self.badge_size.height / 2)

    @property
    def alone(self) -> "Stock":
        """One badge on a page of its own size, unfolded no more: to be looked at."""
        return replace(
            self,
            paper_size=self.panel_size,
            badge_size=self.panel_size,
            columns=1,
            rows=1,
            first=Point(0, 0),
            pitch=self.panel_size,
            fold=None,
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

    def front(self, place: int) -> Point:
        """The top left corner of the panel that shows the front, upright.

        Raises:
            StartOutOfRange: the sheet has no such place.
        """
        left, top = self.cell(place)
        lower = self.panel_size.height if self.fold else 0
        return Point(left, top + lower)

    def folded_back(self, place: int) -> Point | None:
        """The top left corner of the panel that is turned by 180°; None without a fold.

        Raises:
            StartOutOfRange: the sheet has no such place.
        """
        return self.cell(place) if self.fold else None
