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
    typed,
)
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext
from checkin.model.ids import from_hex
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.store.told import outcome


@click.command("undo")
@event_argument()
@click.argument("target", default="", metavar="[ENTRY or ACT]")
@click.option("--import", "source", help="The newest import of the list of that name.")
@desk_option()
@json_option()
def undo_command(
    event: Path, target: str, source: str | None, desk: str, as_json: bool
) -> None:
    """Undo the newest thing that this computer did, or one by its id.

    Undoing an undo brings back what it took away.
    """
    with opened(event, desk) as file:
        own = _id_of(file, target, source)
        undone, undo = acts.undo_named(file, own) if own else acts.undo_newest(file)
        what, back = outcome(file, undo)
    if as_json:
        emit(
            {
                "undone": undo.data["target"],
                "kind": str(undone.kind),
                "entry": undo.id.hex(),
            }
        )
        return
    done, again = (
        (_("Back again: {what}"), _("Undo it again with: checkin undo {event} {id}"))
        if back
        else (_("Undone: {what}"), _("Bring it back with: checkin undo {event} {id}"))
    )
    say(done.format(what=what))
    say(again.format(event=typed(event), id=undo.id.hex()))


def _id_of(event: EventFile, target: str, source: str | None) -> bytes | None:
    """Of the entry or act that was named; None for the newest.

    Raises:
        BadArgument: it is no id, or two things are named.
        NoSuch: no list of that name is imported.
    """
    if source is not None:
        if target:
            reason = _("Both an id and a list are named.")
            hint = _("Name one of them.")
            raise BadArgument(value=target, what="ID", reason=reason, instead=hint)
        return acts.newest_import(event, source).act
    own = from_hex(target) if target else None
    if target and own is None:
        reason = _("An id has 32 digits, 0 to 9 and a to f.")
        hint = _("Use an id that `scan --json` or `import --json` printed.")
        raise BadArgument(value=target, what="ID", reason=reason, instead=hint)
    return own


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
        words = ngettext(
            "{n} entry is kept for a newer Checkin:",
            "{n} entries are kept for a newer Checkin:",
            n,
        )
        say(f"{words} {kind}")
    if not differences:
        words = _("The file is whole: all {n} things that happened are in their place.")
        say(words.format(n=entries))
    return 1 if differences else 0
