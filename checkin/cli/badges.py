"""`checkin badges`: sheets as PDF, and a note in the ledger of what was printed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from checkin.badges import (
    Guests,
    Looks,
    Order,
    PrintReport,
    PrintRun,
    Resolution,
    Sheeting,
    Stock,
    Which,
    continue_run,
    feeding_words,
    line_up,
    line_up_these,
    print_badges,
    turning_words,
)
from checkin.badges.printers import options_for
from checkin.cli.looks import Look, looks_of, looks_options
from checkin.cli.printers import Destination, printer_option, wait_option
from checkin.cli.prints import insist_on_both, place_named, run_named
from checkin.cli.shared import (
    Words,
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
    shown_progress,
    undo_words,
)
from checkin.cli.sheeting import Choices, sheeting_options
from checkin.cli.sheets import named_stock
from checkin.model.attendee import COMING, Attendee
from checkin.model.errors import BadArgument, CheckinError
from checkin.model.i18n import N_, _, ngettext
from checkin.model.ids import AttendeeId
from checkin.model.words import isolate
from checkin.store.errors import NoSuch
from checkin.store.eventfile import EventFile


class AllPrinted(CheckinError):
    """There is nobody left whose badge is not printed."""

    title = N_("There is no badge to print")
    message = N_("Everybody who is coming has one: {n} printed.")
    hint = N_("Use `--only all` to print them again, or `--code` for single ones.")


@click.command("badges")
@event_argument()
@click.argument("out", metavar="OUT.pdf", type=click.Path(path_type=Path))
@click.option("--stock", "stock_name", help="The labels' part number: L4785, 5395.")
@looks_options
@click.option(
    "--only",
    type=Words(Which),
    default=Which.UNPRINTED.value,
    help="Changed: other words are on the badge.",
)
@click.option("--code", "codes", multiple=True, help="Just this guest's badge; repeat.")
@click.option("--order", type=Words(Order), help="By last name; codes as they come.")
@click.option(
    "--start",
    type=click.IntRange(1),
    default=1,
    help="The first free label of the first sheet.",
)
@click.option(
    "--used",
    "used_words",
    multiple=True,
    metavar="PLACE",
    help="A label of the first sheet that is gone: 3 or 2,3,7; repeat.",
)
@click.option("--verify", is_flag=True, help="Read every code back from the PDF.")
@click.option(
    "--dots",
    type=click.IntRange(100, 1200),
    help="The printer's dots an inch: codes are set on them and read back so.",
)
@click.option(
    "--one-bit", is_flag=True, help="Read as a label printer prints: no greys."
)
@click.option(
    "--reason",
    default="",
    help="Why once more: lost, damaged, wrong name, or other words.",
)
@click.option("--new-codes", is_flag=True, help="The badges of before open no door.")
@click.option(
    "--continue",
    "run_name",
    metavar="RUN",
    help="The rest of a run that stopped: newest, or an id of `checkin prints`.",
)
@click.option(
    "--from",
    "first",
    metavar="CODE|NAME|SHEET,PLACE",
    help="The first badge of it that is missing.",
)
@sheeting_options
@printer_option()
@wait_option()
@desk_option()
@json_option()
def badges_command(
    event: Path, out: Path, stock_name: str | None, only: Which,
    codes: tuple[str, ...], order: Order | None, start: int,
    used_words: tuple[str, ...], verify: bool, dots: int | None, one_bit: bool,
    reason: str, new_codes: bool, run_name: str | None, first: str | None,
    printer_name: str | None, wait: bool, desk: str, as_json: bool, choices: Choices,
    look: Look,
) -> None:  # fmt: skip
    """Print badges onto sheets: OUT.pdf."""
    insist_on_both(run_name, first, codes, order, reason, new_codes)
    there = Destination(printer_name) if printer_name else None
    looks = look.looks
    printer = there.printer.title if there else ""
    with opened(event, desk) as file:
        before = run_named(file, run_name) if run_name else None
        if before and before.design and not look.chosen:
            looks = looks_of(before)
        sheets = named_stock(stock_name or (before.stock if before else None))
        name = there.printer.name if there else ""
        used = _places(used_words)
        on = choices.on(sheets, used, start, printer=name, dots=dots)
        at = Resolution(on.dots or 300, one_bit)
        whose: Sequence[AttendeeId] = ()
        if before is None:
            whose = _whose(file, only, codes, order)
        words = _("Setting and reading back") if verify else _("Setting badges")
        with shown_progress(words, as_json) as progress:
            if before and first:
                run = continue_run(
                    file,
                    before.act,
                    place_named(file, before, first),
                    out,
                    on,
                    looks,
                    verify=verify,
                    at=at,
                    printer=printer,
                    pictures=look.pictures,
                    progress=progress,
                )
            else:
                run = print_badges(
                    file,
                    out,
                    Guests(file, whose),
                    on,
                    looks,
                    verify=verify,
                    at=at,
                    printer=printer,
                    reason=reason,
                    new_codes=new_codes,
                    pictures=look.pictures,
                    progress=progress,
                )
        doubtful = list(_not_expected(Guests(file, whose) if codes else ()))
    report = run.report
    if not as_json:
        _tell(report, out, on, verify)
        for words in doubtful:
            say(words)
    sent = _send(there, out, on, looks, run, event, wait=wait) if there else {}
    if as_json:
        told = {"act": run.act.hex(), "verified": verify} | sent
        emit(_as_json(report, out, sheets) | told)
    elif there:
        say(there.words(sent))
        if words := feeding_words(on, looks, report.sheets):
            say(words)
    else:
        say(_("Print at 100 %, not “fit to page”."))
        if words := turning_words(on, looks):
            say(words)


def _whose(
    event: EventFile, only: Which, codes: tuple[str, ...], order: Order | None
) -> Sequence[AttendeeId]:
    """Those named by codes, or all of a kind, in order."""
    if codes:
        named = list(_of_codes(event, codes))
        return line_up_these(event, named, order) if order else named
    whose = line_up(event, only, order or Order.LAST_NAME)
    if not whose and only is Which.UNPRINTED:
        raise AllPrinted(n=event.read.tally("printed"))
    return whose


def _send(
    there: Destination,
    out: Path,
    on: Sheeting,
    looks: Looks,
    run: PrintRun,
    event: Path,
    *,
    wait: bool,
) -> dict[str, object]:
    """To the printer; if that fails, how to take back that it was noted."""
    title = ngettext("{n} badge", "{n} badges", run.report.badges)
    try:
        return there.send(out, options_for(on, title, looks), wait=wait)
    except CheckinError:
        words = _("The badges are noted as printed; they are in {file}.")
        click.echo(words.format(file=out), err=True)
        click.echo(undo_words(event, run.act), err=True)
        raise


def _not_expected(guests: Iterable[Attendee]) -> Iterator[str]:
    words = _("Look at: {who} is not expected ({status}).")
    for guest in guests:
        if guest.status not in COMING:
            yield words.format(who=isolate(guest.name), status=guest.status.value)


def _places(words: tuple[str, ...]) -> frozenset[int]:
    """The numbers in 3 or 2,3,7."""
    numbers = [part.strip() for word in words for part in word.split(",")]
    for number in filter(None, numbers):
        if not (number.isascii() and number.isdigit()):
            raise BadArgument(
                value=number,
                what="--used",
                reason=_("Labels are counted from 1, row by row."),
                instead=_("Name them like this: --used 2,3,7."),
            )
    return frozenset(int(number[:9]) for number in numbers if number)


def _of_codes(event: EventFile, codes: tuple[str, ...]) -> Iterator[AttendeeId]:
    for code in codes:
        owners, revoked = event.read.by_code(code)
        guest = event.read.attendee(owners[0]) if owners and not revoked else None
        if guest is None or guest.erased:
            hint = _("See `checkin attendees EVENT` for the codes that there are.")
            raise NoSuch(what=_("code"), name=code, instead=hint)
        yield guest.id


def _as_json(report: PrintReport, out: Path, on: Stock) -> dict[str, object]:
    return {
        "badges": report.badges,
        "sheets": report.sheets,
        "stock": on.part,
        "file": str(out),
        "remarks": [
            {
                "what": remark.kind.value,
                "attendee": remark.attendee.hex(),
                "say": remark.words(),
                "sheet": remark.place.sheet,
                "cell": remark.place.cell,
            }
            for remark in report.remarks
        ],
    }


def _tell(report: PrintReport, out: Path, on: Sheeting, verified: bool) -> None:
    badges = ngettext("{n} badge", "{n} badges", report.badges)
    if on.copies > 1:
        badges = _("{badges}, {n} of each,").format(badges=badges, n=on.copies)
    sheets = ngettext("{n} sheet", "{n} sheets", report.sheets)
    line = _("{badges} on {sheets} of {stock}: {file}")
    say(line.format(badges=badges, sheets=sheets, stock=on.stock.part, file=out))
    if verified:
        say(_("Every code was read back from the file."))
    for remark in report.remarks:
        say(_("Look at: {words}").format(words=remark.words()))
