"""`checkin stocks` and `test-sheet`: what badges can be printed on."""

from pathlib import Path

import click

from checkin.badges import Stock, designs, stock, stocks, trial_sheet
from checkin.cli.shared import emit, json_option, say
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext


@click.command("stocks")
@json_option()
def stocks_command(as_json: bool) -> None:
    """The label sheets and the designs that badges can have; the first are usual."""
    if as_json:
        sheets = [_as_json(one) for one in stocks()]
        emit({"stocks": sheets, "designs": list(designs())})
        return
    for one in stocks():
        say(_in_words(one))
    say(_("Designs: {names}").format(names=", ".join(designs())))


def _in_words(one: Stock) -> str:
    places = ngettext("{n} badge", "{n} badges", one.places)
    words = _("{stock}: {places} of {width} × {height} mm on {paper}").format(
        stock=one.title,
        places=places,
        width=f"{one.badge_size.width:g}",
        height=f"{one.badge_size.height:g}",
        paper=one.paper,
    )
    same = ", ".join(one.equivalents)
    return (
        _("{words}; the same: {parts}").format(words=words, parts=same)
        if same
        else words
    )


def _as_json(one: Stock) -> dict[str, object]:
    return {
        "stock": one.part,
        "vendor": one.vendor,
        "equivalents": list(one.equivalents),
        "paper": one.paper,
        "places": one.places,
        "width_mm": one.badge_size.width,
        "height_mm": one.badge_size.height,
    }


@click.command("test-sheet")
@click.argument("out", metavar="OUT.pdf", type=click.Path(path_type=Path))
@click.option("--stock", "stock_name", help="The labels' part number: L4785, 5395.")
def test_sheet_command(out: Path, stock_name: str | None) -> None:
    """The outlines of a sheet's labels, to print on plain paper: OUT.pdf."""
    if out.suffix.lower() != ".pdf":  # an event would be gone
        reason = _("A test sheet is a PDF; nothing else is written over.")
        hint = _("For example: checkin test-sheet test.pdf --stock L4785.")
        raise BadArgument(value=out, what="OUT.pdf", reason=reason, instead=hint)
    sheets = stock(stock_name)
    trial_sheet(out, sheets)
    say(_("Test sheet for {stock}: {file}").format(stock=sheets.part, file=out))
    say(_("Print at 100 %, not “fit to page”."))
