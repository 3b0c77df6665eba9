"""What is said of stocks: how many badges of what kind, on which paper. Pure."""

from collections.abc import Sequence

from checkin.badges import KINDS, Kind, Stock
from checkin.badges.faults import Fault, rest
from checkin.badges.lengths import length_words
from checkin.badges.stocks import plain, too_small
from checkin.model.i18n import _, ngettext
from checkin.settings import OwnStock

_MOST_EQUIVALENTS = 6


def places_words(stock: Stock) -> str:
    """10 labels on A4; of a roll its width."""
    if stock.across is not None:
        return _("Roll, {width} wide").format(
            width=length_words(round(stock.across, 1))
        )
    return _("{badges} on {paper}").format(badges=_count(stock), paper=stock.paper)


def _count(stock: Stock) -> str:
    number = stock.places
    if stock.kind is Kind.CARD:
        return ngettext("{n} card", "{n} cards", number)
    if stock.kind is Kind.HOLDER:
        return ngettext("{n} insert", "{n} inserts", number)
    if stock.kind is Kind.FOLD:
        return ngettext("{n} folded badge", "{n} folded badges", number)
    return ngettext("{n} label", "{n} labels", number)


def more_words(stock: Stock, text: str = "") -> str:
    """Same as 5095, 5895 …, those that were searched for first; else what it is."""
    wanted = plain(text)
    ranked = sorted(stock.equivalents, key=lambda part: wanted not in plain(part))
    if not ranked:
        return stock.description
    more = " …" if len(ranked) > _MOST_EQUIVALENTS else ""
    return _("Same as {parts}").format(
        parts=", ".join(ranked[:_MOST_EQUIVALENTS]) + more
    )


def nothing_words(text: str) -> str:
    """Why a search finds no stock, and what to do."""
    if small := too_small(text):
        said = (small.title_words() + ".", small.message_words(), small.hint_words())
        return " ".join(said)
    return _("No sheet of that name. Look for its size, or measure yours.")


def spoken(stock: Stock, size: str) -> str:
    """All that a row of the list shows, in one piece."""
    parts = [stock.title, size, places_words(stock), _(KINDS[stock.kind])]
    return ", ".join(filter(None, [*parts, stock.doubt]))


def drawing_words(own: OwnStock, found: Sequence[Fault] = ()) -> str:
    """What a drawing of the sheet shows, and what is the matter with it."""
    right, bottom = rest(own)
    lengths = (*own.paper_size, *own.badge_size, *own.first, right, bottom)
    paper, high, width, height, left, top, right_, bottom_ = (
        length_words(length, own.unit) for length in lengths
    )
    words = [
        _("Paper of {width} by {height}.").format(width=paper, height=high),
        _("{columns} × {rows} badges of {width} by {height}.").format(
            columns=own.columns, rows=own.rows, width=width, height=height
        ),
        _("Margins: left {left}, top {top}, right {right}, bottom {bottom}.").format(
            left=left, top=top, right=right_, bottom=bottom_
        ),
    ]
    across, down = (length_words(length, own.unit) for length in own.pitch)
    if own.columns > 1:
        words.append(_("From edge to edge across {n}.").format(n=across))
    if own.rows > 1:
        words.append(_("From edge to edge down {n}.").format(n=down))
    return " ".join([*words, *(fault.words for fault in found)])
