"""Guests of whom a list says only who bought their ticket."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checkin.importing.oddities import Odd, Oddity
from checkin.importing.person import Person
from checkin.model.i18n import _
from checkin.model.names import fold


def guest_of(whose: str, n: int) -> str:
    """What somebody is called of whom a list says only who brings them; n from 2."""
    return _("Guest {n} of {name}").format(n=n, name=whose)


def named_by_buyers(
    unnamed: Iterable[tuple[Person, str, str]], named: Iterable[Person]
) -> Iterator[Person]:
    """Those whose ticket names only who bought it: (person, buyer's name, e-mail).

    The first of them is the buyer, if the list has no other row for that one; the
    others are the buyer's guests, numbered as companions are.
    """
    there = {fold(text) for one in named for text in (one.name, one.email) if text}
    guests: Counter[str] = Counter()
    for person, buyer, email in unnamed:
        keys = {fold(text) for text in (buyer, email) if text}
        whose = buyer or email
        fields = dict(person.fields)
        if keys & there:
            guests[whose] += 1
            fields["full_name"] = guest_of(whose, guests[whose] + 1)
        else:
            there |= keys
            fields |= {k: v for k, v in (("full_name", buyer), ("email", email)) if v}
        why = _("no name of its own: bought by {name}").format(name=whose)
        odd = Oddity(Odd.NO_NAME, why, "full_name", whose)
        yield replace(person, fields=fields, odd=(*person.odd, odd))
