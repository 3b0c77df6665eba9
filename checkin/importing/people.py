"""The people in a table: what each row says of one guest, tidied but never guessed.

Names keep their case and their parts; nothing is split or put together.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Values
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from checkin.importing.addresses import plausible
from checkin.importing.columns import EXTRA, IGNORE, Mapping
from checkin.importing.oddities import Odd, Oddity
from checkin.importing.people_standing import FLAGS, stand
from checkin.importing.people_words import (
    MOST_PLACES,
    answer_of,
    places_of,
    status_of,
)
from checkin.importing.table import Table
from checkin.model.attendee import Details
from checkin.model.entry import MAX_DATA
from checkin.model.i18n import _
from checkin.model.names import fold, full_name
from checkin.model.permission import Answer, Purpose
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent

_LONGEST = MAX_DATA - 4096
"""Bytes of text in one row; an entry of the ledger holds no more."""

_INVISIBLE = dict.fromkeys(
    (*range(32), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB)
)
"""Control characters and the like; joiners and direction marks belong to names."""
for _space in (9, 10, 11, 12, 13, 0x85):
    del _INVISIBLE[_space]

_SLICE = 1000
"""Rows between two looks at the progress."""

_PURPOSES = frozenset(purpose.value for purpose in Purpose)
_LONG = frozenset({"note", "plus_one"})
"""Fields whose line breaks are kept."""


@dataclass(frozen=True)
class Person:
    """What the list says of one guest."""

    row: int
    """As a spreadsheet shows it, from 1."""
    fields: Values[str, Any]
    """Details by name, only those that are said."""
    extra: Values[str, str] = field(default_factory=dict)
    """The other columns by heading, only those with something in them."""
    permissions: Values[str, str] = field(default_factory=dict)
    """Purpose → answer, only where one was given."""
    odd: tuple[Oddity, ...] = ()
    """What is odd about the row; it is imported all the same."""

    @property
    def problem(self) -> str:
        """The same in words; empty for nearly all rows."""
        return "; ".join(one.text for one in self.odd)

    @property
    def details(self) -> Details:
        """The same as a value of the model."""
        return Details(**self.fields)

    @cached_property
    def name(self) -> str:
        """The whole name."""
        return name_of(self.fields)

    @cached_property
    def email(self) -> str:
        """The e-mail address as the list writes it."""
        return str(self.fields.get("email", ""))

    @property
    def key(self) -> tuple[str, str, str]:
        """(folded name, folded e-mail, code): two rows of one key are one guest."""
        code = self.fields.get("external_code", "")
        return (fold(self.name), fold(self.email), code)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is not imported, and why."""

    row: int
    kind: Odd
    text: str
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """What a table comes to."""

    people: tuple[Person, ...]
    problems: tuple[Problem, ...]


def name_of(fields: Values[str, Any]) -> str:
    """The whole name: as given, else put together from its parts."""
    given = fields.get("full_name")
    if given:
        return str(given)
    return full_name(fields.get("first_name", ""), fields.get("last_name", ""))


def tidy(cell: str) -> str:
    """Without outer, doubled and invisible characters, composed (NFC); case kept."""
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    if not cell.isprintable():
        cell = cell.translate(_INVISIBLE)
    return " ".join(cell.split())


def read_people(
    table: Table,
    mapping: Mapping,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> People:
    """One person for each row that names one; doubled rows count once.

    Raises:
        WasCancelled: the user wanted it to end.
    """
    reader = _RowReader(mapping)
    people: list[Person] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str, str], int] = {}
    unnamed: list[tuple[Person, str, str]] = []
    for i, (row, cells) in enumerate(zip(table.numbers, table.rows, strict=True)):
        if i % _SLICE == 0:
            progress(i, len(table.rows))
            if cancelled():
                raise WasCancelled
        person = reader.person(row, cells, row in table.strays)
        if not (person.name or person.email) and any(bought := reader.buyer(cells)):
            unnamed.append((person, *bought))
            continue
        refused = _refused(person, cells, seen)
        if refused:
            problems.append(Problem(row, *refused, person.name, person.email))
        else:
            people.append(person)
    if unnamed:
        people += named_by_buyers(unnamed, people)
        people.sort(key=lambda person: person.row)
    progress(len(table.rows), len(table.rows))
    return People(tuple(people), tuple(problems))


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


def _refused(
    person: Person, cells: Sequence[str], seen: dict[tuple[str, str, str], int]
) -> tuple[Odd, str] | None:
    """Why this row is no guest of its own; remembers it otherwise."""
    if not person.email and (not person.name or person.name.isdigit()):
        return Odd.NOBODY, _("neither a name nor an e-mail address")
    if sum(map(len, cells)) > _LONGEST // 6 and _too_long(cells):
        return Odd.LONG, _("more text than {n} kB").format(n=_LONGEST // 1024)
    key = person.key
    first = seen.setdefault(key, person.row)
    if first != person.row:
        return Odd.SAME, _("the same as row {n}").format(n=first)
    return None


def _too_long(cells: Sequence[str]) -> bool:
    # as JSON writes it, twice for what may stand in a field and in an extra column
    from checkin.model.entry import canonical

    return len(canonical(list(cells)).encode("utf-8", "replace")) > _LONGEST


class _RowReader:
    """Reads rows by one mapping, worked out once."""

    def __init__(self, mapping: Mapping) -> None:
        fields = {column.field for column in mapping.columns}
        self._flags = {f: mapping.of(f)[0].index for f in FLAGS if f in fields}
        self._buyer_names = mapping.of("buyer_name")
        self._buyer_emails = mapping.of("buyer_email")
        asked = fields - {EXTRA, IGNORE, *FLAGS, "buyer_name", "buyer_email"}
        self._columns = [(f, mapping.of(f)) for f in sorted(asked)]
        self._plain = [
            (f, columns[0].index)
            for f, columns in self._columns
            if len(columns) == 1 and f not in _READERS and f not in _PURPOSES
        ]
        plain = {f for f, _index in self._plain}
        self._special = [(f, c) for f, c in self._columns if f not in plain]
        self._extra = [(c.heading, c.index) for c in mapping.extra]

    def person(self, row: int, cells: Sequence[str], strays: bool) -> Person:
        """What a row says."""
        fields: dict[str, Any] = {}
        for name, index in self._plain:
            if cell := cells[index]:
                value = cell.strip() if name in _LONG else tidy(cell)
                if value:
                    fields[name] = value
        permissions: dict[str, str] = {}
        odd: list[Oddity] = []
        for name, columns in self._special:
            cell = next(filter(None, (tidy(cells[c.index]) for c in columns)), "")
            if cell:
                odd += _take(name, cell, fields, permissions)
        if self._flags or fields.get("places") == 0:
            odd += stand(fields, self._flags, cells)
        extra = {h: text for h, i in self._extra if (text := cells[i].strip())}
        if "email" in fields and not name_of(fields):
            why = _("no name: put down as {email}").format(email=fields["email"])
            odd.append(Oddity(Odd.NO_NAME, why, "email", fields["email"]))
        if strays:
            why = _("cells far to the right of the table were left out")
            odd.append(Oddity(Odd.STRAY, why))
        return Person(row, fields, extra, permissions, tuple(odd))

    def buyer(self, cells: Sequence[str]) -> tuple[str, str]:
        """(name, e-mail address) of whoever bought the ticket; empty if nobody says."""
        named = [(c, tidy(cells[c.index])) for c in self._buyer_names]
        whole = next((cell for c, cell in named if cell and c.rank < 100), "")
        email = next(
            filter(None, (tidy(cells[c.index]) for c in self._buyer_emails)), ""
        )
        return whole or " ".join(cell for _c, cell in named if cell), email


def _take(
    name: str, cell: str, fields: dict[str, Any], permissions: dict[str, str]
) -> Iterator[Oddity]:
    """Puts the meaning of a cell where it belongs; tells what is odd about it."""
    if name in _PURPOSES:
        answer = answer_of(cell)
        if answer is None:
            why = _("“{cell}” is neither yes nor no; counted as not asked")
            yield Oddity(Odd.ANSWER, why.format(cell=cell), name, cell)
        else:
            permissions[name] = answer.value
    elif name in _READERS:
        found, odd = _READERS[name](cell)
        fields |= found
        if odd:
            yield odd
    else:
        fields[name] = cell


_Read = tuple[dict[str, Any], Oddity | None]
"""What a cell says, field by field; and what is odd about it."""


def _status(cell: str) -> _Read:
    found = status_of(cell)
    if found is None:
        why = _("the status “{cell}” is not known; counted as registered")
        return {}, Oddity(Odd.STATUS, why.format(cell=cell), "status", cell)
    return {"status": found.value}, None


def _places(cell: str) -> _Read:
    found = places_of(cell)
    return ({}, _odd_places(cell)) if found is None else ({"places": found}, None)


def _guests(cell: str) -> _Read:
    """Those besides, to whom the guest is added."""
    brought = places_of(cell)
    if brought is None or brought >= MOST_PLACES:
        return {}, _odd_places(cell)
    return {"places": 1 + brought}, None


def _odd_places(cell: str) -> Oddity:
    why = _("“{cell}” is no number of places from 0 to {n}; counted as 1")
    why = why.format(cell=cell, n=MOST_PLACES)
    return Oddity(Odd.PLACES, why, "places", cell)


def _email(cell: str) -> _Read:
    """Out of “Zoë Bell <zoe@example.org>” only the address."""
    _name, opened, address = cell.removesuffix(">").rpartition("<")
    named = opened and cell.endswith(">") and "@" in address
    found = address.strip() if named else cell
    if plausible(found):
        return {"email": found}, None
    why = _("“{cell}” looks wrong for an e-mail address; kept as it is")
    return {"email": found}, Oddity(Odd.EMAIL, why.format(cell=found), "email", found)


def _first_time(cell: str) -> _Read:
    return ({"first_time": True} if answer_of(cell) is Answer.YES else {}), None


def _last_first(cell: str) -> _Read:
    """The parts of “Garcia, Gustavo”; one without a comma stays whole."""
    last, _comma, first = (part.strip() for part in cell.partition(","))
    if not (last and first):
        return {"full_name": cell.strip(" ,")}, None
    whole = full_name(first, last)
    return {"first_name": first, "last_name": last, "full_name": whole}, None


_READERS: dict[str, Callable[[str], _Read]] = {
    "email": _email,
    "status": _status,
    "places": _places,
    "first_time": _first_time,
    "last_first": _last_first,
    "guests": _guests,
}
