"""`checkin attendees`, `walkin`, `correct`, `permission` and `erase`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import click

from checkin.cli.shared import (
    attendee_named,
    desk_option,
    emit,
    event_argument,
    json_option,
    list_of,
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
        _show(people)
        if search and not people:
            _suggest(file, search)


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
        table.add_column(heading, overflow="fold")
    for guest in people:
        said = guest.details
        state = words[state_of(guest)]
        if state_of(guest) == "not_expected":
            state = guest.status.value
        table.add_row(guest.name, said.company, said.ticket_type, state, guest.code)
    Console(markup=False, highlight=False).print(table)
    say(ngettext("{n} attendee", "{n} attendees", len(people)))


def _suggest(event: EventFile, text: str) -> None:
    near = [a for i in event.similar(text) if (a := event.read.attendee(i))]
    if near:
        names = ", ".join(map(who, near))
        say(
            _("Nobody called “{text}”. Did you mean {names}?").format(
                text=text, names=names
            )
        )
    else:
        say(_("Nobody called “{text}”.").format(text=text))


@click.command("walkin")
@event_argument()
@click.option("--name", required=True, help="The whole name, as they say it.")
@click.option("--first-name", default="")
@click.option("--last-name", default="")
@click.option("--email", default="")
@click.option("--company", default="")
@click.option("--job-title", default="")
@click.option("--ticket-type", default="")
@click.option("--pronouns", default="")
@click.option("--note", default="")
@click.option("--contact", type=click.Choice(["yes", "no"]), help="May we write?")
@click.option("--list", "list_name", default="", help="The check-in list.")
@click.option("--not-in", is_flag=True, help="Only put down; don't let in yet.")
@desk_option()
@json_option()
def walkin_command(
    event: Path, name: str, contact: str | None, list_name: str, not_in: bool,
    desk: str, as_json: bool, **said: str,
) -> None:  # fmt: skip
    """Add somebody who is on no list, give them a code, and let them in."""
    from checkin.door.walkin import add_walk_in

    with opened(event, desk) as file:
        where = None if not_in else list_of(file, list_name).id
        details = replace(Details(full_name=name.strip()), **said)  # type: ignore[arg-type]
        allowed = None if contact is None else contact == "yes"
        guest, act = add_walk_in(file, details, where, allowed)
    if as_json:
        emit(as_fields(guest, {}) | {"act": act.hex()})
        return
    say(_("{who} is on the list, with the code {code}.").format(
        who=who(guest), code=guest.code
    ))  # fmt: skip


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
    values = {k: _typed(k, v) for k, v in pairs(fields, "FIELD=VALUE").items()}
    with opened(event, desk) as file:
        guest = attendee_named(file, attendee)
        entry = acts.correct(file, guest, values)
        after = file.read.attendee(guest.id)
        assert after is not None
    if as_json:
        emit(as_fields(after, {}) | {"entry": entry.id.hex()})
    else:
        say(_("{who}: {n} put right.").format(who=who(after), n=", ".join(values)))


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
    kind = Details.__dataclass_fields__[name].type
    if kind is bool:
        if value.casefold() not in _YES | _NO:
            raise _unfit(name, value, "yes, no")
        return value.casefold() in _YES
    if kind is int:
        if not value.isdecimal() or len(value) > _DIGITS:
            raise _unfit(name, value, _("a whole number"))
        return int(value)
    if name == "status" and value not in set(RegistrationStatus):
        raise _unfit(name, value, ", ".join(RegistrationStatus))
    return value


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
@click.option("--yes", is_flag=True, help="Don't ask.")
def erase_command(event: Path, attendee: str, yes: bool) -> None:
    """Take the personal data of ATTENDEE out of EVENT, for good."""
    with opened(event) as file:
        guest = attendee_named(file, attendee)
        if not yes:
            question = _("Erase {who} for good? This can't be undone.")
            click.confirm(question.format(who=who(guest)), abort=True, err=True)
        acts.erase(file, guest)
    say(_("Erased. That somebody came, and when, is still counted."))
    say(_("Saved copies and exported files are yours to delete."))
