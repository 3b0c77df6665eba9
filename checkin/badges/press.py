"""Prints badge after badge onto the pages of a document, fronts and backs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checkin.badges.cutting import marks_on, outline
from checkin.badges.design import Design
from checkin.badges.dots import Grid, on_whole_dots
from checkin.badges.looks import Looks
from checkin.badges.paint import Painter
from checkin.badges.pictures import Pictures
from checkin.badges.places import Place
from checkin.badges.setting import LaidSide
from checkin.badges.sheeting import Duplex, Marks, Sheeting
from checkin.badges.sides import has_backs, on_back, on_front
from checkin.badges.stock import Stock
from checkin.badges.text import BadgeText
from checkin.badges.units import MM
from checkin.typeset import new_canvas, reordered, save


class Press:
    """The badges come sheet by sheet; of each sheet only its own are kept in mind.

    Raises:
        BadgesDoNotFit: a design is too large for the stock.
    """

    def __init__(
        self,
        on: Sheeting,
        looks: Looks,
        ticket_types: Sequence[str] = (),
        pictures: Pictures | None = None,
    ) -> None:
        self._on, self._looks = on, looks
        self._page = page_of(on)
        paper = self._page.paper_size
        self._canvas = new_canvas(paper.width * MM, paper.height * MM, title="")
        self._painters = {
            design: _painter(
                self._canvas, self._page, on, design, ticket_types, pictures
            )
            for design in looks
        }
        self._two_sided = has_backs(on, looks)
        self._beside = marks_on(self._page, on.marks)
        self._sheet = 0
        self._here: list[tuple[BadgeText, int]] = []
        """What is on the sheet that is printed, for its back."""
        self._fronts: list[int] = []
        """The sheets in turn, by their numbers."""

    @property
    def sheets(self) -> int:
        """How many are begun."""
        return len(self._fronts)

    @property
    def pages(self) -> tuple[int, ...]:
        """For each page of the document the sheet whose front it is; 0 for backs."""
        if not self._two_sided:
            return tuple(self._fronts)
        backs = [0] * len(self._fronts)
        if self._on.duplex is Duplex.APART:
            return (*self._fronts, *backs)
        pairs = zip(self._fronts, backs, strict=True)
        return tuple(page for pair in pairs for page in pair)

    def print(self, badge: BadgeText, place: Place) -> LaidSide:
        """One badge; how the words of its front came out, and will of its back.

        Raises:
            CodeTooLong: its code would have modules too small to read.
        """
        if place.sheet != self._sheet:
            self._end_sheet()
            self._sheet = place.sheet
            self._fronts.append(place.sheet)
            self._begin_page(self._beside)
        stock, design = self._on.stock, self._looks.of(badge.ticket_type)
        painter = self._painters[design]
        front, *_far = (
            painter.paint(badge, panel.at, panel.side, turned=panel.turned)
            for panel in on_front(stock, place.cell, design)
        )
        if self._on.marks is Marks.OUTLINE:
            self._canvas.addLiteral(outline(self._page, place.cell))
        if self._two_sided:
            self._here.append((badge, place.cell))
        return LaidSide([*front, *painter.back(badge)]) if design.has_back else front

    def save(self, out: Path, title: str) -> None:
        """Writes the document.

        Raises:
            FileNotWritable, DiskFull: `out` is as it was before.
        """
        self._end_sheet()
        self._canvas.setTitle(title)
        if self._two_sided and self._on.duplex is Duplex.APART:
            pages = range(2 * self.sheets)
            reordered(self._canvas, [*pages[::2], *pages[1::2]])
        save(self._canvas, out)

    def _begin_page(self, beside: str = "") -> None:
        calibration, height = self._on.calibration, self._page.paper_size.height
        if calibration.changes:
            across, down, x, y = calibration.matrix(height * MM)
            self._canvas.addLiteral(f"{across:.6f} 0 0 {down:.6f} {x:.4f} {y:.4f} cm")
        if beside:
            self._canvas.addLiteral(beside)

    def _end_sheet(self) -> None:
        """Ends the page, and prints the one behind it."""
        if not self._sheet:
            return
        self._canvas.showPage()
        if self._two_sided:
            self._begin_page()
            for badge, cell in self._here:
                self._print_back(badge, cell)
            self._here.clear()
            self._canvas.showPage()

    def _print_back(self, badge: BadgeText, cell: int) -> None:
        design = self._looks.of(badge.ticket_type)
        if design.has_back:
            panel = on_back(self._on.stock, cell, self._on.duplex)
            painter = self._painters[design]
            painter.paint(badge, panel.at, panel.side, turned=panel.turned)


def page_of(on: Sheeting) -> Stock:
    """The stock on pages that a printer's dots go into."""
    if on.dots is None:
        return on.stock
    return replace(on.stock, paper_size=on_whole_dots(on.stock.paper_size, on.dots))


def _painter(
    canvas: Any,
    page: Stock,
    on: Sheeting,
    design: Design,
    ticket_types: Sequence[str],
    pictures: Pictures | None,
) -> Painter:
    colours = design.palette.of_tickets(ticket_types)
    dots = Grid.of(on.dots, on.calibration) if on.dots else None
    return Painter(canvas, page, design, colours, pictures, dots)
