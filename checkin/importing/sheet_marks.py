"""What the readers don't tell of a workbook: hidden rows and columns, numbers as shown.

Used in the child process, beside either reader. Reads the XML of .xlsx itself: small
parts with a parser that refuses entities, the sheets tag by tag in little memory.
Needs nothing but the standard library and defusedxml.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

Shown = Callable[[float], str | None]
"""A number as the spreadsheet shows it; None where it is a number like any other."""

_SMALL = 16 * 1024 * 1024
"""Bytes of the parts that are parsed whole."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class RowMarks:
    """One row of a sheet."""

    number: int
    hidden: bool
    codes: dict[int, Shown] = field(default_factory=dict)
    """Column, from 0, → how its number is shown."""


class Marks:
    """What is marked in a workbook; nothing, where it is no .xlsx or a broken one."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts: dict[str, str] = {}
        self._codes: dict[int, Shown] = {}
        with suppress(Exception), zipfile.ZipFile(path) as packed:
            book = _book(packed)
            self._parts = _sheets(packed, book)
            self._codes = _codes(packed, book)

    def rows(self, sheet: str, hidden_columns: set[int]) -> Iterator[RowMarks]:
        """The rows that hold marks, from the top; notes columns that are hidden."""
        if sheet not in self._parts:
            return
        with suppress(Exception), zipfile.ZipFile(self._path) as packed:
            yield from _row_marks(
                _tags(packed, self._parts[sheet], self._codes),
                self._codes,
                hidden_columns,
            )


def _parse(packed: zipfile.ZipFile, part: str) -> Any:
    from defusedxml.ElementTree import fromstring

    if packed.getinfo(part).file_size > _SMALL:
        raise ValueError(part)
    return fromstring(packed.read(part), forbid_dtd=True)


def _local(name: str) -> str:
    """The name of a tag or an attribute without its namespace: there are several."""
    return name.rpartition("}")[2]


def _relations(packed: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Id → (kind, where) of what belongs to a part; "" is the whole package."""
    folder, name = posixpath.split(part)
    beside = posixpath.join(folder, "_rels", f"{name}.rels")
    found = {}
    for one in _parse(packed, beside):
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
        kind = one.get("Type", "").rpartition("/")[2]
        found[one.get("Id", "")] = (kind, target.lstrip("/"))
    return found


def _book(packed: zipfile.ZipFile) -> str:
    kinds = _relations(packed, "").values()
    return next(where for kind, where in kinds if kind == "officeDocument")


def _sheets(packed: zipfile.ZipFile, book: str) -> dict[str, str]:
    """Name of a sheet → the part it is in."""
    where = _relations(packed, book)
    found = {}
    for one in _parse(packed, book).iter():
        if _local(one.tag) == "sheet":
            said = {_local(name): text for name, text in one.attrib.items()}
            if (at := where.get(said.get("id", ""))) and at[0] == "worksheet":
                found[said.get("name", "")] = at[1]
    return found


def _codes(packed: zipfile.ZipFile, book: str) -> dict[int, Shown]:
    """Style → how it shows numbers, for those that make a code of them."""
    kinds = _relations(packed, book).values()
    part = next((where for kind, where in kinds if kind == "styles"), "")
    if not part:
        return {}
    formats: dict[str, str] = {}
    styles: list[str] = []
    for group in _parse(packed, part):
        if _local(group.tag) == "numFmts":
            formats = {one.get("numFmtId"): one.get("formatCode", "") for one in group}
        elif _local(group.tag) == "cellXfs":
            styles = [one.get("numFmtId", "") for one in group]
    shown = {key: code_shown(text) for key, text in formats.items()}
    return {i: how for i, key in enumerate(styles) if (how := shown.get(key))}


def _tags(
    packed: zipfile.ZipFile, part: str, codes: dict[int, Shown]
) -> Iterator[tuple[bytes, bytes]]:
    """(name, attributes) of columns, rows, and the cells whose style makes codes."""
    wanted: re.Pattern[bytes] | None = None
    rest = b""
    with packed.open(part) as source:
        while block := source.read(_BLOCK):
            text = rest + block
            if wanted is None:
                wanted = _wanted(text, codes)
            end = text.rfind(b"<") if text.rfind(b"<") > text.rfind(b">") else len(text)
            rest = text[end:]
            if len(rest) > _BLOCK:
                return  # no tag is as long
            for found in wanted.finditer(text, 0, end):
                name, *rest_of = filter(None, found.groups())
                yield name, b"".join(rest_of)


def _wanted(head: bytes, codes: dict[int, Shown]) -> re.Pattern[bytes]:
    prefix = re.search(rb"<([\w.-]+:)?worksheet\b", head[:4096])
    name = re.escape(prefix.group(1) or b"") if prefix else b""
    tags = rb"(row|col)\b([^<>]*)"
    if codes:
        styles = "|".join(map(str, codes)).encode()
        tags = rb"(?:%b|(c)\b([^<>]*\ss=[\"'](?:%b)[\"'][^<>]*))" % (tags, styles)
    return re.compile(b"<" + name + tags + b">")


_ATTRIBUTE = re.compile(rb"(?:^|\s)(r|s|hidden|min|max)\s*=\s*[\"']([^\"']*)[\"']")
_TRUE = frozenset((b"1", b"true"))


def _row_marks(
    tags: Iterator[tuple[bytes, bytes]],
    codes: dict[int, Shown],
    hidden_columns: set[int],
) -> Iterator[RowMarks]:
    """Rows without a number follow the one before."""
    row = RowMarks(0, hidden=False)
    for name, text in tags:
        said = dict(_ATTRIBUTE.findall(text))
        if name == b"row":
            if row.hidden or row.codes:
                yield row
            number = int(said.get(b"r", row.number + 1))
            row = RowMarks(number, said.get(b"hidden") in _TRUE)
        elif name == b"c":
            if (at := said.get(b"r")) and (shown := codes.get(int(said[b"s"]))):
                row.codes[_column(at)] = shown
        elif said.get(b"hidden") in _TRUE:
            first, last = int(said[b"min"]), int(said[b"max"])
            hidden_columns.update(range(first - 1, min(last, 16_384)))
    if row.hidden or row.codes:
        yield row


def _column(place: bytes) -> int:
    """From 0: that of B7 is 1."""
    n = 0
    for letter in place.rstrip(b"0123456789").upper():
        n = n * 26 + letter - 64
    return n - 1


# -- numbers that are codes

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
