"""The stocks that there are: shipped ones from their files, and how one is named."""

import difflib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from checkin.badges.errors import StockTooSmall, UnknownStock
from checkin.badges.stock import Fold, Kind, Point, Size, Stock
from checkin.resources import resource


@cache
def stocks() -> tuple[Stock, ...]:
    """All shipped stocks, kind by kind; the first is the default."""
    return tuple(
        read_stock(entry, kind)
        for kind in Kind
        for entry in json.loads(
            resource("stocks", f"{kind}s.json").read_text("utf-8"),
        )
    )


def read_stock(entry: dict[str, Any], kind: Kind) -> Stock:
    """A stock from its entry in the file of that kind; resources/stocks/README.md.

    Raises:
        ValueError: its badges overlap, or would not all lie on the paper.
    """
    fold = entry.get("fold")
    return Stock(
        **{
            **entry,
            "equivalents": tuple(entry.get("equivalents", ())),
            "corner": entry.get("corner", 0.0),
            "paper_size": Size(*entry["paper_size"]),
            "badge_size": Size(*entry["badge_size"]),
            "first": Point(*entry["first"]),
            "pitch": Size(*entry["pitch"]),
            "fold": Fold(fold) if fold else None,
            "kind": kind,
        }
    )


def stock(name: str | None = None, own: Sequence[Stock] = ()) -> Stock:
    """The stock of that part number or name: L4785, “Avery 5395”, one of the user's.

    Without a name, the default. Own stocks go before shipped ones.

    Raises:
        StockTooSmall: there is one, but it has no room for a badge.
        UnknownStock: with the names that are nearest.
    """
    if name is None:
        return stocks()[0]
    wanted = plain(name)
    mine = {plain(known.part): known for known in own}
    found = mine.get(wanted) or _by_name().get(wanted)
    if found is None:
        if small := too_small(name):
            raise small
        raise UnknownStock(stock=name, near=", ".join(_near(name, own)))
    return found


@cache
def _by_name() -> dict[str, Stock]:
    """By part, by equivalent part, with and without the vendor."""
    named: dict[str, Stock] = {}
    for known in stocks():
        named.setdefault(plain(known.part), known)
        named.setdefault(plain(known.title), known)
    for known in stocks():
        for part in known.equivalents:
            named.setdefault(plain(part), known)
            named.setdefault(plain(known.vendor + part), known)
    return named


def too_small(name: str) -> StockTooSmall | None:
    """What there is to say of a stock that is known, but too small for badges."""
    wanted = plain(name)
    for entry in _small():
        parts = (entry["part"], *entry["equivalents"])
        names = {plain(prefix + part) for part in parts for prefix in _makers(entry)}
        if wanted in names:
            width, height = entry["badge_size"]
            return StockTooSmall(
                stock=f"{entry['vendor']} {entry['part']}",
                width=f"{width:g}",
                height=f"{height:g}",
            )
    return None


@cache
def _small() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(resource("stocks", "small.json").read_text("utf-8")))


def _makers(entry: dict[str, Any]) -> tuple[str, ...]:
    """A part is named with its maker, the first word of it, or alone."""
    return "", entry["vendor"], entry["vendor"].split()[0]


def _near(name: str, own: Iterable[Stock]) -> list[str]:
    parts = {plain(known.part): known.part for known in (*own, *stocks())}
    near = difflib.get_close_matches(plain(name), parts, n=3, cutoff=0.5)
    return [parts[one] for one in near] or [known.part for known in stocks()[:3]]


def plain(text: str) -> str:
    """Only letters and figures, in lower case: “L-4785” is found as l4785."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
