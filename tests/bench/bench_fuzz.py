"""Broken lists for as long as one likes: `dev.py bench fuzz MINUTES` (1 if not said).

Each is read or refused in words within five seconds and 500 MB. Those that aren't are
kept in a folder that is named, with what they did; their seeds make them again.
"""

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from _measure import figure

sys.path.append(str(Path(__file__).parents[1] / "property"))

from fuzzing import Outcome, broken, outcome_of, whole_files

_SECONDS = 5.0
_MB = 500


def main(minutes: str = "1", first_seed: str = "") -> None:
    """Print what was found, and figures; the same seeds again from `first_seed` on."""
    kept = Path(tempfile.mkdtemp(prefix="checkin-fuzz-"))
    first = int(first_seed or random.SystemRandom().randrange(1 << 40))
    print(f"seeds from {first}; failing lists are kept in {kept}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        files = whole_files(Path(folder))
    said: Counter[str] = Counter()
    slowest, bugs = 0.0, 0
    ends = time.monotonic() + float(minutes) * 60
    seed = first
    while time.monotonic() < ends:
        path = kept / f"{seed}"  # stays if this very process is ended by it
        path.write_bytes(broken(files, seed))
        found, seconds = _timed(path)
        slowest = max(slowest, seconds)
        said[found.said] += 1
        if found.bug:
            bugs += 1
            print(f"seed {seed}: {found.bug[:300]}", flush=True)
        else:
            path.unlink()
        seed += 1
    print(", ".join(f"{name} {n}" for name, n in said.most_common()))
    figure("fuzz.lists", seed - first, "lists")
    figure("fuzz.slowest", slowest, "s", at_most=_SECONDS)
    figure("fuzz.bugs", bugs, "lists", at_most=0)


def _timed(path: Path) -> tuple[Outcome, float]:
    before = _megabytes()
    start = time.monotonic()
    found = outcome_of(path)
    seconds = time.monotonic() - start
    if not found.bug and seconds > _SECONDS:
        found = Outcome(found.said, f"{seconds:.1f} s ({found.said})")
    if not found.bug and (now := _megabytes()) > max(_MB, before):
        found = Outcome(found.said, f"{now} MB ({found.said})")
    return found, seconds


def _megabytes() -> int:
    """The most that this process and a child of it have taken so far."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
