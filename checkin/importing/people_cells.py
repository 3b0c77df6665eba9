"""What single cells say of a guest, where that is more than the text in them."""

import re
from collections.abc import Callable
from typing import Any

from checkin.importing.addresses import plausible
from checkin.importing.oddities import Odd, Oddity
from checkin.importing.people_words import (
    MOST_PLACES,
    answer_of,
    is_name,
    places_of,
    stands_after_names,
    status_of,
)
from checkin.model.i18n import _
from checkin.model.names import full_name
from checkin.model.permission import Answer

Read = tuple[dict[str, Any], Oddity | None]
"""What a cell says, field by field; and what is odd about it."""


def _status(cell: str) -> Read:
    found = status_of(cell)
    if found is None:
        why = _("the status “{cell}” is not known; counted as registered")
        return {}, Oddity(Odd.STATUS, why.format(cell=cell), "status", cell)
    return {"status": found.value}, None


def _places(cell: str) -> Read:
    found = places_of(cell)
    return ({}, _odd_places(cell)) if found is None else ({"places": found}, None)


def _guests(cell: str) -> Read:
    """Those besides, to whom the guest is added: 2, +1, yes, or who it is."""
    brought = places_of(cell)
    if brought is None and (answer := answer_of(cell)):
        brought = int(answer is Answer.YES)
    elif brought is None and is_name(cell):
        return {"places": 2, "plus_one": cell}, None
    if brought is None or brought >= MOST_PLACES:
        return {}, _odd_places(cell)
    return {"places": 1 + brought}, None


def _odd_places(cell: str) -> Oddity:
    why = _("“{cell}” is no number of places from 0 to {n}; counted as 1")
    why = why.format(cell=cell, n=MOST_PLACES)
    return Oddity(Odd.PLACES, why, "places", cell)


_ADDRESSES = re.compile(
    r"""(?<![^\s<>,;:|()\[\]"'])[^\s<>,;:|()\[\]"'@]+@[^\s<>,;:|()\[\]"'@]+\.[^\W\d_]{2,}"""
    r"""(?![^\s<>,;:|()\[\]"'])"""
)
_MAIN = "SMTP:"
"""What address books write before the one of several that mail is sent from."""


def _email(cell: str) -> Read:
    """Out of “Zoë Bell <zoe@example.org>” only the address; of several, the first."""
    found = cell.removeprefix("mailto:")
    if plausible(found):
        return {"email": found}, None
    several = _ADDRESSES.findall(cell.partition(_MAIN)[2]) or _ADDRESSES.findall(cell)
    several = [one for one in dict.fromkeys(several) if plausible(one)]
    if not several:
        why = _("“{cell}” looks wrong for an e-mail address; kept as it is")
        odd = Oddity(Odd.EMAIL, why.format(cell=cell), "email", cell)
        return {"email": cell}, odd
    if len(several) == 1 or _MAIN in cell:
        return {"email": several[0]}, None
    why = _("several e-mail addresses; {email} is used").format(email=several[0])
    return {"email": several[0]}, Oddity(Odd.EMAIL, why, "email", cell)


def _first_time(cell: str) -> Read:
    return ({"first_time": True} if answer_of(cell) is Answer.YES else {}), None


def _last_first(cell: str) -> Read:
    """The parts of “Garcia, Gustavo” or “Kowalska Anna”.

    Without a comma, of more than two words nobody knows where the first name begins.
    """
    last, _comma, first = (part.strip() for part in cell.partition(","))
    words = cell.strip(" ,").split()
    if not (last and first) and len(words) == 2 and "," not in cell:
        last, first = words
    if not (last and first) or stands_after_names(first):
        return {"full_name": cell.strip(" ,")}, None
    whole = full_name(first, last)
    return {"first_name": first, "last_name": last, "full_name": whole}, None


def with_particle(particle: str, last: str) -> str:
    """A last name with what stands before it in a column of its own: van der Meer."""
    if not last or f"{last} ".casefold().startswith(f"{particle} ".casefold()):
        return last or particle
    return f"{particle} {last}"


READERS: dict[str, Callable[[str], Read]] = {
    "email": _email,
    "status": _status,
    "places": _places,
    "first_time": _first_time,
    "last_first": _last_first,
    "guests": _guests,
}
