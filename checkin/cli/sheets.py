"""`checkin stocks` and `test-sheet`: what badges can be printed on."""

import tempfile
from pathlib import Path

import click

from checkin.badges import (
    Calibration,
    Sheeting,
    Stock,
    all_stocks,
    designs,
    find_stocks,
    kept_calibration,
    own_designs,
    own_stocks,
    stock,
    trial_sheet,
)
from checkin.badges.printers import options_for
from checkin.badges.stocks import too_small
from checkin.cli.looks import own_folder
from checkin.cli.printers import Destination, printer_option, wait_option
from checkin.cli.shared import emit, json_option, say
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext
from checkin.settings import Settings, config_dir


def named_stock(name: str | None) -> Stock:
    """A stock by its name, one's own before the shipped ones; else the usual one.

    Raises:
        UnknownStock: with the names that are nearest.
    """
    return stock(name, own_stocks(Settings(config_dir())))


@click.command("stocks")
@click.option("--search", default="", metavar="TEXT", help="L4785, herma, 80x50, A4.")
@json_option()
def stocks_command(search: str, as_json: bool) -> None:
    """The label sheets and the designs that badges can have.

    Sheets of your own come first, then the shipped ones; the first of each is usual.
    """
    found = find_stocks(search, all_stocks(Settings(config_dir())))
    if as_json:
        sheets = [_as_json(one) for one in found]
        emit({"stocks": sheets, "designs": _designs()})
        return
    for one in found:
        say(sheet_words(one))
    if not found:
        if small := too_small(search):
            raise small
        say(_("No sheet fits “{text}”. Look for one of its size.").format(text=search))
    if not search:
        say(_("Designs: {names}").format(names=", ".join(_designs())))


def _designs() -> list[str]:
    """The shipped ones, then one's own."""
    return [*designs(), *(one.name for one in own_designs(own_folder()))]


def sheet_words(one: Stock) -> str:
    """A stock on a line: name, badges, paper, what else it is called, doubts."""
    places = ngettext("{n} badge", "{n} badges", one.places)
    words = _("{stock}: {places} of {width} × {height} mm on {paper}").format(
        stock=one.title,
        places=places,
        width=f"{one.panel_size.width:g}",
        height=f"{one.panel_size.height:g}",
        paper=one.paper,
    )
    if one.fold:
        words = _("{words}, folded").format(words=words)
    if one.equivalents:
        same = ", ".join(one.equivalents)
        words = _("{words}; the same: {parts}").format(words=words, parts=same)
    if one.doubt:
        words = f"{words}. {one.doubt}"
    return words


def _as_json(one: Stock) -> dict[str, object]:
    return {
        "stock": one.part,
        "vendor": one.vendor,
        "description": one.description,
        "equivalents": list(one.equivalents),
        "kind": one.kind.value,
        "own": one.own,
        "generic": one.generic,
        "paper": one.paper,
        "paper_mm": list(one.paper_size),
        "places": one.places,
        "columns": one.columns,
        "rows": one.rows,
        "width_mm": one.panel_size.width,
        "height_mm": one.panel_size.height,
        "folded": one.fold is not None,
        "first_mm": list(one.first),
        "pitch_mm": list(one.pitch),
        "corner_mm": one.corner,
        "dots_per_inch": one.dots,
        "doubt": one.doubt,
        "source": one.source,
    }


@click.command("test-sheet")
@click.argument(
    "out", metavar="[OUT.pdf]", required=False, type=click.Path(path_type=Path)
)
@click.option("--stock", "stock_name", help="The labels' part number: L4785, 5395.")
@click.option(
    "--uncalibrated",
    is_flag=True,
    help="As if `checkin printer` had put nothing right.",
)
@printer_option()
@wait_option()
def test_sheet_command(
    out: Path | None, stock_name: str | None, uncalibrated: bool,
    printer_name: str | None, wait: bool,
) -> None:  # fmt: skip
    """The outlines of a sheet's labels, to print on plain paper: OUT.pdf."""
    if out is None and not printer_name:
        raise click.UsageError(_("Name a PDF to write, or a --printer."))
    if out is not None and out.suffix.lower() != ".pdf":  # an event would be gone
        reason = _("A test sheet is a PDF; nothing else is written over.")
        hint = _("For example: checkin test-sheet test.pdf --stock L4785.")
        raise BadArgument(value=out, what="OUT.pdf", reason=reason, instead=hint)
    sheets = named_stock(stock_name)
    there = Destination(printer_name) if printer_name else None
    with tempfile.TemporaryDirectory(prefix="checkin-") as folder:
        pdf = out or Path(folder) / "test-sheet.pdf"
        name = there.printer.name if there else ""
        trial_sheet(pdf, sheets, *_calibration(name, uncalibrated=uncalibrated))
        if out is not None:
            say(_("Test sheet for {stock}: {file}").format(stock=sheets.part, file=out))
        if there is not None:
            options = options_for(Sheeting(sheets), _("Test sheet"))
            say(there.words(there.send(pdf, options, wait=wait)))
            return
    say(_("Print at 100 %, not “fit to page”."))


def _calibration(printer: str, *, uncalibrated: bool) -> tuple[Calibration, str]:
    """What the test sheet is printed with, and whose it is."""
    settings = Settings(config_dir())
    kept = Calibration() if uncalibrated else kept_calibration(settings, printer)
    return kept, printer
