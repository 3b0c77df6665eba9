"""`checkin attendees`, and an attendee as the commands show one."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click

from checkin.cli.plain import plain
from checkin.cli.shared import (
    Words,
    emit,
    event_argument,
    json_option,
    nobody_called,
    opened,
    say,
)
from checkin.model.attendee import Attendee
from checkin.model.i18n import _, ngettext
from checkin.model.names import fold
from checkin.model.permission import Purpose
from checkin.model.phones import e164, region_of
from checkin.store.eventfile import EventFile
from checkin.store.roll import BadgeState, Filter, Sort, State, roll

_CHUNK = 500


def as_fields(guest: Attendee, extra: Mapping[str, str], region: str) -> dict[str, Any]:
    """An attendee as `checkin attendees --json` shows it.

    `region` is the country in which phone numbers without a country code are.
    """
    said = guest.details
    first = min((p.first_at for p in guest.presences if p.first_at), default=None)
    return {
        "id": guest.id.hex(),
        "code": guest.code,
        "full_name": guest.name,
        **{
            name: getattr(said, name)
            for name in (
                "first_name", "last_name", "email", "company", "job_title",
                "ticket_type", "external_code",
            )
        },
        "phone": said.phone,
        "phone_e164": e164(said.phone, region),
        "status": guest.status.value,
        "places": said.places,
        "state": state_of(guest),
        "first_at": first.iso() if first else None,
        "inside": guest.inside,
        "walk_in": guest.walk_in,
        "withdrawn": guest.withdrawn,
        "printed": guest.printed,
        "handed_out": guest.handed_out,
        "permissions": {p.value: guest.may(p).value for p in Purpose},
        "extra": dict(extra),
    }  # fmt: skip


def country_of(event: EventFile) -> str:
    """Where the event is, by its time zone; empty where that is not known."""
    return region_of(event.read.event().timezone)


def state_of(guest: Attendee) -> str:
    """How they stand at the door: in, left, expected, or not coming."""
    if guest.inside:
        return "in"
    if guest.attended:
        return "left"
    return "expected" if guest.expected else "not_expected"


@click.command("attendees")
@event_argument()
@click.option("--search", default="", help="Beginnings of name, organisation, e-mail.")
@click.option("--state", type=Words(State), default="everyone", help="How they stand.")
@click.option("--type", "ticket", help="Only this ticket type; “” for none.")
@click.option("--badge", type=Words(BadgeState), default="any")
@click.option("--walk-ins", is_flag=True, help="Only those whom no list has brought.")
@click.option("--sort", type=Words(Sort), default="last-name")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@json_option()
def attendees_command(
    event: Path, search: str, state: State, ticket: str | None, badge: BadgeState,
    walk_ins: bool, sort: Sort, limit: int | None, as_json: bool,
) -> None:  # fmt: skip
    """Show the attendees of EVENT: all, or those who fit.

    “look” are those who need a look: something has to be cleared before they come
    in, or two desks don't agree. A badge has “changed” if their name has since.
    """
    with opened(event) as file:
        wanted = Filter(search.strip(), state, _ticket(file, ticket), badge)
        found = _numbered(file, roll(file.read, wanted, sort).numbers)
        people = list(islice((g for g in found if g.walk_in >= walk_ins), limit))
        if as_json:
            emit(list(_with_extra(file, people)))
        elif search and wanted == Filter(wanted.text) and not people:
            say(nobody_called(file, search))
        else:
            _show(people)


def _ticket(event: EventFile, typed: str | None) -> str | None:
    """As the list writes it, whatever its case."""
    if typed is None:
        return None
    known = event.read.ticket_types()
    return next((name for name in known if fold(name) == fold(typed)), typed)


def _numbered(event: EventFile, numbers: Sequence[int]) -> Iterator[Attendee]:
    for start in range(0, len(numbers), _CHUNK):
        yield from event.read.by_numbers(numbers[start : start + _CHUNK])


def _with_extra(event: EventFile, people: list[Attendee]) -> Iterator[dict[str, Any]]:
    region = country_of(event)
    for start in range(0, len(people), _CHUNK):
        some = people[start : start + _CHUNK]
        extras = event.read.extras([guest.id for guest in some])
        for guest in some:
            yield as_fields(guest, extras.get(guest.id, {}), region)


def _show(people: list[Attendee]) -> None:
    from rich.console import Console
    from rich.table import Table

    words = {
        "in": _("in"), "left": _("left"), "expected": _("expected"),
        "not_expected": _("not expected"),
    }  # fmt: skip
    table = Table(box=None, pad_edge=False)
    for heading in (_("Name"), _("Organisation"), _("Ticket"), _("State"), _("Code")):
        table.add_column(heading, overflow="fold", no_wrap=heading == _("Code"))
    for guest in people:
        said = guest.details
        state = words[state_of(guest)]
        if state_of(guest) == "not_expected":
            state = guest.status.value
        cells = (guest.name, said.company, said.ticket_type, state, guest.code)
        table.add_row(*map(plain, cells))
    width = None if sys.stdout.isatty() else 200
    console = Console(markup=False, highlight=False, width=width)
    with console.capture() as drawn:  # rich would end the process with 1 for a pipe
        console.print(table)
    click.echo(drawn.get(), nl=False)
    say(ngettext("{n} attendee", "{n} attendees", len(people)))
