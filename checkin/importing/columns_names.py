"""Columns of names: whose they are, and which they are where no heading says it."""

from collections.abc import Mapping, Sequence

from checkin.importing.columns_meaning import NAMES, PLAIN, QUESTION
from checkin.importing.columns_words import meaning
from checkin.importing.evidence import Cells, in_address, is_last_first, rows_of
from checkin.importing.people_words import is_name
from checkin.model.names import fold

_ENOUGH = 3
_NEARLY_ALL = 0.9


def guests_are_brought(header: Sequence[str], cells: Sequence[Cells]) -> bool:
    """Whether "Guest name" is whom somebody brings: some of those named do not."""
    named = brought = 0
    for heading, column in zip(header, cells, strict=True):
        one = meaning(heading)
        if one and one.field in NAMES and one.rank < PLAIN:
            brought = max(brought, len(column.filled))
        elif one and one.field in NAMES and one.rank < QUESTION:
            named = max(named, len(column.filled))
    return 0 < brought < named * _NEARLY_ALL


def are_companions(main: Cells, other: Cells) -> bool:
    """Whether a second column of names has others in it than the first, in some rows.

    A name for the badge has a word of the whole name; few companions have it too.
    """
    rows = rows_of(main.all, other.all)
    if not 0 < len(rows) < len(main.filled) * _NEARLY_ALL:
        return False
    alike = sum(1 for a, b in rows if set(fold(a).split()) & set(fold(b).split()))
    whole = other.share(lambda cell: is_name(cell) and " " in cell)
    return whole >= 0.8 and alike * 2 < len(rows)


def names_beside(
    free: Mapping[int, Cells], addresses: Sequence[str]
) -> Mapping[int, str]:
    """Column → field, of those whose words stand in the e-mail addresses beside them.

    Without any addresses a column will do that holds nothing but whole names.
    """
    scored = []
    for index, cells in free.items():
        if not cells.filled or cells.share(is_name) < 0.7:
            continue
        rows = rows_of(cells.all, addresses) if addresses else []
        found = [in_address(name, address) for name, address in rows]
        hits = sum(1 for at in found if at >= 0) / len(rows) if rows else 0.0
        where = sum(at for at in found if at >= 0)
        if hits >= 0.3 or (not addresses and _are_whole_names(cells)):
            scored.append((hits, where, index))
    return _parts(free, sorted(scored, reverse=True)[:2])


def _parts(
    free: Mapping[int, Cells], scored: Sequence[tuple[float, int, int]]
) -> Mapping[int, str]:
    """A whole name, or the first one and the last in the order of the addresses."""
    if not scored:
        return {}
    several = free[scored[0][2]].share(lambda cell: " " in cell)
    if len(scored) == 1 or several > 0.5 or not scored[1][0]:
        index = scored[0][2] if scored[0][0] else min(i for _h, _w, i in scored)
        turned = free[index].share(is_last_first) >= 0.7
        return {index: "last_first" if turned else "full_name"}
    first, last = (i for _h, _w, i in sorted(scored, key=lambda one: one[1]))
    return {first: "first_name", last: "last_name"}


def names_by_looks(free: Mapping[int, Cells]) -> Mapping[int, str]:
    """In a language that nobody knows here: the first columns that look like names."""
    looks = [i for i, cells in free.items() if _look_like_names(cells)][:2]
    if not looks:
        return {}
    first = looks[0]
    single = free[first].share(lambda cell: " " not in cell) > 0.5
    if single and looks[1:] == [first + 1]:
        return {first: "first_name", first + 1: "last_name"}
    return {first: "full_name"}


def _look_like_names(cells: Cells) -> bool:
    enough = len(cells.filled) >= _ENOUGH and len(cells.filled) * 2 > len(cells.all)
    return enough and cells.distinct > 0.7 and cells.share(is_name) >= 0.8


def _are_whole_names(cells: Cells) -> bool:
    """Whether nearly every cell is a first and a last name, all of them others."""
    whole = cells.share(lambda cell: is_name(cell) and 2 <= len(cell.split()) <= 4)
    return len(cells.filled) >= _ENOUGH and cells.distinct > 0.8 and whole > 0.8
