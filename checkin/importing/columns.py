"""What each column of a list is taken for: as the user says, or by the guess."""

import hashlib
from collections.abc import Iterable
from collections.abc import Mapping as Values
from dataclasses import dataclass
from difflib import get_close_matches

from checkin.importing.columns_giving import Guess
from checkin.importing.columns_guess import guesses
from checkin.importing.columns_meaning import EXTRA, IGNORE, NAMES
from checkin.importing.columns_words import READ_ONLY, SEVERAL
from checkin.importing.errors import NoNameColumn, NoSuchColumn, NoSuchField, TooLarge
from checkin.importing.oddities import WHY_LEFT_OUT
from checkin.importing.presets import looks_like
from checkin.importing.table import Table
from checkin.importing.vocabulary import simplified
from checkin.model.attendee import DETAIL_NAMES
from checkin.model.entry import MAX_DATA, canonical
from checkin.model.errors import BadArgument
from checkin.model.i18n import _
from checkin.model.permission import Purpose

_NOT_FROM_LISTS = {"approval", "valid_from", "valid_until"}
FIELDS = (
    *(name for name in DETAIL_NAMES if name not in _NOT_FROM_LISTS),
    *(purpose.value for purpose in Purpose),
    *READ_ONLY,
)
"""What a column can be taken for, beside EXTRA and IGNORE."""

KEPT = frozenset({"came", "called_off", "waits", "buyer_name", "buyer_email"})
"""Read for what they say, and kept under their headings as well."""

_MOST_HEADINGS = MAX_DATA - 4096


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list."""

    index: int
    heading: str
    field: str
    """One of FIELDS, EXTRA or IGNORE."""
    rank: int = 0
    """Of several columns for one field, the lowest is asked first."""
    said: bool = False
    """Whether the user said so."""
    sure: bool = True
    """Whether the heading and the cells leave no doubt."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What was made of all columns."""

    columns: tuple[Column, ...]
    looks_like: str = ""
    """The system whose export it is, as people know it; empty where nobody knows."""

    @property
    def extra(self) -> tuple[Column, ...]:
        """The columns that are kept under their headings."""
        kept = {EXTRA, *KEPT}
        return tuple(c for c in self.columns if c.field in kept or c in self.spare)

    @property
    def spare(self) -> tuple[Column, ...]:
        """Columns whose field another one of them has answered before."""
        return self.of("handle")[1:]

    @property
    def header(self) -> tuple[str, ...]:
        """The headings of the extra columns."""
        return tuple(column.heading for column in self.extra)

    @property
    def header_id(self) -> str:
        """16 hexadecimal digits that stand for `header`."""
        names = canonical(list(self.header)).encode("utf-8")
        return hashlib.sha256(names).hexdigest()[:16]

    def of(self, field: str) -> tuple[Column, ...]:
        """The columns of a field, the one to ask first at the front."""
        mine = (column for column in self.columns if column.field == field)
        return tuple(sorted(mine, key=lambda column: (column.rank, column.index)))

    def said(self) -> dict[str, str]:
        """Heading → field, of the columns of which the user said so."""
        return {c.heading: c.field for c in self.columns if c.said}

    def taken_for(self) -> dict[str, str]:
        """Heading → field, for all columns."""
        return {column.heading: column.field for column in self.columns}

    def understood(self) -> dict[str, str]:
        """The same without the columns that are kept as they are."""
        return {h: field for h, field in self.taken_for().items() if field != EXTRA}


def map_columns(table: Table, overrides: Iterable[str] = ()) -> Mapping:
    """What each column is taken for; `overrides` are "Column=field" of the user.

    Raises:
        NoNameColumn: nothing says where the names are.
        NoSuchColumn, NoSuchField, BadArgument, TooLarge: see `columns_of`.
    """
    mapping = columns_of(table, overrides)
    named = any(mapping.of(field) for field in NAMES)
    if not named and not _are_addresses(table, mapping):
        shown = ", ".join(table.header[:12]) + ("…" if len(table.header) > 12 else "")
        raise NoNameColumn(file=table.file, found=shown)
    return mapping


def _are_addresses(table: Table, mapping: Mapping) -> bool:
    """Whether it is a list of e-mail addresses: alone, or with the names in them."""
    if not (found := mapping.of("email")):
        return False
    cells = [row[found[0].index] for row in table.rows[:_LOOKED_AT]]
    named = sum(1 for cell in cells if "<" in cell.strip().lstrip("<"))
    return len(table.header) == 1 or named * 2 > len(cells)


_LOOKED_AT = 50


def columns_of(table: Table, overrides: Iterable[str] = ()) -> Mapping:
    """The same, though nothing may say where the names are.

    Raises:
        NoSuchColumn, NoSuchField, BadArgument: an override can't be used.
        TooLarge: more headings than an entry of the ledger can hold.
    """
    said = parse_overrides(table.header, overrides)
    guessed = guesses(table, said)
    columns = (
        Column(i, h, said[h], said=True) if h in said else _column(i, h, guessed[h])
        for i, h in enumerate(table.header)
    )
    preset = looks_like(table.header)
    mapping = Mapping(tuple(columns), preset.system if preset else "")
    _check_size(table.file, mapping)
    return mapping


def _column(index: int, heading: str, guess: Guess) -> Column:
    if heading == _(WHY_LEFT_OUT):  # ours, beside rows that were left out once
        return Column(index, heading, IGNORE)
    return Column(index, heading, guess.field or EXTRA, guess.rank, sure=guess.sure)


def _check_size(file: str, mapping: Mapping) -> None:
    """The headings stand together in one entry of the ledger."""
    said = [list(mapping.header), mapping.understood()]
    size = len(canonical(said).encode("utf-8"))
    if size > _MOST_HEADINGS:
        raise TooLarge(
            file=file,
            size=_("headings of {n} kB").format(n=size // 1024),
            limit=_("{n} kB").format(n=_MOST_HEADINGS // 1024),
        )


def parse_overrides(
    header: tuple[str, ...], overrides: Iterable[str]
) -> dict[str, str]:
    """Heading → field, from "Column=field"; a heading may hold a = itself."""
    said: dict[str, str] = {}
    for text in overrides:
        column, equals, field = (part.strip() for part in text.rpartition("="))
        if not equals or not column or not field:
            raise BadArgument(
                value=text,
                what="--map",
                reason=_("It needs a heading and what it is taken for."),
                instead=_("Write it like this: --map “Company name=company”."),
            )
        heading = heading_named(header, column)
        field = _field(field)
        if field in said.values() and field not in (EXTRA, IGNORE, *SEVERAL):
            raise BadArgument(
                value=text,
                what="--map",
                reason=_("Another column is taken for {field}.").format(field=field),
                instead=_("Choose one of the two."),
            )
        said[heading] = field
    return said


def overrides_of(said: Values[str, str]) -> list[str]:
    """The same the other way round."""
    return [f"{heading}={field}" for heading, field in said.items()]


def heading_named(header: tuple[str, ...], column: str) -> str:
    """The heading meant: exactly, or the only one of the same words.

    Raises:
        NoSuchColumn: none is.
    """
    if column in header:
        return column
    alike = [h for h in header if simplified(h) == simplified(column)]
    if len(alike) == 1:
        return alike[0]
    raise NoSuchColumn(column=column, near=_near(column, header))


def _field(field: str) -> str:
    word = field.lower().replace("-", "_").replace(" ", "_")
    if word in (*FIELDS, EXTRA, IGNORE):
        return word
    every = (*FIELDS, EXTRA, IGNORE)
    raise NoSuchField(field=field, near=_near(word, every), fields=", ".join(every))


def _near(word: str, words: tuple[str, ...]) -> str:
    folded = {simplified(one): one for one in words}
    close = get_close_matches(simplified(word), folded, n=3, cutoff=0.5)
    return ", ".join(f"“{folded[one]}”" for one in close) or ", ".join(words[:12])
