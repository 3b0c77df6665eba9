"""How the user wants a file to be read, where it is not left to finding out."""

import codecs
from dataclasses import dataclass, replace
from difflib import get_close_matches

from checkin.model.errors import BadArgument
from checkin.model.i18n import _

NO_SEPARATOR = "none"
"""A separator of this name: every line is one cell."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What is known beforehand; the rest is found out."""

    encoding: str = ""
    """As people or Python name it: Windows-1252, utf-16."""
    separator: str = ""
    """A character, or its name: tab, semicolon; `none` for a single column."""
    sheet: str = ""
    """Of a workbook, or a list in an archive."""
    header_row: int | None = None
    """As a spreadsheet shows it; 0: there are no headings."""

    def settled(self) -> "ReadAs":
        """The same with the encoding as Python names it, and the separator itself.

        Raises:
            BadArgument: there is no such encoding, separator or row.
        """
        if self.header_row is not None and self.header_row < 0:
            raise _no_row(self.header_row)
        return replace(
            self,
            encoding=codec_named(self.encoding) if self.encoding else "",
            separator=separator_named(self.separator) if self.separator else "",
        )

    @property
    def said(self) -> frozenset[str]:
        """The names of the fields that are not left to finding out."""
        return frozenset(
            name
            for name in ("encoding", "separator", "sheet", "header_row")
            if getattr(self, name) not in ("", None)
        )


AS_FOUND = ReadAs()

_ALSO_CALLED = {
    "ansi": "cp1252",
    "ascii": "cp1252",
    "western": "cp1252",
    "latin1": "cp1252",
    "unicode": "utf-16",
    "mac": "mac_roman",
    "macintosh": "mac_roman",
    "korean": "cp949",
    "shift jis": "cp932",
    "sjis": "cp932",
    "gbk": "gb18030",
    "gb2312": "gb18030",
}
"""Names that Python takes for another one, or for a part of what programs write."""

_NO_TEXT = frozenset(
    "idna mbcs oem punycode raw-unicode-escape undefined unicode-escape utf-7".split()
)
_PEOPLE_SAY = (
    "UTF-8", "UTF-16", "Windows-1250", "Windows-1251", "Windows-1252", "Windows-1253",
    "Windows-1254", "Windows-1255", "Windows-1256", "Windows-1257", "ISO-8859-1",
    "ISO-8859-2", "ISO-8859-15", "Mac Roman", "KOI8-R", "Shift JIS", "EUC-JP", "Big5",
    "GB18030", "EUC-KR", "CP850", "CP437",
)  # fmt: skip
"""To choose from where a name is not known."""


def codec_named(encoding: str) -> str:
    """As Python names it; of Latin-1, the Windows encoding that holds it.

    Raises:
        BadArgument: there is none of that name that decodes text.
    """
    plain = encoding.strip().lower()
    try:
        found = codecs.lookup(_ALSO_CALLED.get(plain, plain))
    except (LookupError, ValueError, UnicodeError):
        raise _no_encoding(encoding) from None
    name = found.name.replace("_", "-")
    if name in _NO_TEXT or not getattr(found, "_is_text_encoding", True):
        raise _no_encoding(encoding)
    known = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8-sig": "utf-8"}
    return known.get(name, _ALSO_CALLED.get(name, found.name))


def _no_encoding(encoding: str) -> BadArgument:
    folded = {one.lower(): one for one in _PEOPLE_SAY}
    near = get_close_matches(encoding.lower(), folded, n=3, cutoff=0.5)
    names = [folded[one] for one in near] or _PEOPLE_SAY[:5]
    return BadArgument(
        value=encoding,
        what="--encoding",
        reason=_("No encoding of that name is known."),
        instead=_("Closest to it: {near}.").format(near=", ".join(names)),
    )


_SEPARATORS = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "\\t": "\t",
    "bar": "|",
    "pipe": "|",
    "space": " ",
    "colon": ":",
    "caret": "^",
    "tilde": "~",
}


def separator_named(separator: str) -> str:
    """The character; NO_SEPARATOR for a single column.

    Raises:
        BadArgument: it is no name, and no character that can stand between cells.
    """
    word = separator.strip().lower()
    if word == NO_SEPARATOR:
        return NO_SEPARATOR
    one = _SEPARATORS.get(word, _SEPARATORS.get(word.removesuffix("s"), separator))
    if len(one) != 1 or one.isalnum() or one in '"\r\n\0':
        raise BadArgument(
            value=separator,
            what="--separator",
            reason=_("One character stands between two cells; it is no letter."),
            instead=_("Write the character, or one of: {words}.").format(
                words="comma, semicolon, tab, bar, space, none"
            ),
        )
    return one


def _no_row(row: int) -> BadArgument:
    return BadArgument(
        value=row,
        what="--header-row",
        reason=_("Rows are counted from 1, as a spreadsheet does."),
        instead=_("Write the number of the row with the headings; 0 if there is none."),
    )


def refuse_row(file: str, row: int, first: int, last: int) -> BadArgument:
    """The refusal of a row of headings in which nothing stands."""
    return BadArgument(
        value=row,
        what="--header-row",
        reason=_("There is nothing in that row of {file}.").format(file=file),
        instead=_("Its rows with something in them are from {first} to {last}.").format(
            first=first, last=last
        ),
    )
