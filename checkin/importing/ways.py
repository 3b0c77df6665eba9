"""In which ways a file could be read, for somebody who sees that it was read wrong."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from checkin.importing.encodings import encoding_words
from checkin.importing.read_as import NO_SEPARATOR
from checkin.importing.table import HowRead, Table
from checkin.model.i18n import N_, _
from checkin.model.words import isolate

Choices = tuple[tuple[str, str | int], ...]
"""(words, value): the value is one for ReadAs."""

_LIKELY = (
    "utf-8", "cp1252", "mac_roman", "cp1250", "iso8859-2", "iso8859-15", "cp1251",
    "koi8-r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp850",
    "cp437", "cp874", "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
"""Encodings that lists are met in, those of most lists first."""
_SEPARATORS = (
    (N_("Commas"), ","),
    (N_("Semicolons"), ";"),
    (N_("Tabs"), "\t"),
    (N_("Bars"), "|"),
    (N_("Spaces"), " "),
    (N_("None: a single column"), NO_SEPARATOR),
)
_PREVIEW = 24
"""Letters of a cell."""
_ROW = 36
"""Letters of a row."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The choices for one file, and what is in force; empty where there is none."""

    encodings: Choices = ()
    separators: Choices = ()
    header_rows: Choices = ()
    sheets: Choices = ()
    encoding: str = ""
    separator: str = ""
    header_row: int = 0
    sheet: str = ""
    said: frozenset[str] = frozenset()
    """What the user said: names of the fields of ReadAs."""


def ways_of(table: Table) -> Ways:
    """What could be chosen instead of how the table was read."""
    how = table.how
    several = len(how.sheets) > 1
    return Ways(
        encodings=tuple(_encodings(how)),
        separators=tuple(_separators(how)) if how.is_lines else (),
        header_rows=tuple(_header_rows(table)),
        sheets=tuple((name, name) for name in how.sheets) if several else (),
        encoding=how.encoding,
        separator=how.separator or NO_SEPARATOR,
        header_row=table.header_row,
        sheet=how.sheet,
        said=how.said,
    )


def _encodings(how: HowRead) -> Iterator[tuple[str, str]]:
    """The one that was found first, each with a cell as it would read then."""
    if not (how.encoding and (how.telling or "encoding" in how.said)):
        return
    for codec in dict.fromkeys((how.encoding, *_LIKELY)):
        text = _decoded(how.telling, codec)
        if not text.isprintable():
            if codec != how.encoding:
                continue
            text = ""
        words = encoding_words(codec)
        yield f"{words} · {isolate(text[:_PREVIEW])}" if text else words, codec


def _decoded(cell: bytes, codec: str) -> str:
    """As it would read; letters that make no sense can't be printed."""
    try:
        decoder = codecs.getincrementaldecoder(codec)("backslashreplace")
        text = decoder.decode(cell)
    except (LookupError, UnicodeError):
        return "\0"
    return "\0" if "\\x" in text else " ".join(text.split())


def _separators(how: HowRead) -> Iterator[tuple[str, str]]:
    known = [(_(words), one) for words, one in _SEPARATORS]
    if how.separator and all(one != how.separator for _words, one in known):
        yield _("“{character}”").format(character=how.separator), how.separator
    yield from known


def _header_rows(table: Table) -> Iterator[tuple[str, int]]:
    for number, cells in table.top:
        filled = " · ".join(" ".join(cell.split()) for cell in cells if cell.strip())
        short = filled if len(filled) <= _ROW else filled[: _ROW - 1].rstrip() + "…"
        yield _("Row {n}: {cells}").format(n=number, cells=isolate(short)), number
    yield _("No headings"), 0
