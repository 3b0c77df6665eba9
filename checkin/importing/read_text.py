"""Text tables: bytes to rows, with the encoding and separator found out.

`csv.Sniffer` is not used: it takes doubled quotes apart.
"""

import codecs
import csv
import io
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from checkin.importing.columns_words import recognised
from checkin.importing.errors import BrokenList, NotAList
from checkin.importing.table import MAX_ROWS, HowRead, RawRow, too_many_rows
from checkin.model.i18n import _

SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 200
_SAMPLE_CHARS = 20_000
_CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\0\x1a")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_text(content: bytes, file: str) -> tuple[list[RawRow], HowRead]:
    """All rows of a text table, and how it was read.

    Raises:
        NotAList: it is no text.
        BrokenList: a quotation mark swallows more than a cell can hold.
        TooLarge: more rows than MAX_ROWS.
    """
    text, encoding = decode(content)
    sample = text[:_SAMPLE_CHARS]
    strange = sum(map(_CONTROL.__contains__, sample)) + sample.count("\0")
    if strange > max(2, len(sample) // 200):
        raise NotAList(
            file=file,
            what=_("no text and no workbook"),
            instead=_("Save the list as CSV or Excel (.xlsx), and choose that file."),
        )
    text, separator = _told_separator(text.replace("\0", ""))
    separator = separator or find_separator(text)
    try:
        rows = _rows(text, separator)
        found: list[RawRow] = list(enumerate(islice(rows, MAX_ROWS * 2), 1))
    except csv.Error as error:
        raise BrokenList(file=file, reason=str(error)) from error
    if len(found) == MAX_ROWS * 2:
        raise too_many_rows(file)
    return found, HowRead(encoding, separator)


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; cp1252 where it can't be UTF-8."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "cp1252"


def find_separator(text: str) -> str:
    """The one that makes the most regular table; empty for a single column."""
    scores = {separator: _score(text, separator) for separator in SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    return best if scores[best] > (0, 0) else ""


def _score(text: str, separator: str) -> tuple[float, int]:
    """(how regular, columns): known headings count, and rows of one width."""
    try:
        rows = [row for row in islice(_rows(text, separator), _SAMPLE_ROWS) if row]
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0)
    width, count = widths.most_common(1)[0]
    known = max((recognised(row) for row in rows[:30]), default=0)
    return (count / len(rows) + math.log1p(known), width)


def _told_separator(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, blanked so that row numbers stay true."""
    first, _newline, rest = text.partition("\n")
    told = first.strip().lower()
    if len(told) == 5 and told.startswith("sep=") and told[4] in SEPARATORS:
        return "\n" + rest, told[4]
    if told == "sep=" and "\t" in first:
        return "\n" + rest, "\t"
    return text, ""


def _rows(text: str, separator: str) -> Iterator[Sequence[str]]:
    """As spreadsheets parse it: quotes doubled, line breaks inside quotes kept."""
    lines = io.StringIO(text, newline="")
    return csv.reader(lines, delimiter=separator or "\x1f")
