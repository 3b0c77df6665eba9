"""Text tables: bytes to rows, with the encoding and separator found out.

`csv.Sniffer` is not used: it takes doubled quotes apart. Nothing is done to the whole
text in one breath: a window on another thread would stand still as long.
"""

import csv
import io
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from checkin.importing.columns_words import recognised
from checkin.importing.encodings import MENDED, find_encoding, read_with
from checkin.importing.errors import BrokenList, NotAList
from checkin.importing.read_as import AS_FOUND, NO_SEPARATOR, ReadAs
from checkin.importing.table import MAX_ROWS, HowRead, RawRow, too_many_rows
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, WasCancelled, never

SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 200
_SAMPLE_CHARS = 20_000
_ROWS_CHARS = 400_000
"""Letters among which the sample rows are looked for."""
_BLOCK_ROWS = 500
_CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\0\x1a")


def read_text(
    content: bytes, file: str, how: ReadAs = AS_FOUND, cancelled: Cancelled = never
) -> tuple[list[RawRow], HowRead]:
    """All rows of a text table, and how it was read.

    Raises:
        NotAList: it is no text.
        BrokenList: a quotation mark swallows more than a cell can hold.
        TooLarge: more rows than MAX_ROWS.
        WasCancelled: the user wanted it to end.
    """
    if how.encoding:
        encoding, mark = read_with(content, how.encoding)
    else:
        encoding, mark = find_encoding(content)
    sample = _lines(content, encoding, mark).read(_ROWS_CHARS)
    head = sample[:_SAMPLE_CHARS]
    strange = sum(map(_CONTROL.__contains__, head)) + head.count("\0")
    if strange > max(2, len(head) // 200):
        raise NotAList(
            file=file,
            what=_("no text and no workbook"),
            instead=_("Save the list as CSV or Excel (.xlsx), and choose that file."),
        )
    sample = sample.replace("\0", "")
    told = _told_separator(sample)
    separator = how.separator or told or find_separator(sample)
    if separator == NO_SEPARATOR:
        separator = ""
    lines: Iterable[str] = _lines(content, encoding, mark)
    if told:  # Excel's own first line counts as an empty one
        lines = chain(["\n"], islice(lines, 1, None))
    if b"\0" in content:
        lines = (line.replace("\0", "") for line in lines)
    try:
        found = _all_rows(lines, separator, cancelled)
    except csv.Error as error:
        raise BrokenList(file=file, reason=str(error)) from error
    if len(found) >= MAX_ROWS * 2:
        raise too_many_rows(file)
    return found, HowRead(encoding, separator)


def _lines(content: bytes, encoding: str, mark: int) -> io.TextIOWrapper:
    """The text behind the mark, line by line, decoded only as far as it is read."""
    raw = io.BytesIO(content)  # shares the bytes
    raw.seek(mark)
    errors = MENDED if encoding == "utf-8" else "replace"
    return io.TextIOWrapper(raw, encoding, errors=errors, newline="")


def _all_rows(
    lines: Iterable[str], separator: str, cancelled: Cancelled
) -> list[RawRow]:
    """Numbered from 1; read block by block, at most twice as many as are allowed."""
    rows = enumerate(_rows(lines, separator), 1)
    found: list[RawRow] = []
    while len(found) < MAX_ROWS * 2 and (block := list(islice(rows, _BLOCK_ROWS))):
        found += block
        if cancelled():
            raise WasCancelled
    return found


def find_separator(text: str) -> str:
    """The one that makes the most regular table; empty for a single column."""
    scores = {separator: _score(text, separator) for separator in SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    return best if scores[best] > (0, 0) else ""


def _score(text: str, separator: str) -> tuple[float, int]:
    """(how regular, columns): known headings count, and rows of one width."""
    lines = io.StringIO(text[:_ROWS_CHARS], newline="")
    try:
        sample = list(islice(_rows(lines, separator), _SAMPLE_ROWS))
    except csv.Error:
        return (0, 0)
    if len(text) >= _ROWS_CHARS and len(sample) < _SAMPLE_ROWS:
        sample = sample[:-1] or sample  # the last one was cut
    rows = [row for row in sample if row]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0)
    width, count = widths.most_common(1)[0]
    known = max((recognised(row) for row in rows[:30]), default=0)
    return (count / len(rows) + math.log1p(known), width)


def _told_separator(text: str) -> str:
    """What Excel's own first line `sep=;` says; empty where there is none."""
    first = text.partition("\n")[0]
    told = first.strip().lower()
    if len(told) == 5 and told.startswith("sep=") and told[4] in SEPARATORS:
        return told[4]
    return "\t" if told == "sep=" and "\t" in first else ""


def _rows(lines: Iterable[str], separator: str) -> Iterator[Sequence[str]]:
    """As spreadsheets parse it: quotes doubled, line breaks inside quotes kept."""
    return csv.reader(lines, delimiter=separator or "\x1f")
