"""The words in cells that mean something: statuses, yes and no, numbers, when."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from checkin.importing.headings import is_unspaced
from checkin.importing.vocabulary import NOT, meanings, simplified, titles
from checkin.model.attendee import RegistrationStatus
from checkin.model.permission import Answer

MOST_PLACES = 50
"""A row that lets in more is more likely a slip, or a number of something else."""


@cache
def _statuses() -> dict[str, RegistrationStatus]:
    return {word: RegistrationStatus(one) for word, one in meanings("status").items()}


@cache
def _answers() -> dict[str, Answer]:
    return {word: Answer(one) for word, one in meanings("answers").items()}


@cache
def _payments() -> dict[str, str]:
    return meanings("payment")


_OUTWEIGHS = (
    RegistrationStatus.CANCELLED,
    RegistrationStatus.WAITLISTED,
    RegistrationStatus.PENDING,
    RegistrationStatus.CHECKED_IN,
    RegistrationStatus.REGISTERED,
)
"""Where a cell says several things: "registered, then cancelled"."""
_ANSWERED = {
    Answer.YES: RegistrationStatus.REGISTERED,
    Answer.NO: RegistrationStatus.CANCELLED,
}
_UNCLEAR = frozenset("x 0 1 none on off never".split())
"""Answers that are no status: crossed out, or marked?"""
_LONGEST_STATUS = 60
_PAUSE = re.compile(r"[,;.!:()–—]| - ")


@lru_cache(maxsize=1024)
def status_of(cell: str) -> RegistrationStatus | None:
    """The status that a cell stands for; None if it is none that we know."""
    plain = simplified(cell)
    if found := _statuses().get(plain):
        return found
    if plain in _UNCLEAR or not (answer := _answers().get(plain)):
        return _status_within(cell, plain) if plain else None
    return _ANSWERED.get(answer)


@lru_cache(maxsize=1024)
def _status_within(cell: str, plain: str) -> RegistrationStatus | None:
    """By the words in it: "cancelled by the guest", "Yes, gladly", 참석합니다."""
    if len(plain) > _LONGEST_STATUS:
        return None
    if is_unspaced(plain):
        found = _longest_in(plain.replace(" ", ""))
    else:
        found = set(_said_in(plain.split()))
        if first := _statuses().get(simplified(_PAUSE.split(cell, maxsplit=1)[0])):
            found.add(first)
    return next((one for one in _OUTWEIGHS if one in found), None)


def _said_in(words: list[str]) -> Iterator[RegistrationStatus]:
    """The statuses of the longest runs of words; what is denied is none."""
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            found = _statuses().get(" ".join(words[at:end]))
            if found and (end - at > 1 or len(words[at]) > 3):
                if not (at and words[at - 1] in NOT):
                    yield found
                at = end
                break
        else:
            at += 1


def _longest_in(plain: str) -> set[RegistrationStatus]:
    """Of words within each other only the longest counts: 不参加 is no 参加."""
    known = {word: one for word, one in _statuses().items() if is_unspaced(word)}
    found = [word for word in known if len(word) > 1 and word in plain]
    return {
        known[word]
        for word in found
        if not any(word != other and word in other for other in found)
    }


def answer_of(cell: str) -> Answer | None:
    """A yes or no; None where it is neither."""
    plain = simplified(cell) or cell.strip()
    if found := _answers().get(plain):
        return found
    first = plain.split(" ", 1)[0]
    return _answers().get(first) if len(first) > 1 else None


def places_of(cell: str) -> int | None:
    """A number of people from 0 to MOST_PLACES; None if it is none."""
    found = _PLACES.fullmatch(cell.strip())
    if not found:
        return None
    places = int(found["n"])
    return places if places <= MOST_PLACES else None


_PLACES = re.compile(r"\+?(?P<n>[0-9]{1,3})(?:\.0)?(?:\s*[^\W\d_]{1,12}\.?)?")
"""3, +2, 3.0, 3 Personen."""


def payment_of(cell: str) -> str:
    """`paid`, `unpaid`, `refunded`, or nothing where the word says none of them."""
    return _payments().get(simplified(cell), "")


_WHEN = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d"
    r"|\d{1,2}\.? [^\W\d]{3,}\.?,? \d{4}|[^\W\d]{3,}\.? \d{1,2},? \d{4}"
    r"|\d{4}年"
)


_NEVER = re.compile(
    r"\s*(?:000[01]-|00[./-]00[./-]|1970-01-01|01[./]01[./]1970|1899-12|1900-01-0)"
)
"""What databases and spreadsheets show for no day at all."""


def is_when(cell: str) -> bool:
    """Whether the cell holds a day or a time of day."""
    return len(cell) < 60 and _WHEN.search(cell) is not None


def happened(
    cell: str, what: RegistrationStatus = RegistrationStatus.CHECKED_IN
) -> bool | None:
    """Whether a cell says that something happened: a day, yes, or a word for it.

    `what` happened: who came, or who cancelled. None where it says neither.
    """
    if not cell.strip():
        return False
    if is_when(cell):
        return _NEVER.match(cell) is None
    if what is RegistrationStatus.WAITLISTED and places_of(cell):
        return True  # the place in the queue
    if (answer := answer_of(cell)) is not None:
        return answer is Answer.YES
    status = status_of(cell)
    return None if status is None else status is what


_AFTER_NAMES = frozenset(
    "jr sr ii iii phd ph.d md m.d mba cpa esq msc bsc ma csc ing dipl.-ing".split()
)


def stands_after_names(text: str) -> bool:
    """Whether it stands behind a comma without being a first name: Bell, PhD."""
    return text.casefold().strip(". ") in _AFTER_NAMES


def is_title(cell: str) -> bool:
    """Whether it is a form of address: Mr, Frau Dr."""
    plain = simplified(cell)
    return plain in titles() or all(word in titles() for word in plain.split())


def is_spelled_as_name(text: str) -> bool:
    """Whether there are only letters, and what stands between those of names."""
    return all(c.isalpha() or c in " .'’-" for c in text)


def is_name(cell: str) -> bool:
    """Whether it could be somebody's name: one to six words of letters."""
    words = cell.split()
    if not 1 <= len(words) <= 6 or len(cell) > 80:
        return False
    letters = sum(c.isalpha() for c in cell)
    if any(c.isdigit() or c in "@/:;!?&%€$£" for c in cell):
        return False
    return letters >= 2 and not (words[0].islower() and cell.isascii())
