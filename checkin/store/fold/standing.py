"""The fold of what the attendee list filters by: marks, added up to one number.

Whether somebody came is no mark: a scan would have to move them in the index then.
Marks of people who are awaited count until they come.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from checkin.model.attendee import COMING, DETAIL_NAMES, RegistrationStatus
from checkin.model.badge_words import words_changed
from checkin.model.names import full_name

SHOWN, AWAITED, CANCELLED, UNCLEAR, CONFLICT, PRINTED, CHANGED, HANDED_OUT = (
    1 << n for n in range(8)
)
"""Not erased; the host counts on them; called off; needs a look before coming in; two
desks don't agree; has a badge; other words than those on that badge are theirs by now;
was given a badge."""

_COMING = frozenset({status.value for status in COMING} | {""})
_AT = {name: i for i, name in enumerate(DETAIL_NAMES)}
_STATUS, _PAYMENT, _APPROVAL = _AT["status"], _AT["payment"], _AT["approval"]
_BLOCKED = _AT["blocked"]
_WHOLE, _FIRST, _LAST = _AT["full_name"], _AT["first_name"], _AT["last_name"]


def name_of(row: Sequence[Any]) -> str:
    """The whole name, as `Attendee.name` says it; `row` begins with the details."""
    whole: str = row[_WHOLE]
    return whole or full_name(row[_FIRST], row[_LAST])


class Badge(NamedTuple):
    """What is known of a printed badge."""

    name: str
    words: str
    """See `badge_words`; empty where an older version printed it."""

    def differs_from(self, row: Sequence[Any]) -> bool:
        """Whether it says something else than the details do now."""
        if self.words:
            return words_changed(self.words, row)
        return self.name not in ("", name_of(row))


def standing(
    row: Sequence[Any],
    *,
    walk_in: bool,
    withdrawn: bool,
    printed: Badge | None,
    handed_out: bool,
    conflict: bool,
) -> int:
    """The marks of somebody who is not erased; `row` begins with the details.

    `printed` is their newest badge, None if there is none.
    """
    marks = SHOWN | (CONFLICT if conflict else 0)
    if withdrawn or row[_STATUS] == RegistrationStatus.CANCELLED:
        marks |= CANCELLED
    else:
        marks |= _of_welcome(row, walk_in)
    if printed is not None:
        marks |= PRINTED | (CHANGED if printed.differs_from(row) else 0)
    return marks | (HANDED_OUT if handed_out else 0)


def _of_welcome(row: Sequence[Any], walk_in: bool) -> int:
    """Of those who are not called off."""
    coming = row[_STATUS] in _COMING
    marks = AWAITED if coming and not walk_in else 0
    owes = row[_PAYMENT] == "unpaid" or row[_APPROVAL] == "required"
    return marks | (UNCLEAR if owes or row[_BLOCKED] or not coming else 0)
