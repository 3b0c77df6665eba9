"""Who came when, for the charts: all at once, without looking at each guest."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from checkin.model.attendee import COMING
from checkin.store.reading import Reader

_EXPECTED = (
    "walk_in = 0 AND withdrawn = 0 AND erased = 0 AND status IN ('', {})"
).format(", ".join(f"'{status.value}'" for status in sorted(COMING)))


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Everybody who came, walk-ins and erased people too."""

    moments: "array[int]"
    """When each of them came in first, at any list; Unix ms, the earliest first."""
    offset: int
    """Minutes that local time was ahead of UTC when the last of them came."""
    expected: Mapping[str, int]
    """Of those on the list, not called off, how many came; by ticket type."""


def arrivals(reader: Reader) -> Arrivals:
    """Some 100 ms for 100,000 people, so not on the window's thread."""
    conn = reader.conn
    (text,) = conn.execute(
        "SELECT group_concat(arrived_at) FROM (SELECT arrived_at FROM attendees"
        " WHERE arrived_at IS NOT NULL ORDER BY arrived_at)"
    ).fetchone()
    last = conn.execute(
        "SELECT first_offset FROM presences WHERE first_at IS NOT NULL"
        " ORDER BY first_at DESC LIMIT 1"
    ).fetchone()
    by_type = conn.execute(
        "SELECT ticket_type, count(*) FROM attendees"
        f" WHERE arrived_at IS NOT NULL AND {_EXPECTED} GROUP BY ticket_type"
    )
    return Arrivals(
        array("q", map(int, text.split(","))) if text else array("q"),
        last[0] if last else 0,
        dict(by_type),
    )
