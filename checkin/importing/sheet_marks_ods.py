"""The same for .ods: hidden rows and columns, and numbers that are shown as codes.

All sheets stand in one part, where a row or a cell can stand for many like it.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from checkin.importing.number_codes import Shown, code_shown
from checkin.importing.sheet_marks import BROKEN, RowMarks, whole_tags

_CONTENT = "content.xml"
_COLUMNS = 1024
"""No list is wider."""

_ROWS = rb"<table:(table|table-column|table-row%b)(?=[\s/>])([^<>]*)>"
_WITHOUT_CELLS = re.compile(_ROWS % b"")
_WITH_CELLS = re.compile(_ROWS % b"|table-cell|covered-table-cell")
_ATTRIBUTE = re.compile(r"\b(?:table|style|number):([\w-]+)\s*=\s*[\"']([^\"']*)[\"']")
_STYLE = re.compile(r"<style:style\b([^<>]*)>")
_FORMAT = re.compile(
    r"<number:number-style\b([^<>]*)>(.*?)</number:number-style>", re.DOTALL
)
_PIECE = re.compile(
    r"<number:number\b([^<>]*?)(?:/>|>(.*?)</number:number>)"
    r"|<number:text\b[^<>]*>([^<]*)</number:text>",
    re.DOTALL,
)
_INSIDE = re.compile(r"<number:embedded-text\b([^<>]*)>([^<]*)</number:embedded-text>")


class OdsMarks:
    """What is marked in a workbook; nothing, where it is no .ods or a broken one."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._codes: dict[str, Shown] = {}
        with suppress(*BROKEN), zipfile.ZipFile(path) as packed:
            self._codes = _codes(packed)

    def rows(self, sheet: str, hidden_columns: set[int]) -> Iterator[RowMarks]:
        """The rows that hold marks, from the top; notes columns that are hidden."""
        with suppress(*BROKEN), zipfile.ZipFile(self._path) as packed:
            scan = _Scan(self._codes, hidden_columns)
            yield from scan.rows(_tags(packed, sheet, bool(self._codes)))


def _tags(
    packed: zipfile.ZipFile, sheet: str, cells: bool
) -> Iterator[tuple[bytes, dict[str, str]]]:
    """(name, attributes) of the columns, rows, and if asked cells of one sheet."""
    wanted = _WITH_CELLS if cells else _WITHOUT_CELLS
    inside = False
    for text in whole_tags(packed, _CONTENT):
        for found in wanted.finditer(text):
            name = found.group(1)
            if name != b"table" and not inside:
                continue
            said = _said(found.group(2).decode("utf-8", "replace"))
            if name != b"table":
                yield name, said
            elif inside:
                return
            else:
                inside = unescape(said.get("name", "")) == sheet


def _said(attributes: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(attributes))


class _Scan:
    """Counts rows and columns, each of which may be repeated."""

    def __init__(self, codes: dict[str, Shown], hidden_columns: set[int]) -> None:
        self._codes, self._hidden = codes, hidden_columns
        self._shown: list[Shown | None] = []
        """By the column's own style, for cells that have none."""
        self._column = 0

    def rows(self, tags: Iterator[tuple[bytes, dict[str, str]]]) -> Iterator[RowMarks]:
        row, times = RowMarks(0, hidden=False), 1
        for name, said in tags:
            if name == b"table-column":
                self._take_column(said)
            elif name == b"table-row":
                yield from _repeated(row, times)
                row = RowMarks(row.number + times, _is_hidden(said))
                times = int(said.get("number-rows-repeated", 1))
                self._column = 0
            else:
                self._take_cell(said, row)
        yield from _repeated(row, times)

    def _take_column(self, said: dict[str, str]) -> None:
        first = len(self._shown)
        times = min(_times(said), _COLUMNS - first)
        self._shown += [self._codes.get(said.get("default-cell-style-name", ""))] * (
            times
        )
        if _is_hidden(said):
            self._hidden.update(range(first, first + times))

    def _take_cell(self, said: dict[str, str], row: RowMarks) -> None:
        first = self._column
        self._column = min(first + _times(said), _COLUMNS)
        for i in range(first, self._column):
            own = self._shown[i] if i < len(self._shown) else None
            style = said.get("style-name")
            if shown := self._codes.get(style) if style else own:
                row.codes[i] = shown


def _times(said: dict[str, str]) -> int:
    return int(said.get("number-columns-repeated", 1))


def _is_hidden(said: dict[str, str]) -> bool:
    return said.get("visibility", "visible") != "visible"


def _repeated(row: RowMarks, times: int) -> Iterator[RowMarks]:
    """The row itself, as often as it stands there; not that before the first."""
    if row.number and (row.hidden or row.codes):
        for i in range(times):
            yield RowMarks(row.number + i, row.hidden, row.codes)


def _codes(packed: zipfile.ZipFile) -> dict[str, Shown]:
    """Style of a cell → how it shows numbers, for those that make a code of them."""
    head = b""
    for text in whole_tags(packed, _CONTENT):
        head += text
        if b"<office:body" in head or len(head) > 1 << 24:
            break
    styles = head.partition(b"<office:body")[0].decode("utf-8", "replace")
    formats = {}
    for attributes, inside in _FORMAT.findall(styles):
        if shown := code_shown(_format_code(inside)):
            formats[_said(attributes).get("name", "")] = shown
    named = (_said(attributes) for attributes in _STYLE.findall(styles))
    return {
        said.get("name", ""): formats[said["data-style-name"]]
        for said in named
        if said.get("data-style-name") in formats
    }


def _format_code(inside: str) -> str:
    """As a workbook of Excel would write it."""
    code = ""
    for attributes, embedded, literal in _PIECE.findall(inside):
        said = _said(attributes)
        if literal:
            code += _quoted(literal)
        elif said.get("decimal-places", "0") != "0" or said.get("grouping") == "true":
            return "0.0"
        else:
            digits = ["0"] * int(said.get("min-integer-digits", 1))
            for at, text in _INSIDE.findall(embedded):
                place = len(digits) - int(_said(at).get("position", 0))
                digits[place] = _quoted(text) + digits[place]
            code += "".join(digits)
    return code


def _quoted(text: str) -> str:
    return f'"{unescape(text)}"'
