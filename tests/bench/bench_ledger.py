"""The ledger in bulk: import, rebuild, check and undo of 100,000 attendees."""

import os
import random
import tempfile
from pathlib import Path

from _events import make
from _measure import figure, timed

from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile

SIZES = (1_000, 10_000, 100_000)
MOST_REBUILD = 10.0
MOST_UNDO = 5.0
"""Seconds at the largest size; per attendee at all."""


def main() -> None:
    """Prints seconds, and what they are in a second at the smallest size."""
    per_head: dict[str, float] = {}
    with tempfile.TemporaryDirectory(dir=os.environ.get("CHECKIN_BENCH_DIR")) as folder:
        for size in SIZES:
            event, act, _codes = make(Path(folder, f"{size}.checkin"), size)
            _some_come(event, size // 100)
            work = {
                "rebuild": event.rebuild,
                "check": event.check,
                "undo_import": lambda e=event, a=act: e.undo(a),
            }
            for name, call in work.items():
                _tell(name, size, timed(call), per_head)
            assert event.check() == []
            event.close()


def _tell(name: str, size: int, seconds: float, per_head: dict[str, float]) -> None:
    each = seconds / size
    growth = each / per_head.setdefault(name, each)
    figure(f"ledger.{name}.growth", growth, "x a head", size=f"{size // 1000}k")
    most = {"rebuild": MOST_REBUILD, "undo_import": MOST_UNDO}.get(name)
    bound = most if size == SIZES[-1] else None
    figure(f"ledger.{name}", seconds, "s", size=f"{size // 1000}k", at_most=bound)


def _some_come(event: EventFile, count: int) -> None:
    """A few admissions, so that undoing the import has people to keep."""
    here = event.main_list().hex()
    people = [guest.id for guest in event.read.attendees("n <= 2000")]
    dice = random.Random(5)
    with event.write() as write:
        write.append_all(
            Draft(Kind.CHECKIN_ADMITTED, who, {"list": here})
            for who in dice.sample(people, min(count, len(people)))
        )


if __name__ == "__main__":
    main()
