"""`checkin show`: all that is known of one attendee, and what happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from checkin.cli.people import as_fields, country_of
from checkin.cli.shared import (
    attendee_named,
    emit,
    event_argument,
    json_option,
    opened,
    say,
)
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.detail_words import NOTHING, detail_word, value_words
from checkin.model.i18n import N_, _
from checkin.model.permission import Answer, Purpose
from checkin.model.phones import e164
from checkin.model.story import Line, tell, when_words
from checkin.model.words import who
from checkin.store.conflicts import Conflict, conflict_words, conflicts_of

_NAMES = ("full_name", "first_name", "last_name", "company")
"""They stand in the heading."""
_PURPOSES = {
    Purpose.CONTACT: N_("May we write?"),
    Purpose.SHARE: N_("May co-hosts write?"),
    Purpose.PHOTOS: N_("Pictures?"),
}
_ANSWERS = {
    Answer.YES: N_("yes"),
    Answer.NO: N_("no"),
    Answer.NOT_ASKED: N_("not asked"),
}


@click.command("show")
@event_argument()
@click.argument("attendee")
@json_option()
def show_command(event: Path, attendee: str, as_json: bool) -> None:
    """All about ATTENDEE: details, what desks don't agree about, and the history.

    ATTENDEE is a code, an e-mail address, a whole name or an id.
    """
    with opened(event) as file:
        guest = attendee_named(file, attendee)
        read, now = file.read, file.clock.now()
        entries = read.history(guest.id)
        history = tell(entries, read.undone_of(guest.id), read.list_names())
        conflicts = conflicts_of(file, guest.id)
        extra, region = read.extra_of(guest.id), country_of(file)
        host = read.attendee(guest.companion_of) if guest.companion_of else None
    if as_json:
        fields = as_fields(guest, extra, region)
        emit(_as_json(guest, fields, history, conflicts, now))
        return
    say(who(guest) or _("No name"))
    for heading, text in _facts(guest, host, extra, now, region):
        say(f"  {heading}: {text}")
    for one in conflicts:
        say(_("Needs a look: {what}").format(what=". ".join(conflict_words(one, now))))
    say(_("History, newest first:"))
    for line in history:
        undone = _("undone") if line.undone else ""
        when = when_words(line.when, now)
        say("  " + " · ".join(filter(None, (when, line.what, line.who, undone))))


def _facts(
    guest: Attendee, host: Attendee | None, extra: Mapping[str, str], now: Instant,
    region: str,
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """A heading and what is said; nothing of which nothing is known."""
    for name, value in asdict(guest.details).items():
        told = value_words(name, value, now.offset)
        if name not in _NAMES and told != NOTHING and (name, value) != ("places", 1):
            yield detail_word(name), told
    phone = e164(guest.details.phone, region)
    if phone and phone != guest.details.phone:
        yield _("Phone, to dial from anywhere"), phone
    yield _("Badge code"), guest.code or NOTHING
    yield _("Badges printed"), f"{guest.printed:,}"
    if guest.badge_changed:
        yield _("Printed badge"), guest.printed_name
    if host:
        yield _("Comes with"), who(host)
    for purpose, asked in _PURPOSES.items():
        yield _(asked), _(_ANSWERS[guest.may(purpose)])
    if guest.interests:
        yield _("Interested in"), ", ".join(guest.interests)
    yield from guest.answers.items()
    yield from extra.items()


def _as_json(
    guest: Attendee, fields: Mapping[str, Any], history: Sequence[Line],
    conflicts: Sequence[Conflict], now: Instant,
) -> dict[str, Any]:  # fmt: skip
    """As `checkin attendees --json`, with all details, and what happened."""
    host = guest.companion_of
    return (
        asdict(guest.details)
        | dict(fields)
        | {
            "companion_of": host.hex() if host else None,
            "printed_name": guest.printed_name,
            "answers": dict(guest.answers),
            "interests": list(guest.interests),
            "conflicts": [
                {
                    "conflict": one.key,
                    "detail": one.detail or None,
                    "say": ". ".join(conflict_words(one, now)),
                    "first": one.first.id.hex(),
                    "second": one.second.id.hex(),
                }
                for one in conflicts
            ],
            "history": [
                {
                    "at": line.when.iso(),
                    "what": line.what,
                    "about": line.kind_icon.value,
                    "desk": line.who,
                    "undone": line.undone,
                    "entry": line.entry.hex(),
                }
                for line in history
            ],
        }
    )
