"""Who waits for a badge, and how many they are."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from checkin.badges.order import DETAILS, Order, Said
from checkin.badges.queue import Queue
from checkin.heap import quiet
from checkin.model.attendee import COMING, Attendee
from checkin.model.ids import AttendeeId
from checkin.store.eventfile import EventFile
from checkin.store.fold.standing import CHANGED
from checkin.store.reading import LIST_PLACE


class Which(StrEnum):
    """Whose badges a print is of; only people who are coming ever count."""

    UNPRINTED = "unprinted"
    """Those who have none yet."""
    CHANGED = "changed"
    """Those on whose newest badge other words stand than are theirs now."""
    ALL = "all"


_WORDS = ", ".join(f"'{word}'" for word in ("", *sorted(COMING)))  # "": registered
_COMING = f"erased = 0 AND withdrawn = 0 AND status IN ({_WORDS})"
_CONDITIONS = {
    Which.UNPRINTED: f"{_COMING} AND printed = 0",
    Which.CHANGED: f"{_COMING} AND standing & {CHANGED}",
    Which.ALL: _COMING,
}
_CHUNK = 500
_IN_VAIN = f"erased = 0 AND printed > 0 AND NOT ({_COMING})"


@quiet()
def who_is_waiting(event: EventFile, which: Which) -> list[Attendee]:
    """Those whose badges are to be printed, by last name."""
    return list(event.read.attendees(_CONDITIONS[which]))


def line_up(event: EventFile, which: Which, order: Order) -> Queue:
    """The same people in another order, as ids: quick and small where they are many."""
    return Queue.of(_said(event, order, _CONDITIONS[which]), order)


def line_up_these(event: EventFile, whose: Sequence[AttendeeId], order: Order) -> Queue:
    """These people in order, coming or not; whoever was erased has no badge."""

    def said() -> Iterator[Said]:
        for start in range(0, len(whose), _CHUNK):
            some = whose[start : start + _CHUNK]
            marks = ",".join("?" * len(some))
            yield from _said(event, order, f"erased = 0 AND id IN ({marks})", some)

    return Queue.of(said(), order)


def _said(
    event: EventFile, order: Order, condition: str, values: Sequence[object] = ()
) -> Iterator[Said]:
    places = LIST_PLACE if order is Order.LIST else ()
    rows = event.read.said((*DETAILS, *places), condition, values)
    return (Said(*row) for row in rows)


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
