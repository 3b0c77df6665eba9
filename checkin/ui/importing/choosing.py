"""What follows from a choice on top of a column: whoever had that field is freed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checkin.importing import Certainty
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.importing.columns_words import SEVERAL
from checkin.ui.importing.outlook import ColumnShown

_SHARED = frozenset({EXTRA, IGNORE}) | SEVERAL
"""What several columns can be taken for."""


def said_with(said: Mapping[str, str], heading: str, field: str) -> dict[str, str]:
    """What the user has said, with one column more."""
    freed = {} if field in _SHARED else dict.fromkeys(_with(said, field), EXTRA)
    return {**said, **freed, heading: field}


def retaken(
    columns: Iterable[ColumnShown], heading: str, field: str
) -> tuple[ColumnShown, ...]:
    """How the columns look from now on."""

    def again(column: ColumnShown) -> ColumnShown:
        if column.heading == heading:
            sure = Certainty.EXTRA if field == EXTRA else Certainty.SURE
            return replace(column, field=field, certainty=sure)
        if column.field == field and field not in _SHARED:
            return replace(column, field=EXTRA, certainty=Certainty.EXTRA)
        return column

    return tuple(again(column) for column in columns)


def _with(said: Mapping[str, str], field: str) -> list[str]:
    return [heading for heading, taken_for in said.items() if taken_for == field]
