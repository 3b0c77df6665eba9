"""Who waits for a badge, and how many they are."""

from collections.abc import Mapping
from enum import StrEnum

from checkin.heap import quiet
from checkin.model.attendee import COMING, Attendee
from checkin.store.eventfile import EventFile
from checkin.store.fold.standing import CHANGED


class Which(StrEnum):
    """Whose badges a print is of; only people who are coming ever count."""

    UNPRINTED = "unprinted"
    """Those who have none yet."""
    CHANGED = "changed"
    """Those on whose newest badge another name stands than is theirs now."""
    ALL = "all"


_WORDS = ", ".join(f"'{word}'" for word in ("", *sorted(COMING)))  # "": registered
_COMING = f"erased = 0 AND withdrawn = 0 AND status IN ({_WORDS})"
_CONDITIONS = {
    Which.UNPRINTED: f"{_COMING} AND printed = 0",
    Which.CHANGED: f"{_COMING} AND standing & {CHANGED}",
    Which.ALL: _COMING,
}
_IN_VAIN = f"erased = 0 AND printed > 0 AND NOT ({_COMING})"


@quiet()
def who_is_waiting(event: EventFile, which: Which) -> list[Attendee]:
    """Those whose badges are to be printed, by last name."""
    return list(event.read.attendees(_CONDITIONS[which]))


def counts(event: EventFile) -> Mapping[Which, int]:
    """How many `who_is_waiting` would find; from tallies, so it is quick."""
    tally = event.read.tally
    coming = sum(tally(f"status:{status}") for status in COMING)
    in_vain = sum(1 for _guest in event.read.attendees(_IN_VAIN))
    printed = tally("printed") - in_vain
    changed = sum(1 for _guest in event.read.attendees(_CONDITIONS[Which.CHANGED]))
    return {
        Which.UNPRINTED: coming - printed,
        Which.CHANGED: changed,
        Which.ALL: coming,
    }
