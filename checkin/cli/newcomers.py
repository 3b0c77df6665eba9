"""`checkin add` and `walkin`: people whom no list has brought."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from checkin.cli.people import as_fields, country_of
from checkin.cli.shared import (
    attendee_named,
    desk_option,
    emit,
    event_argument,
    json_option,
    list_of,
    opened,
    say,
    typed,
)
from checkin.model.attendee import Attendee, Details
from checkin.model.i18n import _
from checkin.model.ids import ActId, AttendeeId
from checkin.model.lists import CheckInList
from checkin.model.words import who
from checkin.store.acts import add_guest
from checkin.store.eventfile import EventFile

Command = TypeVar("Command", bound=Callable[..., Any])

_ABOUT = (
    event_argument(),
    click.option("--name", required=True, help="The whole name, as they say it."),
    click.option("--first-name", default=""),
    click.option("--last-name", default=""),
    click.option("--email", default=""),
    click.option("--company", default=""),
    click.option("--job-title", default=""),
    click.option("--ticket-type", default=""),
    click.option("--pronouns", default=""),
    click.option("--note", default=""),
    click.option("--contact", type=click.Choice(["yes", "no"]), help="May we write?"),
)


def _about_somebody(command: Command) -> Command:
    """The options that say who it is."""
    for option in reversed(_ABOUT):
        command = option(command)
    return command


def _details(name: str, said: dict[str, str]) -> Details:
    return replace(Details(full_name=name.strip()), **said)  # type: ignore[arg-type]


@click.command("add")
@_about_somebody
@desk_option()
@json_option()
def add_command(
    event: Path, name: str, contact: str | None, desk: str, as_json: bool, **said: str
) -> None:
    """Put somebody on the list by hand; they are expected like the others."""
    with opened(event, desk) as file:
        allowed = None if contact is None else contact == "yes"
        others = file.same_name(name)
        guest, act = add_guest(file, _details(name, said), allowed)
        doubts = list(_same_names(file, others, event, act))
        region = country_of(file)
    _tell(guest, act, doubts, _("On the list · {who}"), region, as_json)


@click.command("walkin")
@_about_somebody
@click.option("--list", "list_name", default="", help="The check-in list.")
@click.option("--with", "host_name", default="", help="Who brings them.")
@click.option("--not-in", is_flag=True, help="Only put down; don't let in yet.")
@desk_option()
@json_option()
def walkin_command(
    event: Path, name: str, contact: str | None, list_name: str,
    host_name: str, not_in: bool,
    desk: str, as_json: bool, **said: str,
) -> None:  # fmt: skip
    """Add somebody who is on no list, give them a code, and let them in."""
    from checkin.door.walkin import add_walk_in

    with opened(event, desk) as file:
        where = None if not_in else list_of(file, list_name)
        allowed = None if contact is None else contact == "yes"
        others = file.same_name(name)
        door = where.id if where else None
        host = attendee_named(file, host_name).id if host_name else None
        guest, act = add_walk_in(
            file, _details(name, said), door, allowed, companion_of=host
        )
        doubts = [*_doubts(file, where), *_same_names(file, others, event, act)]
        region = country_of(file)
    line = _("Admitted · {who}") if where else _("On the list · {who}")
    _tell(guest, act, doubts, line, region, as_json)


def _tell(
    guest: Attendee, act: ActId, doubts: list[str], line: str, region: str,
    as_json: bool,
) -> None:  # fmt: skip
    if as_json:
        emit(as_fields(guest, {}, region) | {"act": act.hex(), "doubts": doubts})
        return
    say(line.format(who=who(guest)))
    say("  " + _("Badge code: {code}").format(code=guest.code))
    for doubt in doubts:
        say(f"  {doubt}")


def _doubts(event: EventFile, where: CheckInList | None) -> Iterator[str]:
    """What the desk should know: walk-ins are let in, whatever the list's rules are."""
    if where and where.closed:
        yield _("{list} is closed.").format(list=where.name)
    if where and 0 < where.rules.capacity < (n := event.read.inside(where.id)):
        words = _("{list} is full: {n} of {capacity}.")
        yield words.format(list=where.name, n=n, capacity=where.rules.capacity)


def _same_names(
    event: EventFile, others: list[AttendeeId], path: Path, act: ActId
) -> Iterator[str]:
    """Who is called the same, and the way back."""
    undo = f"checkin undo {typed(path)} {act.hex()}"
    for other in filter(None, map(event.read.attendee, others)):
        words = _("{who} is on the list already. The same? {undo}")
        yield words.format(who=who(other), undo=undo)
