"""What columns hold that nobody wrote a heading above: a code, a company, a ticket.

Always to be checked, and only where names are known already.
"""

import re

from checkin.importing.evidence import Cells

_ENOUGH = 6
"""So many rows show what a column is."""
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9/_-]{3,}")
_PHONE = re.compile(r"[+0][\d ()/.-]{8,}")


def field_of_cells(cells: Cells) -> str:
    """`external_code`, `phone`, `company`, `ticket_type`; empty where nobody knows."""
    if len(cells.filled) < _ENOUGH:
        return ""
    if cells.share(_PHONE.fullmatch) > 0.9 and not _are_alike(cells):
        return "phone"
    if cells.share(_CODE.fullmatch) > 0.9:
        unique = cells.distinct > 0.9 and len(cells.filled) > len(cells.all) * 0.9
        return "external_code" if unique else ""
    if cells.share(_is_words) < 0.9:
        return ""
    few = len(set(cells.filled)) <= max(3, len(cells.all) // 6)
    return "ticket_type" if few and len(cells.filled) == len(cells.all) else "company"


def _are_alike(cells: Cells) -> bool:
    """Codes are as long as each other, and begin with noughts."""
    return len({len(cell) for cell in cells.filled}) == 1 and all(
        cell.startswith("00") for cell in cells.filled
    )


def _is_words(cell: str) -> bool:
    letters = sum(c.isalpha() for c in cell)
    return letters >= 3 and letters * 2 > len(cell)
