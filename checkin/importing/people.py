"""The people in a table: what each row says of one guest, tidied but never guessed.

Names keep their case and their parts; nothing is split or put together.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checkin.importing.columns import Column, Mapping
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.importing.list_rows import lines_between
from checkin.importing.oddities import Odd, Oddity
from checkin.importing.people_buyers import named_by_buyers
from checkin.importing.people_cells import READERS, with_particle
from checkin.importing.people_standing import FLAGS, stand
from checkin.importing.people_words import answer_of
from checkin.importing.person import Person, Problem, name_of
from checkin.importing.table import Table
from checkin.model.entry import MAX_DATA
from checkin.model.i18n import _
from checkin.model.names import fold
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

_DIRECTIONS = dict.fromkeys(
    (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_FROM_THE_RIGHT = frozenset({"R", "AL"})
"""Only beside such letters a direction mark means something."""

_SLICE = 1000
"""Rows between two looks at the progress."""

_NOTHING = frozenset("- – — -- ---".split())
"""What stands in a cell so that it is not empty."""

_PURPOSES = frozenset(purpose.value for purpose in Purpose)
_LONG = frozenset({"note", "plus_one"})
"""Fields whose line breaks are kept."""


@dataclass(frozen=True, slots=True)
class People:
    """What a table comes to."""

    people: tuple[Person, ...]
    problems: tuple[Problem, ...]


def tidy(cell: str) -> str:
    """Without outer, doubled and invisible characters, composed (NFC); case kept."""
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    if not cell.isprintable():
        cell = cell.translate(_INVISIBLE)
        if not any(unicodedata.bidirectional(c) in _FROM_THE_RIGHT for c in cell):
            cell = cell.translate(_DIRECTIONS)
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
    reader = _RowReader(mapping, table)
    people: list[Person] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, ...], Person] = {}
    unnamed: list[tuple[Person, str, str]] = []
    between = lines_between(table.rows)
    for i, (row, cells) in enumerate(_watched(table, progress, cancelled)):
        person = reader.person(row, cells)
        if not (person.email or person.name) and any(bought := reader.buyer(cells)):
            unnamed.append((person, *bought))
        elif i in between:
            why = _("looks like a heading between the guests")
            problems.append(_no_guest(person, Odd.NOBODY, why))
        elif problem := _refused(person, cells, seen):
            problems.append(problem)
        else:
            people.append(person)
    if unnamed:
        people += named_by_buyers(unnamed, people)
        people.sort(key=lambda person: person.row)
    return People(tuple(people), tuple(problems))


def _watched(
    table: Table, progress: Progress, cancelled: Cancelled
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with their numbers; tells how far it is."""
    for i, row in enumerate(zip(table.numbers, table.rows, strict=True)):
        if i % _SLICE == 0:
            progress(i, len(table.rows))
            if cancelled():
                raise WasCancelled
        yield row
    progress(len(table.rows), len(table.rows))


def _no_guest(person: Person, kind: Odd, why: str, first: int = 0) -> Problem:
    return Problem(person.row, kind, why, person.name, person.email, first)


def _refused(
    person: Person, cells: Sequence[str], seen: dict[tuple[str, ...], Person]
) -> Problem | None:
    """Why this row is no guest of its own; remembers it otherwise."""
    if not person.email and (not person.name or person.name.isdigit()):
        why = _("neither a name nor an e-mail address")
        return _no_guest(person, Odd.NOBODY, why)
    if sum(map(len, cells)) > _LONGEST // 6 and _too_long(cells):
        why = _("more text than {n} kB").format(n=_LONGEST // 1024)
        return _no_guest(person, Odd.LONG, why)
    first = seen.setdefault(person.key, person)
    if first is not person and not person.email and _differ(first, person):
        first = seen.setdefault((*person.key, *_known_of(person)), person)
    if first is person:
        return None
    why = _("the same as row {n}").format(n=first.row)
    return _no_guest(person, Odd.SAME, why, first.row)


def _known_of(person: Person) -> Sequence[str]:
    return [fold(person.fields.get(field, "")) for field in _TELLING]


def _differ(one: Person, other: Person) -> bool:
    """Whether two of one name, whose addresses nobody knows, are two people."""
    known = zip(_known_of(one), _known_of(other), strict=True)
    return any(a and b and a != b for a, b in known)


_TELLING = ("phone", "company", "job_title")
"""What tells two people of one name apart."""


def _too_long(cells: Sequence[str]) -> bool:
    # as JSON writes it, twice for what may stand in a field and in an extra column
    from checkin.model.entry import canonical

    return len(canonical(list(cells)).encode("utf-8", "replace")) > _LONGEST


class _RowReader:
    """Reads rows by one mapping, worked out once."""

    def __init__(self, mapping: Mapping, table: Table) -> None:
        self._strays, self._unseen = table.strays, table.how.hidden_rows
        fields = {column.field for column in mapping.columns}
        self._flags = {f: mapping.of(f)[0].index for f in FLAGS if f in fields}
        self._buyer_names = mapping.of("buyer_name")
        self._emails = mapping.of("email")
        self._buyer_emails = mapping.of("buyer_email")
        asked = fields - {EXTRA, IGNORE, *FLAGS, "buyer_name", "buyer_email"}
        self._columns = [(f, mapping.of(f)) for f in sorted(asked)]
        self._plain = [
            (f, columns[0].index)
            for f, columns in self._columns
            if len(columns) == 1 and f not in READERS and f not in _PURPOSES
        ]
        plain = {f for f, _index in self._plain}
        self._special = [(f, c) for f, c in self._columns if f not in plain]
        self._extra = [(c.heading, c.index) for c in mapping.extra]

    def person(self, row: int, cells: Sequence[str]) -> Person:
        """What a row says."""
        fields: dict[str, Any] = {}
        for name, index in self._plain:
            if cell := cells[index]:
                value = cell.strip() if name in _LONG else tidy(cell)
                if value and value not in _NOTHING:
                    fields[name] = value
        permissions: dict[str, str] = {}
        odd: list[Oddity] = []
        for name, columns in self._special:
            if cell := _first_of(columns, cells):
                odd += _take(name, cell, fields, permissions)
        odd += self._name(fields, cells)
        if self._flags or fields.get("places") == 0:
            odd += stand(fields, self._flags, cells)
        extra = {h: text for h, i in self._extra if (text := cells[i].strip())}
        if row in self._strays:
            why = _("cells far to the right of the table were left out")
            odd.append(Oddity(Odd.STRAY, why))
        if row in self._unseen:
            why = _("hidden in the workbook; imported all the same")
            odd.append(Oddity(Odd.HIDDEN, why))
        came = cells[self._flags["came"]].strip() if "came" in self._flags else ""
        return Person(row, fields, extra, permissions, tuple(odd), came)

    def _name(self, fields: dict[str, Any], cells: Sequence[str]) -> Iterator[Oddity]:
        """What the parts and the address add to a name, or stand in for."""
        if particle := fields.pop("particle", ""):
            fields["last_name"] = with_particle(particle, fields.get("last_name", ""))
        if "email" not in fields or name_of(fields):
            return
        called, opened, _address = _first_of(self._emails, cells).partition("<")
        if opened and (name := called.strip(" \"'")):
            fields["full_name"] = name
            return
        why = _("no name: put down as {email}").format(email=fields["email"])
        yield Oddity(Odd.NO_NAME, why, "email", fields["email"])

    def buyer(self, cells: Sequence[str]) -> tuple[str, str]:
        """(name, e-mail address) of whoever bought the ticket; empty if nobody says."""
        named = [(c, tidy(cells[c.index])) for c in self._buyer_names]
        whole = next((cell for c, cell in named if cell and c.rank < 100), "")
        email = _first_of(self._buyer_emails, cells)
        return whole or " ".join(cell for _c, cell in named if cell), email


def _first_of(columns: Sequence[Column], cells: Sequence[str]) -> str:
    """What stands in the first of these columns that has something in it."""
    for column in columns:
        if cell := tidy(cells[column.index]):
            return cell
    return ""


def _take(
    name: str, cell: str, fields: dict[str, Any], permissions: dict[str, str]
) -> Iterator[Oddity]:
    """Puts the meaning of a cell where it belongs; tells what is odd about it."""
    if name in _PURPOSES:
        answer = answer_of(cell)
        if answer is None:
            why = _("“{cell}” is neither yes nor no; counted as not asked")
            yield Oddity(Odd.ANSWER, why.format(cell=cell), name, cell)
        elif answer is not Answer.NOT_ASKED:
            permissions[name] = answer.value
    elif name in READERS:
        found, odd = READERS[name](cell)
        if name == "last_first":  # beside a whole name, or parts of their own
            found = {key: value for key, value in found.items() if key not in fields}
        fields |= found
        if odd:
            yield odd
    else:
        fields[name] = cell
