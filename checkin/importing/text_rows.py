"""Lines of a text become rows of cells, whatever its quotation marks are like.

A mark that is opened and never closed would swallow all that follows. Such a mark is
left out, and told. Nothing is done to the whole text in one breath: a window on another
thread would stand still as long.
"""

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from typing import Any

from checkin.heap import let_go
from checkin.importing.limits import MAX_CELLS, TooMuch, bounded, weight
from checkin.importing.list_rows import RawRow
from checkin.importing.quotes import Quotes, csv_arguments
from checkin.importing.table import MAX_ROWS
from checkin.model.progress import Cancelled, WasCancelled

MOST_LINES = 50
"""Lines that one row can have; what spans more began with a stray quotation mark."""

_BLOCK_ROWS = 500


def all_rows(
    lines: Callable[[], Iterable[str]],
    separator: str,
    quotes: Quotes,
    cancelled: Cancelled,
) -> tuple[list[RawRow], tuple[int, ...]]:
    """The rows, numbered from 1, and those with a quotation mark that never ends.

    `lines` gives the lines from the first one, each time that it is called. At most
    twice as many rows as are allowed are read.

    Raises:
        csv.Error: a cell is longer than any can be.
        TooMuch: see `limits`.
        WasCancelled: the user wanted it to end.
    """
    arguments = csv_arguments(separator, quotes)
    reader = csv.reader(bounded(lines()), strict=True, **arguments)
    found: list[RawRow] = []
    before = 0
    try:
        for block in _blocks(reader, cancelled):
            found += block
            if reader.line_num - before - len(block) >= MOST_LINES:
                _refuse_long(block)
            before = reader.line_num
    except csv.Error:
        let_go(found)
        return _mended(bounded(lines()), _Parser(arguments), cancelled)
    return found, ()


def _blocks(
    rows: Iterable[Sequence[str]], cancelled: Cancelled
) -> Iterator[list[RawRow]]:
    numbered = enumerate(rows, 1)
    cells = 0
    for _block in range(2 * MAX_ROWS // _BLOCK_ROWS):
        if not (block := list(islice(numbered, _BLOCK_ROWS))):
            return
        cells += sum(weight(row) for _n, row in block)
        if cells > MAX_CELLS:
            raise TooMuch
        yield block
        if cancelled():
            raise WasCancelled


def _refuse_long(block: list[RawRow]) -> None:
    for _n, cells in block:
        for cell in cells:
            if max(cell.count("\n"), cell.count("\r")) >= MOST_LINES:
                raise csv.Error("a quotation mark is never closed")


def _mended(
    lines: Iterable[str], parser: "_Parser", cancelled: Cancelled
) -> tuple[list[RawRow], tuple[int, ...]]:
    """Row by row, as far as it makes sense."""
    tape = _Tape(lines)
    stray: list[int] = []

    def rows() -> Iterator[Sequence[str]]:
        for n in count(1):
            taken: list[str] = []
            row = parser.row(tape.recorded(taken))
            if not taken:
                return
            if row is None or (len(taken) > 1 and not parser.is_sound(taken)):
                tape.put_back(taken[1:])
                row = parser.row_with_stray_mark(taken[0])
                stray.append(n)
            yield row

    found: list[RawRow] = []
    for block in _blocks(rows(), cancelled):
        found += block
    return found, tuple(stray)


class _Tape:
    """Lines, of which some can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return self._back.popleft() if self._back else next(self._lines)

    def put_back(self, lines: Sequence[str]) -> None:
        """They are the next ones again."""
        self._back.extendleft(reversed(lines))

    def recorded(self, taken: list[str]) -> Iterator[str]:
        """As many lines as a row can have; what was asked for is in `taken`."""
        for line in islice(self, MOST_LINES):
            taken.append(line)
            yield line


class _Parser:
    """One row at a time."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        self._arguments = arguments
        self._mark = str(arguments["quotechar"])
        self._separator = str(arguments["delimiter"])

    def row(self, lines: Iterable[str]) -> Sequence[str] | None:
        """The first row of lines; None where a mark is still open after the last."""
        wanted = False

        def until_last() -> Iterator[str]:
            nonlocal wanted
            yield from lines
            wanted = True

        row: Sequence[str] = next(csv.reader(until_last(), **self._arguments), ())
        return None if wanted else row

    def is_sound(self, lines: Sequence[str]) -> bool:
        """Whether marks end just where cells do."""
        try:
            next(csv.reader(iter(lines), strict=True, **self._arguments), ())
        except csv.Error:
            return False
        return True

    def row_with_stray_mark(self, line: str) -> Sequence[str]:
        """A line in which a mark is never closed: the one that begins the last cell."""
        at = line.rfind(self._separator + self._mark) + 1
        if line.startswith(self._mark, at):
            row = self.row([line[:at] + line[at + 1 :]])
            if row is not None:
                return row
        plain = {**self._arguments, "quoting": csv.QUOTE_NONE}
        return next(csv.reader([line], **plain), ())
