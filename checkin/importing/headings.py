"""A heading as somebody would say it: without its number, its star and its brackets."""

import re
import unicodedata

_NUMBER = re.compile(
    r"^\s*(?:[QF]|Frage|Question|Pregunta|Domanda|Vraag)?\s*\d{1,3}\s*[.、):：．]\s*(?=\D)",
    re.IGNORECASE,
)
"""As forms number their questions: "1、您的姓名：", "Q2. Your name", "3) Firma"."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GENDERED = re.compile(
    r"(?<=[^\W\d_])(?:(?:[*:_·]|/-?)in(?:nen)?\b|\((?:in|innen|e|s|es|a|as|ne|trice)\)"
    r"|·(?:e|ne|se|trice)(?:·?s)?\b)"
)
"""Teilnehmer*in, Teilnehmer/-innen, invité(e), adhérent·e·s: the shorter form stays."""
_MUST = re.compile(r"\((?:required|optional|pflichtfeld|obligatoire)\)", re.IGNORECASE)


def spoken(heading: str) -> str:
    """The heading in plain letters, its words apart.

    "FirstName" is two words; "１、您的姓名：" is 您的姓名:.
    """
    if not heading.isascii():
        heading = unicodedata.normalize("NFKC", heading)
    for needless in (_NUMBER, _MUST, _GENDERED):
        heading = needless.sub("", heading)
    plain = heading.strip().rstrip("*:").strip()
    if " " not in plain and plain.isascii():
        plain = _CAMEL.sub(" ", plain)
    return plain


def is_unspaced(text: str) -> bool:
    """Whether it is written in a script that puts no spaces between words.

    Korean counts as one: its words are written together with their endings.
    """
    return any(map(_is_unspaced, text))


def _is_unspaced(char: str) -> bool:
    return (
        "\u3040" <= char <= "\u30ff"  # kana
        or "\u3400" <= char <= "\u9fff"  # Han
        or "\uac00" <= char <= "\ud7a3"  # Hangul
        or "\u0e00" <= char <= "\u0e7f"  # Thai
    )
