"""The rows of a list that are not imported, as a file for whoever made the list.

It has the list's own headings and says in a last column why. Once it is mended, it can
be imported like any list; it adds people, and never withdraws anybody.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from checkin.files import replacing
from checkin.importing.amending import Amendments, amended
from checkin.importing.loading import Reading
from checkin.importing.oddities import WHY_LEFT_OUT, Odd
from checkin.importing.people import read_people
from checkin.importing.person import Person, Problem
from checkin.importing.plan import Plan
from checkin.importing.table import Table
from checkin.model.cells import guarded
from checkin.model.i18n import _
from checkin.store.eventfile import EventFile
from checkin.store.suppression import SUPPRESS_LABEL, digests


def rejected_rows(event: EventFile, reading: Reading, plan: Plan) -> list[list[str]]:
    """The cells of each such row, and why, in the order of the list.

    Whoever asked to be forgotten is not among them, whatever else their rows lack.
    """
    why = {problem.row: problem for problem in plan.problems}
    out = reading.amendments.left_out
    fixed = amended(reading.table, Amendments(reading.amendments.cells))
    places = [i for i, n in enumerate(fixed.numbers) if n in why or n in out]
    table = replace(
        fixed,
        rows=tuple(fixed.rows[i] for i in places),
        numbers=tuple(fixed.numbers[i] for i in places),
    )
    hidden = set(_forgotten(event, reading, table))
    hidden |= {row for row, one in why.items() if one.kind is Odd.FORGOTTEN}
    own = _own_columns(table)
    return [
        [*(cells[i] for i in own), why[n].text if n in why else _("left out by you")]
        for n, cells in zip(table.numbers, table.rows, strict=True)
        if n not in hidden
    ]


def save_rejected(event: EventFile, reading: Reading, plan: Plan, path: Path) -> int:
    """Writes them as CSV, whole or not at all; returns how many there are.

    UTF-8 with a byte order mark, commas, CRLF; no cell is run by a spreadsheet.

    Raises:
        FileNotWritable, DiskFull: what was there before is unharmed.
    """
    rows = rejected_rows(event, reading, plan)
    header = [reading.table.header[i] for i in _own_columns(reading.table)]
    with (
        replacing(path) as draft,
        draft.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        out = csv.writer(file)
        for cells in ([*header, _(WHY_LEFT_OUT)], *rows):
            out.writerow(map(guarded, cells))
    return len(rows)


def name_for_rejected(file: str) -> str:
    """What such a file is called: members rejected.csv."""
    return _("{list} rejected.csv").format(list=PurePath(file).stem)


def _own_columns(table: Table) -> list[int]:
    """Without the reasons of an earlier time."""
    return [i for i, heading in enumerate(table.header) if heading != _(WHY_LEFT_OUT)]


def _forgotten(event: EventFile, reading: Reading, table: Table) -> Iterator[int]:
    if not event.read.anybody_suppressed():
        return
    key = event.sub_key(SUPPRESS_LABEL)
    found = read_people(table, reading.mapping)
    named: tuple[Person | Problem, ...] = (*found.people, *found.problems)
    for one in named:
        if event.read.suppressed(digests(key, one.email, one.name)):
            yield one.row
