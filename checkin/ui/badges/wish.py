"""What the user wants printed, and the sums about it in words. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from checkin.badges import (
    Design,
    Kind,
    Looks,
    Order,
    Sheeting,
    Stock,
    Which,
    has_backs,
    sheets_needed,
)
from checkin.badges.sheeting import Duplex, Fill, Marks
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId

NO_BREAK = "\N{NO-BREAK SPACE}"


class Who(StrEnum):
    """Whose badges."""

    UNPRINTED = Which.UNPRINTED.value
    CHANGED = Which.CHANGED.value
    CHOSEN = "chosen"
    """Those that the user ticks."""
    ALL = Which.ALL.value


@dataclass(frozen=True, slots=True)
class Wish:
    """All that the page lets one choose."""

    stock: Stock
    design: Design
    who: Who = Who.UNPRINTED
    chosen: tuple[AttendeeId, ...] = ()
    order: Order = Order.FIRST_NAME
    used: frozenset[int] = field(default_factory=frozenset)
    """Places of the first sheet that are gone."""
    by_ticket: tuple[tuple[str, Design], ...] = ()
    """Ticket types that have a design of their own."""
    fill: Fill = Fill.ROWS
    copies: int = 1
    duplex: Duplex = Duplex.LONG_EDGE
    marks: Marks = Marks.NONE
    logo: Path | None = None
    photos: Path | None = None
    """The folder of the guests' photos."""
    reason: str = ""
    """Why badges are printed once more: a `Reason`, or other words."""
    new_codes: bool = False
    """Whether the badges of before are to open no door any more."""
    verify: bool = True
    """Whether every code is read back from the sheets."""
    printer: str = ""
    """The name of the printer; empty: a PDF that is opened."""

    @property
    def sheeting(self) -> Sheeting:
        """How the badges come onto the sheets."""
        return Sheeting(
            self.stock,
            self.used,
            fill=self.fill,
            copies=self.copies,
            duplex=self.duplex,
            marks=self.marks,
        )

    @property
    def looks(self) -> Looks:
        """What the badges look like."""
        return Looks(self.design, self.by_ticket)

    @property
    def two_sided(self) -> bool:
        """Whether there is something to print on the back of the sheets."""
        return self.stock.fold is None and self.looks.has_back

    @property
    def has_backs(self) -> bool:
        """Whether the backs are printed too."""
        return has_backs(self.sheeting, self.looks)

    @property
    def shows_logo(self) -> bool:
        """Whether a chosen design shows the logo of the event."""
        return any(one.has_logo for one in self.looks)

    @property
    def shows_photos(self) -> bool:
        """Whether a chosen design shows photos."""
        return any(one.has_photo for one in self.looks)

    def sheets(self, badges: int) -> int:
        """How many sheets so many badges take."""
        return sheets_needed(badges, self.sheeting)


def badge_words(badges: int) -> str:
    """43 badges."""
    return ngettext("{n:,} badge", "{n:,} badges", badges)


def sheet_words(sheets: int) -> str:
    """5 sheets."""
    return ngettext("{n:,} sheet", "{n:,} sheets", sheets)


def label_words(labels: int) -> str:
    """5 labels: a roll has no sheets."""
    return ngettext("{n:,} label", "{n:,} labels", labels)


def print_words(badges: int, sheets: int, stock: Stock | None = None) -> str:
    """What the big button says."""
    on_roll = stock is not None and stock.kind is Kind.ROLL
    return _("Print {badges} on {sheets}").format(
        badges=badge_words(badges),
        sheets=label_words(sheets) if on_roll else sheet_words(sheets),
    )


def sum_words(badges: int, stock: Stock, used: Collection[int]) -> str:
    """How the badges come onto the sheets: one or two sentences."""
    if stock.places == 1:
        return _("One badge a label.") if stock.kind is Kind.ROLL else _("One a sheet.")
    free = [place for place in range(1, stock.places + 1) if place not in used]
    begun = bool(used and free)
    room = len(free) if begun else stock.places
    first = min(badges, room)
    where = _start_words(free) if begun else ""
    if badges <= room:
        if begun or badges < room:
            return _("{badges} on one sheet{where}.").format(
                badges=badge_words(badges), where=where
            )
        return _("{badges} fill one sheet.").format(badges=badge_words(badges))
    on_first = _("{badges} on the first sheet{where}.").format(
        badges=badge_words(first), where=where
    )
    return f"{on_first} {_rest_words(badges - first, stock.places)}"


def _start_words(free: list[int]) -> str:
    """Where the first sheet goes on."""
    if free[0] > 1 and free[-1] - free[0] + 1 == len(free):
        return _(", starting at the {nth} place").format(nth=nth(free[0]))
    return _(", in the places that are left")


def _rest_words(rest: int, places: int) -> str:
    last = 1 + -(-rest // places)
    if last == 2:
        return ngettext(
            "The other one is on sheet 2.", "The other {n:,} are on sheet 2.", rest
        )
    return _("The other {n:,} fill sheets 2 to {last:,}.").format(n=rest, last=last)


def nth(number: int) -> str:
    """4th."""
    if number % 100 in (11, 12, 13):
        return _("{n}th").format(n=number)
    endings = {1: _("{n}st"), 2: _("{n}nd"), 3: _("{n}rd")}
    return endings.get(number % 10, _("{n}th")).format(n=number)


def size_words(stock: Stock) -> str:
    """80 × 50 mm, not to be torn apart at the end of a line."""
    words = _("{width} × {height} mm").format(
        width=_short(stock.panel_size.width), height=_short(stock.panel_size.height)
    )
    return words.replace(" ", NO_BREAK)


def stock_words(stock: Stock) -> str:
    """A4, 10 badges of 80 × 50 mm."""
    return _("{paper}, {badges} of\N{NO-BREAK SPACE}{size}").format(
        paper=stock.paper, badges=badge_words(stock.places), size=size_words(stock)
    )


def _short(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
