"""Cells of a CSV file that a spreadsheet would run: guarded, and freed again.

Excel, LibreOffice and Google Sheets take a cell for a formula by its first character,
quoted or not. An apostrophe before it makes it text in all three (OWASP, "CSV
Injection"). Excel splits lines at `;` where the decimal sign is a comma, and then new
cells begin in the middle of ours, after a `;`, a tab or a line break: what stands
there is guarded as well.
"""

import re

_RUN = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212"
"""Begin a formula, in the wide forms of East Asian keyboards too."""

_PASSED_OVER = "\"' \u00a0\u3000\u200b\ufeff"
"""What a spreadsheet may strip before it looks; our own apostrophe among them."""

_AT_THE_START = f"(?=[{_PASSED_OVER}]*[{_RUN}\t\r\n\0])"
_INSIDE = f"(?=[{_PASSED_OVER}]*[{_RUN}])"
_GUARD = re.compile(f"\\A{_AT_THE_START}|(?<=[;\t\r\n]){_INSIDE}")
_GUARDED = re.compile(f"\\A'{_AT_THE_START}|(?<=[;\t\r\n])'{_INSIDE}")


def guarded(cell: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet could see a formula begin."""
    return _GUARD.sub("'", cell)


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`: exactly, for every text."""
    return _GUARDED.sub("", cell)
