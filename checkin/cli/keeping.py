"""`checkin undo`, `save-copy` and `check`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from checkin.cli.shared import (
    desk_option,
    emit,
    event_argument,
    json_option,
    opened,
    say,
)
from checkin.model.attendee import DETAIL_NAMES, Attendee, Details
from checkin.model.entry import Entry
from checkin.model.errors import BadArgument
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId, ListId, from_hex
from checkin.model.kinds import Kind
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
        what, back = _outcome(file, undo)
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
    say(again.format(event=event, id=undo.id.hex()))


def _outcome(event: EventFile, undo: Entry) -> tuple[str, bool]:
    """What it is about, in words, and whether that is in force again now.

    Undoing an undo is about what that one undid.
    """
    entry, whole, back = undo, False, True
    while entry.kind == Kind.UNDO_MADE:
        target = bytes.fromhex(entry.data["target"])
        found = event.read.entry_or_act(target)
        if found is None or found.order >= entry.order:  # no desk of ours writes that
            break
        entry, whole, back = found, found.id != target, not back
    return _words(event, entry, whole), back


def _words(event: EventFile, entry: Entry, whole: bool) -> str:
    """What was done, in words: of a whole act, what its user would call it."""
    entries = event.read.act(entry.act) if whole and entry.act else [entry]
    by_kind = {e.kind: e for e in reversed(entries)}
    if summary := by_kind.get(Kind.SOURCE_IMPORTED):
        n = sum(1 for e in entries if e.kind == Kind.ATTENDEE_LISTED)
        people = ngettext("{n} person", "{n} people", n)
        words = _("List “{name}” imported: {people} new or changed")
        return words.format(name=summary.data["name"], people=people)
    if Kind.BADGE_PRINTED in by_kind and len(entries) > 1:
        return ngettext("{n} badge printed", "{n} badges printed", len(entries))
    if entry.kind in (Kind.LIST_SET, Kind.LIST_CLOSED):
        listed = event.read.list_by_id(ListId(entry.subject))
        name = entry.data.get("name") or (listed.name if listed else "")
        return f"{name}: {happened(entry)}"
    name = _name_of(event, entries)
    return f"{name}: {happened(entry)}" if name else happened(entry)


def _name_of(event: EventFile, entries: Sequence[Entry]) -> str:
    """Whom it was about, even if they are on no list any more."""
    guest = event.read.attendee(AttendeeId(entries[0].subject))
    if guest:
        return who(guest)
    said: Mapping[str, Any] = next(
        (e.data["fields"] for e in entries if e.kind == Kind.ATTENDEE_LISTED), {}
    )
    known = {name: said[name] for name in said if name in DETAIL_NAMES}
    return who(Attendee(AttendeeId(entries[0].subject), Details(**known)))


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
