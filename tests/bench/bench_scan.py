"""Scan to durable verdict, against a bare commit on the same disk in the same run."""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _events import make
from _measure import figure, percentile, timed

from checkin.door.desk import Door
from checkin.store.connection import connect
from checkin.store.eventfile import EventFile

SIZES = (1_000, 10_000, 100_000)
SCANS = 900
"""Pairs of a scan and a bare commit, in turn."""
WARM_UP = 50
MOST = 2.0
"""How many bare commits a scan may take, at p50 and at p99."""
MOST_GROWTH = 1.5
"""How much longer at 100,000 attendees than at 1,000 still counts as flat."""
PIPED = 10_000
LEAST_PIPED = 300
"""Scans a second through `checkin scan`, start of the program included."""


def main() -> None:
    """Prints scan p50 and p99 with their ratios at each size, then the piped rate."""
    medians = {}
    with tempfile.TemporaryDirectory(dir=os.environ.get("CHECKIN_BENCH_DIR")) as folder:
        for size in SIZES:
            label = f"{size // 1000}k"
            event, _act, codes = make(Path(folder, f"{label}.checkin"), size)
            medians[size] = _scans(event, codes, Path(folder, f"{label}.sqlite"), label)
            event.close()
        growth = medians[SIZES[-1]] / medians[SIZES[0]]
        figure("scan.growth", growth, "x", size="1k to 100k", at_most=MOST_GROWTH)
        for size in SIZES[1:]:
            _piped(Path(folder, f"{size // 1000}k.checkin"), f"{size // 1000}k")


def _scans(event: EventFile, codes: list[str], bare: Path, label: str) -> float:
    """The ratio of the medians."""
    floor = connect(bare, "rwc")
    floor.execute("PRAGMA journal_mode = WAL").fetchall()
    floor.execute("CREATE TABLE scans (n INTEGER PRIMARY KEY, code TEXT, at INTEGER)")
    door = Door(event, event.main_list())
    dice = random.Random(3)
    ours, theirs = [], []
    for number, code in enumerate(dice.choices(codes, k=SCANS + WARM_UP)):
        pair = (lambda c=code: door.scan(c), lambda c=code: _bare(floor, c))
        first, second = (timed(one) for one in (pair if number % 2 else pair[::-1]))
        if number >= WARM_UP:
            ours.append(first if number % 2 else second)
            theirs.append(second if number % 2 else first)
        event.checkpoint()
    floor.close()
    ratios = {}
    for percent in (50, 99):
        mine, least = percentile(ours, percent), percentile(theirs, percent)
        ratios[percent] = mine / least
        figure("bare.p" + str(percent), least * 1e3, "ms", size=label)
        figure(
            "scan.p" + str(percent),
            mine * 1e3,
            "ms",
            size=label,
            ratio=ratios[percent],
            at_most=MOST,
        )
    return ratios[50]


def _bare(floor: object, code: str) -> None:
    floor.execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]
    floor.execute(  # type: ignore[attr-defined]
        "INSERT INTO scans (code, at) VALUES (?, ?)", (code, time.time_ns())
    )
    floor.execute("COMMIT")  # type: ignore[attr-defined]


def _piped(path: Path, label: str) -> None:
    """`checkin scan` with 10,000 codes on standard input, end to end."""
    command = [sys.executable, "-m", "checkin"]
    listed = subprocess.run(
        [*command, "attendees", path, "--json"], check=True, capture_output=True
    )
    codes = [guest["code"] for guest in json.loads(listed.stdout)]
    dice = random.Random(4)
    text = "".join(f"{code}\n" for code in dice.choices(codes, k=PIPED))
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "scan", path, "--json"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    seconds = time.perf_counter() - start
    assert len(done.stdout.splitlines()) == PIPED, done.stderr.decode()
    rate = PIPED / seconds
    figure("scan.piped", rate, "scans/s", size=label, at_least=LEAST_PIPED)


if __name__ == "__main__":
    main()
