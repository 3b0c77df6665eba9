"""How benchmarks measure: peers in turn within one run, and one line a figure."""

import math
import time
from collections.abc import Callable, Mapping, Sequence

Work = Callable[[], object]


def interleaved(
    works: Mapping[str, Work], rounds: int, *, warm_up: int = 1
) -> dict[str, list[float]]:
    """Seconds that each work took, round by round.

    All run in every round, and each round begins with another one, so that what the
    machine does meanwhile hits all alike. The rounds of the warm-up aren't counted.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    names = list(works)
    for number in range(-warm_up, rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            seconds = timed(works[name])
            if number >= 0:
                taken[name].append(seconds)
    return taken


def timed(work: Work) -> float:
    """Seconds that one run of the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(samples: Sequence[float], percent: float) -> float:
    """The smallest sample that at least `percent` of all samples don't exceed."""
    rank = math.ceil(len(samples) * percent / 100)
    return sorted(samples)[max(rank, 1) - 1]


def figure(
    name: str,
    value: float,
    unit: str,
    *,
    size: str = "",
    ratio: float | None = None,
    at_most: float | None = None,
    at_least: float | None = None,
) -> bool:
    """Print one figure in one line; whether it keeps to its bounds, if it has any.

    The bounds are those of the ratio where there is one, else those of the value:
    `figure("scan.p99", 1.62, "ms", size="100k", ratio=1.8, at_most=2)` prints
    `scan.p99  100k  1.62 ms  ratio 1.8 (at most 2)  ok`.
    """
    judged = value if ratio is None else ratio
    kept = (at_most is None or judged <= at_most) and (
        at_least is None or judged >= at_least
    )
    bounds = [f"at most {at_most:g}"] if at_most is not None else []
    bounds += [f"at least {at_least:g}"] if at_least is not None else []
    measured = f"{_short(value)} {unit}"
    if ratio is not None:
        measured += f"  ratio {_short(ratio)}"
    if bounds:
        measured += f" ({', '.join(bounds)})  {'ok' if kept else 'SHORT'}"
    print("  ".join(part for part in (name, size, measured) if part), flush=True)
    return kept


def _short(number: float) -> str:
    """Three figures are enough to read; large numbers keep all before the point."""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"
