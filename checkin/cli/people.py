"""`checkin attendees`, `correct`, `permission` and `erase`."""

import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import click

from checkin.cli.plain import plain
from checkin.cli.shared import (
    attendee_named,
    can_be_asked,
    desk_option,
    emit,
    event_argument,
    json_option,
    nobody_called,
    opened,
    pairs,
    say,
)
from checkin.model.attendee import DETAIL_NAMES, Attendee, Details, RegistrationStatus
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext
from checkin.model.permission import Answer, Purpose
from checkin.model.words import who
from checkin.store import acts
from checkin.store.eventfile import EventFile

_CHUNK = 500
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})
_DIGITS = 15
"""More are in no time in ms and no number of places."""


def as_fields(guest: Attendee, extra: Mapping[str, str]) -> dict[str, Any]:
    """An attendee as `checkin attendees --json` shows it."""
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
        "status": guest.status.value,
        "places": said.places,
        "state": state_of(guest),
        "first_at": first.iso() if first else None,
        "inside": guest.inside,
        "walk_in": guest.walk_in,
        "withdrawn": guest.withdrawn,
        "printed": guest.printed,
        "permissions": {p.value: guest.may(p).value for p in Purpose},
        "extra": dict(extra),
    }  # fmt: skip


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
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@json_option()
def attendees_command(
    event: Path, search: str, limit: int | None, as_json: bool
) -> None:
    """Show the attendees of EVENT, by last name, or search them."""
    with opened(event) as file:
        people = list(islice(_found(file, search, limit), limit))
        if as_json:
            emit(list(_with_extra(file, people)))
            return
        if search and not people:
            say(nobody_called(file, search))
        else:
            _show(people)


def _found(event: EventFile, search: str, limit: int | None) -> Iterator[Attendee]:
    if not search:
        return event.read.attendees()
    ids = event.search(search, limit or 50)
    return (a for i in ids if (a := event.read.attendee(i)))


def _with_extra(event: EventFile, people: list[Attendee]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(people), _CHUNK):
        some = people[start : start + _CHUNK]
        extras = event.read.extras([guest.id for guest in some])
        yield from (as_fields(guest, extras.get(guest.id, {})) for guest in some)


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


@click.command("correct")
@event_argument()
@click.argument("attendee")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@desk_option()
@json_option()
def correct_command(
    event: Path, attendee: str, fields: tuple[str, ...], desk: str, as_json: bool
) -> None:
    """Put details of ATTENDEE right; it holds against every later import."""
    said = pairs(fields, "FIELD=VALUE", 'company="Harbour Makers"')
    values = {name: _typed(name, value) for name, value in said.items()}
    with opened(event, desk) as file:
        guest = attendee_named(file, attendee)
        entry = acts.correct(file, guest, values)
        after = file.read.attendee(guest.id)
        assert after is not None
    if as_json:
        emit(as_fields(after, {}) | {"entry": entry.id.hex()})
    else:
        say(_("{who}: {n} put right.").format(who=who(after), n=", ".join(values)))


_CLOSED = {
    "status": tuple(RegistrationStatus),
    "payment": ("paid", "unpaid"),
    "approval": ("required",),
}
"""The words that a field may hold, beside nothing."""
_MOST_PLACES = 50


def _typed(name: str, value: str) -> str | int | bool:
    """A typed value as the model wants it.

    Raises:
        BadArgument: there is no such field, or it can't have that value.
    """
    if name not in DETAIL_NAMES:
        raise BadArgument(
            value=name,
            what="FIELD",
            reason=_("There is no such field."),
            instead=_("There are: {names}.").format(names=", ".join(DETAIL_NAMES)),
        )
    default = getattr(Details(), name)
    if isinstance(default, bool):
        if value.casefold() not in _YES | _NO:
            raise _unfit(name, value, "yes, no")
        return value.casefold() in _YES
    if isinstance(default, int):
        return _number(name, value)
    if name in _CLOSED and value and value not in _CLOSED[name]:
        raise _unfit(name, value, ", ".join(_CLOSED[name]))
    if name == "blocked" and value.casefold() in _NO:
        return ""
    return value


def _number(name: str, value: str) -> int:
    most = _MOST_PLACES if name == "places" else None
    fits = value.isdecimal() and value.isascii() and len(value) <= _DIGITS
    number = int(value) if fits else -1
    if number < (1 if most else 0) or (most and number > most):
        wanted = _("a whole number")
        if most:
            wanted = _("a whole number from 1 to {n}").format(n=most)
        raise _unfit(name, value, wanted)
    return number


def _unfit(name: str, value: str, wanted: str) -> BadArgument:
    reason = _("Nothing was changed.")
    instead = _("It has to be: {wanted}.").format(wanted=wanted)
    return BadArgument(value=value, what=name, reason=reason, instead=instead)


@click.command("permission")
@event_argument()
@click.argument("attendee")
@click.argument("purpose", type=click.Choice([p.value for p in Purpose]))
@click.argument("answer", type=click.Choice(["yes", "no"]))
@desk_option()
def permission_command(
    event: Path, attendee: str, purpose: str, answer: str, desk: str
) -> None:
    """Keep that ATTENDEE said yes or no to PURPOSE."""
    with opened(event, desk) as file:
        guest = attendee_named(file, attendee)
        acts.set_permission(file, guest.id, Purpose(purpose), Answer(answer))
    said = _("yes") if answer == "yes" else _("no")
    say(
        _("{who}, {purpose}: {said}.").format(
            who=who(guest), purpose=purpose, said=said
        )
    )


@click.command("erase")
@event_argument()
@click.argument("attendee")
@click.option("--yes", is_flag=True, help="Don’t ask, even at a terminal.")
def erase_command(event: Path, attendee: str, yes: bool) -> int:
    """Take the personal data of ATTENDEE out of EVENT, for good."""
    with opened(event) as file:
        guest = attendee_named(file, attendee)
        if not yes and can_be_asked():
            question = _("Erase {who} for good? This can’t be undone.")
            if not click.confirm(plain(question.format(who=who(guest))), err=True):
                say(_("Nobody was erased."))
                return 1
        acts.erase(file, guest)
        waits = file.to_scrub
    say(_("Erased. That somebody came, and when, is still counted."))
    if waits:
        say(_("Another window has the event open: the last traces go when it closes."))
    say(_("Saved copies and exported files are yours to delete."))
    return 0
