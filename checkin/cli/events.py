"""`checkin new` and the overview of an event."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from checkin.cli.shared import (
    desk_for,
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
    typed,
    undo_words,
)
from checkin.cli.times import Day, day_of, local_text, moment, today, zone_named
from checkin.model.detail_words import NOTHING
from checkin.model.errors import BadArgument
from checkin.model.event import EVENT_FIELDS
from checkin.model.i18n import _, ngettext
from checkin.settings import Settings, SystemClock, config_dir
from checkin.store.acts import set_event
from checkin.store.eventfile import EventFile


@click.command("new")
@event_argument()
@click.option("--name", required=True, help="What the event is called.")
@click.option("--starts", default="", help="2026-11-20T18:30, local time.")
@click.option("--ends", default="", help="2026-11-20T22:00, local time.")
@click.option("--venue", default="", help="Where it is.")
@click.option("--timezone", default="", help="An IANA name: Europe/London.")
@click.option("--directions", default="", help="Where guests go once they are in.")
def new_command(
    event: Path, name: str, starts: str, ends: str, venue: str, timezone: str,
    directions: str,
) -> None:  # fmt: skip
    """Make the event file EVENT.checkin."""
    path = event if event.suffix == ".checkin" else Path(f"{event}.checkin")
    clock = SystemClock()
    here = today(clock.now())
    day = Day(here.date, zone_named(timezone) if timezone else here.zone)
    starts, ends = _start_and_end(starts, ends, day)
    if not name.strip():
        raise BadArgument(
            value=name,
            what="--name",
            reason=_("An event needs a name."),
            instead=_('For example: --name "Autumn Networking Evening".'),
        )
    given = {
        "name": name.strip(), "starts": starts, "ends": ends, "venue": venue,
        "timezone": timezone, "directions": directions.strip(),
    }  # fmt: skip
    fields = {key: value for key, value in given.items() if value}
    with suppress(OSError):  # a name that can't be: making the file tells about it
        if not path.exists():
            Settings(config_dir()).forget_desk(path)
    EventFile.create(path, fields, clock, desk_for(path)).close()
    say(_("{name} is ready: {file}").format(name=name.strip(), file=path))
    say(_("Next: checkin import {file} LIST").format(file=typed(path)))


@click.command("set")
@event_argument()
@click.option("--name", help="What the event is called.")
@click.option("--starts", help="2026-11-20T18:30, local time.")
@click.option("--ends", help="2026-11-20T22:00, local time.")
@click.option("--venue", help="Where it is.")
@click.option("--timezone", help="An IANA name: Europe/London.")
@click.option("--directions", help="Where guests go once they are in.")
@desk_option()
@json_option()
def set_command(event: Path, desk: str, as_json: bool, **said: str | None) -> None:
    """Change what is known of EVENT; “” takes it away, the rest stays.

    Without an option it tells what is known.
    """
    with opened(event, desk) as file:
        fields = {name: text for name, text in said.items() if text is not None}
        fields |= _new_times(file, fields)
        entry = set_event(file, fields) if fields else None
        known = file.read.event()
    shown = {name: getattr(known, name) for name in EVENT_FIELDS}
    if as_json:
        emit(shown | {"entry": entry.id.hex() if entry else None})
        return
    for name, text in shown.items():
        say(f"{name:<12}{text or NOTHING}")
    if entry:
        say(undo_words(event, entry.id))


def _new_times(event: EventFile, fields: Mapping[str, str]) -> dict[str, str]:
    """Start and end where one of them is said, as `_start_and_end` has them.

    Raises:
        BadArgument: as there; or there is no such time zone.
    """
    known = event.read.event()
    zone = fields.get("timezone", known.timezone)
    if "timezone" in fields and zone:
        zone_named(zone)
    if not {"starts", "ends"} & set(fields):
        return {}
    day = day_of(replace(known, timezone=zone), event.clock.now())
    both = _start_and_end(
        fields.get("starts", known.starts), fields.get("ends", known.ends), day
    )
    return {
        name: text
        for name, text in zip(("starts", "ends"), both, strict=True)
        if name in fields
    }


def _start_and_end(starts: str, ends: str, day: Day) -> tuple[str, str]:
    """Both with their dates; a time alone is of today, an end of the day it starts.

    Raises:
        BadArgument: one is no time, or the end comes before the start.
    """
    if starts:
        starts = local_text(starts, "--starts", day)
        day = Day(datetime.fromisoformat(starts).date(), day.zone)
    if ends:
        ends = local_text(ends, "--ends", day)
    if starts and ends:
        last = moment(ends, "--ends", day)
        if last < moment(starts, "--starts", day):
            reason = _("It is before the start, {starts}.").format(starts=starts)
            hint = _("Write the date as well: 2026-11-21T01:00.")
            raise BadArgument(value=ends, what="--ends", reason=reason, instead=hint)
    return starts, ends


@click.command("overview")
@event_argument()
def overview_command(event: Path) -> None:
    """What an event holds, and what comes next."""
    with opened(event) as file:
        known = file.read.event()
        say(known.name)
        day = day_of(known, file.clock.now())
        where = ", ".join(
            part for part in (_when(known.starts, day), known.venue) if part
        )
        if where:
            say(where)
        say(ngettext("{n} guest expected", "{n} guests expected", _n(file, "expected")))
        say(ngettext("{n} came", "{n} came", _n(file, "attended")))
        say(_next_step(file).format(file=typed(event)))


def _when(starts: str, day: Day) -> str:
    """As people say it; as it stands where another program wrote something else."""
    try:
        return starts and moment(starts, "--starts", day).day_and_time()
    except BadArgument:
        return starts


def _next_step(event: EventFile) -> str:
    """What somebody with this event would do now."""
    if not _n(event, "people"):
        return _("Next: checkin import {file} LIST")
    if not _n(event, "printed"):
        return _("Next: checkin badges {file} badges.pdf")
    if _n(event, "missed"):
        return _("Next: checkin scan {file}")
    return _("Next: checkin export {file} came.csv --audience attended")


def _n(event: EventFile, name: str) -> int:
    return event.read.tally(name)
