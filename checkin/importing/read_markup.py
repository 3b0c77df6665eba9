"""Tables written as markup: web pages, and the XML that old Excel programs save.

Many ticket shops name such a page .xls. Of several tables, that with the most headings
that are known is taken, of those the longest.
"""

import time
from collections.abc import Callable
from html.parser import HTMLParser

from checkin.importing.columns_words import recognised
from checkin.importing.encodings import (
    Encoding,
    find_encoding,
    said_encoding,
    telling_cell,
)
from checkin.importing.errors import BrokenList, NotAList
from checkin.importing.limits import MAX_CELLS, too_many_cells, weight
from checkin.importing.list_rows import RawRow
from checkin.importing.number_codes import Shown, code_shown
from checkin.importing.read_as import AS_FOUND, ReadAs, codec_named
from checkin.importing.table import MAX_COLUMNS, MAX_ROWS, HowRead, too_many_rows
from checkin.model.errors import BadArgument
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, WasCancelled, never

_BLOCK = 1 << 16
_LONGEST_TAG = 1 << 19
"""Letters of a tag or a comment."""
_WIDEST = 20_000
"""Cells of a row; more than any spreadsheet has."""
_SECONDS = 4.5
"""Some 8 MB, or 50,000 guests, are read in it; nobody waits longer for a page."""
_LOOKED_AT = 30
_HEAD = 4096
"""Bytes that tell a page from a text."""


def is_markup(content: bytes) -> bool:
    """Whether the bytes begin as a page or as an XML workbook does."""
    encoding, mark, _sure = find_encoding(content[:_HEAD])
    head = content[mark:_HEAD].decode(encoding, "replace").lstrip().lower()
    if head.startswith("<?xml"):
        return "<workbook" in head or "<html" in head or "spreadsheet" in head
    return head.startswith(("<!doctype html", "<html", "<table", "<head", "<meta"))


def read_markup(
    content: bytes, file: str, how: ReadAs = AS_FOUND, cancelled: Cancelled = never
) -> tuple[list[RawRow], HowRead]:
    """The rows of the table that is a list of people, and how it was read.

    Raises:
        NotAList: a page without a table.
        BrokenList: it has no end, or takes too long.
        TooLarge: more rows than MAX_ROWS, or more cells than MAX_CELLS.
        WasCancelled: the user wanted it to end.
    """
    said = how.encoding
    told = said_encoding(content, said) if said else _told(content)
    text = content[told.mark :].decode(told.codec, "replace")
    tables = [rows for rows in _tables(file, text, cancelled) if rows]
    if not tables:
        raise NotAList(
            file=file,
            what=_("a web page without a table"),
            instead=_("Save the list as CSV or Excel (.xlsx), and choose that file."),
        )
    best = max(tables, key=lambda rows: (_headings(rows), len(rows)))
    return list(enumerate(best, 1)), HowRead(
        told.codec,
        telling=telling_cell(content, told),
        unsure=frozenset() if told.sure else frozenset({"encoding"}),
    )


def _tables(file: str, text: str, cancelled: Cancelled) -> list[list[list[str]]]:
    """The cells of every table, row by row."""
    reader = _Tables(file)
    ends = time.monotonic() + _SECONDS
    for start in range(0, len(text), _BLOCK):
        reader.feed(text[start : start + _BLOCK])
        if len(reader.rawdata) > _LONGEST_TAG:
            raise BrokenList(file=file, reason=_("a tag never ends"))
        if time.monotonic() > ends:
            raise BrokenList(file=file, reason=_("it takes too long"))
        if cancelled():
            raise WasCancelled
    reader.close()
    reader.handle_endtag("table")  # a page that breaks off has a last row too
    return reader.tables


def _told(content: bytes) -> Encoding:
    """The encoding that the page names, else the one that its bytes speak for."""
    head = content[:2048].lower()
    found = find_encoding(content)
    if found.mark or found.codec == "utf-8" or b"charset=" not in head:
        return found
    name = head.split(b"charset=", 1)[1].lstrip(b"\"' ")[:20]
    word = name.replace(b'"', b" ").replace(b"'", b" ").replace(b">", b" ").split()
    try:
        codec = codec_named(word[0].decode("ascii"))
    except (BadArgument, UnicodeDecodeError, IndexError):
        return found
    return found if codec.startswith("utf") else Encoding(codec, 0)  # it is none


def _headings(rows: list[list[str]]) -> int:
    return max(map(recognised, rows[:_LOOKED_AT]))


_Attributes = dict[str, str | None]


def _number(attribute: str | None) -> int:
    text = attribute or ""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


class _Tables(HTMLParser):
    """Collects the cells of every table; XML workbooks call them Row, Cell and Data."""

    CDATA_CONTENT_ELEMENTS = ("script",)  # type: ignore[misc]  # final only in stubs
    """Not "style" as in pages: in a workbook formats stand inside."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = [[]]
        self._file = file
        self._row: list[str] | None = None
        self._weight = 0
        self._cell: list[str] | None = None
        self._span = 1
        self._hanging: dict[int, int] = {}
        """Column → rows that a cell of a row above reaches down into."""
        self._style = ""
        self._formats: dict[str, Shown | None] = {}
        self._shown: Shown | None = None
        self._type = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start: Callable[[_Attributes], None] | None = {
            "table": self._table_starts,
            "worksheet": self._table_starts,
            "tr": self._row_starts,
            "row": self._row_starts,
            "td": self._cell_starts,
            "th": self._cell_starts,
            "cell": self._cell_starts,
            "data": self._data_starts,
            "style": self._style_starts,
            "numberformat": self._format_is,
        }.get(tag.rpartition(":")[2])
        if start:
            start(dict(attrs))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        plain = tag.rpartition(":")[2]
        if plain in ("td", "th", "cell"):
            self._cell_ends()
        elif plain in ("tr", "row", "table"):
            self._row_ends()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _style_starts(self, attrs: _Attributes) -> None:
        self._style = attrs.get("ss:id") or ""

    def _format_is(self, attrs: _Attributes) -> None:
        self._formats[self._style] = code_shown(attrs.get("ss:format") or "")

    def _data_starts(self, attrs: _Attributes) -> None:
        self._type = attrs.get("ss:type") or ""

    def _table_starts(self, _attrs: _Attributes) -> None:
        self._row_ends()
        self._hanging = {}
        self.tables.append([])

    def _row_starts(self, _attrs: _Attributes) -> None:
        self._row_ends()
        self._row = []

    def _cell_starts(self, attrs: _Attributes) -> None:
        self._cell_ends()
        if self._row is None:
            self._row = []
        self._skip_hanging(self._row)
        place = _number(attrs.get("ss:index") or attrs.get("index"))
        while len(self._row) < min(place - 1, MAX_COLUMNS):
            self._row.append("")
        more = _number(attrs.get("ss:mergeacross"))
        self._span = min(max(_number(attrs.get("colspan")), more + 1), MAX_COLUMNS)
        if (down := _number(attrs.get("rowspan"))) > 1:
            here = range(len(self._row), len(self._row) + self._span)
            self._hanging |= dict.fromkeys(here, min(down, MAX_ROWS))
        self._shown = self._formats.get(attrs.get("ss:styleid") or "")
        self._type = ""
        self._cell = []

    def _skip_hanging(self, row: list[str]) -> None:
        while self._hanging.get(len(row)) and len(row) < MAX_COLUMNS:
            row.append("")

    def _cell_ends(self) -> None:
        if self._cell is None or self._row is None:
            return
        text = self._as_shown("".join(self._cell).strip())
        if len(self._row) < _WIDEST:
            self._row += [text, *[""] * (self._span - 1)]
        self._cell = None

    def _as_shown(self, text: str) -> str:
        """A number as its format shows it, a day without its midnight."""
        if self._type == "DateTime":
            return text.removesuffix(".000").removesuffix("T00:00:00")
        if self._type == "Number" and self._shown and text.isdecimal():
            return self._shown(float(text)) or text
        return text

    def _row_ends(self) -> None:
        self._cell_ends()
        if self._row is not None:
            self._hanging = {i: n - 1 for i, n in self._hanging.items() if n > 1}
            self.tables[-1].append(self._row)
            if len(self.tables[-1]) > MAX_ROWS:
                raise too_many_rows(self._file)
            self._weight += weight(self._row)
            if self._weight > MAX_CELLS:
                raise too_many_cells(self._file)
        self._row = None
