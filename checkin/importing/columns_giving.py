"""The fields of a list are given to its columns, each field but few to one alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin.importing.columns_meaning import whose
from checkin.importing.columns_words import SEVERAL
from checkin.importing.evidence import Cells
from checkin.importing.table import Table
from checkin.importing.vocabulary import simplified


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column is taken for; nothing, where nobody knows."""

    field: str = ""
    rank: int = 0
    sure: bool = True


class Giving:
    """One table, and which of its columns have got a field so far."""

    def __init__(self, table: Table, said: Mapping[str, str]) -> None:
        self._table, self._said = table, said
        self._cells = [Cells.of(table, i) for i in range(len(table.header))]
        self._found: dict[int, Guess] = {}
        self._taken = set(said.values())

    def _is_free(self, field: str) -> bool:
        return field in SEVERAL or field not in self._taken

    def _is_hidden(self, index: int) -> bool:
        return self._table.header[index] in self._table.hidden

    def _give(self, index: int, guess: Guess) -> None:
        self._found[index] = guess
        self._taken.add(guess.field)

    def _column(self, field: str) -> int | None:
        said = {h: f for h, f in self._said.items() if f == field}
        if said:
            return self._table.header.index(next(iter(said)))
        return next((i for i, g in self._found.items() if g.field == field), None)

    def _free(self) -> Iterable[int]:
        """The columns that mean nothing so far, and are about nobody else."""
        free = (
            i
            for i, heading in enumerate(self._table.header)
            if i not in self._found and heading not in self._said
            if not _is_of_others(heading)
        )
        return sorted(free, key=self._is_hidden)


def _is_of_others(heading: str) -> bool:
    """As "Parent name"; a number alone, as in "Column 2", says nothing of anybody."""
    words = (word for word in simplified(heading).split() if not word.isdigit())
    return whose(" ".join(words)) == "other"
