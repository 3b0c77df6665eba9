"""What the cells of a column speak for, whatever its heading says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from checkin.importing.addresses import plausible
from checkin.importing.columns_meaning import NAMES
from checkin.importing.people_words import (
    answer_of,
    happened,
    is_title,
    is_when,
    payment_of,
    places_of,
    stands_after_names,
    status_of,
)
from checkin.importing.table import Table
from checkin.model.attendee import RegistrationStatus
from checkin.model.names import fold
from checkin.model.permission import Purpose

LOOKED_AT = 500
"""Rows whose cells are looked at."""

_FEW = 3
"""So few filled cells prove nothing."""


@dataclass(frozen=True)
class Cells:
    """The cells of one column in the first rows."""

    all: tuple[str, ...]
    """In the order of the rows, empty ones too."""

    @classmethod
    def of(cls, table: Table, index: int) -> "Cells":
        """Those of the first rows of a table."""
        return cls(tuple(row[index].strip() for row in table.rows[:LOOKED_AT]))

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """Those with something in them."""
        return tuple(filter(None, self.all))

    def share(self, test: Callable[[str], object]) -> float:
        """The part of the filled cells that pass, from 0 to 1; 0 where none is."""
        passed = sum(1 for cell in self.filled if test(cell))
        return passed / len(self.filled) if self.filled else 0.0

    @cached_property
    def distinct(self) -> float:
        """How much the filled cells differ from each other, from 0 to 1."""
        return len(set(self.filled)) / len(self.filled) if self.filled else 0.0

    def could_be(self, field: str) -> bool:
        """Whether the cells let a column be what its heading says."""
        if len(self.filled) < _FEW:
            return True
        test = _COULD_BE.get(field)
        return test is None or test(self)

    def fits(self, field: str) -> bool:
        """Whether nearly every cell makes sense as that."""
        test = _UNDERSTOOD.get(field)
        return not self.filled or test is None or self.share(test) >= _FITTING


_FITTING = 0.8


def is_address(cell: str) -> bool:
    """Whether it is an e-mail address, or was meant as one."""
    return "@" in cell or plausible(cell)


def is_last_first(cell: str) -> bool:
    """Whether it is a name with its last part first: "Garcia, Gustavo"."""
    last, comma, first = (part.strip() for part in cell.partition(","))
    if not (comma and last and first) or "," in first:
        return False
    return not stands_after_names(first)


def in_address(cell: str, address: str) -> int:
    """Where in the address a word of the name stands; -1 if none does."""
    local = "".join(c for c in fold(address.partition("@")[0]) if c.isalnum())
    for word in fold(cell).replace("-", " ").replace("'", " ").split():
        if len(word) >= 3 and (at := local.find(word[:6])) >= 0:
            return at
    return -1


def counts_guests(cells: Cells) -> bool:
    """Whether a column for the name of a plus-one says how many there are."""
    counted = cells.share(lambda c: places_of(c) is not None or is_answer(c))
    return len(cells.filled) >= _FEW and counted >= 0.5


def is_answer(cell: str) -> bool:
    """Whether it is a yes or a no."""
    return answer_of(cell) is not None


def _is_number(cell: str) -> bool:
    return cell.replace(".", "").replace(",", "").isdigit()


_UNDERSTOOD: dict[str, Callable[[str], object]] = {
    "email": is_address,
    "status": status_of,
    "places": lambda cell: places_of(cell) is not None,
    "guests": lambda cell: places_of(cell) is not None or is_answer(cell),
    "came": lambda cell: happened(cell) is not None,
    "called_off": lambda cell: happened(cell) is not None,
    "waits": lambda cell: happened(cell, RegistrationStatus.WAITLISTED) is not None,
    "payment": payment_of,
    "first_time": is_answer,
    "last_first": is_last_first,
    **dict.fromkeys((purpose.value for purpose in Purpose), is_answer),
}
"""Whether a cell of that field makes sense; of the other fields every text does."""


def _name_like(cells: Cells) -> bool:
    """No numbers, addresses, days or answers where names should be."""
    return cells.share(_is_no_name) < 0.5


def _is_no_name(cell: str) -> bool:
    plain = _is_number(cell) or is_address(cell) or is_when(cell)
    return plain or (len(cell) < 6 and is_answer(cell))


def _at_least(part: float, field: str) -> Callable[[Cells], bool]:
    return lambda cells: cells.share(_UNDERSTOOD[field]) >= part


def _several_kinds(cells: Cells) -> bool:
    """Kinds of tickets repeat, and are no numbers."""
    few = len(cells.filled) < 20
    return (few or cells.distinct < 0.6) and cells.share(_is_number) < 0.5


def _some_stay(cells: Cells) -> bool:
    """Not all have cancelled: a day on every row is that of an answer, no or yes."""
    gone = sum(1 for c in cells.filled if happened(c, RegistrationStatus.CANCELLED))
    return len(cells.all) < _SEVERAL or gone < len(cells.all) * 0.9


_SEVERAL = 6


_COULD_BE: dict[str, Callable[[Cells], bool]] = {
    **dict.fromkeys(NAMES, _name_like),
    "email": _at_least(0.3, "email"),
    "status": _at_least(0.2, "status"),
    "places": _at_least(0.5, "places"),
    "guests": _at_least(0.5, "guests"),
    "came": _at_least(0.8, "came"),
    "called_off": lambda cells: (
        _at_least(0.8, "called_off")(cells) and _some_stay(cells)
    ),
    "waits": _at_least(0.8, "waits"),
    "payment": _at_least(0.5, "payment"),
    "ticket_type": _several_kinds,
    "external_code": lambda cells: len(cells.filled) < 6 or cells.distinct > 0.5,
    "job_title": lambda c: c.share(is_title) < 0.5 and c.share(_is_number) < 0.5,
    "company": lambda c: c.share(is_address) < 0.5 and c.share(_is_number) < 0.5,
    "contact": _at_least(0.3, "contact"),
    "first_time": _at_least(0.3, "first_time"),
}


BELIEVED = frozenset("email status places contact first_time ticket_type".split())
"""Fields whose headings are believed though the cells make little sense."""


def rows_of(*columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Row by row, those in which every column has something."""
    return [row for row in zip(*columns, strict=True) if all(row)]
