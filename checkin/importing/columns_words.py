"""What a heading means: by the words of many languages, then as a question.

A heading is looked up whole, then without what it says of whom it is about ("Attendee
Email"), then part by part ("Name / Nom"); a question by the words in it; then a known
heading within it will do (您的姓名); at last, a slip of the pen is forgiven. What
belongs to a buyer or to somebody else (a manager, an emergency contact) is never the
attendee's.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice

from checkin.importing.columns_meaning import (
    ABOUT_ATTENDEE,
    CLOSE,
    PLAIN,
    WHO,
    WITHIN,
    Meaning,
    whose,
)
from checkin.importing.columns_questions import (
    COMING,
    TURNABLE,
    asked,
    is_aside,
    is_turned_round,
)
from checkin.importing.headings import is_unspaced, spoken
from checkin.importing.vocabulary import about, languages, simplified

SEVERAL = frozenset({"handle", "buyer_name"})
"""Fields for which several columns may be asked, the likeliest first."""

BUYER = {
    "full_name": "buyer_name",
    "first_name": "buyer_name",
    "last_name": "buyer_name",
    "email": "buyer_email",
    "company": "buyer_company",
    "phone": "buyer_phone",
}
"""What a buyer's column is taken for; their other columns are kept as they are."""

READ_ONLY = (
    "last_first", "particle", "guests", "came", "called_off", "waits", "buyer_name",
    "buyer_email",
)  # fmt: skip
"""What a column can say beside the details of an attendee: it helps to read them."""

_SHORTEST_SLIP, _ALIKE = 5, 88
_LONGEST = 300
"""Letters in a heading; what is longer is no heading."""

DOUBTFUL = frozenset(
    "role|position|occupation|job|attendee|guest|participant|delegate|workplace"
    "|badge title|what do you do|ticket|pass|product|code|secret|reference|api id"
    "|registration id|seats|quantity|qty|number of tickets|tickets|payment|to pay"
    "|handle|social|social media|bringing|comment|comments|remark|remarks|category"
    "|mailing list|newsletter|opt in|keep in touch|photos|item|rate|first|last"
    "|user|user id|ref|society|school|guests|marketing|attendance|response".split("|")
)
"""Headings, simplified, that could as well mean something else: worth a look."""


@lru_cache(maxsize=4096)
def meaning(heading: str) -> Meaning | None:
    """What a heading means, or None where it is not understood."""
    heading = spoken(heading)
    plain = simplified(heading)
    if not plain or len(plain) > _LONGEST:
        return None
    found = _said(heading, plain) or _within(plain) or _nearly(plain)
    if found and found.field in TURNABLE and is_turned_round(heading):
        return None
    if found and found.field == "external_code" and _SCANNED.search(plain):
        return replace(found, rank=ABOUT_ATTENDEE - 1)
    return found


_SCANNED = re.compile(
    r"bar ?code|code ?barre|codes ?barres|strichcode|streckkod|stregkode|strekkode"
    r"|codice a barre|codigo de barras|kod kreskowy|carovy kod|viivakoodi|barkod"
    r"|\bqr\b|штрихкод|バーコード|条码|條碼|바코드"
)
"""What a scanner reads is asked before any other code of the ticket."""


def _said(heading: str, plain: str) -> Meaning | None:
    """What it means by its own words, no slip of the pen forgiven."""
    return (
        _exactly(plain)
        or _about_somebody(plain)
        or _in_parts(heading)
        or asked(heading, plain)
    )


_LOOKED_AT = 250
"""Cells of a row; no list has more columns."""


def recognised(cells: Iterable[str]) -> int:
    """How many different fields these cells are headings of, without guessing."""
    near = islice(cells, _LOOKED_AT)
    short = (spoken(cell) for cell in near if 0 < len(cell) < 90)
    found = (_said(cell, plain) for cell in short if (plain := simplified(cell)))
    return len({one.field for one in found if one})


def say_who(headings: Iterable[str]) -> bool:
    """Whether one of them is that of names or addresses."""
    return any(one.field in WHO for cell in headings if (one := meaning(cell)))


@cache
def _known() -> dict[str, Meaning]:
    """Every heading of every language, without its spaces."""
    known: dict[str, Meaning] = {}
    for language in languages():
        for field, headings in language.headings.items():
            for rank, heading in enumerate(headings):
                sure = heading not in DOUBTFUL
                key = heading.replace(" ", "")
                known.setdefault(key, Meaning(field, PLAIN + rank, sure))
    return known


def _exactly(plain: str) -> Meaning | None:
    return _known().get(plain.replace(" ", ""))


def _about_somebody(plain: str) -> Meaning | None:
    """As "Attendee Email", "E-mail of the guest", "Buyer name"."""
    words = plain.split()
    if len(words) > 6:
        return None
    bought, rest = _without(words, about("buyer"))
    if bought:
        _theirs, rest = _without(rest, about("attendee"))
        found = _exactly(" ".join(rest)) if rest else None
        field = BUYER.get(found.field) if found else None
        return Meaning(field, _buyer_rank(found)) if found and field else None
    for whom in ("attendee", "ticket"):
        told, rest = _without(words, about(whom))
        found = _exactly(" ".join(rest)) if told and rest else None
        if found and (whom == "attendee" or found.field in _OF_A_PERSON):
            return Meaning(found.field, ABOUT_ATTENDEE + found.rank - PLAIN)
    return None


def _buyer_rank(found: Meaning) -> int:
    """A whole name is asked before its parts, the first before the last."""
    order = {"full_name": 0, "first_name": 100, "last_name": 200}
    return order.get(found.field, 0) + min(found.rank - PLAIN, 99)


_OF_A_PERSON = frozenset(
    ("full_name", "first_name", "last_name", "email", "phone", "company", "job_title")
)
"""What a ticket says of whoever holds it: "Ticket Email"."""

_LITTLE = frozenset(
    "of the a an s de du des d del della dell di do da der die das van von le la l el"
    " il i den det for no na my this in on im am there here da hier là qui".split()
)


def _without(words: list[str], whose: frozenset[str]) -> tuple[bool, list[str]]:
    """Whether such a word is among them; and the words without it."""
    for length in (3, 2, 1):
        for start in (0, len(words) - length):
            if start < 0 or " ".join(words[start : start + length]) not in whose:
                continue
            rest = words[:start] + words[start + length :]
            while rest and rest[0] in _LITTLE:
                rest = rest[1:]
            while rest and rest[-1] in _LITTLE:
                rest = rest[:-1]
            return True, rest
    return False, words


_PARTS = re.compile(r"\s*(?:[/|:()\[\]]| - | – )\s*")


def _in_parts(heading: str) -> Meaning | None:
    """As "Name / Nom", "Attendee name: Given name", "Email (required)"."""
    parts = [simplified(part) for part in _PARTS.split(heading)]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return None
    if any(whose(part) in ("buyer", "other") for part in parts):
        return _about_somebody(" ".join(parts))
    found = [one for part in parts if (one := _exactly(part) or _about_somebody(part))]
    if not found:
        return None
    if ":" in heading and len(found) > 1:  # the last part says which part of it
        return Meaning(found[-1].field, ABOUT_ATTENDEE + 10)
    fields = {one.field for one in found}
    if len(fields) == 1 and len(parts[0].split()) <= 4:
        best = min(found, key=lambda one: one.rank)
        return Meaning(best.field, best.rank + 1, best.sure)
    return None


def _within(plain: str) -> Meaning | None:
    """The longest known heading in one without spaces; or one that its cells can prove.

    The more of the heading it is, the likelier.
    """
    if is_unspaced(plain):
        key, known = plain.replace(" ", ""), _unspaced()
        found = [one for one in known if one in key]
        fields = known
    else:
        key, fields = plain, _proved()
        found = [one for one in fields if f" {one} " in f" {plain} "]
    if not found or whose(plain):
        return None
    if is_aside(plain):
        found = [one for one in found if fields[one] not in COMING]
    if not found:
        return None
    best = max(found, key=lambda one: (len(one), -key.index(one)))
    left = 100 - 100 * len(best) // len(key)
    questioned = fields[best] == "came" and any(end in key for end in _ASKS)
    return Meaning("status" if questioned else fields[best], WITHIN + left, sure=False)


_ASKS = ("나요", "까요", "니까", "ますか", "ですか", "吗", "嗎")
"""Ends of questions in scripts without spaces: who is asked has not come yet."""


@cache
def _unspaced() -> dict[str, str]:
    """Headings, and the words of questions, in scripts without spaces; → field."""
    found = {
        word.replace(" ", ""): field
        for language in languages()
        for words in (language.questions, language.headings)
        for field, said in words.items()
        for word in said
    }
    return {word: f for word, f in found.items() if len(word) > 1 and is_unspaced(word)}


@cache
def _proved() -> dict[str, str]:
    """Headings of fields that show in their cells: no other column looks like it."""
    either = {
        word
        for language in languages()
        for word in language.headings.get("full_name", ())
    }
    return {
        word: field
        for language in languages()
        for field in ("status", "email", "last_name", "first_name")
        for word in language.headings.get(field, ())
        if len(word) > 3 and word not in DOUBTFUL and word not in either
    }


def _nearly(plain: str) -> Meaning | None:
    """A slip of the pen: "Frist name", "Emial adress"."""
    key = plain.replace(" ", "")
    if len(key) < _SHORTEST_SLIP or len(plain.split()) > 4 or whose(plain):
        return None
    from rapidfuzz import fuzz, process

    best = process.extractOne(key, _long(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if best is None or best[0][0] != key[0] or best[0].isdigit():
        return None
    found = _known()[best[0]]
    return Meaning(found.field, CLOSE, sure=False)


@cache
def _long() -> tuple[str, ...]:
    return tuple(key for key in _known() if len(key) >= _SHORTEST_SLIP)
