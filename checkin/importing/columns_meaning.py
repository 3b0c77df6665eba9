"""What a heading is taken for, how likely, and whom it is about."""

from dataclasses import dataclass

from checkin.importing.vocabulary import about

ABOUT_ATTENDEE, PLAIN, QUESTION, WITHIN, CLOSE = 0, 100, 200, 300, 500
"""Ranks, from the likeliest: how a heading was understood."""
NAMES = ("full_name", "first_name", "last_name", "last_first")
WHO = frozenset({*NAMES, "email"})
"""Fields that say who somebody is."""

EXTRA = "extra"
"""What a column is taken for that is kept under its heading, not understood."""
IGNORE = "ignore"
"""For one that is left out altogether: the user says so, or the system is known."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading is taken for."""

    field: str
    rank: int
    """Of several columns for one field the lowest is asked first."""
    sure: bool = True
    """Whether the heading says so itself, and not only somehow."""


def whose(plain: str) -> str:
    """`buyer` or `other` where a heading, simplified, speaks of one; else nothing."""
    words = frozenset(plain.split()) | {plain}
    for whom in ("buyer", "other"):
        if words & about(whom):
            return whom
    return ""
