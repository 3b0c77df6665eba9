"""`checkin undo`, `save-copy` and `check`."""

from pathlib import Path

import click

from checkin.cli.shared import (
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
)
from checkin.model.entry import Entry
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId, from_hex
from checkin.model.words import happened, who
from checkin.store import acts
from checkin.store.eventfile import EventFile


@click.command("undo")
@event_argument()
@click.argument("target", default="", metavar="[ENTRY or ACT]")
@desk_option()
@json_option()
def undo_command(event: Path, target: str, desk: str, as_json: bool) -> None:
    """Undo the newest thing that this computer did, or one by its id.

    Undoing an undo brings back what it took away.
    """
    with opened(event, desk) as file:
        own = from_hex(target) if target else None
        if target and own is None:
            reason = _("An id has 32 digits, 0 to 9 and a to f.")
            hint = _("Use an id that `scan --json` or `import --json` printed.")
            raise BadArgument(value=target, what="ID", reason=reason, instead=hint)
        undone, undo = acts.undo_named(file, own) if own else acts.undo_newest(file)
        words = _words(file, undone)
    if as_json:
        emit(
            {
                "undone": (undone.act or undone.id).hex(),
                "kind": str(undone.kind),
                "entry": undo.id.hex(),
            }
        )
        return
    say(_("Undone: {what}").format(what=words))


def _words(event: EventFile, entry: Entry) -> str:
    guest = event.read.attendee(AttendeeId(entry.subject))
    words = happened(entry)
    if entry.act and (n := event.read.of_act(entry.act)) > 1:
        words += " " + ngettext("({n} entry)", "({n} entries)", n)
    elif guest:
        words = f"{who(guest)}: {words}"
    return words


@click.command("save-copy")
@event_argument()
@click.argument("copy", type=click.Path(path_type=Path))
def save_copy_command(event: Path, copy: Path) -> None:
    """Save a whole copy of EVENT at COPY, even while it is open elsewhere."""
    with opened(event) as file:
        file.save_copy(copy)
    say(_("Saved: {file}").format(file=copy))


@click.command("check")
@event_argument()
@json_option()
def check_command(event: Path, as_json: bool) -> int:
    """Rebuild the tables from the ledger and compare; 1 if they differ."""
    with opened(event) as file:
        differences = file.check()
        unknown = file.unknown_kinds()
        entries = file.read.count_entries()
    if as_json:
        emit({"entries": entries, "differences": differences, "unknown_kinds": unknown})
        return 1 if differences else 0
    for line in differences:
        say(line)
    for kind, n in unknown.items():
        words = ngettext("{n} entry", "{n} entries", n)
        say(_("{entries} of a kind that a newer Checkin knows: {kind}").format(
            entries=words, kind=kind
        ))  # fmt: skip
    if not differences:
        words = ngettext("{n} entry", "{n} entries", entries)
        say(_("The file is whole: its tables say what its ledger of {n} says.").format(
            n=words
        ))  # fmt: skip
    return 1 if differences else 0
