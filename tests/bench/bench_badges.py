"""Badges: rate, size and memory, what scanners read of them, how soon a sheet is shown.

The rate against bare pages, against bitmaps and against gLabels, in turn in one run.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _badge_peers import (
    GLABELS,
    bitmaps,
    floor,
    for_glabels,
    glabels,
    people,
    stretches,
)
from _events import make
from _measure import figure, interleaved, percentile

from checkin.badges import (
    BadgeText,
    Looks,
    Resolution,
    Sheeting,
    design,
    designs,
    stock,
    verify,
    write_sheets,
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES = (1_000, 10_000)
WITH_BITMAPS, WITH_GLABELS = 300, 1_000
"""Badges of the slow routes; more would only take longer."""
ROUNDS = 5
LEAST_RATE = 1_100
"""Badges a second."""
MOST_MEMORY = 150
"""MB at 10,000 badges, all of the process."""
MOST_KB = 1.0
"""Of PDF for a badge; fonts count."""
MOST_LONGER = 1.25
"""Time for a badge of 10,000, against that for one of 1,000."""
MOST_READING = 4.0
"""Seconds for reading 1,000 codes back."""
MOST_PREVIEW = 150
"""Milliseconds from a change to the sheet on the page."""
PRINTERS = (Resolution(300), Resolution(203, one_bit=True))


def ours(badges: list[BadgeText], folder: Path) -> Path:
    """The real thing."""
    out = folder / "ours.pdf"
    write_sheets(out, badges, Sheeting(stock()), Looks(design()))
    return out


def main() -> None:
    """Prints all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Before the rates: a child counts the memory of the parent that forked it.
        for count in SIZES:
            most = MOST_MEMORY if count == SIZES[-1] else None
            used = _child("memory", str(count))
            figure("badges.memory", used, "MB", size=_short(count), at_most=most)
        for count in SIZES:
            _rates(count, folder)
        _linear(folder)
        _against_glabels(folder)
        _read_back(folder)
        _preview(folder)


def _short(count: int) -> str:
    return f"{count // 1000}k"


def _linear(folder: Path) -> None:
    """How much longer a badge takes where there are ten times as many.

    In processor time: the two are too far apart for the machine to hit both alike.
    """
    each = []
    for count in SIZES:
        badges, taken = people(count), []
        for _round in range(3):
            start = time.process_time()
            ours(badges, folder)
            taken.append(time.process_time() - start)
        each.append(min(taken) / count)
    unit = "times as long a badge"
    figure("badges.linear", each[1] / each[0], unit, at_most=MOST_LONGER)


def _rates(count: int, folder: Path) -> None:
    """Prints what the rate is, and how it compares."""
    badges, size = people(count), _short(count)
    codes = [stretches(badge.code) for badge in badges]
    few = badges[:WITH_BITMAPS]
    taken = interleaved(
        {
            "ours": lambda: ours(badges, folder),
            "floor": lambda: floor(badges, codes, folder),
            "bitmaps": lambda: bitmaps(few, folder),
        },
        rounds=ROUNDS if count < 5_000 else 3,
    )
    took = {name: percentile(times, 50) for name, times in taken.items()}
    mine, bare, slow = (
        count / took["ours"],
        count / took["floor"],
        len(few) / took["bitmaps"],
    )
    unit = "badges/s"
    figure("badges.rate", mine, unit, size=size, at_least=LEAST_RATE)
    figure("badges.to_floor", mine, unit, size=size, ratio=mine / bare, at_least=1 / 3)
    figure("badges.to_bitmaps", mine, unit, size=size, ratio=mine / slow, at_least=10)
    kb = ours(badges, folder).stat().st_size / 1024 / count
    figure("badges.size", kb, "KB", size=size, at_most=MOST_KB)


def _against_glabels(folder: Path) -> None:
    """Both make the whole PDF of the same names."""
    if GLABELS is None:
        print("badges.to_glabels  not measured: glabels-3-batch is not installed")
        return
    badges = people(WITH_GLABELS)
    document = for_glabels(badges, folder)
    taken = interleaved(
        {"ours": lambda: ours(badges, folder), "theirs": lambda: glabels(document)},
        rounds=3,
        warm_up=0,
    )
    mine, theirs = (
        len(badges) / percentile(taken[name], 50) for name in ("ours", "theirs")
    )
    ratio = mine / theirs
    figure("badges.to_glabels", mine, "badges/s", size="1k", ratio=ratio, at_least=10)


def _read_back(folder: Path) -> None:
    """How many codes a scanner reads, from what printers make of the sheets."""
    badges = people(SIZES[0])
    pdf = ours(badges, folder)
    codes = [badge.code for badge in badges]
    for printer in PRINTERS:
        start = time.perf_counter()
        unread = verify(pdf, codes, at=printer)
        took = time.perf_counter() - start
        read, size = len(codes) - len(unread), printer.words
        figure("badges.read", read, "codes", size=size, at_least=len(codes))
        figure("badges.reading", took, "s", size=size, at_most=MOST_READING)


def _preview(folder: Path) -> None:
    path = folder / "10k.checkin"
    make(path, SIZES[-1])[0].close()
    slowest = _child("preview", str(path))
    figure("badges.preview", slowest, "ms", size="10k", at_most=MOST_PREVIEW)


def _child(*arguments: str) -> float:
    """What a process of its own finds."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, __file__, *arguments],
            env=os.environ | {"HOME": home, "XDG_CONFIG_HOME": home},
            check=True,
            capture_output=True,
            text=True,
        )
    return float(json.loads(done.stdout))


def peak(count: int) -> float:
    """MB that this process needs at most for so many badges."""
    with tempfile.TemporaryDirectory() as folder:
        ours(people(count), Path(folder))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def slowest_preview(path: Path) -> float:
    """Milliseconds until the page shows the sheet: the slowest of its changes.

    Through the page itself. Each change is made three times, once everything was
    looked through; the fastest of the three counts.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from checkin.ui import app as application

    app = application.make_app()
    around = application.environment()
    application.Looks(app, around.settings)
    from checkin.ui.window import Window

    window = Window(around)
    window.resize(window.sizeHint())
    window.show()

    def wait(done: list[object]) -> None:
        while not done:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)

    window.opener.open(path)
    while getattr(window, "session", None) is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    window.go("badges")
    page = window.stack.currentWidget()
    made: list[object] = []
    looked: list[object] = []
    page.previewer.sheet_made.connect(made.append)
    page.previewer.looked.connect(looked.append)
    wait(looked)
    taken: dict[str, list[float]] = {}
    for _round in range(3):
        for change in _changes():
            made.clear()
            looked.clear()
            start = time.perf_counter()
            page.change(**change)
            wait(made)
            ms = (time.perf_counter() - start) * 1000
            taken.setdefault(repr(change), []).append(ms)
            if "design" in change or "stock" in change:
                wait(looked)
    window.close()
    QCoreApplication.processEvents()
    return max(min(times) for times in taken.values())


def _changes() -> list[dict[str, object]]:
    """What a user may choose, there and back again."""
    from checkin.badges import Fill, Order
    from checkin.ui.badges.wish import Who

    there_and_back: dict[str, tuple[object, object]] = {
        "order": (Order.ORGANISATION, Order.FIRST_NAME),
        "who": (Who.ALL, Who.UNPRINTED),
        "design": (design(designs()[1]), design(designs()[0])),
        "stock": (stock("3474"), stock()),
        "used": (frozenset({1, 2}), frozenset()),
        "copies": (2, 1),
        "fill": (Fill.STACK, Fill.ROWS),
    }
    return [{name: value} for name, pair in there_and_back.items() for value in pair]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["memory", count]:
            print(json.dumps(peak(int(count))))
        case ["preview", path]:
            print(json.dumps(slowest_preview(Path(path))))
        case _:
            main()
