"""The numbers of an event, from tallies that are kept as people come and go."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from checkin.followup.columns import distinct
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class TypeStats:
    """One ticket type."""

    expected: int
    attended: int
    """Walk-ins with that ticket included."""


@dataclass(frozen=True, slots=True)
class ListStats:
    """One check-in list."""

    attended: int
    inside: int


@dataclass(frozen=True, slots=True)
class Stats:
    """How an event stands. People, not scans; erased people still count as came."""

    expected: int
    """On the list, and neither cancelled, waitlisted nor pending."""
    attended: int
    """Came in at any list, walk-ins included."""
    inside: int
    missed: int
    """Expected, and not come yet."""
    walk_ins: int
    cancelled: int
    """Withdrawn from the list included."""
    waitlisted: int
    pending: int
    printed: int
    """People with at least one badge."""
    first_time: int
    """Expected, and here for the first time."""
    show_rate: float | None
    """Of those expected, the part that came, 0 to 1; None if nobody was."""
    by_type: Mapping[str, TypeStats]
    """By the words of the list; "" for people without a ticket type."""
    lists: Mapping[str, ListStats]
    """By the names of the check-in lists, in their order."""

    def as_json(self) -> dict[str, Any]:
        """For `checkin stats --json`."""
        return asdict(self)


def stats(event: EventFile) -> Stats:
    """The numbers of this moment; counts nothing, so it is as quick with 100,000."""
    n = event.read.tallies()
    expected = n.get("expected", 0)
    came = n.get("expected_attended", 0)
    return Stats(
        expected=expected,
        attended=n.get("attended", 0),
        inside=n.get("inside", 0),
        missed=n.get("missed", 0),
        walk_ins=n.get("walk_ins", 0),
        cancelled=n.get("status:cancelled", 0),
        waitlisted=n.get("status:waitlisted", 0),
        pending=n.get("status:pending", 0),
        printed=n.get("printed", 0),
        first_time=n.get("first_time", 0),
        show_rate=round(came / expected, 4) if expected else None,
        by_type=_by_type(n),
        lists=_by_list(event, n),
    )


def _by_type(n: Mapping[str, int]) -> dict[str, TypeStats]:
    names = {
        name.removeprefix("type:").rpartition(":")[0]
        for name in n
        if name.startswith("type:")
    }
    return {
        name: TypeStats(
            n.get(f"type:{name}:expected", 0), n.get(f"type:{name}:attended", 0)
        )
        for name in sorted(names)
    }


def _by_list(event: EventFile, n: Mapping[str, int]) -> dict[str, ListStats]:
    lists = event.read.lists()
    names = distinct([one.name for one in lists])
    return {
        name: ListStats(
            n.get(f"list:{one.id.hex()}:attended", 0),
            n.get(f"list:{one.id.hex()}:inside", 0),
        )
        for name, one in zip(names, lists, strict=True)
    }
