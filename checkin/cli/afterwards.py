"""`checkin audiences`, `export` and `stats`."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checkin.cli.shared import (
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
    shown_progress,
)
from checkin.model.i18n import _, ngettext

if TYPE_CHECKING:
    from checkin.followup.statistics import Stats


@click.command("audiences")
@event_argument()
@json_option()
def audiences_command(event: Path, as_json: bool) -> None:
    """Whom an export can be about: how many they are, and whom we may write to.

    Only counts; nothing is saved.
    """
    from checkin.followup.audiences import AUDIENCES
    from checkin.followup.mailing import reason_words, survey

    with opened(event) as file:
        found = survey(file)
    if as_json:
        emit({name: asdict(numbers) for name, numbers in found.items()})
        return
    for one in AUDIENCES:
        numbers = found[one.name]
        line = f"{one.name:<14}{numbers.people:>7,}  {_(one.words)}"
        say(line)
        may = _("may be written to: {n}").format(n=f"{numbers.may_write:,}")
        why = [reason_words(reason, n) for reason, n in numbers.left_out().items()]
        say(" " * 23 + "; ".join([may, *why]))


@click.command("export")
@event_argument()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--audience", default="everyone", help="everyone, attended, missed…")
@click.option("--format", "kind", default="", help="csv, xlsx, register…")
@click.option("--mailing", is_flag=True, help="Only those whom we may write to.")
@click.option("--purpose", default="", help="What it is for; kept with the event.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4")
@desk_option()
@json_option()
def export_command(
    event: Path, out: Path, audience: str, kind: str, mailing: bool, purpose: str,
    paper: str, desk: str, as_json: bool,
) -> None:  # fmt: skip
    """Save an audience as a file; the ending of OUT decides the format."""
    from checkin.followup.export import export
    from checkin.followup.mailing import reason_words
    from checkin.followup.paper import A4, LETTER

    with opened(event, desk) as file, shown_progress(_("Saving"), as_json) as progress:
        report = export(
            file,
            out,
            audience,
            kind,
            mailing=mailing,
            purpose=purpose,
            paper=LETTER if paper == "Letter" else A4,
            progress=progress,
        )
    if as_json:
        emit(report.as_json())
        return
    people = ngettext("{n} guest", "{n} guests", report.rows)
    say(_("{people} saved: {file}").format(people=people, file=out))
    if reasons := [reason_words(why, n) for why, n in report.reasons.items() if n]:
        say(_("Left out: {reasons}.").format(reasons=", ".join(reasons)))


@click.command("stats")
@event_argument()
@json_option()
def stats_command(event: Path, as_json: bool) -> None:
    """How many were expected, came, are in, missed."""
    from checkin.followup.arrivals import histogram
    from checkin.followup.statistics import rates, stats
    from checkin.store.arrivals import arrivals

    with opened(event) as file:
        numbers = stats(file)
        name = file.read.event().name
        came = arrivals(file.read)
    if as_json:
        emit(numbers.as_json())
        return
    say(name)
    for words, value in _in_words(numbers):
        say(f"  {words:<18}{value:>7}")
    for rate in rates(numbers, came):
        line = _("{type}: {came_of_expected} came")
        say("  " + line.format(type=rate.name, came_of_expected=rate.words))
    bars = histogram(came.minutes)
    for when, n in zip(bars.labels, bars.counts, strict=True):
        say(f"  {when:<18}{n:>7,}")
    if bars.busiest_words:
        say(f"  {bars.busiest_words}")


def _in_words(numbers: "Stats") -> Iterator[tuple[str, str]]:
    """Each number with what it counts, as the window says it."""
    rate = numbers.show_rate
    yield _("Expected"), f"{numbers.expected:,}"
    yield _("Came"), f"{numbers.attended:,}"
    yield _("  of those expected"), f"{numbers.came:,}"
    yield _("  walk-ins"), f"{numbers.walk_ins:,}"
    if numbers.others:
        yield _("  others let in"), f"{numbers.others:,}"
    yield _("In now"), f"{numbers.inside:,}"
    yield _("Not come"), f"{numbers.missed:,}"
    yield _("Show rate"), "–" if rate is None else f"{rate:.0%}"
    yield _("Badges printed"), f"{numbers.printed:,}"
    yield _("  handed out"), f"{numbers.handed_out:,}"
