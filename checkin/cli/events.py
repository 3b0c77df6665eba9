"""`checkin new`, `checkin list` and the overview of an event."""

from contextlib import suppress
from pathlib import Path

import click

from checkin.cli.shared import (
    desk_for,
    emit,
    event_argument,
    json_option,
    list_of,
    moment,
    opened,
    pairs,
    say,
)
from checkin.model.clock import Instant
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext
from checkin.model.lists import CheckInList, Question, Rules
from checkin.settings import Settings, SystemClock, config_dir
from checkin.store import acts
from checkin.store.eventfile import EventFile


@click.command("new")
@event_argument()
@click.option("--name", required=True, help="What the event is called.")
@click.option("--starts", default="", help="2026-11-20T18:30, local time.")
@click.option("--ends", default="", help="2026-11-20T22:00, local time.")
@click.option("--venue", default="", help="Where it is.")
@click.option("--timezone", default="", help="An IANA name: Europe/London.")
def new_command(
    event: Path, name: str, starts: str, ends: str, venue: str, timezone: str
) -> None:
    """Make the event file EVENT.checkin."""
    path = event if event.suffix == ".checkin" else Path(f"{event}.checkin")
    clock = SystemClock()
    for what, text in (("--starts", starts), ("--ends", ends)):
        if text:
            moment(text, what, clock.now())
    _check_zone(timezone)
    if not name.strip():
        raise BadArgument(
            value=name,
            what="--name",
            reason=_("An event needs a name."),
            instead=_('For example: --name "Autumn Networking Evening".'),
        )
    given = {
        "name": name.strip(), "starts": starts, "ends": ends, "venue": venue,
        "timezone": timezone,
    }  # fmt: skip
    fields = {key: value for key, value in given.items() if value}
    with suppress(OSError):  # a name that can't be: making the file tells about it
        if not path.exists():
            Settings(config_dir()).forget_desk(path)
    EventFile.create(path, fields, clock, desk_for(path)).close()
    say(_("{name} is ready: {file}").format(name=name.strip(), file=path))
    say(_("Next: checkin import {file} LIST").format(file=path))


def _check_zone(name: str) -> None:
    from zoneinfo import ZoneInfo

    if not name:
        return
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        reason = _("There is no such time zone.")
        hint = _("Use an IANA name: Europe/London, America/New_York.")
        raise BadArgument(
            value=name, what="--timezone", reason=reason, instead=hint
        ) from None


@click.command("overview")
@event_argument()
def overview_command(event: Path) -> None:
    """What an event holds, and what comes next."""
    with opened(event) as file:
        known = file.read.event()
        say(known.name)
        where = ", ".join(part for part in (known.starts, known.venue) if part)
        if where:
            say(where)
        say(ngettext("{n} guest expected", "{n} guests expected", _n(file, "expected")))
        say(ngettext("{n} came", "{n} came", _n(file, "attended")))
        if not _n(file, "people"):
            say(_("Next: checkin import {file} LIST").format(file=event))


def _n(event: EventFile, name: str) -> int:
    return event.read.tally(name)


@click.command("list")
@event_argument()
@click.argument("what", type=click.Choice(["show", "add", "set", "close"]))
@click.argument("name", default="")
@click.option("--type", "types", multiple=True, help="Only this ticket type; repeat.")
@click.option("--opens", help="18:30, or 2026-11-20T18:30; “never” takes it away.")
@click.option("--closes", help="The same for closing.")
@click.option("--repeats/--no-repeats", default=None, help="In again, not out.")
@click.option("--exits/--no-exits", default=None, help="People are scanned out.")
@click.option("--capacity", type=click.IntRange(0), help="How many fit; 0: no limit.")
@click.option("--accept-unpaid/--no-accept-unpaid", default=None)
@click.option("--question", "questions", multiple=True, metavar="KEY=TEXT")
@click.option("--rename", default="", help="With set: the list's new name.")
@click.option("--reason", default="", help="With close: why.")
@json_option()
def list_command(
    event: Path, what: str, name: str, rename: str, reason: str, as_json: bool,
    **rules: object,
) -> None:  # fmt: skip
    """Check-in lists: a door or a session with rules of its own.

    add makes one, set changes one, close ends one, show tells what there is.
    """
    with opened(event) as file:
        if what == "add":
            _add(file, name, rules)
        elif what == "set":
            known = list_of(file, name)
            changed = _changed(known.rules, rules, file.clock.now())
            _refuse_taken(file, rename, known)
            acts.set_list(file, rename.strip() or known.name, changed, known.id)
        elif what == "close":
            acts.close_list(file, list_of(file, name), reason)
        _show(file, as_json)


def _add(event: EventFile, name: str, rules: dict[str, object]) -> None:
    if not name.strip():
        raise BadArgument(
            value=name,
            what="NAME",
            reason=_("A check-in list needs a name."),
            instead=_("For example: checkin list EVENT add Workshop --capacity 20."),
        )
    _refuse_taken(event, name)
    acts.set_list(event, name.strip(), _changed(Rules(), rules, event.clock.now()))


def _refuse_taken(event: EventFile, name: str, by: CheckInList | None = None) -> None:
    """No two lists of one name: the second could never be meant."""
    taken = event.read.list_named(name.strip()) if name.strip() else None
    if taken and (by is None or taken.id != by.id):
        raise BadArgument(
            value=name,
            what="NAME",
            reason=_("There is a check-in list of that name."),
            instead=_("Use `set` to change it, or another name."),
        )


def _changed(old: Rules, said: dict[str, object], now: Instant) -> Rules:
    """The rules with what was said on the command line; the rest stays."""
    new = {name: getattr(old, name) for name in Rules.__dataclass_fields__}
    for name in ("repeats", "exits", "capacity", "accept_unpaid"):
        if said[name] is not None:
            new[name] = said[name]
    for name in ("opens", "closes"):
        if said[name] == "never":
            new[name] = 0
        elif said[name]:
            when = moment(str(said[name]), f"--{name}", now)
            new |= {name: when.ms, "offset": when.offset}
    if said["types"]:
        new["ticket_types"] = said["types"]
    if said["questions"]:
        asked = pairs(said["questions"], "--question")  # type: ignore[arg-type]
        new["questions"] = tuple(Question(k, t) for k, t in asked.items())
    return Rules(**new)


def _show(event: EventFile, as_json: bool) -> None:
    lists = event.read.lists()
    if as_json:
        emit(
            [
                {
                    "name": one.name,
                    "id": one.id.hex(),
                    "closed": one.closed,
                    "rules": one.rules.to_data(),
                    "inside": event.read.tally(f"list:{one.id.hex()}:inside"),
                    "attended": event.read.tally(f"list:{one.id.hex()}:attended"),
                }
                for one in lists
            ]
        )
        return
    for one in lists:
        inside = event.read.tally(f"list:{one.id.hex()}:inside")
        state = _("closed") if one.closed else _("open")
        say(
            _("{name}: {state}, {n} inside").format(
                name=one.name, state=state, n=inside
            )
        )
