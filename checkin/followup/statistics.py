"""The numbers of an event: how many were expected, came, and were not expected."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from checkin.followup.columns import distinct
from checkin.model.i18n import _
from checkin.store.arrivals import Arrivals, walk_ins
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
    """Came without being on the list."""
    cancelled: int
    """Withdrawn from the list included."""
    waitlisted: int
    pending: int
    printed: int
    handed_out: int
    """People with at least one badge."""
    first_time: int
    """Expected, and here for the first time."""
    show_rate: float | None
    """Of those expected, the part that came, 0 to 1; None if nobody was."""
    by_type: Mapping[str, TypeStats]
    """By the words of the list; "" for people without a ticket type."""
    lists: Mapping[str, ListStats]
    """By the names of the check-in lists, in their order."""

    @property
    def came(self) -> int:
        """Of those expected."""
        return self.expected - self.missed

    @property
    def others(self) -> int:
        """Came, though neither expected nor walk-ins: let in anyway, or erased since.

        So `attended` is `came`, `walk_ins` and `others` together.
        """
        return self.attended - self.came - self.walk_ins

    def as_json(self) -> dict[str, Any]:
        """For `checkin stats --json`."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of those expected came, of one ticket type."""

    name: str
    came: int
    expected: int

    @property
    def words(self) -> str:
        """25 of 31"""
        return _("{came} of {expected}").format(
            came=f"{self.came:,}", expected=f"{self.expected:,}"
        )


def rates(numbers: Stats, came: Arrivals) -> list[Rate]:
    """Each ticket type of which anybody was expected, the largest first."""
    found = [
        Rate(name or _("No ticket type"), came.expected.get(name, 0), one.expected)
        for name, one in numbers.by_type.items()
        if one.expected
    ]
    return sorted(found, key=lambda rate: -rate.expected)


def stats(event: EventFile) -> Stats:
    """The numbers of this moment; some 10 ms with 100,000, most come from tallies."""
    n = event.read.tallies()
    expected = n.get("expected", 0)
    came = n.get("expected_attended", 0)
    return Stats(
        expected=expected,
        attended=n.get("attended", 0),
        inside=n.get("inside", 0),
        missed=n.get("missed", 0),
        walk_ins=walk_ins(event.read),
        cancelled=n.get("status:cancelled", 0),
        waitlisted=n.get("status:waitlisted", 0),
        pending=n.get("status:pending", 0),
        printed=n.get("printed", 0),
        handed_out=n.get("handed_out", 0),
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
