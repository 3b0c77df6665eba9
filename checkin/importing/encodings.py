"""Which letters the bytes of a text stand for.

A mark at the front says it; else UTF-8 if it is, even with a few broken letters; else
chardet, with charset-normalizer as second opinion where the first one makes no sense.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from checkin.importing.columns_words import recognised

MENDED = "checkin-mended"
"""How to decode UTF-8 with a few letters of Windows-1252 among them."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BLOCK = 1 << 20
_SAMPLE = 64 * 1024
"""Bytes with other letters than ASCII that are looked at."""
_TOO_FEW = 6
"""Fewer letters than this tell no language from another."""
_FEW = 5
"""So many sound letters must stand for each broken one."""
_SHIFTS = re.compile(rb"\x1b\$[@B].{2,40}?\x1b\([BJ]", re.DOTALL)
"""How a Japanese mail program switches to kanji and back."""


class Encoding(NamedTuple):
    """What the bytes of a text stand for."""

    codec: str
    """As Python names it."""
    mark: int
    """Bytes at the front that say so."""
    sure: bool = True


def _mend(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return broken.decode("cp1252", "replace"), error.end


codecs.register_error(MENDED, _mend)


def find_encoding(content: bytes) -> Encoding:
    """By a mark at the front, by how the bytes look, else by asking those who know."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Encoding(encoding, len(mark))
    if wide := _wide(content[:_SAMPLE]):
        return Encoding(wide, 0)
    if _SHIFTS.search(content, 0, _SAMPLE):
        return Encoding("iso2022_jp", 0)
    if _is_utf8(content):
        return Encoding("utf-8", 0)
    return _narrow(_telling(content))


def said_encoding(content: bytes, codec: str) -> Encoding:
    """The same where the user says which it is, as Python names it."""
    for mark, encoding in _BOMS:
        if content.startswith(mark) and encoding.startswith(codec):
            return Encoding(encoding, len(mark))
    if codec == "utf-16":
        return Encoding(_wide(content[:_SAMPLE]) or "utf-16-le", 0)
    return Encoding("utf-32-le" if codec == "utf-32" else codec, 0)


_OTHER_LETTER = re.compile(rb"[\x80-\xff]")
_AROUND_CELLS = b",;\t|\"'<>\r\n"
_LONGEST_CELL = 60


def telling_cell(content: bytes, encoding: Encoding) -> bytes:
    """The first cell with other letters than ASCII; empty if there is none.

    Of UTF-16 and UTF-32 none is looked for: nothing else looks like these.
    """
    if encoding.codec.startswith(("utf-16", "utf-32")):
        return b""
    for at in range(encoding.mark, len(content), _SAMPLE):
        block = content[at : at + _SAMPLE]
        if not block.isascii() and (found := _OTHER_LETTER.search(block)):
            start = max(block.rfind(mark, 0, found.start()) for mark in _MARKS) + 1
            cell = block[max(start, found.start() - _LONGEST_CELL) :][:_LONGEST_CELL]
            ends = [cell.find(mark) for mark in _MARKS]
            return cell[: min((end for end in ends if end >= 0), default=None)]
    return b""


_MARKS = [bytes([mark]) for mark in _AROUND_CELLS]


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte is nothing, in any Latin list."""
    if len(sample) < 8:
        return ""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else ""


def _is_utf8(content: bytes) -> bool:
    """Whether it is UTF-8, but for a few letters that somebody pasted in."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    broken = sound = 0
    for start in range(0, len(content), _BLOCK):
        block = content[start : start + _BLOCK]
        if block.isascii():
            continue
        text = decoder.decode(block)
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        broken += lost
        sound += len(text) - len(text.encode("ascii", "ignore")) - lost
    return broken == 0 or sound >= broken * _FEW


def _telling(content: bytes) -> bytes:
    """The headings, and the lines with other letters than ASCII."""

    def lines() -> Iterator[bytes]:
        size = 0
        for n, line in enumerate(content[: 64 * _SAMPLE].splitlines(keepends=True)):
            if n < 5 or not line.isascii():
                yield line
                size += len(line)
            if size > _SAMPLE:
                return

    return b"".join(lines())


def _narrow(sample: bytes) -> Encoding:
    """The likeliest of those who know it; Windows-1252 where nobody does.

    It is sure where they agree.
    """
    others = bytes(byte for byte in sample if byte > 127)
    if len(others) < _TOO_FEW and others.decode("cp1252", "replace").isalpha():
        return Encoding("cp1252", 0, sure=False)
    asked = [name for said in _asked(sample) if (name := _named(said))]
    guesses = [name for name in (*asked, "cp1252") if _decodes(sample, name)]
    if not guesses:
        return Encoding("cp1252", 0, sure=False)
    scores = {name: _headings(sample, name) for name in dict.fromkeys(guesses)}
    best = max(scores, key=lambda name: scores[name])
    return Encoding(best, 0, sure=len(set(asked)) == 1 or scores[best] > 1)


def _named(name: str) -> str:
    """As Python calls it; of Latin-1, the Windows encoding that holds it.

    Empty where Python does not know it: those who are asked know more.
    """
    try:
        plain = codecs.lookup(name).name
    except LookupError:
        return ""
    return "cp1252" if plain in ("iso8859-1", "ascii") else plain


def _asked(sample: bytes) -> Iterator[str]:
    import chardet

    found = chardet.detect(sample)["encoding"] or ""
    if found.lower() in _CHINESE_OR_JAPANESE and _is_japanese(sample):
        yield "euc_jp"
    if found:
        yield found
    from charset_normalizer import from_bytes

    second = from_bytes(sample[:8192]).best()
    if second:
        yield second.encoding


_CHINESE_OR_JAPANESE = frozenset(
    {"gb18030", "gb2312", "gbk", "big5", "euc-kr", "cp949"}
)


def _is_japanese(sample: bytes) -> bool:
    """Whether it makes kana among its letters when it is read as EUC-JP."""
    text = sample.decode("euc_jp", "replace")
    letters = [c for c in text if ord(c) > 0x2000]
    kana = sum(1 for c in letters if "\u3040" <= c <= "\u30ff")
    return kana * 20 > len(letters) and "\N{REPLACEMENT CHARACTER}" not in text


def _decodes(sample: bytes, name: str) -> bool:
    text = sample.decode(name, "replace")
    return text.count("\N{REPLACEMENT CHARACTER}") * 50 <= len(text)


def _headings(sample: bytes, name: str) -> int:
    """How many headings can be read in the first lines."""
    first = sample.decode(name, "replace").splitlines()[:5]
    cells = (
        [cell.strip(' "') for cell in line.split(separator)]
        for line in first
        for separator in ",;\t|"
    )
    return max((recognised(row) for row in cells), default=0)


def encoding_words(encoding: str) -> str:
    """As people know it: UTF-8, Windows-1252, Shift JIS."""
    plain = encoding.lower().replace("_", "-")
    if plain.startswith(("utf-16", "utf-32")):
        return plain[:6].upper()
    if plain.startswith("cp125"):
        return f"Windows-{plain[2:]}"
    if plain.startswith("iso8859"):
        return f"ISO-8859{plain[7:]}"
    return _WORDS.get(plain, encoding.upper())


_WORDS = {
    "cp932": "Shift JIS",
    "shift-jis": "Shift JIS",
    "mac-roman": "Mac Roman",
    "big5": "Big5",
    "cp949": "Korean",
    "euc-kr": "Korean",
    "johab": "Korean (Johab)",
    "euc-jp": "EUC-JP",
    "iso2022-jp": "ISO-2022-JP",
}
