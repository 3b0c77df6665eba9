"""`checkin prints` and `hand-out`: what was printed, and what was given away."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from checkin.badges.places import Place
from checkin.badges.runs import run_details, run_words
from checkin.cli.shared import (
    attendee_named,
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
    undo_words,
)
from checkin.model.errors import BadArgument
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, from_hex
from checkin.model.names import fold
from checkin.model.prints import OnRun, Run
from checkin.model.words import who
from checkin.store.errors import NoSuch
from checkin.store.eventfile import EventFile
from checkin.store.prints import hand_out

NEWEST = "newest"


@click.command("prints")
@event_argument()
@click.argument("run", default="", metavar="[RUN]")
@click.option("--limit", type=click.IntRange(1), help="Only so many, the newest ones.")
@json_option()
def prints_command(event: Path, run: str, limit: int | None, as_json: bool) -> None:
    """The print runs, newest first; with RUN (an id, or newest) who is on it."""
    with opened(event) as file:
        now = file.clock.now()
        if not run:
            runs = file.read.print_runs(limit or -1)
            badges: list[OnRun] = []
        else:
            runs = [run_named(file, run)]
            badges = file.read.on_run(runs[0].act)
    if as_json:
        told = [_as_json(one) for one in runs]
        emit(told[0] | {"on_it": [_badge(b) for b in badges]} if run else told)
        return
    for one in runs:
        say(run_words(one, now))
        say("  " + run_details(one))
        say("  " + one.act.hex())
    if not runs:
        say(_("Nothing was printed yet."))
    for badge in badges:
        words = _("sheet {sheet}, place {place}: {name}")
        gone = "" if badge.counts else " · " + _("doesn’t count any more")
        say(
            "  "
            + words.format(sheet=badge.sheet, place=badge.cell, name=badge.name)
            + gone
        )


def run_named(event: EventFile, text: str) -> Run:
    """By its id, or `newest`: the last one of which something counts.

    Raises:
        NoSuch: there is none.
    """
    runs = event.read.print_runs()
    if text == NEWEST:
        found = next((run for run in runs if not run.undone), None)
    else:
        own = from_hex(text)
        found = next((run for run in runs if run.act == own), None)
    if found is None:
        hint = _("See `checkin prints EVENT` for the runs that there are.")
        raise NoSuch(what=_("print run"), name=text, instead=hint)
    return found


def place_named(event: EventFile, run: Run, text: str) -> AttendeeId | Place:
    """Where a run shall go on: SHEET,PLACE, or the code or name of somebody on it.

    Raises:
        NoSuch, SeveralFit: nobody, or not one alone, is called so.
    """
    sheet, comma, place = text.partition(",")
    if comma and sheet.strip().isdecimal() and place.strip().isdecimal():
        return Place(int(sheet.strip()[:9]), int(place.strip()[:9]))
    badges = event.read.on_run(run.act)
    wanted = fold(text)
    found = [b for b in badges if wanted in (fold(b.code), fold(b.name))]
    if len(found) == 1:
        return found[0].attendee
    return attendee_named(event, text).id


def insist_on_both(run: str | None, first: str | None, *others: object) -> None:
    """`--continue` and `--from` go together, and without `others`.

    Raises:
        BadArgument: one of them is missing, or there is something else.
    """
    if run is None and first is None:
        return
    if run is None or first is None or any(others):
        raise BadArgument(
            value=run or first,
            what="--from" if run is None else "--continue",
            reason=_("A run goes on as it was, from one of its badges."),
            instead=_("Say just both: --continue newest --from 3,2."),
        )


def _as_json(run: Run) -> dict[str, Any]:
    return {
        "run": run.act.hex(),
        "at": run.when.iso(),
        "desk": run.actor,
        "badges": run.badges,
        "sheets": run.sheets,
        "stock": run.stock,
        "design": run.design,
        "printer": run.printer,
        "file": run.file,
        "reason": run.reason,
        "verified": run.verified,
        "continues": run.continues.hex() if run.continues else None,
        "gone": run.gone,
        "undone": run.undone,
    }


def _badge(badge: OnRun) -> dict[str, Any]:
    return {
        "attendee": badge.attendee.hex(),
        "name": badge.name,
        "code": badge.code,
        "sheet": badge.sheet,
        "cell": badge.cell,
        "counts": badge.counts,
    }


@click.command("hand-out")
@event_argument()
@click.argument("attendees", nargs=-1, required=True, metavar="CODE...")
@desk_option()
@json_option()
def hand_out_command(
    event: Path, attendees: Sequence[str], desk: str, as_json: bool
) -> None:
    """Note that these were given their badges: by code, e-mail or name."""
    with opened(event, desk) as file:
        named = (attendee_named(file, text) for text in attendees)
        guests = {guest.id: guest for guest in named}
        act = hand_out(file, guests)
    if as_json:
        had = [own.hex() for own, guest in guests.items() if guest.handed_out]
        new = [own.hex() for own, guest in guests.items() if not guest.handed_out]
        emit({"act": act.hex() if act else None, "handed_out": new, "had": had})
        return
    for guest in guests.values():
        words = (
            _("{who} had it already.") if guest.handed_out else _("Handed out: {who}")
        )
        say(words.format(who=who(guest)))
    if act:
        say(undo_words(event, act))
