"""Numbers that are codes: what a spreadsheet shows of them by their format."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Shown = Callable[[float], str | None]
"""A number as the spreadsheet shows it; None where it is a number like any other."""

_LONGEST = 255
"""Letters that a number format has at most."""

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<hint>[^\]]*)\]'
    r"|(?P<digit>[0#?])|(?P<sign>[.,%@/]|[Ee][+-]|General)|(?P<plain>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
}
_GROUPING = frozenset((" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "'"))
_MONEY = frozenset("€ $ £ ¥ ₹ EUR USD GBP CHF SEK NOK DKK PLN CZK HUF kr Fr zł".split())


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts of a number format between semicolons."""

    pieces: tuple[tuple[str, bool], ...]
    """(text, whether it stands for a digit)."""
    condition: tuple[str, float] | None
    is_code: bool


def code_shown(format_code: str) -> Shown | None:
    """How a number format shows whole numbers, if it makes codes of them.

    00000, 000-00-0000 and (###) ###-#### do; amounts, percents and dates don't.
    """
    if len(format_code) > _LONGEST:
        return None
    sections = [_section(text) for text in _split(format_code)[:3]]
    if not any(section.is_code for section in sections):
        return None

    def shown(value: float) -> str | None:
        if value < 0 or value >= 1e15 or value != int(value):
            return None
        for section in sections[:2]:
            if section.condition:
                sign, limit = section.condition
                if not _COMPARED[sign](value, limit):
                    continue
            return _filled(section, str(int(value))) if section.is_code else None
        return None

    return shown


def _split(format_code: str) -> list[str]:
    """At the semicolons that are not quoted."""
    return re.findall(r'(?:"[^"]*"|\\.|[^;"])+', format_code) or [""]


def _section(text: str) -> _Section:
    pieces: list[tuple[str, bool]] = []
    condition = None
    amount = False
    for found in _PIECE.finditer(text):
        said = found.groupdict()
        if said["digit"]:
            pieces.append((said["digit"], True))
        elif said["hint"] is not None:
            amount |= said["hint"].startswith("$")
            if at := _CONDITION.fullmatch(said["hint"]):
                condition = (at[1], float(at[2]))
        elif said["sign"]:
            amount = True
        else:
            literal = said["quoted"] or said["escaped"] or said["plain"] or ""
            pieces.append((literal, False))
    return _Section(tuple(pieces), condition, not amount and _is_code(pieces))


def _is_code(pieces: list[tuple[str, bool]]) -> bool:
    places = [i for i, (_text, digit) in enumerate(pieces) if digit]
    if not places:
        return False
    if sum(1 for i in places if pieces[i][0] == "0") > 1:
        return True
    inner = [text for text, digit in pieces[places[0] : places[-1]] if not digit]
    if any(text not in _GROUPING for text in inner):
        return True
    before = "".join(text for text, _digit in pieces[: places[0]])
    ends = before[-1:].isalnum() or before[-1:] in ("-", "+", "/", "#")
    return not inner and bool(before) and ends and before.strip() not in _MONEY


def _filled(section: _Section, digits: str) -> str:
    """The digits put in from the right; what is left over goes before the first."""
    left, out = list(digits), []
    first = next(i for i, (_text, digit) in enumerate(section.pieces) if digit)
    for i in range(len(section.pieces) - 1, -1, -1):
        text, is_digit = section.pieces[i]
        if not is_digit:
            out.append(text)
        elif left:
            out.append(left.pop())
        elif text == "0":
            out.append("0")
        if i == first:
            out += reversed(left)
    return "".join(reversed(out)).strip()
