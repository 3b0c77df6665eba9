"""Who came when, for the charts: all at once, without looking at each guest."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from checkin.model.attendee import COMING
from checkin.store.reading import Reader

_EXPECTED = (
    "walk_in = 0 AND withdrawn = 0 AND erased = 0 AND status IN ('', {})"
).format(", ".join(f"'{status.value}'" for status in sorted(COMING)))
_MINUTE, _DAY = 60_000, 24 * 60 * 60_000


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Everybody who came, walk-ins and erased people too."""

    minutes: "array[int]"
    """When each of them came in first, at any list: minutes since 1970 of the clock on
    the wall, the earliest first."""
    expected: Mapping[str, int]
    """Of those on the list, not called off, how many came; by ticket type."""


def arrivals(reader: Reader) -> Arrivals:
    """Some 100 ms for 100,000 people, so not on the window's thread."""
    conn = reader.conn
    (text,) = conn.execute(
        "SELECT group_concat(arrived_at) FROM (SELECT arrived_at FROM attendees"
        " WHERE arrived_at IS NOT NULL ORDER BY arrived_at)"
    ).fetchone()
    by_type = conn.execute(
        "SELECT ticket_type, count(*) FROM attendees"
        f" WHERE arrived_at IS NOT NULL AND {_EXPECTED} GROUP BY ticket_type"
    )
    ahead = _offsets(reader)
    moments = map(int, text.split(",")) if text else ()
    local = (ms // _MINUTE + ahead[ms // _DAY] for ms in moments)
    return Arrivals(array("q", local), dict(by_type))


def walk_ins(reader: Reader) -> int:
    """How many of those who came were on no list; erased people not counted."""
    (n,) = reader.conn.execute(
        "SELECT count(*) FROM attendees"
        " WHERE arrived_at IS NOT NULL AND walk_in = 1 AND erased = 0"
    ).fetchone()
    return int(n)


def _offsets(reader: Reader) -> dict[int, int]:
    """Minutes that local time is ahead of UTC, for each day of UTC.

    What most said that day: one laptop may be set to the time of another country, and
    an event may go on while the clocks are changed.
    """
    rows = reader.conn.execute(
        f"SELECT first_at / {_DAY}, first_offset, count(*) AS n FROM presences"
        " WHERE first_at IS NOT NULL GROUP BY 1, 2 ORDER BY n, 2"
    )
    return {day: offset for day, offset, _n in rows}
