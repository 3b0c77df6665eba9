"""`checkin demo`: the whole main job on an invented evening, told in words."""

import secrets
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from checkin.badges import (
    Looks,
    PrintReport,
    Sheeting,
    Stock,
    Which,
    design,
    preview,
    print_badges,
    stock,
    who_is_waiting,
)
from checkin.cli.shared import say, typed
from checkin.demo import (
    EVENT_FILE,
    Evening,
    MovableClock,
    free_folder,
    make,
    play_door,
)
from checkin.followup.export import export
from checkin.followup.statistics import stats
from checkin.importing import apply_plan, load, make_plan
from checkin.model.attendee import Attendee
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _, ngettext
from checkin.model.ids import Random
from checkin.model.verdict import Answer, Verdict
from checkin.model.words import headline, who
from checkin.model.words import say as words
from checkin.resources import resource
from checkin.store.errors import EventExists
from checkin.store.eventfile import EventFile

_FILES = (
    EVENT_FILE, "badges-a4.pdf", "badges-letter.pdf", "door-list.pdf", "everyone.csv",
    "attended.csv", "missed.csv", "attended.xlsx",
)  # fmt: skip
"""What the evening leaves."""

Say = Callable[[str], None]


class DemoFailed(CheckinError):
    """The demo's own check found that the file isn't whole."""

    title = N_("The demo’s event file is not whole")
    message = N_("It says: {what}.")
    hint = N_("This should not happen: please tell us.")


@click.command("demo")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def demo_command(folder: Path | None) -> None:
    """The whole job on an invented evening; leaves its files in FOLDER."""
    play(folder or free_folder(Path.cwd()), secrets.token_bytes, say)


def play(folder: Path, random: Random, tell: Say) -> None:
    """Plays the evening into `folder`, which is made if needed.

    Raises:
        EventExists: the demo was played there before, or something of yours has the
            name of one of its files; all is left alone.
    """
    evening = Evening.load(resource("demo"))
    for name in _FILES:
        if (folder / name).exists():
            raise EventExists(file=f"{folder.name}/{name}")
    clock = MovableClock(evening.moment("list_imported"))
    with make(folder, evening, clock, random) as event:
        about = event.read.event()
        tell(_("{name}, {venue}").format(name=about.name, venue=about.venue))
        _import(event, tell)
        clock.at = evening.moment("badges_printed")
        _print(event, folder, tell)
        _doors_open(event, evening, clock, tell)
        clock.at = evening.moment("follow_up")
        _follow_up(event, folder, tell)
        if differences := event.check():
            raise DemoFailed(what="; ".join(differences))
    tell("")
    tell(_("Every table in the event file agrees with its ledger (`checkin check`)."))
    _show_files(folder, tell)


def _heading(tell: Say, text: str) -> None:
    tell("")
    tell(text)


def _import(event: EventFile, tell: Say) -> None:
    reading = load(resource("demo", "guests.csv"))
    plan = make_plan(event, reading)
    apply_plan(event, plan)
    counts = plan.as_json()
    _heading(tell, _("1. The list"))
    n = ngettext("{n} guest", "{n} guests", counts["new"])
    tell(_("   guests.csv: {guests} imported.").format(guests=n))
    for problem in reading.problems:
        row, why = problem.row, problem.text
        tell(_("   Row {row} was left out: {why}.").format(row=row, why=why))


def _print(event: EventFile, folder: Path, tell: Say) -> None:
    guests = who_is_waiting(event, Which.UNPRINTED)
    _heading(tell, _("2. The badges"))
    a4, letter, looks = stock("L4785"), stock("5395"), Looks(design())
    out = folder / "badges-a4.pdf"
    noted = print_badges(event, out, guests, Sheeting(a4), looks, verify=True)
    _tell_sheets(noted.report, a4, out.name, tell)
    out = folder / "badges-letter.pdf"
    also = preview(event, out, guests, Sheeting(letter), looks)
    _tell_sheets(also, letter, out.name, tell)
    tell(_("   All {n} QR codes were read back from the PDF.").format(n=len(guests)))
    export(event, folder / "door-list.pdf")
    tell(_("   On paper, in case the laptop dies: door-list.pdf"))


def _tell_sheets(report: PrintReport, on: Stock, name: str, tell: Say) -> None:
    line = _("   {n} badges on {sheets} sheets of {stock}: {name}")
    n, sheets = report.badges, report.sheets
    tell(line.format(n=n, sheets=sheets, stock=on.part, name=name))


def _doors_open(
    event: EventFile, evening: Evening, clock: MovableClock, tell: Say
) -> None:
    _heading(tell, _("3. The door"))
    verdicts: Counter[Verdict] = Counter()
    for step, answer in play_door(event, evening, clock):
        if answer is None:
            tell(f"   {clock.now().hour_minute()}  {step.told(event)}")
            continue
        verdicts[answer.decision.verdict] += 1
        if step.worth_telling:
            tell(f"   {clock.now().hour_minute()}  {_line(answer)}")
    tell("")
    said = (f"{headline(v)}: {n}" for v, n in verdicts.most_common())
    tell(_("   All in all: {verdicts}.").format(verdicts="; ".join(said)))


def _line(answer: Answer) -> str:
    decision = answer.decision
    guest: Attendee | None = decision.attendee
    name = f", {who(guest)}" if guest else ""
    return f"{headline(decision.verdict)}{name}: “{words(decision)}”"


def _follow_up(event: EventFile, folder: Path, tell: Say) -> None:
    _heading(tell, _("4. The morning after"))
    numbers = stats(event)
    rate = f"{numbers.show_rate:.0%}" if numbers.show_rate is not None else "–"
    line = _(
        "   {came} came, {walk_ins} of them walk-ins; {missed} missed it ({rate})."
    )
    tell(
        line.format(
            came=numbers.attended,
            walk_ins=numbers.walk_ins,
            missed=numbers.missed,
            rate=_("show rate {rate}").format(rate=rate),
        )
    )
    for audience, name in (
        ("everyone", "everyone.csv"),
        ("attended", "attended.csv"),
        ("missed", "missed.csv"),
        ("attended", "attended.xlsx"),
    ):
        report = export(event, folder / name, audience)
        n = ngettext("{n} guest", "{n} guests", report.rows)
        tell(f"   {name}: {n}")


def _show_files(folder: Path, tell: Say) -> None:
    tell(_("The files are in {folder}:").format(folder=folder.resolve()))
    for path in sorted(folder.iterdir()):
        tell(f"   {path.name}")
    event = folder / EVENT_FILE
    tell("")
    tell(_("Have a look: checkin attendees {event}").format(event=typed(event)))
