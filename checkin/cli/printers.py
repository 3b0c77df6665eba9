"""`checkin printers`, and how the other commands send a PDF to one."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from checkin.badges.printers import (
    Printer,
    PrintJob,
    PrintOptions,
    PrintQueue,
    PrintSystem,
    State,
    UnknownPrinter,
    print_system,
    watch,
)
from checkin.cli.shared import emit, json_option, say
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _

printer_option = partial(
    click.option,
    "--printer",
    "printer_name",
    metavar="NAME",
    help="Send it there too; see `checkin printers`.",
)
wait_option = partial(
    click.option, "--wait", is_flag=True, help="Until it is printed, telling how far."
)


class NotPrinted(CheckinError):
    """The job ended without having been printed."""

    title = N_("It was not printed on {printer}")
    message = N_("{why}")
    hint = N_("Try again, or print the PDF from another program.")


@click.command("printers")
@json_option()
def printers_command(as_json: bool) -> None:
    """The printers of this computer, and how they are; the usual one first."""
    found = print_system().printers()
    if as_json:
        emit({"printers": [_as_json(one) for one in found]})
        return
    for one in found:
        say(_in_words(one))
    if not found:
        say(_("This computer has no printer. Badges can be saved as PDF."))


def _in_words(one: Printer) -> str:
    parts = [one.title if one.title == one.name else f"{one.title} [{one.name}]"]
    if one.is_default:
        parts.append(_("the usual one"))
    if one.dots:
        parts.append(_("{n} dots an inch").format(n=one.dots))
    state = "; ".join(trouble.short() for trouble in one.troubles) or _("ready")
    return _("{printer}: {state}").format(printer=", ".join(parts), state=state)


def _as_json(one: Printer) -> dict[str, object]:
    stopped = any(trouble.stops for trouble in one.troubles)
    return {
        "printer": one.name,
        "title": one.title,
        "default": one.is_default,
        "state": "needs_help" if stopped else "ready",
        "troubles": [trouble.value for trouble in one.troubles],
        "say": [f"{trouble.title()}. {trouble.hint()}" for trouble in one.troubles],
        "dots": one.dots,
    }


class Destination:
    """A printer that was named, found before any work is done."""

    def __init__(self, name: str, system: PrintSystem | None = None) -> None:
        """`name` is the system's or the one that people read.

        Raises:
            UnknownPrinter, PrintSystemSilent, NoPrinting.
        """
        self._system = system or print_system()
        self.printer = _named(name, self._system)

    def send(self, pdf: Path, options: PrintOptions, *, wait: bool) -> dict[str, Any]:
        """Hands it over; with `wait` it comes back when it is printed.

        Raises:
            NotPrinted: it was waited for in vain.
            Others as in `PrintSystem.submit`.
        """
        if not wait:
            job = self._system.submit(pdf, self.printer.name, options)
            return {"printer": self.printer.name, "job": job, "state": "sent"}
        queue = PrintQueue(self._system)
        try:
            last = self._watched(queue, pdf, options)
        finally:
            queue.close()
        if last.state is not State.DONE:
            raise NotPrinted(printer=self.printer.title, why=_why(last))
        return {"printer": self.printer.name, "job": last.system_id, "state": "done"}

    def _watched(self, queue: PrintQueue, pdf: Path, options: PrintOptions) -> PrintJob:
        number = queue.add(pdf, self.printer, options, title=options.title).number
        try:
            return watch(queue, number, _teller(self.printer), threading.Event())
        except KeyboardInterrupt:
            words = _("No longer waited for; the job is still at the printer.")
            click.echo(words, err=True)
            raise

    def words(self, sent: dict[str, Any]) -> str:
        """What became of it."""
        if sent["state"] == "done":
            return _("Printed on {printer}.").format(printer=self.printer.title)
        return _("Sent to {printer}.").format(printer=self.printer.title)


def named_printer(name: str, among: Sequence[Printer]) -> Printer | None:
    """The one that the system or people call so; case doesn't matter."""
    wanted = name.strip().casefold()
    theirs = ((one, (one.name.casefold(), one.title.casefold())) for one in among)
    return next((one for one, names in theirs if wanted in names), None)


def _named(name: str, system: PrintSystem) -> Printer:
    found = system.printers()
    if one := named_printer(name, found):
        return one
    known = ", ".join(one.title for one in found) or _("none at all")
    raise UnknownPrinter(printer=name, known=known)


def _teller(printer: Printer) -> Callable[[PrintJob], None]:
    """Tells on standard error how it stands, a line for each change."""
    said = ""

    def tell(job: PrintJob) -> None:
        nonlocal said
        line = _("{printer}: {state}").format(
            printer=printer.title, state=job.state.words()
        )
        if why := job.why():
            line = f"{line}. {why}"
        if line != said and not job.state.ended:
            click.echo(line, err=True)
            said = line

    return tell


def _why(job: PrintJob) -> str:
    return job.why() or _("Somebody took the job back.")
