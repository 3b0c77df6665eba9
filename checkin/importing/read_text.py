"""Text tables: bytes to rows, with the encoding and separator found out or as said.

`csv.Sniffer` is not used: it takes doubled quotes apart.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

from checkin.importing.encodings import (
    MENDED,
    Encoding,
    find_encoding,
    said_encoding,
    telling_cell,
)
from checkin.importing.errors import BrokenList, NotAList
from checkin.importing.limits import TooMuch, too_many_cells
from checkin.importing.list_rows import RawRow
from checkin.importing.odd_shapes import reshaped, ruled
from checkin.importing.quotes import Quotes, find_quotes
from checkin.importing.read_as import AS_FOUND, NO_SEPARATOR, ReadAs
from checkin.importing.separators import SAMPLE_CHARS, Separator, find_separator
from checkin.importing.table import MAX_ROWS, HowRead, too_many_rows
from checkin.importing.text_rows import all_rows
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, never

_HEAD = 20_000
"""Letters that tell whether it is text, and how its cells are quoted."""
_CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\0\x1a")
_NOTHING = "\0\x1a\N{ZERO WIDTH NO-BREAK SPACE}"
"""What stands for no letter: filler, the end of a file in DOS, marks of UTF-8."""
_FILLER = b"\0\x1a"
_NULL = re.compile(r"(?<![^,;\t|\r\n])\\N(?=[,;\t|\r\n]|$)")
"""A cell with nothing in it, as MySQL and PostgreSQL write it."""


def read_text(
    content: bytes, file: str, how: ReadAs = AS_FOUND, cancelled: Cancelled = never
) -> tuple[list[RawRow], HowRead]:
    """All rows of a text table, and how it was read.

    Raises:
        NotAList: it is no text.
        BrokenList: a cell is longer than any can be.
        TooLarge: more rows than MAX_ROWS.
        WasCancelled: the user wanted it to end.
    """
    content, said = _without_filler(content), how.encoding
    encoding = said_encoding(content, said) if said else find_encoding(content)
    text = _Text(content, encoding)
    sample = text.sample()
    _refuse_no_text(file, sample[:_HEAD])
    sample = sample.translate(_DROPPED)
    told = _told_separator(sample)
    text.begins_with_told = bool(told)
    text.has_nulls = bool(_NULL.search(sample))
    quotes = find_quotes(sample[:_HEAD])
    separator = _separator(sample, how.separator or told, quotes)
    rows, stray = _rows(file, text, separator.text, quotes, cancelled)
    if not how.separator:
        rows = reshaped(rows) or rows
    sure = {"encoding": encoding.sure, "separator": separator.sure}
    return rows, HowRead(
        encoding.codec,
        separator.text,
        quotes=quotes,
        stray_quotes=stray,
        telling=telling_cell(content, encoding),
        is_lines=True,
        unsure=frozenset(what for what, known in sure.items() if not known),
    )


_DROPPED = dict.fromkeys(map(ord, _NOTHING))


@dataclass
class _Text:
    """The letters behind the mark, decoded only as far as they are read."""

    content: bytes
    encoding: Encoding
    begins_with_told: bool = False
    """Excel's own first line, which counts as an empty one."""
    has_nulls: bool = False
    """Whether a database wrote where there is nothing."""

    def _open(self) -> io.TextIOWrapper:
        codec = self.encoding.codec
        raw = io.BytesIO(self.content)  # shares the bytes
        raw.seek(self.encoding.mark)
        errors = MENDED if codec == "utf-8" else "replace"
        return io.TextIOWrapper(raw, codec, errors=errors, newline="")

    def sample(self) -> str:
        """As much as tells how to read the rest."""
        return self._open().read(SAMPLE_CHARS)

    def lines(self) -> Iterable[str]:
        """All lines, each with what ends it."""
        lines: Iterable[str] = self._open()
        if self.begins_with_told:
            lines = chain(["\n"], islice(lines, 1, None))
        if self._has_what_is_no_letter():
            lines = (line.translate(_DROPPED) for line in lines)
        if self.has_nulls:
            lines = (_NULL.sub("", line) for line in lines)
        return lines

    def _has_what_is_no_letter(self) -> bool:
        codec, content = self.encoding.codec, self.content
        mark = "\ufeff".encode(codec, "ignore") if codec.startswith("utf") else b""
        if mark and content.find(mark, self.encoding.mark) >= 0:
            return True
        wide = codec.startswith(("utf-16", "utf-32"))
        return b"\x1a" in content or (not wide and b"\0" in content)


def _without_filler(content: bytes) -> bytes:
    """Without the NULs and the Ctrl-Z that old programs fill the last block with."""
    short = content.rstrip(_FILLER)
    if len(short) == len(content):
        return content
    kept = len(short) + (-len(short)) % 4  # whole letters, of UTF-32 too
    return content[:kept]


def _refuse_no_text(file: str, head: str) -> None:
    strange = sum(map(_CONTROL.__contains__, head)) + head.count("\0")
    if strange > max(4, len(head) // 200):
        raise NotAList(
            file=file,
            what=_("no text and no workbook"),
            instead=_("Save the list as CSV or Excel (.xlsx), and choose that file."),
        )


_TOLD = re.compile(r'\s*"?sep=([^\w"\s]|\t)?"?[ \t]*(?:\r|\n|$)', re.IGNORECASE)


def _told_separator(text: str) -> str:
    """What Excel's own first line `sep=;` says; empty where there is none."""
    told = _TOLD.match(text)
    return (told.group(1) or "") if told else ""


def _separator(sample: str, said: str, quotes: Quotes) -> Separator:
    """As the user or the file says; else it is found out."""
    if not said and not ruled(sample):
        return find_separator(sample, quotes)
    return Separator("" if said in ("", NO_SEPARATOR) else said, sure=True)


def _rows(
    file: str, text: _Text, separator: str, quotes: Quotes, cancelled: Cancelled
) -> tuple[list[RawRow], tuple[int, ...]]:
    """All rows, and the numbers of those with a quotation mark that never ends."""
    try:
        rows, stray = all_rows(text.lines, separator, quotes, cancelled)
    except csv.Error as error:
        raise BrokenList(file=file, reason=str(error)) from error
    except TooMuch as much:
        raise too_many_cells(file) from much
    if len(rows) >= MAX_ROWS * 2:
        raise too_many_rows(file)
    return rows, stray
