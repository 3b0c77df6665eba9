"""The command `checkin`: its subcommands, and the one place where errors get out."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from checkin import __version__
from checkin.cli.plain import plain
from checkin.model.errors import CheckinError, DiskFull
from checkin.model.i18n import N_, _
from checkin.model.progress import WasCancelled

DONE, REFUSED, USAGE, MENDABLE, OUR_BUG = 0, 1, 2, 3, 4
"""Exit codes. 130 stands for Ctrl+C, as in every shell."""

_COMMANDS = {
    "demo": ("demo", N_("The whole job on an invented evening")),
    "new": ("events", N_("Make an event")),
    "set": ("events", N_("Change an event: name, times, place")),
    "list": ("checkin_lists", N_("Check-in lists: add, set, close")),
    "read": ("lists", N_("What the importer finds in a file; no event needed")),
    "import": ("lists", N_("Import an attendee list")),
    "attendees": ("people", N_("Show or search the attendees")),
    "show": ("person", N_("All about one attendee, and their history")),
    "stocks": ("sheets", N_("The label sheets and designs that there are")),
    "stock": ("own_stock", N_("A sheet that you measured yourself: add, remove")),
    "test-sheet": ("sheets", N_("A page to hold against a sheet of labels first")),
    "printers": ("printers", N_("The printers of this computer, and how they are")),
    "printer": ("calibrating", N_("Put right a printer that prints a little off")),
    "badges": ("badges", N_("Print badges as PDF, or on a printer")),
    "prints": ("prints", N_("What was printed: the runs, and who is on them")),
    "hand-out": ("prints", N_("Note that badges were given to their guests")),
    "scan": ("scan", N_("Check people in by their codes")),
    "add": ("newcomers", N_("Put somebody on the list by hand")),
    "walkin": ("newcomers", N_("Add somebody who is on no list, and let them in")),
    "correct": ("details", N_("Put an attendee's details right")),
    "permission": ("details", N_("Keep an attendee's yes or no")),
    "settle": ("details", N_("What two desks don't agree about is right as it is")),
    "undo": ("keeping", N_("Undo the newest thing, or one by its id")),
    "audiences": ("afterwards", N_("Whom an export can be about, and how many")),
    "export": ("afterwards", N_("Save a list for the follow-up, or the door list")),
    "stats": ("afterwards", N_("The numbers so far")),
    "erase": ("details", N_("Take an attendee's personal data out, for good")),
    "save-copy": ("keeping", N_("Save a whole copy of the event")),
    "check": ("keeping", N_("Rebuild the tables from the ledger and compare")),
}
"""By name: the module of checkin.cli that holds it, and a line for the overview.

Modules are imported when their command runs: `checkin scan` loads no PDF library.
"""


class NotText(CheckinError):
    """A word of the command line that is no text: bytes of another encoding."""

    title = N_("“{value}” can’t be read as text")
    message = N_("Some of its bytes are not UTF-8. Nothing was done.")
    hint = N_("Type it afresh; if it is the name of a file, rename the file first.")


class _ReaderGone(Exception):
    """Whoever read our output has ended: `checkin attendees … | head`."""


@contextmanager
def _reader_may_go() -> Iterator[None]:
    """Around what writes; click itself would end with 1, which says: refused."""
    try:
        yield
    except BrokenPipeError as error:
        raise _ReaderGone from error


class _Commands(click.Group):
    """Loads a command when it is named; a path to an event file shows that event."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        with _reader_may_go():  # --help is answered here
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with _reader_may_go():
            return super().invoke(ctx)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"checkin.cli.{_COMMANDS[cmd_name][0]}")
        attribute = cmd_name.replace("-", "_") + "_command"
        command = getattr(module, attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and args[0].endswith(".checkin"):
            from checkin.cli.events import overview_command

            return "overview", overview_command, args
        return super().resolve_command(ctx, args)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(n, _(words)) for n, (_m, words) in _COMMANDS.items()])


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    epilog="checkin EVENT.checkin shows an event; checkin COMMAND --help says more.",
)
@click.version_option(__version__, message="Checkin %(version)s")
def checkin() -> None:
    """The welcome desk of an event: import the list, print badges, scan, follow up."""


def run() -> NoReturn:
    """Runs the command line and ends the process with one of the exit codes."""
    _do_it_unheard_too()
    _never_stumble_over_letters()
    sys.exit(_run(sys.argv[1:]))


def _do_it_unheard_too() -> None:
    """A service may have closed both outputs; the work is done all the same."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            void = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, void)


def _never_stumble_over_letters() -> None:
    """A scanner that sends rubbish, or a terminal without “ö”, must not stop the door.

    What comes in through a pipe is UTF-8, whatever the system's own encoding is.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        encoding = None if sys.stdin.isatty() else "utf-8-sig"
        sys.stdin.reconfigure(encoding=encoding, errors="replace")


def _run(args: list[str]) -> int:
    try:
        _insist_on_text(args)
        result = checkin.main(args, prog_name="checkin", standalone_mode=False)
        sys.stdout.flush()
    except CheckinError as error:
        return _said(MENDABLE, partial(_tell, error))
    except click.ClickException as error:
        return _said(USAGE, error.show)
    except (click.Abort, KeyboardInterrupt, WasCancelled):
        words = _("Stopped. What was finished before is kept.")
        return _said(130, lambda: click.echo(words, err=True))
    except (_ReaderGone, BrokenPipeError):
        _hush(sys.stdout)
        return DONE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _said(OUR_BUG, partial(_confess, error))
        return _said(MENDABLE, partial(_tell, DiskFull(file=_("the output"))))
    except Exception as error:  # noqa: BLE001 - the one place that catches our bugs
        return _said(OUR_BUG, partial(_confess, error))
    return result if isinstance(result, int) else DONE


def _said(code: int, tell: Callable[[], object]) -> int:
    """The exit code, once it was told why; whether anybody hears it or not."""
    try:
        tell()
    except BrokenPipeError:
        _hush(sys.stderr)
    return code


def _hush(stream: TextIO) -> None:
    """Nobody reads it any more: what is still to come goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _insist_on_text(args: list[str]) -> None:
    for arg in args:
        shown = arg.encode("utf-8", "replace").decode()
        if shown != arg:
            raise NotText(value=shown)


def _tell(error: CheckinError) -> None:
    click.secho(plain(error.title_words()), err=True, bold=True)
    for line in (error.message_words(), error.hint_words()):
        if line:
            click.echo(plain(line), err=True)


def _confess(error: Exception) -> None:
    """A bug of ours: where it was, without anybody's data."""
    if os.environ.get("CHECKIN_DEBUG"):
        raise error
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (
        f"{trace.tb_frame.f_globals['__name__']}:{trace.tb_lineno}" if trace else "?"
    )
    click.secho(_("Something went wrong on our side."), err=True, bold=True)
    click.echo(_("Your check-ins are safe: what was answered is kept."), err=True)
    details = f"Checkin {__version__}, {type(error).__name__}, {where}"
    click.echo(
        _("Tell us, with this line: {details}").format(details=details), err=True
    )
