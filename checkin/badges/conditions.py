"""When a part of a design is there: a language of four sentences. Pure.

`pronouns`, `not pronouns`, `ticket_type = Speaker`, `ticket_type in Speaker, Host`;
several are joined by `and`, and then all have to hold.
"""

import re
from dataclasses import dataclass

from checkin.badges.templates import Said, plain_name
from checkin.model.i18n import _
from checkin.model.names import fold

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?P<no>not\s+)?(?P<names>[^=]+?)(?:\s*=\s*(?P<one>.+)|\s+in\s+(?P<many>.+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of the fields says something, or says one of these words."""

    names: tuple[str, ...]
    words: frozenset[str] = frozenset()
    """Folded; none: any will do."""
    negated: bool = False

    def holds(self, said: Said) -> bool:
        """Case and spaces don't matter."""
        texts = {_plain(said(name)) for name in self.names} - {""}
        found = bool(texts & self.words if self.words else texts)
        return found is not self.negated


@dataclass(frozen=True, slots=True)
class When:
    """All of its sentences hold; without any it always does."""

    sentences: tuple[Sentence, ...] = ()

    def holds(self, said: Said) -> bool:
        """Whether they do for this badge."""
        return all(sentence.holds(said) for sentence in self.sentences)

    @property
    def names(self) -> frozenset[str]:
        """All fields and headings that it asks for."""
        return frozenset(name for one in self.sentences for name in one.names)


ALWAYS = When()


def read_when(text: str) -> When:
    """The condition that is written so; empty text always holds.

    Raises:
        ValueError: with what is wrong, for people.
    """
    if not text.strip():
        return ALWAYS
    return When(tuple(_sentence(part) for part in _AND.split(text.strip())))


def _sentence(text: str) -> Sentence:
    found = _SENTENCE.fullmatch(text)
    names = (
        tuple(plain_name(name) for name in found["names"].split("|")) if found else ()
    )
    if not found or not names or not all(names):
        raise ValueError(_("“{text}” is no condition").format(text=text))
    words = [found["one"]] if found["one"] else (found["many"] or "").split(",")
    said = frozenset(_plain(word) for word in words) - {""}
    return Sentence(names, said, negated=bool(found["no"]))


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")
