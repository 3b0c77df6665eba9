"""The columns of a file for people.

Their headings are part of the file format, not of the language of the window: an
import of any Checkin knows them again.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from checkin.followup.material import Material
from checkin.model.attendee import Attendee, Presence
from checkin.model.clock import Instant
from checkin.model.names import fold
from checkin.model.permission import Answer, Purpose


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and what stands under it for each guest."""

    heading: str
    value: Callable[[Attendee], str]
    needed: bool = True
    """Whether it stands in the file though it is empty for everybody."""


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of one file: ours, then those that only the list knows."""

    columns: tuple[Column, ...]
    extra: tuple[str, ...]
    """What the list calls its own columns."""
    extra_shown: tuple[str, ...]
    """The same, told apart from ours."""

    @property
    def headings(self) -> list[str]:
        """The first row."""
        return [*(column.heading for column in self.columns), *self.extra_shown]

    def row(self, guest: Attendee, extra: Mapping[str, str]) -> list[str]:
        """The row of a guest."""
        ours = [column.value(guest) for column in self.columns]
        return ours + [extra.get(heading, "") for heading in self.extra]


def table_of(material: Material) -> Table:
    """The columns that these guests need."""
    known = _columns(arrival_words(material.people))
    columns = tuple(c for c in known if c.needed or _used(c, material.people))
    extra = tuple(material.extra_headings())
    shown = distinct(extra, [column.heading for column in known])
    return Table(columns, extra, tuple(shown))


def distinct(names: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """The names, numbered where one was taken before, whatever its case: Came (2)."""
    seen = {fold(name) for name in taken}
    result = []
    for name in names:
        told, n = name, 1
        while fold(told) in seen:
            n += 1
            told = f"{name} ({n})"
        seen.add(fold(told))
        result.append(told)
    return result


def first_arrival(guest: Attendee) -> Presence | None:
    """Where and when they came in first, at any list; None if they never did."""
    there = [p for p in guest.presences if p.first_at is not None]
    return min(there, key=lambda p: p.first_at or p.last_at, default=None)


def permission_words(answer: Answer) -> str:
    """yes, no, or not asked."""
    return answer.value.replace("_", " ")


def _used(column: Column, people: Sequence[Attendee]) -> bool:
    return any(column.value(guest) for guest in people)


def arrival_words(people: Sequence[Attendee]) -> Callable[[Attendee], str]:
    """18:42, with the day before it where these guests came on several days."""
    moments = [p.first_at for g in people for p in g.presences if p.first_at]
    several = len({moment.local().date() for moment in moments}) > 1

    def words(guest: Attendee) -> str:
        arrival = first_arrival(guest)
        if arrival is None or arrival.first_at is None:
            return ""
        return _day_and_time(arrival.first_at) if several else _time(arrival.first_at)

    return words


def _time(moment: Instant) -> str:
    return moment.hour_minute()


def _day_and_time(moment: Instant) -> str:
    return f"{moment.local():%Y-%m-%d %H:%M}"


def _columns(arrival: Callable[[Attendee], str]) -> tuple[Column, ...]:
    return (
        Column("First name", lambda g: g.details.first_name),
        Column("Last name", lambda g: g.details.last_name),
        Column("Full name", lambda g: g.name),
        Column("E-mail", lambda g: g.details.email),
        Column("Phone", lambda g: g.details.phone, needed=False),
        Column("Company", lambda g: g.details.company),
        Column("Job title", lambda g: g.details.job_title),
        Column("Ticket type", lambda g: g.details.ticket_type),
        Column("Ticket code", lambda g: g.details.external_code),
        Column("Status", lambda g: g.status.value),
        Column("Payment", lambda g: g.details.payment, needed=False),
        Column("Amount due", lambda g: g.details.amount_due, needed=False),
        Column("Came", lambda g: "yes" if g.attended else "no"),
        Column("First arrival", arrival),
        Column("Where", _where),
        Column("Pronouns", lambda g: g.details.pronouns),
        Column("Handle", lambda g: g.details.handle),
        Column("First time here", _first_time, needed=False),
        Column("May we write to you", _may(Purpose.CONTACT)),
        Column("May we share your details", _may_if_asked(Purpose.SHARE), needed=False),
        Column("Photos", _may_if_asked(Purpose.PHOTOS), needed=False),
        Column("Plus one", lambda g: g.details.plus_one, needed=False),
        Column("Notes", lambda g: g.details.note, needed=False),
    )


def _where(guest: Attendee) -> str:
    arrival = first_arrival(guest)
    return arrival.first_desk if arrival else ""


def _first_time(guest: Attendee) -> str:
    return "yes" if guest.details.first_time else ""


def _may(purpose: Purpose) -> Callable[[Attendee], str]:
    return lambda guest: permission_words(guest.may(purpose))


def _may_if_asked(purpose: Purpose) -> Callable[[Attendee], str]:
    def words(guest: Attendee) -> str:
        answer = guest.may(purpose)
        return "" if answer is Answer.NOT_ASKED else permission_words(answer)

    return words
