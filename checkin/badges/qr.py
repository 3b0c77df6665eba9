"""The QR code of a badge as one vector path."""

from functools import lru_cache
from itertools import groupby

MODULES = 21
"""A version 1 code has so many modules a side; 20 alphanumerics fit at level M."""

QUIET = 4
"""Modules of white that ISO/IEC 18004 asks for around the code."""

_MASK = 2
"""Any of the 8 decodes; trying all to find the prettiest takes most of the time."""


def matrix(code: str) -> list[list[bool]]:
    """The modules of a code, by rows; True is dark. Version 1-M if the code fits.

    Longer codes, such as those that came with a list, get the next version that holds
    them.
    """
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    made = QRCode(
        version=1, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0
    )
    made.add_data(code)
    try:
        made.make(fit=False)
    except DataOverflowError:
        made.make(fit=True)
    rows: list[list[bool]] = made.modules
    return rows


def path(rows: list[list[bool]]) -> str:
    """PDF operators that fill the dark modules, one unit each, from the lower left.

    Neighbours in a row become one rectangle, and all are one path: separate ones show
    hairlines between them on screen and on some printers.
    """
    top = len(rows) - 1
    parts = []
    for at, row in enumerate(rows):
        for start, length in _stretches(_bits(row)):
            parts.append(f"{start} {top - at} {length} 1 re")
    return " ".join(parts) + " f"


def _bits(row: list[bool]) -> int:
    return int("1" + "".join("1" if dark else "0" for dark in row), 2)


@lru_cache(1 << 14)
def _stretches(bits: int) -> tuple[tuple[int, int], ...]:
    """Start and length of the dark stretches; the leading 1 only keeps the width."""
    found, at = [], 0
    for dark, group in groupby(bin(bits)[3:]):
        length = len(list(group))
        if dark == "1":
            found.append((at, length))
        at += length
    return tuple(found)
