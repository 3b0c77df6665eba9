"""The cells of a list by row, as the user has them; runs where the list lies."""

from bisect import bisect_left

from checkin.importing import Reading
from checkin.importing.columns_meaning import NAMES
from checkin.importing.oddities import Odd

_NAMELESS = frozenset({Odd.NO_NAME, Odd.NOBODY})
_ALSO = {"places": "guests"}
"""Read into one field, though it is another column."""


class Rows:
    """Looks up rows, and the column in which something odd stands."""

    def __init__(self, reading: Reading) -> None:
        self._table, self._mapping = reading.table, reading.mapping
        self._index = {h: i for i, h in enumerate(reading.table.header)}
        self._columns: dict[str, list[str]] = {}
        self._fixed: dict[int, list[tuple[str, str]]] = {}
        for (row, heading), text in reading.amendments.cells.items():
            self._fixed.setdefault(row, []).append((heading, text))

    def has(self, row: int) -> bool:
        """Whether there is something in that row."""
        at = bisect_left(self._table.numbers, row)
        return self._table.numbers[at : at + 1] == (row,)

    def as_filed(self, row: int) -> tuple[str, ...]:
        """The cells of the file."""
        return self._table.rows[bisect_left(self._table.numbers, row)]

    def cells(self, row: int) -> tuple[str, ...]:
        """The same with what was put right."""
        cells = list(self.as_filed(row))
        for heading, text in self._fixed.get(row, ()):
            cells[self._index[heading]] = text
        return tuple(cells)

    def cell(self, row: int, heading: str) -> str:
        """One of them."""
        return self.cells(row)[self._index[heading]]

    def heading(self, kind: Odd, field: str, row: int) -> str:
        """The column in which that can be put right; empty if there is none."""
        if kind in _NAMELESS:
            return next((h for name in NAMES for h in self._of(name)), "")
        headings = self._of(field)
        if len(headings) == 1:
            return headings[0]
        filled = (h for h in headings if self.cell(row, h).strip())
        return next(filled, headings[0] if headings else "")

    def _of(self, field: str) -> list[str]:
        if field not in self._columns:
            columns = [
                *self._mapping.of(field),
                *self._mapping.of(_ALSO.get(field, "")),
            ]
            self._columns[field] = [column.heading for column in columns]
        return self._columns[field]
