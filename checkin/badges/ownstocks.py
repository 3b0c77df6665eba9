"""Sheets that the user measured, as stocks beside the shipped ones."""

from collections.abc import Iterator

from checkin.badges.stock import Point, Size, Stock
from checkin.badges.stocks import stock, stocks
from checkin.model.i18n import N_, _
from checkin.settings import OwnStock, Settings

PAPERS = {
    "A4": Size(210, 297),
    "US Letter": Size(215.9, 279.4),
    "A3": Size(297, 420),
    "A5": Size(148, 210),
    "A6": Size(105, 148),
    "A7": Size(74, 105),
    "US Legal": Size(215.9, 355.6),
}
"""Usual papers upright; ISO 216, ANSI/ASME Y14.1."""

_OWN_PAPER = N_("Own paper")
_MEASURED = N_("Measured here")


def own_stocks(settings: Settings) -> tuple[Stock, ...]:
    """Those of this computer, the newest first; one that can't be is left out."""
    return tuple(_those_that_can_be(settings))


def all_stocks(settings: Settings) -> tuple[Stock, ...]:
    """The user's own, then the shipped ones."""
    return (*own_stocks(settings), *stocks())


def _those_that_can_be(settings: Settings) -> Iterator[Stock]:
    for own in settings.own_stocks():
        try:
            yield as_stock(own)
        except ValueError:  # somebody changed the file by hand
            continue


def as_stock(own: OwnStock) -> Stock:
    """The stock of those measures.

    Raises:
        ValueError: its badges overlap, or would not all lie on the paper.
    """
    known = _original(own) or stock()
    across = known.across
    if across is not None and across not in own.paper_size:
        across = min(own.paper_size)
    return Stock(
        part=own.name,
        vendor="",
        description=_(_MEASURED),
        equivalents=(),
        paper=own.paper or _(_OWN_PAPER),
        paper_size=Size(*own.paper_size),
        badge_size=Size(*own.badge_size),
        corner=own.corner,
        columns=own.columns,
        rows=own.rows,
        first=Point(*own.first),
        pitch=Size(*own.pitch),
        source=_(_MEASURED),
        kind=known.kind,
        fold=known.fold,
        across=across,
        continuous=known.continuous,
        dots=known.dots,
        own=True,
    )


def _original(own: OwnStock) -> Stock | None:
    """The shipped stock that it was copied from."""
    return next((one for one in stocks() if one.title == own.like), None)


def is_folded(own: OwnStock) -> bool:
    """Whether it was copied from a stock of badges that are folded."""
    known = _original(own)
    return known is not None and known.fold is not None


def copy_of(one: Stock) -> OwnStock:
    """The measures of a stock, to begin with; the copy still needs a name."""
    paper = one.paper if PAPERS.get(one.paper) == one.paper_size else ""
    return OwnStock(
        name="",
        paper=paper,
        paper_size=_pair(one.paper_size),
        badge_size=_pair(one.badge_size),
        columns=one.columns,
        rows=one.rows,
        first=_pair(one.first),
        pitch=_pair(one.pitch),
        corner=one.corner,
        like="" if one.own else one.title,
    )


def _pair(value: Size | Point) -> tuple[float, float]:
    across, down = value
    return across, down
