"""A list that goes on in columns further right, below the same headings again."""

from collections.abc import Sequence
from itertools import groupby

from checkin.importing.columns_words import say_who
from checkin.importing.list_rows import RawRow
from checkin.importing.vocabulary import simplified


def stacked(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows below their headings, the columns further right below the others.

    Only where the headings are the same, and an empty column lies between. Rows from
    the right get numbers of their own, behind the last one.
    """
    header = [simplified(cell) for cell in rows[0][1]]
    blocks = _blocks(header)
    first = header[slice(*blocks[0])] if blocks else []
    same = all(header[a:b] == first for a, b in blocks)
    if len(blocks) < 2 or not same or not say_who(rows[0][1][: len(first)]):
        return list(rows)
    gaps = [a - 1 for a, _b in blocks[1:]]
    if any("".join(cells[i : i + 1]).strip() for _n, cells in rows for i in gaps):
        return list(rows)
    number, last = rows[0][0], rows[-1][0]
    found: list[RawRow] = [(number, rows[0][1][slice(*blocks[0])])]
    for k, (a, b) in enumerate(blocks):
        for n, cells in rows[1:]:
            if any(map(str.strip, cells[a:b])):
                found.append((n + k * last, cells[a:b]))
    return found


def _blocks(header: Sequence[str]) -> list[tuple[int, int]]:
    """From where to where headings stand without a gap."""
    runs = groupby(range(len(header)), key=lambda i: bool(header[i]))
    filled = [list(places) for there, places in runs if there]
    return [(places[0], places[-1] + 1) for places in filled]
