"""How long the window would stand still while long work goes on beside it.

The work runs on a thread as it does in the window; this thread wakes every 10 ms, as
its timers do. What counts is the longest gap between two wakings: a call that keeps
the interpreter to itself shows here, however quick it makes the work. A busy machine
shows too: what an idle process had to bear meanwhile stands beside it.
"""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from _measure import figure
from bench_import import invented

from checkin.badges import (
    Looks,
    Sheeting,
    Which,
    design,
    print_badges,
    stock,
    who_is_waiting,
)
from checkin.followup.export import export
from checkin.followup.mailing import survey
from checkin.heap import let_go
from checkin.importing import (
    Plan,
    Reading,
    apply_plan,
    certainties,
    consequence,
    let_go_of,
    load,
    make_plan,
    problem_groups,
    remap,
)
from checkin.model.ids import DeskId
from checkin.settings import SystemClock
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

ROWS, BADGES = 100_000, 10_000
TICK = 0.01
NEIGHBOUR = "neighbour"
AT_MOST = 100
"""The longest gap in ms that people don't notice."""


class Ticks:
    """Wakings of this thread, every 10 ms."""

    def __init__(self) -> None:
        self._before = time.perf_counter()
        self.longest = 0.0
        """Seconds between two of them, at most."""

    def tick(self) -> None:
        """Sleeps until the next one."""
        time.sleep(TICK)
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._before)
        self._before = now


class Neighbour:
    """Another process that does nothing but wake: what this machine makes of that."""

    def __init__(self) -> None:
        command = [sys.executable, __file__, NEIGHBOUR]
        pipe = subprocess.PIPE
        self._child = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def longest(self) -> float:
        """Its longest gap since the last question, in seconds."""
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write("and?\n")
        self._child.stdin.flush()
        return float(self._child.stdout.readline())

    def close(self) -> None:
        """Ends it."""
        self._child.communicate()


def be_the_neighbour() -> None:
    """Ticks; each line that comes in is answered with the longest gap."""
    asked: SimpleQueue[str] = SimpleQueue()
    listener = threading.Thread(target=lambda: [asked.put(q) for q in sys.stdin])
    listener.start()
    ticks = Ticks()
    while listener.is_alive():
        ticks.tick()
        if not asked.empty():
            asked.get()
            print(ticks.longest, flush=True)
            ticks = Ticks()


def watch(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds that the work took on a thread, and the longest gap here meanwhile."""
    thread = threading.Thread(target=work)
    begun = time.perf_counter()
    thread.start()
    ticks = Ticks()
    while thread.is_alive():
        ticks.tick()
    return time.perf_counter() - begun, ticks.longest


class Afternoon:
    """What an organiser does with a large list, one thing after another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = invented(folder / "guests.csv", ROWS)
        self._path = folder / "event.checkin"
        desk = Desk(DeskId(b"d" * 16), "Bench")
        fields = {"name": "Bench"}
        self.open = EventFile.create(self._path, fields, SystemClock(), desk)
        self._reading: list[Reading] = []
        self._plan: list[Plan] = []

    def _event(self) -> EventFile:
        """A task's own connection."""
        return EventFile.join(self.open.place)

    def read(self) -> None:
        """Reads the file."""
        self._reading.append(load(self._list))

    def remap(self) -> None:
        """Takes a column for something else."""
        self._reading.append(remap(self._reading[0], ["Question 3=note"]))
        let_go_of([self._reading.pop(0)])

    def plan(self) -> None:
        """Compares it with what is there."""
        with self._event() as event:
            self._plan.append(make_plan(event, self._reading[0], "guests"))

    def review(self) -> None:
        """What the page says of it."""
        certainties(self._reading[0])
        consequence(self._plan[0])
        problem_groups(self._plan[0])

    def apply(self) -> None:
        """Writes it."""
        with self._event() as event:
            apply_plan(event, self._plan[0])

    def let_go(self) -> None:
        """Leaves the page."""
        let_go_of([*self._take(self._reading), *self._take(self._plan)])

    @staticmethod
    def _take(held: list[Any]) -> Iterator[Any]:
        while held:
            yield held.pop()

    def again(self) -> None:
        """The same list a week later: read, planned, written, let go."""
        self.read()
        self.plan()
        self.apply()
        self.let_go()

    def badges(self) -> None:
        """Prints some of them."""
        with self._event() as event:
            everybody = who_is_waiting(event, Which.UNPRINTED)
            guests = everybody[:BADGES]
            print_badges(
                event,
                self._folder / "b.pdf",
                guests,
                Sheeting(stock()),
                Looks(design()),
            )
            let_go(everybody, guests)

    def survey(self) -> None:
        """Counts whom we may write to."""
        with self._event() as event:
            survey(event)

    def csv(self) -> None:
        """Saves everybody as text."""
        with self._event() as event:
            export(event, self._folder / "all.csv")

    def xlsx(self) -> None:
        """Saves everybody as a workbook."""
        with self._event() as event:
            export(event, self._folder / "all.xlsx")

    def register(self) -> None:
        """Saves the door list."""
        with self._event() as event:
            export(event, self._folder / "all.pdf")

    def copy(self) -> None:
        """Saves a copy of the whole event."""
        with self._event() as event:
            event.save_copy(self._folder / "copy.checkin")

    def undo(self) -> None:
        """Takes the import back."""
        with self._event() as event:
            first = next(e for e in event.entries() if e.kind == "source.imported")
            assert first.act
            event.undo(first.act)


DEEDS = (
    Afternoon.read,
    Afternoon.remap,
    Afternoon.plan,
    Afternoon.review,
    Afternoon.apply,
    Afternoon.let_go,
    Afternoon.badges,
    Afternoon.survey,
    Afternoon.csv,
    Afternoon.xlsx,
    Afternoon.register,
    Afternoon.copy,
    Afternoon.again,
    Afternoon.undo,
)


def main() -> None:
    """Print the longest gap of each deed, and the neighbour's during the same time."""
    sys.setswitchinterval(0.001)  # as the window does
    neighbour = Neighbour()
    with tempfile.TemporaryDirectory() as folder:
        afternoon = Afternoon(Path(folder))
        for deed in DEEDS:
            neighbour.longest()
            took, longest = watch(lambda deed=deed: deed(afternoon))
            size = f"{took:.1f} s, idle {neighbour.longest() * 1000:.0f} ms"
            name = f"stall.{deed.__name__}"
            figure(name, longest * 1000, "ms", size=size, at_most=AT_MOST)
        afternoon.open.close()
    neighbour.close()


if __name__ == "__main__":
    be_the_neighbour() if NEIGHBOUR in sys.argv else main()
