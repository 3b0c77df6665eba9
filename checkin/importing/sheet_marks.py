"""What the readers don't tell of an .xlsx: hidden rows and columns, numbers as shown.

Small parts go through a parser that refuses entities; sheets are read tag by tag, in
little memory. Used in the child process: needs nothing but the standard library,
defusedxml, and modules of which the same is true.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol
from xml.etree.ElementTree import ParseError

from checkin.importing.number_codes import Shown, code_shown

_SMALL = 16 * 1024 * 1024
"""Bytes of the parts that are parsed whole."""
_BLOCK = 1 << 20

BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, LookupError,
    ValueError, RuntimeError, MemoryError, StopIteration,
)  # fmt: skip
"""What reading a damaged package ends with; then nothing is marked from there on."""


@dataclass(frozen=True, slots=True)
class RowMarks:
    """One row of a sheet."""

    number: int
    hidden: bool
    codes: dict[int, Shown] = field(default_factory=dict)
    """Column, from 0, → how its number is shown."""


class Marks(Protocol):
    """What is marked in a workbook of some kind."""

    def rows(self, sheet: str, hidden_columns: set[int]) -> Iterator[RowMarks]:
        """The rows that hold marks, from the top; notes columns that are hidden."""


class XlsxMarks:
    """What is marked in a workbook; nothing, where it is no .xlsx or a broken one."""

    def __init__(self, path: str) -> None:
        self._parts: dict[str, str] = {}
        self._codes: dict[int, Shown] = {}
        with suppress(*BROKEN):
            self._packed = zipfile.ZipFile(path)
            book = _book(self._packed)
            self._parts = _sheets(self._packed, book)
            self._codes = _codes(self._packed, book)

    def rows(self, sheet: str, hidden_columns: set[int]) -> Iterator[RowMarks]:
        """The rows that hold marks, from the top; notes columns that are hidden."""
        if sheet not in self._parts:
            return
        with suppress(*BROKEN):
            tags = _tags(self._packed, self._parts[sheet], self._codes)
            yield from _row_marks(tags, self._codes, hidden_columns)


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
    for text in whole_tags(packed, part):
        wanted = wanted or _wanted(text, codes)
        for found in wanted.finditer(text):
            name, *rest = filter(None, found.groups())
            yield name, b"".join(rest)


def whole_tags(packed: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part block by block, none of which ends within a tag."""
    rest = b""
    with packed.open(part) as source:
        while block := source.read(_BLOCK):
            text = rest + block
            opened = text.rfind(b"<")
            end = opened if opened > text.rfind(b">") else len(text)
            rest = text[end:]
            if len(rest) > _BLOCK:
                return  # no tag is as long
            yield text[:end]


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
