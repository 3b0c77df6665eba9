"""Where a badge's front and back are on the paper, and which way up. Pure."""

from typing import NamedTuple

from checkin.badges.design import Design
from checkin.badges.elements import Side
from checkin.badges.looks import Looks
from checkin.badges.sheeting import Duplex, Sheeting
from checkin.badges.stock import Point, Size, Stock
from checkin.model.i18n import _, ngettext


class Panel(NamedTuple):
    """One side of a badge on a page."""

    at: Point
    """Its top left corner on the page, whichever way up it is."""
    side: Side
    turned: bool = False
    """By 180°."""


def on_front(stock: Stock, place: int, design: Design) -> list[Panel]:
    """What is printed at a place of a front page.

    The far half of a folded badge shows the back if the design has one, else the
    front once more: a badge that turns around its cord still says the name.
    """
    panels = [Panel(stock.front(place), Side.FRONT)]
    if far := stock.folded_back(place):
        side = Side.BACK if design.has_back else Side.FRONT
        panels.append(Panel(far, side, turned=True))
    return panels


def on_back(stock: Stock, place: int, duplex: Duplex) -> Panel:
    """Where the back of the badge at that place is on the page behind it.

    The page is told as it is read by itself, its own top up. Seen so, a sheet that is
    turned like the page of a book has its columns the other way round; one that is
    turned over its head has its rows so, and backs stand on theirs. Either way the
    badge reads upright when it turns around its cord.
    """
    left, top = stock.cell(place)
    width, height = stock.badge_size
    if like_a_book(stock.paper_size, duplex):
        across = stock.paper_size.width - left - width
        return Panel(Point(across, top), Side.BACK)
    down = stock.paper_size.height - top - height
    return Panel(Point(left, down), Side.BACK, turned=True)


def like_a_book(paper: Size, duplex: Duplex) -> bool:
    """Whether sheets are turned about a line from top to bottom.

    The long edge is that of the paper: on landscape paper it is the upper one.
    """
    upright = paper.height >= paper.width
    return upright != (duplex is Duplex.SHORT_EDGE)


def has_backs(on: Sheeting, looks: Looks) -> bool:
    """Whether sheets get a page behind them."""
    wanted = on.duplex is not Duplex.FRONTS and on.stock.fold is None
    return wanted and looks.has_back


def turning_words(on: Sheeting, looks: Looks) -> str:
    """How to print sheets with backs, for people; empty for those without."""
    if not has_backs(on, looks):
        return ""
    if on.duplex is Duplex.APART:
        return _(
            "Print the first half of the pages. Put the pile in again, turned along its"
            " long edge, with the first sheet drawn in first, and print the rest."
        )
    if on.duplex is Duplex.SHORT_EDGE:
        return _("Print on both sides, turned along the short edge.")
    return _("Print on both sides, turned along the long edge.")


def feeding_words(on: Sheeting, looks: Looks, sheets: int) -> str:
    """What to do at a printer that gets all pages at once; empty if nothing.

    It is told by itself along which edge to turn; one that can't has to run empty.
    """
    if on.duplex is not Duplex.APART or not has_backs(on, looks):
        return ""
    words = ngettext(
        "Put just {n:,} sheet in. When the printer asks for more, put it in again,"
        " turned along its long edge.",
        "Put just {n:,} sheets in. When the printer asks for more, put them in again,"
        " turned along their long edge, with the first one drawn in first.",
        sheets,
    )
    return words.format(n=sheets)
