"""`checkin printer`: what is done against how a printer prints off."""

import click

from checkin.badges import (
    PDF,
    Calibration,
    Measured,
    Point,
    keep_calibration,
    kept_calibration,
    numbers_in,
)
from checkin.badges.printers import print_system
from checkin.cli.printers import named_printer
from checkin.cli.shared import emit, json_option, say
from checkin.cli.sheets import named_stock
from checkin.model.errors import BadArgument, CheckinError
from checkin.model.i18n import _
from checkin.settings import Settings, config_dir

_KEYS = ("right_mm", "down_mm", "across_percent", "down_percent")


@click.command("printer")
@click.argument("printer", metavar="[NAME]", default=PDF)
@click.option(
    "--measured",
    metavar="A,B,C,D",
    help="What you measured on its test sheet, in mm: 10.5,9.8,189.2,276.4.",
)
@click.option("--stock", "stock_name", help="Whose test sheet it was: L4785, 5395.")
@click.option(
    "--uncalibrated", is_flag=True, help="It was printed with --uncalibrated."
)
@click.option("--offset", metavar="X,Y", help="Print so many mm further right, down.")
@click.option("--scale", metavar="X,Y", help="Per cent of the size, across and down.")
@click.option("--reset", is_flag=True, help="Print as it is again.")
@json_option()
def printer_command(
    printer: str, measured: str | None, stock_name: str | None, uncalibrated: bool,
    offset: str | None, scale: str | None, reset: bool, as_json: bool,
) -> None:  # fmt: skip
    """Put right a printer that prints a little off; without options, how it stands.

    NAME is one of `checkin printers`; without one it is about PDF files.
    """
    settings, printer = Settings(config_dir()), _known(printer)
    kept = kept_calibration(settings, printer)
    wanted = None if reset else kept
    if measured:
        paper = named_stock(stock_name).paper_size
        found = _numbers(measured, "--measured", "10.5,9.8,189.2,276.4", 4)
        present = None if uncalibrated else kept
        wanted = Calibration.from_measured(Measured(*found), paper, present)
    elif offset or scale:
        wanted = _changed(kept, offset, scale)
    if wanted != kept:
        keep_calibration(settings, printer, wanted)
    _tell(printer, wanted or Calibration(), as_json=as_json)


def _known(printer: str) -> str:
    """What the system calls a printer; one that isn’t there keeps its name."""
    if printer == PDF:
        return PDF
    try:
        found = named_printer(printer, print_system().printers())
    except CheckinError:  # calibrations are kept here, whatever becomes of printers
        return printer
    return found.name if found else printer


def _changed(kept: Calibration, offset: str | None, scale: str | None) -> Calibration:
    """What is not said stays."""
    (left, top), (across, down) = kept.offset, kept.scale
    if offset:
        left, top = _numbers(offset, "--offset", "1.2,-0.5", 2)
    if scale:
        across, down = _numbers(scale, "--scale", "99.7,100", 2)
    return Calibration(Point(left, top), (across, down))


def _numbers(text: str, what: str, example: str, many: int) -> list[float]:
    found = numbers_in(text)
    if found is None or len(found) != many:
        reason = _("It takes {n} numbers with commas between.").format(n=many)
        hint = _("For example: {example}.").format(example=f"{what} {example}")
        raise BadArgument(value=text, what=what, reason=reason, instead=hint)
    return found


def _tell(printer: str, now: Calibration, *, as_json: bool) -> None:
    if as_json:
        told = dict(zip(_KEYS, now.numbers, strict=True))
        emit({"printer": printer, "calibrated": now.changes, **told})
        return
    if not now.changes:
        say(_("{printer}: printed as it is.").format(printer=printer))
        return
    x, y, across, down = (f"{one:g}" for one in now.numbers)
    say(_("{printer}: it {error}.").format(printer=printer, error=now.error_words()))
    words = _(
        "Against it pages are moved by {x}, {y} mm and scaled to {across}, {down} %."
    )
    say(words.format(x=x, y=y, across=across, down=down))
