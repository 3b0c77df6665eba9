"""The words of lists in many languages, from resources/importing/words.

One file a language; CONTRIBUTING.md tells how to add one. English stands first: where
two languages use one word for different things, the earlier file decides.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache

from checkin.model.names import fold
from checkin.resources import resource

_FIRST = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv")


@dataclass(frozen=True, slots=True)
class Words:
    """What one language calls things; every word is simplified."""

    language: str
    about: dict[str, tuple[str, ...]]
    """attendee, buyer and other: whom a heading is about."""
    headings: dict[str, tuple[str, ...]]
    """Field → headings, the likeliest first."""
    questions: dict[str, tuple[str, ...]]
    """Field → what a question about it says; the first field that fits."""
    status: dict[str, tuple[str, ...]]
    answers: dict[str, tuple[str, ...]]
    payment: dict[str, tuple[str, ...]]
    titles: tuple[str, ...]
    """Forms of address."""
    totals: tuple[str, ...]
    """What stands before a sum under a list."""


def simplified(text: str) -> str:
    """Only the folded words: "E-mail:" and "email" are one; # is the word number."""
    folded = fold(text).replace("#", " number ").replace("№", " number ")
    plain = "".join(c if c.isalnum() or _is_written(c) else " " for c in folded)
    return " ".join(plain.replace("e mail", "email").split())


_SIGNS = frozenset("✓✔☑✅✗✘☐❌")
NOT = frozenset(
    "not nicht no non pas nie ne niet inte ikke ikkje ej ei не nem nu".split()
)
"""Words that turn what follows them round."""


def _is_written(char: str) -> bool:
    """Signs that say yes or no, and the vowels that Hindi and Thai write as marks."""
    if char in _SIGNS:
        return True
    return "\u0900" <= char <= "\u0fff" and unicodedata.category(char)[0] == "M"


@cache
def languages() -> tuple[Words, ...]:
    """All languages that are shipped, English first."""
    folder = resource("importing", "words")
    there = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    order = [name for name in _FIRST if name in there]
    order += [name for name in there if name not in _FIRST]
    return tuple(_read(name, there[name].read_text("utf-8")) for name in order)


def meanings(group: str) -> dict[str, str]:
    """Word → meaning, of status, answers or payment."""
    found: dict[str, str] = {}
    for language in languages():
        for meaning, words in getattr(language, group).items():
            for word in words:
                found.setdefault(word, meaning)
    return found


@cache
def about(whom: str) -> frozenset[str]:
    """The words that say that a heading is about the attendee, the buyer, or others."""
    return frozenset(word for each in languages() for word in each.about.get(whom, ()))


@cache
def titles() -> frozenset[str]:
    """Forms of address in cells: Mr, Frau, Dr."""
    return frozenset(word for each in languages() for word in each.titles)


@cache
def totals() -> frozenset[str]:
    """What the line under a list begins with: total, Summe."""
    return frozenset(word for each in languages() for word in each.totals)


def _read(language: str, text: str) -> Words:
    data = tomllib.loads(text)

    def table(name: str) -> dict[str, tuple[str, ...]]:
        return {key: _split(words) for key, words in data.get(name, {}).items()}

    return Words(
        language,
        table("about"),
        table("headings"),
        table("questions"),
        table("status"),
        table("answers"),
        table("payment"),
        table("titles").get("words", ()),
        table("rows").get("total", ()),
    )


_PLAIN = re.compile(r"[a-z0-9]+(?:[ |][a-z0-9]+)*")


def _split(words: str) -> tuple[str, ...]:
    if _PLAIN.fullmatch(words):  # most are: they need no looking at one by one
        return tuple(words.replace("e mail", "email").split("|"))
    return tuple(filter(None, map(simplified, words.split("|"))))
