"""`checkin correct`, `permission`, `settle` and `erase`: what is known of somebody."""

from pathlib import Path

import click

from checkin.cli.people import as_fields, country_of
from checkin.cli.plain import plain
from checkin.cli.shared import (
    attendee_named,
    can_be_asked,
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    pairs,
    say,
    undo_words,
)
from checkin.model.attendee import DETAIL_NAMES, Details, RegistrationStatus
from checkin.model.errors import BadArgument, CheckinError
from checkin.model.i18n import N_, _
from checkin.model.permission import Answer, Purpose
from checkin.model.words import isolate, who
from checkin.store import acts
from checkin.store.conflicts import conflict_words, conflicts_of, settle

_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})
_DIGITS = 15
"""More are in no time in ms and no number of places."""


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
        told = as_fields(after, file.read.extra_of(guest.id), country_of(file))
    if as_json:
        emit(told | {"entry": entry.id.hex()})
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


class NothingToSettle(CheckinError):
    """No two desks say different things of that guest."""

    title = N_("There is nothing to settle about {name}")
    message = N_("Nothing was changed: all desks agree.")
    hint = N_("`checkin attendees EVENT --state look` shows who needs a look.")


@click.command("settle")
@event_argument()
@click.argument("attendee")
@desk_option()
@json_option()
def settle_command(event: Path, attendee: str, desk: str, as_json: bool) -> None:
    """What desks don't agree about ATTENDEE is right as it stands now.

    `checkin show` tells what it is. Where it is not right, `correct` it instead, or
    `undo` the one that is wrong.
    """
    with opened(event, desk) as file:
        guest = attendee_named(file, attendee)
        found = conflicts_of(file, guest.id)
        if not found:
            raise NothingToSettle(name=isolate(guest.name))
        now = file.clock.now()
        done = [(one, settle(file, guest.id, one.key)) for one in found]
    if as_json:
        emit([{"conflict": one.key, "entry": entry.id.hex()} for one, entry in done])
        return
    for one, entry in done:
        told = ". ".join(conflict_words(one, now))
        say(_("Settled for {who}: {what}").format(who=who(guest), what=told))
        say("  " + undo_words(event, entry.id))
