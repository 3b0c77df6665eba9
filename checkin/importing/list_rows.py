"""Which rows below the headings are the list: no sums, notes, repeated headings."""

from collections.abc import Sequence
from itertools import islice
from statistics import median_high

from checkin.importing.columns_words import meaning
from checkin.importing.people_words import is_spelled_as_name
from checkin.importing.vocabulary import simplified, totals

RawRow = tuple[int, Sequence[str]]
"""The row's number as a spreadsheet shows it, from 1; and its cells."""

_LOOKED_AT = 500
_TAIL = 4
"""Rows that may stand below a list and not belong to it."""
_WORD = 5
"""Letters of a word that says something."""
_WIDE = 3
"""So many filled cells in most rows: a row with one or two is another thing."""


def list_rows(header: Sequence[str], rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows of a list, without headings that are repeated and what stands under it.

    Sums are left out wherever they stand. A list ends where nothing with an e-mail
    address follows, but lines with a single cell that says something, or with a label
    and a number, behind a gap.
    """
    kept = _without_repeated(tuple(map(str.strip, header)), _list_proper(header, rows))
    if not kept:
        return kept
    usual = median_high(filled_cells(cells) for _n, cells in kept[:_LOOKED_AT])
    if usual < _WIDE:
        return kept
    kept = _without_sums(kept, usual) or kept
    end = len(kept)
    numbered = _are_numbered(kept)
    while end > 1 and (
        _is_under(kept[end - 1], kept[end - 2])
        or (numbered and _is_remark(kept[end - 1]))
    ):
        end -= 1
    named = (
        i for i in range(end, len(kept)) if _holds_a_whole_name(header, kept[i][1])
    )
    return [*kept[:end], *(kept[i] for i in named)]


def _holds_a_whole_name(header: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether there is a whole name where names are, though nothing stands beside it.

    Somebody was added by hand; a guest too many does less harm than one who is lost.
    """
    i, text = next((i, cell.strip()) for i, cell in enumerate(cells) if cell.strip())
    above = meaning(header[i]) if i < len(header) else None
    if above is None or above.field not in _WHOLE_NAMES or _is_label(text):
        return False
    words = text.split()
    if not 2 <= len(words) <= 4 or not is_spelled_as_name(text):
        return False
    return all(w[0].isupper() or w in _PARTICLES for w in words)


_WHOLE_NAMES = ("full_name", "last_first")
_PARTICLES = frozenset(
    "af al bin da de del della den der di do dos du el ibn la le ten ter van von y"
    " zu".split()
)


def _are_numbered(rows: Sequence[RawRow]) -> bool:
    """Whether all guests but the last rows have a running number in front."""
    guests = islice(rows, max(0, len(rows) - _TAIL))
    return len(rows) > _TAIL + 1 and all(map(_is_number, guests))


def _is_remark(row: RawRow) -> bool:
    """Whether words stand where guests have their number, and little beside."""
    first = row[1][0].strip() if row[1] else ""
    mark = len(first) < _WORD and filled_cells(row[1]) > 2  # new, instead of a number
    beside = mark or any("@" in cell for cell in row[1][1:])
    return bool(first) and not _is_number(row) and not beside


def _is_number(row: RawRow) -> bool:
    return bool(row[1]) and row[1][0].strip().rstrip(".").isdigit()


def _list_proper(header: Sequence[str], rows: Sequence[RawRow]) -> Sequence[RawRow]:
    """Without a rule, or the headings in another language, right below the headings."""
    at = 0
    while at < min(2, len(rows)) and _goes_with(header, rows[at][1]):
        at += 1
    return rows[at:] if at < len(rows) else rows


def _goes_with(header: Sequence[str], cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) > 1 and all(set(cell) <= _RULE for cell in filled):
        return True
    pairs = [(meaning(a), meaning(b)) for a, b in zip(header, cells, strict=False)]
    same = sum(1 for a, b in pairs if a and b and a.field == b.field and b.sure)
    return same >= 2 and not any("@" in cell for cell in filled)


_RULE = frozenset("-–—=:+_ ")


def lines_between(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Where in a list lines stand that name a group of guests, and no guest.

    A single cell, written as no name in its column is: in capitals, with a number or
    a colon; and cells are empty that every guest has filled.
    """
    alone = [i for i, cells in enumerate(rows) if len(cells) - cells.count("") == 1]
    if not alone or len(rows) - len(alone) < _WIDE:
        return frozenset()
    single = set(alone)
    others = [cells for i, cells in enumerate(rows) if i not in single]
    always = sum(
        all(cell.strip() for cell in column) for column in zip(*others, strict=True)
    )
    if always < _WIDE:
        return frozenset()
    return frozenset(i for i in alone if _names_a_group(rows[i], others))


def filled_cells(cells: Sequence[str]) -> int:
    """How many cells say something."""
    return sum(1 for cell in cells if cell.strip())


def _names_a_group(cells: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    at = next(i for i, cell in enumerate(cells) if cell.strip())
    text = cells[at].strip()
    if "@" in text:
        return False
    capitals = text.isupper() and sum(c[at].isupper() for c in others) * 4 < len(others)
    return capitals or text.endswith(":") or any(map(str.isdigit, text))


def _without_repeated(header: tuple[str, ...], rows: Sequence[RawRow]) -> list[RawRow]:
    """Without headings that come again, and the title above them behind a gap."""
    kept: list[RawRow] = []
    for row in rows:
        first = row[1][0].strip() if row[1] else ""
        again = header[0] and first == header[0]
        if not again or tuple(map(str.strip, row[1])) != header:
            kept.append(row)
            continue
        title = len(kept) > 1 and filled_cells(kept[-1][1]) == 1 < len(header)
        if title and kept[-1][0] - kept[-2][0] > 1:
            kept.pop()
    return kept


def _without_sums(rows: Sequence[RawRow], usual: int) -> list[RawRow]:
    """Without lines with totals, under the list or under a part of it.

    Who is called Count Basie has no larger numbers than others have.
    """
    likely = [i for i, (_n, cells) in enumerate(rows) if _is_like_sum(cells, usual)]
    if not likely:
        return list(rows)
    maybe = set(likely)
    guests = [cells for i, (_n, cells) in enumerate(rows) if i not in maybe]
    sums = {i for i in likely if _is_sum(rows[i][1], guests)}
    return [row for i, row in enumerate(rows) if i not in sums]


def _is_like_sum(cells: Sequence[str], usual: int) -> bool:
    if len(cells) - cells.count("") > max(_WIDE, usual):
        return False
    filled = (cell.strip() for cell in cells if cell.strip())
    label, second = next(filled, ""), next(filled, "")
    if second.isalpha():
        return False
    # few rows have a number in their second cell; labels take long to look up
    return _is_amount(second) and all(map(_is_amount, filled)) and _is_label(label)


def _is_sum(cells: Sequence[str], guests: Sequence[Sequence[str]]) -> bool:
    if _is_total(next(cell for cell in cells if cell.strip())):
        return True
    places = [i for i, cell in enumerate(cells) if _is_amount(cell)]
    return all(
        _amount(cells[i])
        > max((_amount(c[i]) for c in guests if i < len(c)), default=0)
        for i in places
    )


def _amount(cell: str) -> int:
    digits = "".join(filter(str.isdecimal, cell)) if _is_amount(cell) else ""
    return int(digits[:18] or 0)


def _is_label(text: str) -> bool:
    """Total, Summe:, Totale non soci; Count Basie too."""
    return _is_total(text) or simplified(text).partition(" ")[0] in totals()


def _is_total(text: str) -> bool:
    """Total, Summe:, Total: members."""
    label, _colon, _rest = text.strip().partition(":")
    return text.strip().endswith(":") or simplified(label) in totals()


def _is_amount(cell: str) -> bool:
    """A number, perhaps with its currency."""
    digits = sum(map(str.isdigit, cell))
    letters = sum(map(str.isalpha, cell))
    return digits > 0 and letters <= 4 and "@" not in cell


def _is_under(row: RawRow, before: RawRow) -> bool:
    """Whether the last row is a sum or a note, and nobody."""
    number, cells = row
    filled = [cell.strip() for cell in cells if cell.strip()]
    if any("@" in cell and " " not in cell for cell in filled):
        return False
    if _is_total(filled[0]) and len(filled) <= _WIDE:
        return True
    gap = number - before[0] > 1 or filled_cells(before[1]) <= 2
    labelled = len(filled) == 2 and _is_amount(filled[1]) and not _is_amount(filled[0])
    return gap and (len(filled) == 1 or labelled)
