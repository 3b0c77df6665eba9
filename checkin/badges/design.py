"""How a badge looks: what stands on it, for badges of different shape."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from checkin.badges.elements import LOGO, PHOTO, Element, Picture, Side, asked_by
from checkin.badges.errors import BadgesDoNotFit
from checkin.badges.palette import Palette
from checkin.badges.stock import Size, Stock
from checkin.badges.templates import FIELDS

UPRIGHT = 1.15
"""A badge is upright if it is so much taller than wide."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is on a badge of the reference size."""

    reference: Size
    smallest: Size
    """Badges below this size in mm can't take it."""
    largest: Size | None
    """Badges above this size look lost with it."""
    upright: bool | None
    """For badges that are taller than wide, or for the others; None: for all."""
    front: tuple[Element, ...]
    back: tuple[Element, ...] = ()

    def takes(self, size: Size) -> bool:
        """Whether badges of this size in mm may have it."""
        width, height = size
        if self.upright not in (None, height > UPRIGHT * width):
            return False
        if self.largest and (width, height) != (
            min(width, self.largest.width),
            min(height, self.largest.height),
        ):
            return False
        return width >= self.smallest.width and height >= self.smallest.height

    def side(self, side: Side) -> tuple[Element, ...]:
        """What stands on a side, the lowest first."""
        return self.front if side is Side.FRONT else self.back


@dataclass(frozen=True, eq=False)
class Design:
    """A look, with layouts for badges of different shape. Equal to itself only."""

    name: str
    title: str
    about: str
    palette: Palette = field(repr=False)
    layouts: tuple[Layout, ...] = field(repr=False)
    folder: Path | None = None
    """Where its pictures lie; None: it has none."""
    rank: int = 0
    """Its place among others; the lowest come first."""

    @cached_property
    def _elements(self) -> tuple[Element, ...]:
        return tuple(e for one in self.layouts for e in (*one.front, *one.back))

    @cached_property
    def has_back(self) -> bool:
        """Whether there is something to print on the other side."""
        return any(layout.back for layout in self.layouts)

    @cached_property
    def asks(self) -> frozenset[str]:
        """All fields and headings that it shows or decides by."""
        return frozenset().union(*map(asked_by, self._elements))

    @property
    def headings(self) -> frozenset[str]:
        """The list's further columns among them, as `plain_name` gives them."""
        return self.asks - set(FIELDS) - {LOGO, PHOTO}

    @cached_property
    def has_photo(self) -> bool:
        """Whether it shows photos of the guests."""
        return PHOTO in self._sources

    @cached_property
    def has_logo(self) -> bool:
        """Whether it shows the logo of the event."""
        return LOGO in self._sources

    @property
    def _sources(self) -> set[str]:
        return {one.source for one in self._elements if isinstance(one, Picture)}

    def laid_out_for(self, stock: Stock) -> Layout:
        """The first layout that badges of this stock may have.

        Raises:
            BadgesDoNotFit: there is none.
        """
        width, height = size = stock.panel_size
        for one in self.layouts:
            if one.takes(size):
                return one
        raise BadgesDoNotFit(
            design=self.title,
            stock=stock.part,
            width=f"{width:g}",
            height=f"{height:g}",
        )

    def fits(self, stock: Stock) -> bool:
        """Whether badges of this stock may have it."""
        return any(one.takes(stock.panel_size) for one in self.layouts)
