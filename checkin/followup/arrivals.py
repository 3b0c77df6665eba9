"""When people came: bars for a chart, and the busiest quarter of an hour. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checkin.model.clock import Instant
from checkin.model.i18n import _, ngettext

_MINUTE = 60_000
_DAY = 24 * 60
_STEPS = (5, 10, 15, 30, 60, 120, 180, 360, 720, _DAY)
"""Minutes that a bar may stand for; all of them begin at a full hour or day."""
_MOST_BARS = 14
"""So many have their numbers beside each other in a narrow column."""
_QUARTER = 15
_SLIDE = 5
"""A quarter of an hour begins at any multiple of so many minutes."""


@dataclass(frozen=True, slots=True)
class Busiest:
    """The quarter of an hour in which most people came; of equals the earliest.

    By the clock on the wall, as `Histogram.starts`.
    """

    start: Instant
    end: Instant
    arrivals: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Arrivals in equal steps from the first to the last, without a gap."""

    step: int
    """Minutes that each bar stands for."""
    starts: tuple[Instant, ...]
    """When each bar begins by the clock on the wall, as if that showed UTC; a bar ends
    where the next one begins."""
    labels: tuple[str, ...]
    """The same for people: 18:15, Thu 18:00 over several days, 23 Nov for whole days.
    """
    counts: tuple[int, ...]
    busiest: Busiest | None
    """None if nobody came."""

    @property
    def busiest_words(self) -> str:
        """Busiest: 18:25 to 18:40, 27 people; empty if nobody came."""
        if self.busiest is None:
            return ""
        start, n = self.busiest.start, self.busiest.arrivals
        days = {one.local().date() for one in self.starts}
        return _("Busiest: {start} to {end}, {many}").format(
            start=start.day_and_time() if len(days) > 1 else start.hour_minute(),
            end=self.busiest.end.hour_minute(),
            many=ngettext("{n:,} person", "{n:,} people", n),
        )


def histogram(local: Sequence[int], step: int = 5) -> Histogram:
    """Bars of `step` minutes, or of more where they would be more than 14.

    `local` are minutes since 1970 of the clock on the wall, in any order; bars begin
    at its round times.
    """
    if not local:
        return Histogram(step, (), (), (), None)
    first, last = min(local), max(local)
    step = _fitting(first, last, step)
    found = Counter(minute // step for minute in local)
    bars = range(first // step, last // step + 1)
    starts = tuple(_instant(bar * step) for bar in bars)
    several_days = first // _DAY != last // _DAY
    return Histogram(
        step,
        starts,
        tuple(_label(start, step, several_days) for start in starts),
        tuple(found[bar] for bar in bars),
        _busiest(local),
    )


def _fitting(first: int, last: int, step: int) -> int:
    """The smallest step from `step` on with which the bars are few enough."""
    steps = [one for one in (step, *_STEPS) if one >= step]
    while True:
        for one in steps:
            if last // one - first // one < _MOST_BARS:
                return one
        steps = [2 * steps[-1]]


def _busiest(local: Sequence[int]) -> Busiest:
    slots = Counter(minute // _SLIDE for minute in local)
    width = _QUARTER // _SLIDE
    sums = {slot: sum(slots[slot + n] for n in range(width)) for slot in sorted(slots)}
    best = max(sums, key=lambda slot: sums[slot])
    start = best * _SLIDE
    return Busiest(_instant(start), _instant(start + _QUARTER), sums[best])


def _instant(minute: int) -> Instant:
    return Instant(minute * _MINUTE)


def _label(start: Instant, step: int, several_days: bool) -> str:
    local = start.local()
    if step >= _DAY:
        return f"{local.day} {local:%b}"
    return f"{local:%a %H:%M}" if several_days else start.hour_minute()
