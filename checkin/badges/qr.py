"""The QR code of a badge as one vector path."""

from functools import cache, lru_cache

from checkin.model.code import ALPHABET, LENGTH

MODULES = 21
"""A version 1 code has so many modules a side; 20 alphanumerics fit at level M."""

QUIET = 4
"""Modules of white that ISO/IEC 18004 asks for around the code."""

_MOST_BYTES = 213
"""What version 10 holds at level M; 57 modules on 18 mm are 0.3 mm each, and less than
that hand scanners don't read."""

_MASK = 2
"""Any of the 8 decodes; trying all to find the prettiest takes most of the time."""

_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The letters of the alphanumeric mode by their values, as in ISO/IEC 18004."""
_PAIR_BITS = 11
_PAIRS = LENGTH // 2
_LETTERS = frozenset(ALPHABET)
_TRACE = 0.02
"""Of a dot."""


def holds(code: str) -> bool:
    """Whether a code that scanners can read has room for this text."""
    try:
        return len(code.encode()) <= _MOST_BYTES
    except UnicodeEncodeError:  # half a letter
        return False


def rows(code: str) -> list[str]:
    """The modules of a code, a string a row: 1 is dark. Version 1-M if the code fits.

    Longer codes, such as those that came with a list, get the next version that holds
    them; it has to be one that some code `holds`.
    """
    if len(code) != LENGTH or not _LETTERS.issuperset(code):
        return encoded(code)
    # For a given version, level, mask and length each module is the exclusive or of
    # some bits of the text: so are the error correction words, and the mask only turns
    # over fixed ones. Hence a code is put together from parts that are encoded once.
    modules = _start()
    for at in range(_PAIRS):
        modules ^= _pair(at, code[2 * at : 2 * at + 2])
    text = f"{modules:0{MODULES * MODULES}b}"
    return [text[at : at + MODULES] for at in range(0, len(text), MODULES)]


def encoded(code: str, mode: int | None = None) -> list[str]:
    """The same by the library alone, for any text; without a mode it takes the best."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode
    from qrcode.util import QRData

    made = QRCode(
        version=1, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0
    )
    made.add_data(QRData(code, mode))
    try:
        made.make(fit=False)
    except DataOverflowError:
        made.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in made.modules]


def _as_number(code: str) -> int:
    from qrcode.util import MODE_ALPHA_NUM

    return int("".join(encoded(code, MODE_ALPHA_NUM)), 2)


@cache
def _start() -> int:
    """The modules of the text whose bits are all 0."""
    return _as_number(_ALPHANUMERIC[0] * LENGTH)


@cache
def _bit(at: int, bit: int) -> int:
    """The modules that one bit of the pair number `at` turns over."""
    high, low = divmod(1 << bit, len(_ALPHANUMERIC))
    text = [_ALPHANUMERIC[0]] * LENGTH
    text[2 * at : 2 * at + 2] = _ALPHANUMERIC[high], _ALPHANUMERIC[low]
    return _as_number("".join(text)) ^ _start()


@cache
def _pair(at: int, pair: str) -> int:
    """The modules that two letters turn over."""
    high, low = (_ALPHANUMERIC.index(letter) for letter in pair)
    value = high * len(_ALPHANUMERIC) + low
    modules = 0
    for bit in range(_PAIR_BITS):
        if value >> bit & 1:
            modules ^= _bit(at, bit)
    return modules


def path(modules: list[str], dots: int = 0) -> str:
    """PDF operators that fill the dark modules, one unit each, from the lower left.

    Neighbours in a row become one rectangle, and all are one path: separate ones show
    hairlines between them on screen and on some printers.

    `dots`: so many of a printer are a module. Then each rectangle keeps off their edges
    by a trace: programs that blacken each dot which is touched would make it wider.
    """
    top = len(modules) - 1
    trace = _TRACE / dots if dots else 0.0
    return "".join(_row(row, top - at, trace) for at, row in enumerate(modules)) + "f"


@lru_cache(1 << 13)
def _row(row: str, y: int, trace: float) -> str:
    parts, at = [], 0
    for dark in row.split("0"):
        if dark:
            parts.append(_stretch(at, len(dark), y, trace))
        at += len(dark) + 1
    return "".join(parts)


@lru_cache(1 << 14)
def _stretch(at: int, many: int, y: int, trace: float) -> str:
    """Dark modules side by side, as one rectangle."""
    wide, high = many - 2 * trace, 1 - 2 * trace
    return f"{at + trace:.6g} {y + trace:.6g} {wide:.6g} {high:.6g} re "
