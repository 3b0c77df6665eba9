"""Where in a file the list stands: below which headings, and in which of its tables."""

from collections.abc import Sequence
from itertools import pairwise

from checkin.importing.addresses import is_recipient
from checkin.importing.columns_words import recognised, say_who
from checkin.importing.list_rows import RawRow, filled_cells
from checkin.importing.people_words import is_spelled_as_name
from checkin.importing.read_as import refuse_row
from checkin.importing.second_heading import with_row_above
from checkin.importing.vocabulary import simplified

LOOK_FOR_HEADER = 30
"""Rows in which the headings are looked for, below titles and notes."""


def from_headings(
    file: str, rows: list[RawRow], header_row: int | None
) -> tuple[list[RawRow], Sequence[RawRow]]:
    """The part of a file that is the list, from its headings on.

    And the headings of other tables with people in them, which are no part of it.

    Raises:
        BadArgument: nothing stands in the row that the user says.
    """
    if header_row:
        return _part_from(file, rows, header_row), ()
    rows, others = (rows, ()) if header_row == 0 else best_part(rows)
    at = _headings_at(rows, header_row)
    if at and rows[at][0] - rows[at - 1][0] == 1:
        rows[at] = (rows[at][0], with_row_above(rows[at - 1][1], rows[at][1]))
    return rows[at:], others


def _headings_at(filled: list[RawRow], header_row: int | None) -> int:
    """Where the headings stand; where nobody wrote any, a row is put there for them.

    The columns are then known by their place.
    """
    top = [cells for _, cells in filled[:LOOK_FOR_HEADER]]
    at = header_at(top)
    if header_row == 0 or is_data(top[at]) or _are_only_names(top):
        filled.insert(0, (0, [""] * max(map(len, top))))
        return 0
    return at


def _part_from(file: str, rows: list[RawRow], header_row: int) -> list[RawRow]:
    """The table whose headings the user says stand in this row."""
    at = next((i for i, (n, _cells) in enumerate(rows) if n == header_row), None)
    if at is None:
        raise refuse_row(file, header_row, rows[0][0], rows[-1][0])
    ends = (i for i in range(at + 1, len(rows)) if _begins(rows, i))
    return rows[at : next(ends, len(rows))]


def best_part(rows: list[RawRow]) -> tuple[list[RawRow], Sequence[RawRow]]:
    """Of several tables below each other, the one that is the list of people.

    A table begins where known headings stand behind a gap or a title. Two with the
    same headings are one, in whatever order these are. Of the others that hold people
    the headings are told.
    """
    begins = (_with_title(rows, i) for i in range(1, len(rows)) if _begins(rows, i))
    starts = list(filter(None, begins))
    if not starts:
        return rows, ()
    parts = [rows[a:b] for a, b in pairwise((0, *starts, len(rows)))]
    best = max(parts, key=_people_in)
    best = next(part for part in parts if _as_in(best, part) is not None)
    whole = list(best)
    others: list[RawRow] = []
    for part in parts:
        if part is best or not _people_in(part)[0]:
            continue
        if (same := _as_in(best, part)) is not None:
            whole += same
        else:
            others.append(part[_header_of(part)])
    return whole, others


def _with_title(rows: Sequence[RawRow], i: int) -> int:
    """Where a table begins: with the title right above its headings."""
    right_above = rows[i][0] - rows[i - 1][0] == 1
    return i - 1 if right_above and _is_title(rows[i - 1][1]) else i


def _header_of(part: Sequence[RawRow]) -> int:
    return header_at([cells for _n, cells in part[:LOOK_FOR_HEADER]])


def _as_in(best: Sequence[RawRow], part: Sequence[RawRow]) -> Sequence[RawRow] | None:
    """The rows of a table below the headings of another one, if these are the same."""
    ours, theirs = _headings(best), _headings(part)
    rows = part[_header_of(part) + 1 :]
    if ours == theirs:
        return rows
    if sorted(ours) != sorted(theirs) or len(set(ours)) < len(ours):
        return None
    order = [theirs.index(heading) for heading in ours]
    return [
        (n, [cells[i] if i < len(cells) else "" for i in order]) for n, cells in rows
    ]


def _headings(table: Sequence[RawRow]) -> list[str]:
    found = list(map(simplified, table[_header_of(table)][1]))
    while found and not found[-1]:
        found.pop()
    return found


def _begins(rows: list[RawRow], i: int) -> bool:
    number, cells = rows[i]
    before_number, before = rows[i - 1]
    if number - before_number < 2 and len(before) > 1 and before[0] and before[1]:
        return False  # as nearly every row
    titled = _is_title(before)
    if number - before_number < 2 and not titled:
        return False
    if is_data(cells):
        return False
    if recognised(cells) < 2 and not (titled and _repeats_headings(cells, rows[:i])):
        return False
    headers = (row for _n, row in rows[:i] if row == cells)
    return next(headers, None) is None


def _is_title(cells: Sequence[str]) -> bool:
    """Whether a single cell says something; two at the front tell most that are not."""
    if len(cells) > 1 and cells[0].strip() and cells[1].strip():
        return False
    return filled_cells(cells) == 1


def _repeats_headings(cells: Sequence[str], before: Sequence[RawRow]) -> bool:
    """Whether it is a row of headings by those that stood in one further up."""
    own = {cell.strip() for cell in cells if cell.strip()}
    if len(own) < 3 or any(any(map(str.isdigit, cell)) for cell in own):
        return False
    return any(
        len(own & {cell.strip() for cell in row}) * 2 > len(own)
        for _n, row in before
        if recognised(row) >= 2
    )


def _people_in(part: list[RawRow]) -> tuple[bool, int]:
    """Whether names or addresses have a column in it, and how many rows there are."""
    return say_who(part[_header_of(part)][1]), len(part)


def header_at(rows: Sequence[Sequence[str]]) -> int:
    """The row with the most headings that are known; the first one if none has any.

    Two are needed below the first row: a title may happen to be a known word.
    """
    scores = [0 if is_data(cells) else recognised(cells) for cells in rows]
    best = max(scores, default=0)
    if best < 2 or (scores and scores[0] == best):
        return 0
    return scores.index(best)


def is_data(cells: Sequence[str]) -> bool:
    """Whether a row says something of somebody, and is no headings: an address."""
    return any(map(is_recipient, cells))


def _are_only_names(top: Sequence[Sequence[str]]) -> bool:
    """Whether nothing but names stands there, one in each row, and no heading."""
    alone = [
        "".join(cells).strip()
        for cells in top
        if sum(1 for c in cells if c.strip()) == 1
    ]
    return (
        len(alone) == len(top) > 1
        and not recognised(top[0])
        and all(map(_is_whole_name, alone))
    )


def _is_whole_name(text: str) -> bool:
    words = text.split()
    whole = 2 <= len(words) <= 5 and not (words[0] + words[-1]).islower()
    return whole and is_spelled_as_name(text)
