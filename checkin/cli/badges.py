"""`checkin badges`: sheets as PDF, and a note in the ledger of what was printed."""

from collections.abc import Iterator
from pathlib import Path

import click

from checkin.badges import (
    BadgeText,
    PrintReport,
    Stock,
    design,
    places,
    stock,
    write_sheets,
)
from checkin.badges import verify as read_back
from checkin.cli.shared import (
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
    shown_progress,
)
from checkin.files import draft_of, put_in_place
from checkin.model.attendee import COMING, Attendee
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _, ngettext
from checkin.store.acts import Print, record_prints
from checkin.store.errors import NoSuch, ReadOnlyEvent
from checkin.store.eventfile import EventFile


class AllPrinted(CheckinError):
    """There is nobody left whose badge is not printed."""

    title = N_("There is no badge to print")
    message = N_("Everybody who is coming has one: {n} printed.")
    hint = N_("Use `--only all` to print them again, or `--code` for single ones.")


class OverwritesEvent(CheckinError):
    """The sheets were to be written over the event itself."""

    title = N_("{file} is the event itself")
    message = N_("Sheets of that name would take its place. Nothing was written.")
    hint = N_("Choose another name for the sheets: badges.pdf.")


class NotReadable(CheckinError):
    """Codes could not be read back from the sheets."""

    title = N_("{n} codes could not be read back from {file}")
    message = N_("The sheets are kept, but not noted as printed. They are: {codes}.")
    hint = N_("Print them on a larger stock, or tell us about the design.")


@click.command("badges")
@event_argument()
@click.argument("out", metavar="OUT.pdf", type=click.Path(path_type=Path))
@click.option("--stock", "stock_name", help="The labels' part number: L4785, 5395.")
@click.option("--design", "design_name", default="classic", help="The design.")
@click.option("--only", type=click.Choice(["unprinted", "all"]), default="unprinted")
@click.option("--code", "codes", multiple=True, help="Just this guest's badge; repeat.")
@click.option(
    "--start",
    type=click.IntRange(1),
    default=1,
    help="The first free label of the first sheet.",
)
@click.option("--verify", is_flag=True, help="Read every code back from the PDF.")
@desk_option()
@json_option()
def badges_command(
    event: Path, out: Path, stock_name: str | None, design_name: str, only: str,
    codes: tuple[str, ...], start: int, verify: bool, desk: str, as_json: bool,
) -> None:  # fmt: skip
    """Print badges onto sheets: OUT.pdf."""
    sheets, chosen = stock(stock_name), design(design_name)
    with opened(event, desk) as file:
        guests = list(_of_codes(file, codes) if codes else _waiting(file, only))
        if not guests:
            raise AllPrinted(n=file.read.tally("printed"))
        _refuse_in_vain(file, out)
        name = file.read.event().name
        with draft_of(out) as draft:
            with shown_progress(_("Setting badges"), as_json) as progress:
                report = write_sheets(
                    draft,
                    [BadgeText.of(guest, name) for guest in guests],
                    sheets,
                    chosen,
                    start=start,
                    ticket_types=file.read.ticket_types(),
                    progress=progress,
                )
            if verify:
                _verify(draft, out, [guest.code for guest in guests], as_json)
            act = record_prints(
                file,
                prints_of(guests, sheets, start),
                sheets.part,
                chosen.name,
                before_commit=lambda: put_in_place(draft, out),
            )
    if as_json:
        emit(_as_json(report, out, sheets) | {"act": act.hex(), "verified": verify})
        return
    _tell(report, out, sheets, verify)
    for guest in guests:
        if guest.status not in COMING:
            words = _("Look at: {who} is not expected ({status}).")
            say(words.format(who=guest.name, status=guest.status.value))


def _refuse_in_vain(event: EventFile, out: Path) -> None:
    """Says before the work what would stop it at the end."""
    if out.resolve() == event.path.resolve():
        raise OverwritesEvent(file=out.name)
    if event.read_only:
        raise ReadOnlyEvent(file=event.path.name)


def _waiting(event: EventFile, only: str) -> Iterator[Attendee]:
    condition = "erased = 0 AND withdrawn = 0"
    if only == "unprinted":
        condition += " AND printed = 0"
    return (g for g in event.read.attendees(condition) if g.status in COMING)


def _of_codes(event: EventFile, codes: tuple[str, ...]) -> Iterator[Attendee]:
    for code in codes:
        owners, revoked = event.read.by_code(code)
        guest = event.read.attendee(owners[0]) if owners and not revoked else None
        if guest is None or guest.erased:
            hint = _("See `checkin attendees EVENT` for the codes that there are.")
            raise NoSuch(what=_("code"), name=code, instead=hint)
        yield guest


def prints_of(guests: list[Attendee], on: Stock, start: int = 1) -> Iterator[Print]:
    """What the ledger notes of badges on sheets, from place `start` of the first."""
    for guest, place in zip(guests, places(on, start=start)):  # noqa: B905
        yield Print(guest.id, guest.code, guest.name, *place)


def _verify(draft: Path, out: Path, codes: list[str], quiet: bool) -> None:
    with shown_progress(_("Reading the codes back"), quiet) as progress:
        missed = read_back(draft, codes, progress=progress)
    if missed:
        put_in_place(draft, out)
        raise NotReadable(n=len(missed), file=out.name, codes=", ".join(missed[:10]))


def _as_json(report: PrintReport, out: Path, on: Stock) -> dict[str, object]:
    return {
        "badges": report.badges,
        "sheets": report.sheets,
        "stock": on.part,
        "file": str(out),
        "remarks": [
            {"what": r.kind.value, "attendee": r.attendee.hex(), "say": r.words()}
            for r in report.remarks
        ],
    }


def _tell(report: PrintReport, out: Path, on: Stock, verified: bool) -> None:
    badges = ngettext("{n} badge", "{n} badges", report.badges)
    sheets = ngettext("{n} sheet", "{n} sheets", report.sheets)
    line = _("{badges} on {sheets} of {stock}: {file}")
    say(line.format(badges=badges, sheets=sheets, stock=on.part, file=out))
    if verified:
        say(_("Every code was read back from the file."))
    for remark in report.remarks:
        say(_("Look at: {words}").format(words=remark.words()))
    say(_("Print at 100 %, not “fit to page”."))
