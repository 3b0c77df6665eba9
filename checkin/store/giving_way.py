"""What was corrected at the desk gives way to what the list says.

The corrections are undone, each by an undo of its own: what the list says comes to
light, now and in its later versions. Undoing the act in which that happens makes those
undos void, and the corrections hold again.
"""

from collections.abc import Mapping
from typing import Any

from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile


def give_way(event: EventFile, who: AttendeeId, seen: Mapping[str, str]) -> list[Draft]:
    """What takes corrections of somebody away, inside a write.

    `seen`: for each detail the correction that was looked at, as `corrections_of` has
    it; one that was corrected again since then stays. What else such a correction put
    right is said again.
    """
    held = event.read.corrections_of(who)
    fields = {name for name, entry in seen.items() if held.get(name) == entry}
    if not fields:
        return []
    undone = event.read.undone_of(who)
    drafts, rest = [], dict[str, Any]()
    for entry in event.read.history(who):
        if entry.kind != Kind.ATTENDEE_CORRECTED or entry.id in undone:
            continue
        said = entry.data["fields"]
        if not fields.isdisjoint(said):
            target = {"target": entry.id.hex()}
            drafts.append(Draft(Kind.UNDO_MADE, event.event_id, target))
            rest |= {
                name: said[name]
                for name in said
                if name not in fields and held.get(name) == entry.id.hex()
            }
    if rest:
        data = {"fields": rest, "seen": {name: held[name] for name in rest}}
        drafts.append(Draft(Kind.ATTENDEE_CORRECTED, who, data))
    return drafts
