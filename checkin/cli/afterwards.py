"""`checkin export` and `checkin stats`."""

from pathlib import Path

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
    from checkin.followup.statistics import stats

    with opened(event) as file:
        numbers = stats(file)
        name = file.read.event().name
    if as_json:
        emit(numbers.as_json())
        return
    say(name)
    rate = "–" if numbers.show_rate is None else f"{numbers.show_rate:.0%}"
    for words, value in (
        (_("Expected"), numbers.expected),
        (_("Came"), numbers.attended),
        (_("In now"), numbers.inside),
        (_("Walk-ins"), numbers.walk_ins),
        (_("Not come"), numbers.missed),
        (_("Show rate"), rate),
        (_("Badges printed"), numbers.printed),
    ):
        say(f"  {words:<16}{value:>7}")
    for kind, of in numbers.by_type.items():
        label = kind or _("no ticket type")
        line = _("{type}: {came} of {expected} came")
        say("  " + line.format(type=label, came=of.attended, expected=of.expected))
