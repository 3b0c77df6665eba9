"""Cells that a program guarded against spreadsheets are freed: '=1+1 was =1+1."""

import re

from checkin.importing.list_rows import RawRow
from checkin.model.cells import unguarded

_SOMEWHERE = re.compile(rb"'[\"' ]*(?:[=+\-@]|[^\0-\x7f])")
"""Bytes without which there is nothing to free in any encoding of single bytes."""


def freed(rows: list[RawRow], content: bytes, encoding: str) -> list[RawRow]:
    """The rows of a text file without such apostrophes; the same list, changed."""
    if not encoding.startswith(("utf-16", "utf-32")) and not _SOMEWHERE.search(content):
        return rows
    for i, (number, cells) in enumerate(rows):
        if any("'" in cell for cell in cells):
            rows[i] = (number, [unguarded(c) if "'" in c else c for c in cells])
    return rows
