"""How badges come onto sheets: on what they are printed, in what order, how often."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.badges.calibration import AS_IT_IS, Calibration
from checkin.badges.errors import WrongSheeting
from checkin.badges.stock import Stock
from checkin.model.i18n import _

MOST_COPIES = 20
"""Of each badge; more is a slip of the finger."""
LEAST_DOTS, MOST_DOTS = 72, 2400
"""Dots an inch that a printer may have."""


class Fill(StrEnum):
    """In what order the places are filled."""

    ROWS = "rows"
    """Along the rows of the first sheet, then of the next one."""
    STACK = "stack"
    """So that the pile of sheets, cut up and its stacks put together, is in order."""


class Duplex(StrEnum):
    """How the backs of two-sided badges are printed."""

    LONG_EDGE = "long_edge"
    """On the back of the sheet, which the printer turns along its long edge."""
    SHORT_EDGE = "short_edge"
    """The same along its short edge."""
    APART = "apart"
    """After all the fronts, for a printer that doesn't turn sheets: the pile is put in
    once more, turned along its long edge, with the first sheet drawn in first."""
    FRONTS = "fronts"
    """Not at all."""


class Marks(StrEnum):
    """What helps to cut the badges out."""

    NONE = "none"
    CROP = "crop"
    """Short lines beside the badges, where there is room."""
    OUTLINE = "outline"
    """A fine line around each badge, just inside its edge."""


@dataclass(frozen=True, slots=True)
class Sheeting:
    """Everything about the paper that has nothing to do with the looks.

    Raises:
        StartOutOfRange: `start` or one of `used` is no place of the sheet.
        WrongSheeting: too many or too few copies or dots.
    """

    stock: Stock
    used: frozenset[int] = frozenset()
    """Places of the first sheet that are gone."""
    start: int = 1
    """The first place of the first sheet that may be used."""
    fill: Fill = Fill.ROWS
    copies: int = 1
    """Of each badge, one after the other."""
    duplex: Duplex = Duplex.LONG_EDGE
    """Without meaning for designs that have no back."""
    marks: Marks = Marks.NONE
    calibration: Calibration = AS_IT_IS
    """What puts right how the printer prints."""
    resolution: int | None = None
    """Dots an inch of the printer, if known; else that of the stock holds."""

    def __post_init__(self) -> None:
        for place in (self.start, *self.used):
            self.stock.cell(place)
        if not 1 <= self.copies <= MOST_COPIES:
            raise WrongSheeting(
                what=_("copies"), n=self.copies, least=1, most=MOST_COPIES
            )
        if self.dots is not None and not LEAST_DOTS <= self.dots <= MOST_DOTS:
            raise WrongSheeting(
                what=_("dots an inch"), n=self.dots, least=LEAST_DOTS, most=MOST_DOTS
            )

    @property
    def free(self) -> list[int]:
        """Places of the first sheet; a sheet with nothing left is thrown away."""
        every = range(1, self.stock.places + 1)
        left = [p for p in every if p >= self.start and p not in self.used]
        return left or list(every)

    @property
    def dots(self) -> int | None:
        """Dots an inch that the modules of the codes are to fall on; None: any."""
        return self.resolution or self.stock.dots
