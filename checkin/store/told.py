"""What was done, in words that need a look at the event: whom it was about."""

from collections.abc import Mapping, Sequence
from typing import Any

from checkin.model.attendee import DETAIL_NAMES, Attendee, Details
from checkin.model.entry import Entry
from checkin.model.i18n import _, ngettext
from checkin.model.ids import AttendeeId, ListId
from checkin.model.kinds import Kind
from checkin.model.words import happened, who
from checkin.store.eventfile import EventFile


def outcome(event: EventFile, undo: Entry) -> tuple[str, bool]:
    """What an undo is about, in words, and whether that is in force again now.

    Undoing an undo is about what that one undid.
    """
    entry, whole, back = undo, False, True
    while entry.kind == Kind.UNDO_MADE:
        target = bytes.fromhex(entry.data["target"])
        found = event.read.entry_or_act(target)
        if found is None or found.order >= entry.order:  # no desk of ours writes that
            break
        entry, whole, back = found, found.id != target, not back
    return what(event, entry, whole), back


def what(event: EventFile, entry: Entry, whole: bool = True) -> str:
    """What was done, in words: of a whole act, what its user would call it.

    `entry` stands for its act where it has one, unless `whole` says otherwise.
    """
    act = entry.act if whole else None
    counts = event.read.kinds_of(act) if act else {entry.kind: 1}
    if act and Kind.SOURCE_IMPORTED in counts:
        (summary, *_more) = event.read.act(act, Kind.SOURCE_IMPORTED)
        # who has news in what is kept beside is listed anew too, but not changed
        said = summary.data
        anew = counts.get(Kind.ATTENDEE_LISTED, 0)
        n = said.get("new", anew) + said.get("changed", 0)
        people = ngettext("{n:,} person", "{n:,} people", n)
        words = _("List “{name}” imported: {people} new or changed")
        return words.format(name=said["name"], people=people)
    if (n := counts.get(Kind.BADGE_PRINTED, 0)) > 1:
        return ngettext("{n:,} badge printed", "{n:,} badges printed", n)
    if (n := counts.get(Kind.BADGE_HANDED_OUT, 0)) > 1:
        return ngettext("{n:,} badge handed out", "{n:,} badges handed out", n)
    if entry.kind in (Kind.LIST_SET, Kind.LIST_CLOSED):
        listed = event.read.list_by_id(ListId(entry.subject))
        name = entry.data.get("name") or (listed.name if listed else "")
        return f"{name}: {happened(entry)}"
    name = _name_of(event, event.read.act(act) if act else [entry])
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
