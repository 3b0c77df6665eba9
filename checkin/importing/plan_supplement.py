"""A file of rows that were left out of a list once: it adds, and takes nobody away."""

from collections.abc import Iterable, Iterator, Sequence

from checkin.heap import let_go
from checkin.importing.oddities import WHY_LEFT_OUT, Odd
from checkin.importing.person import Person, Problem
from checkin.importing.plan_known import known_of
from checkin.importing.plan_matching import Known
from checkin.importing.table import Table
from checkin.model.i18n import _
from checkin.model.ids import SourceId
from checkin.model.names import fold
from checkin.store.eventfile import EventFile


def is_supplement(table: Table) -> bool:
    """Whether the file says of its rows why they were left out: `save_rejected`."""
    return _(WHY_LEFT_OUT) in table.header


def without_known(
    event: EventFile, source: SourceId, people: Iterable[Person]
) -> tuple[Sequence[Person], list[Problem]]:
    """Leaves out whom another list has brought: a doubled row was in that file too."""
    there = {
        (fold(one.name), fold(str(one.fields.get("email", ""))))
        for one in _brought_by_others(event, source)
        if not one.withdrawn
    }
    left, problems = [], []
    for person in people:
        if (fold(person.name), fold(person.email)) in there:
            why = _("on another list already")
            row = Problem(person.row, Odd.SAME, why, person.name, person.email)
            problems.append(row)
        else:
            left.append(person)
    return left, problems


def _brought_by_others(event: EventFile, source: SourceId) -> Iterator[Known]:
    for other in event.read.sources():
        if other != source:
            known = list(known_of(event, other))
            yield from known
            let_go(known)
