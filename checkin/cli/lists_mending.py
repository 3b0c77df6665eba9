"""Options of `checkin read` and `import` that put a list right on its way in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checkin.cli.shared import say
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, ngettext

if TYPE_CHECKING:
    from checkin.importing import Plan, Reading
    from checkin.store.eventfile import EventFile

_Command = TypeVar("_Command", bound=Callable[..., Any])


class RejectedExists(CheckinError):
    """Rows should be saved where a file is already, perhaps one being mended."""

    title = N_("{file} exists already")
    message = N_("Somebody may be mending it. Nothing was imported.")
    hint = N_("Name another file with --rejected, or move that one away.")


def mending_options(command: _Command) -> _Command:
    """--fix and --leave-out, handed over as `fixes` and `left_out`."""
    fix = click.option(
        "--fix", "fixes", multiple=True, metavar="ROW:COLUMN=TEXT",
        help="What a cell should say, where the list is wrong; repeat.",
    )  # fmt: skip
    leave_out = click.option(
        "--leave-out", "left_out", multiple=True, type=click.IntRange(1), metavar="ROW",
        help="A row that is not imported, by its number in the file; repeat.",
    )  # fmt: skip
    return fix(leave_out(command))


def rejected_option() -> Callable[[_Command], _Command]:
    """--rejected FILE."""
    return click.option(
        "--rejected", type=click.Path(path_type=Path), metavar="FILE.csv",
        help="Where to save the rows that are not imported, with the reasons.",
    )  # fmt: skip


def refuse_to_overwrite(rejected: Path | None) -> None:
    """Before anything is written.

    Raises:
        RejectedExists: there is a file of that name.
    """
    if rejected and rejected.exists():
        raise RejectedExists(file=rejected.name)


def save_and_tell(
    event: "EventFile", reading: "Reading", plan: "Plan", rejected: Path, silent: bool
) -> None:
    """Saves the rows that are not imported."""
    from checkin.importing.rejected import save_rejected

    n = save_rejected(event, reading, plan, rejected)
    if not silent:
        words = ngettext("{n} row saved: {{file}}", "{n} rows saved: {{file}}", n)
        say(words.format(file=rejected))
