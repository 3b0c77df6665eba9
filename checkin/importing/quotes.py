"""How a text table marks where a cell begins and ends that holds separators itself."""

import re
from enum import StrEnum
from typing import Any


class Quotes(StrEnum):
    """Which marks stand around cells, and how the same mark is written inside one."""

    DOUBLED = "doubled"
    """“"”, and two of them inside: what spreadsheets write."""
    BACKSLASHED = "backslashed"
    """“"”, with a backslash before one inside: what MySQL and PHP write."""
    SINGLE = "single"
    """“'”, and two of them inside: what SQL writes."""

    @property
    def mark(self) -> str:
        """The quotation mark itself."""
        return "'" if self is Quotes.SINGLE else '"'


_ESCAPED_INSIDE = re.compile(
    r"""(?:^|[,;\t|])"[^"\r\n]*\\(?:"(?![",;\t|\r\n]|$)|""(?!")(?=[,;\t|\r\n]|$))""",
    re.MULTILINE,
)
"""A cell in quotes whose next mark has a backslash before it and does not end it."""

_IN_SINGLE = re.compile(
    r"(?:^|[,;\t|])'(?:[^'\r\n]|'')*'(?=[,;\t|\r\n]|$)", re.MULTILINE
)
_IN_DOUBLE = re.compile(r'(?:^|[,;\t|])"', re.MULTILINE)
_LOOKED_AT = 50
_FEWEST = 2
"""Rows with single quotes; one may be about the 'best' guest."""


def find_quotes(text: str) -> Quotes:
    """What the first lines of a text use; DOUBLED where they use none."""
    if "\\" in text and _ESCAPED_INSIDE.search(text):
        return Quotes.BACKSLASHED
    if "'" in text and not _IN_DOUBLE.search(text):
        lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
        quoted = sum(1 for line in lines if _IN_SINGLE.search(line))
        if quoted >= _FEWEST and quoted * 2 > len(lines):
            return Quotes.SINGLE
    return Quotes.DOUBLED


def csv_arguments(separator: str, quotes: Quotes) -> dict[str, Any]:
    """The arguments of csv.reader; without a separator every line is a cell."""
    escape = "\\" if quotes is Quotes.BACKSLASHED else None
    delimiter = separator or "\x1f"
    return {"delimiter": delimiter, "quotechar": quotes.mark, "escapechar": escape}
