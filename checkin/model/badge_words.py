"""Which words of a guest stand on their badge, as a short digest: do they still?"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from checkin.model.attendee import DETAIL_NAMES, Details
from checkin.model.names import full_name

USUAL = "nport"
"""Name, pronouns, organisation, role, ticket type."""

_AT = {name: i for i, name in enumerate(DETAIL_NAMES)}
_DETAILS = {
    "n": ("full_name", "first_name", "last_name"),
    "p": ("pronouns",),
    "o": ("company",),
    "r": ("job_title",),
    "t": ("ticket_type",),
    "f": ("first_time",),
    "e": ("email",),
    "h": ("handle",),
    "b": ("plus_one",),
}
"""By the letter that stands for them in the ledger: for ever, add new ones only."""
_SIZE = 6
"""Bytes: of a million changes, all are seen."""


def badge_words(details: Sequence[Any], letters: str = USUAL) -> str:
    """The digest of these words, with the letters that say which: `nport:1f0c…`.

    `details` begins with the values of DETAIL_NAMES. Spaces make no difference.
    """
    words = "\0".join(_said(details, letter) for letter in letters)
    return f"{letters}:{blake2b(words.encode(), digest_size=_SIZE).hexdigest()}"


def words_of(details: Details, letters: str = USUAL) -> str:
    """The same of details."""
    return badge_words([getattr(details, name) for name in DETAIL_NAMES], letters)


def words_changed(printed: str, details: Sequence[Any]) -> bool:
    """Whether other words than the printed ones are theirs now.

    False where a later version printed words that this one does not know.
    """
    letters = printed.partition(":")[0]
    known = all(letter in _DETAILS for letter in letters)
    return known and badge_words(details, letters) != printed


def _said(details: Sequence[Any], letter: str) -> str:
    said = [_plain(details[_AT[name]]) for name in _DETAILS[letter]]
    if letter == "n":
        said[0] = said[0] or _plain(full_name(said[1], said[2]))
    return "\1".join(said)


def _plain(value: object) -> str:
    text = str(int(value)) if isinstance(value, bool) else str(value)
    return " ".join(text.split())
