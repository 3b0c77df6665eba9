"""Names folded for search and comparison: what two spellings have in common."""

import unicodedata

# Letters that NFKD leaves whole, though people type them without their strokes.
_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
    "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e",
    "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŀ": "l",
    "’": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'",
    "‐": "-", "‑": "-", "–": "-",
}  # fmt: skip


class _Folded(dict[int, str | None]):
    """What each character becomes, worked out once: itself, plainer, or nothing."""

    def __missing__(self, point: int) -> str | None:
        char = chr(point)
        self[point] = None if _is_light_mark(char) else _PLAIN.get(char, char)
        return self[point]


class _Words(dict[int, str]):
    """What each folded character becomes in a search: itself, or a space."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        self[point] = char if char.isalnum() or _joins(char) else " "
        return self[point]


_FOLDED = _Folded()
_WORDS = _Words()


def fold(text: str) -> str:
    """Lower case, without marks and strokes, one space between words.

    "Łukasz  Żółć" and "lukasz zolc" fold to the same; so do "Straße" and "STRASSE".
    Marks of scripts that write vowels as marks (Devanagari, Thai…) are kept: without
    them different names would become one.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    broad = unicodedata.normalize("NFKD", text.casefold()).casefold()
    plain = unicodedata.normalize("NFC", broad.translate(_FOLDED))
    return " ".join(plain.split())


def _is_light_mark(char: str) -> bool:
    """Accents, Hebrew points, Arabic harakat, and invisible format characters."""
    kind = unicodedata.category(char)
    if kind == "Cf":
        return True
    place = unicodedata.combining(char)
    return kind == "Mn" and (place >= 200 or 10 <= place <= 36)


def search_words(text: str) -> list[str]:
    """The folded words of a name, split at dashes and apostrophes too."""
    return fold(text).translate(_WORDS).split()


def index_words(text: str) -> list[str]:
    """The search words, and "obrien" and "lloydjones" beside their parts."""
    folded = fold(text)
    words = folded.translate(_WORDS).split()
    if "'" in folded or "-" in folded:
        parted = (word for word in folded.split() if "'" in word or "-" in word)
        joined = (word.replace("'", "").replace("-", "") for word in parted)
        words += [word for word in joined if word.isalnum()]
    return words


def _joins(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Mc")


def full_name(first: str, last: str) -> str:
    """Both parts in the order that most lists use; CJK names have no space between."""
    first, last = first.strip(), last.strip()
    if not (first and last):
        return first or last
    if is_cjk(first) and is_cjk(last):
        return last + first
    return f"{first} {last}"


def is_cjk(text: str) -> bool:
    """Whether all letters are Han, kana or hangul: written family name first."""
    if text.isascii():
        return False
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(_east_asian(ord(c)) for c in letters)


def _east_asian(point: int) -> bool:
    return (
        0x3005 <= point <= 0x30FF  # from the 々 of 佐々木 on
        or 0x3400 <= point <= 0x9FFF
        or 0xAC00 <= point <= 0xD7A3
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x323AF
    )
