"""Whole questions, as forms put them above their answers, and what they ask for.

A question about a part of an event, a dinner, is none about coming at all; nor is one
turned round, to which a yes means no: "I do not want the newsletter".
"""

import re
from functools import cache

from checkin.importing.columns_meaning import QUESTION, Meaning, whose
from checkin.importing.headings import is_unspaced
from checkin.importing.vocabulary import NOT, about, languages, simplified
from checkin.model.permission import Purpose

COMING = frozenset({"status", "places", "came"})
"""What nobody should be taken for by their answer about a dinner."""


def asked(heading: str, plain: str) -> Meaning | None:
    """By the words in it; `plain` is the heading simplified."""
    words = plain.split()
    if len(words) < 3 or (len(words) < 4 and "?" not in heading):
        return None
    if whose(plain) == "buyer" or frozenset(words) & _NOT_IN_QUESTIONS:
        return None
    padded = f" {plain} "
    aside = is_aside(plain)
    for field, said in _questions():
        if f" {said}" in padded and not (aside and field in COMING):
            return Meaning(field, QUESTION, sure=False)
    return None


def is_aside(plain: str) -> bool:
    """Whether it asks about a part of an event, a dinner: not about coming at all."""
    if is_unspaced(plain):
        return any(word in plain for word in about("aside") if is_unspaced(word))
    return any(f" {word} " in f" {plain} " for word in about("aside"))


TURNABLE = frozenset({"status", *(purpose.value for purpose in Purpose)})
"""Fields that would say the opposite if the question were turned round."""
_SENTENCES = re.compile(r"(?<=[.?!;])\s+")
_DENYING = NOT | frozenset(
    "don dont never without kein keine keinen keiner ohne aucun aucune sans nessun"
    " nessuna senza ningun ninguna ningunos sin geen zonder zadnych bez nenhum nenhuma"
    " nao sem ingen inga inget utan uden uten optout cannot cant won wont".split()
)
_OR_NOT = re.compile(
    r"\b(?:or|oder|ou|o|of|lub|czy|eller|yes|ja|oui|si|tak|sim)"
    r" (?:not|no|nicht|nein|non|niet|nee|nie|nao|inte|nej|ikke|nei)\b"
)


def is_turned_round(heading: str) -> bool:
    """Whether a yes to it means no; what is promised in a second sentence is not."""
    plain = _OR_NOT.sub("", simplified(_SENTENCES.split(heading, maxsplit=1)[0]))
    return "opt out" in plain or not _DENYING.isdisjoint(plain.split())


_NOT_IN_QUESTIONS = frozenset(
    "emergency manager assistant spouse notfall urgence emergencia emergenza noodgeval"
    " hear heard guardian guardians parent parents supervisor erziehungsberechtigten"
    " eltern tuteur parental tutor genitore ouder voogd opiekun vormund".split()
)


@cache
def _questions() -> tuple[tuple[str, str], ...]:
    """(field, words), by fields as English orders them."""
    order = list(languages()[0].questions)
    found = [
        (field, said)
        for language in languages()
        for field, all_said in language.questions.items()
        for said in all_said
    ]
    return tuple(sorted(found, key=lambda one: order.index(one[0])))
