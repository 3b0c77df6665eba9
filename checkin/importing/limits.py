"""How much a list may hold, so that no file fills the memory or takes for ever."""

from collections.abc import Iterable, Iterator, Sequence

from checkin.importing.errors import TooLarge
from checkin.model.i18n import _

MAX_CELLS = 5_000_000
"""100,000 guests with 27 columns take half of it."""
LONGEST_LINE = 2_000_000
"""Letters of one line of a text; what is longer has no rows."""


class TooMuch(Exception):
    """More cells, or a longer line, than any list has; whoever knows the file tells."""


def weight(cells: Sequence[str]) -> int:
    """What a row counts for: every filled cell, and every fourth empty one."""
    empty = cells.count("")
    return len(cells) - empty + empty // 4


def bounded(lines: Iterable[str]) -> Iterator[str]:
    """The lines.

    Raises:
        TooMuch: one is longer than LONGEST_LINE.
    """
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise TooMuch
        yield line


def too_many_cells(file: str) -> TooLarge:
    """The refusal of a table with more cells than MAX_CELLS, or endless lines."""
    return TooLarge(
        file=file,
        size=_("more than {n:,} cells").format(n=MAX_CELLS),
        limit=_("{n:,} cells").format(n=MAX_CELLS),
    )
