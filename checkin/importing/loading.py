"""A file becomes people: table, columns and rows in one call."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkin.heap import quiet
from checkin.importing.amending import NOTHING, Amendments, amended
from checkin.importing.columns import (
    Mapping,
    columns_of,
    map_columns,
    overrides_of,
)
from checkin.importing.people import read_people
from checkin.importing.person import Person, Problem
from checkin.importing.read import read_table
from checkin.importing.read_as import AS_FOUND, ReadAs
from checkin.importing.recalled import NO_MEMORY, Memory, recalled
from checkin.importing.table import Table
from checkin.model.attendee import RegistrationStatus
from checkin.model.progress import Cancelled, Progress, never, silent

READ_FIELDS = (
    "full_name", "first_name", "last_name", "email", "company", "job_title",
    "ticket_type", "external_code", "status", "places",
)  # fmt: skip
"""What `checkin read` gives beside extra."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, before any event is asked."""

    table: Table
    """As the file has it."""
    mapping: Mapping
    people: tuple[Person, ...]
    problems: tuple[Problem, ...]
    """Rows that are no guests of their own, and why."""
    amendments: Amendments = NOTHING
    """What was put right before people were read."""

    @property
    def looks_like(self) -> str:
        """The system whose export it is; empty where nobody knows."""
        return self.mapping.looks_like


def load(
    path: Path,
    how: ReadAs = AS_FOUND,
    overrides: Iterable[str] = (),
    amendments: Amendments = NOTHING,
    *,
    memory: Memory = NO_MEMORY,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Reading:
    """Reads a list; `overrides` are "Column=field", `amendments` cells put right.

    `how` says how the file should be read, where that is not left to finding out;
    `memory`, what columns of lists with the same headings were put right to before.

    Raises:
        CheckinError: one of `errors`, FileNotThere or FileNotReadable.
        WasCancelled: the user wanted it to end.
    """
    with quiet():
        table = read_table(path, how, cancelled)
        overrides = [*overrides]
        if memory:
            right = recalled(columns_of(table, overrides), memory)
            overrides += overrides_of(right)
        return _understood(table, overrides, amendments, progress, cancelled)


def remap(
    reading: Reading,
    overrides: Iterable[str],
    amendments: Amendments = NOTHING,
    *,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Reading:
    """The same file, columns and cells as the user says; it is not read again.

    Raises:
        NoSuchColumn, NoSuchField, BadArgument, NoNameColumn, TooLarge, NoSuchRow:
            see there.
        WasCancelled: the user wanted it to end.
    """
    with quiet():
        return _understood(reading.table, overrides, amendments, progress, cancelled)


def _understood(
    table: Table,
    overrides: Iterable[str],
    amendments: Amendments,
    progress: Progress,
    cancelled: Cancelled,
) -> Reading:
    """What is put right changes no guess about the columns."""
    mapping = map_columns(table, overrides)
    found = read_people(amended(table, amendments), mapping, progress, cancelled)
    return Reading(table, mapping, found.people, found.problems, amendments)


def read_as_json(people: Iterable[Person]) -> list[dict[str, Any]]:
    """For `checkin read`: null where the file does not say.

    Where there is no word for the status, that of the payment stands for it.
    """
    return [
        {name: person.fields.get(name) for name in READ_FIELDS}
        | {"status": _status(person), "extra": dict(person.extra)}
        for person in people
    ]


_PAID = {
    "paid": RegistrationStatus.REGISTERED.value,
    "unpaid": RegistrationStatus.PENDING.value,
}


def _status(person: Person) -> str | None:
    paid = str(person.fields.get("payment", ""))
    return person.fields.get("status") or _PAID.get(paid)
