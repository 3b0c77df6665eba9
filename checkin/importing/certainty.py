"""How sure it is what a column was taken for: by its heading and by its cells."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from checkin.importing.addresses import plausible
from checkin.importing.columns import EXTRA, Column, Mapping
from checkin.importing.columns_words import DOUBTFUL, meaning, simplified
from checkin.importing.loading import Reading
from checkin.importing.people_words import answer_of, places_of, status_of
from checkin.importing.table import Table
from checkin.model.permission import Purpose

_LOOKED_AT = 500
"""Rows whose cells are looked at."""
_FITTING = 0.8
"""Part of the filled cells that must make sense."""
_ABOUT_A_PERSON = 100
"""Headings of a lower rank say that they are about the one who comes."""


class Certainty(StrEnum):
    """How a column is shown."""

    SURE = "sure"
    CHECK = "check"
    """Somebody should look at it."""
    EXTRA = "extra"
    """Kept under its heading."""


def certainties(reading: Reading) -> tuple[Certainty, ...]:
    """For each column in its order."""
    mapping, table = reading.mapping, reading.table
    extra = {column.index for column in mapping.extra}
    return tuple(
        Certainty.EXTRA
        if column.index in extra
        else Certainty.SURE
        if column.said or _speaks_for_itself(column, mapping, table)
        else Certainty.CHECK
        for column in mapping.columns
    )


def _speaks_for_itself(column: Column, mapping: Mapping, table: Table) -> bool:
    return (
        simplified(column.heading) not in DOUBTFUL
        and not _contested(column, mapping)
        and _makes_sense(column, table)
    )


def _contested(column: Column, mapping: Mapping) -> bool:
    """Whether another column, now extra, might as well have been the one."""
    if column.rank < _ABOUT_A_PERSON:
        return False
    others = (c for c in mapping.columns if c.field == EXTRA and not c.said)
    meant = (found for c in others if (found := meaning(c.heading)))
    return any(field == column.field for field, _rank in meant)


def _makes_sense(column: Column, table: Table) -> bool:
    understood = _UNDERSTOOD.get(column.field)
    if understood is None:
        return True
    rows: Sequence[Sequence[str]] = table.rows[:_LOOKED_AT]
    cells = [cell for row in rows if (cell := row[column.index].strip())]
    fitting = sum(1 for cell in cells if understood(cell))
    return fitting >= _FITTING * len(cells)


def _is_answer(cell: str) -> bool:
    return answer_of(cell) is not None


def _is_address(cell: str) -> bool:
    return plausible(cell) or "@" in cell


_UNDERSTOOD: dict[str, Callable[[str], object]] = {
    "email": _is_address,
    "status": status_of,
    "places": places_of,
    "first_time": _is_answer,
    **dict.fromkeys((purpose.value for purpose in Purpose), _is_answer),
}
"""Whether a cell of that field makes sense; of the other fields every text does."""
