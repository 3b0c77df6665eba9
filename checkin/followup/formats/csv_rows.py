"""Rows of a CSV file, as RFC 4180 quotes them, with line ends of one's choice."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TextIO

_RFC = "\r\n"
"""Given to the csv module so that it quotes cells with either character in them."""


class RowWriter(Protocol):
    """What the csv module gives."""

    def writerow(self, row: Iterable[Any], /) -> Any:
        """Writes one row."""
        ...


class _Ending:
    """Takes whole rows from the csv module and ends them as wanted."""

    def __init__(self, file: TextIO, end: str) -> None:
        self._file = file
        self._end = end

    def write(self, row: str) -> int:
        return self._file.write(row.removesuffix(_RFC) + self._end)


@contextmanager
def csv_file(path: Path, encoding: str, end: str) -> Iterator[RowWriter]:
    """Writes rows of cells to a new file; cells with a separator in them are quoted."""
    with path.open("w", encoding=encoding, newline="") as file:
        yield csv.writer(_Ending(file, end), lineterminator=_RFC)
