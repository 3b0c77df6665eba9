"""How long a list takes: read, planned, imported; beside csv.reader on the same file.

Besides, the same list again (nothing changed), a preview, workbooks, and the most
memory that an import and its child take.
"""

import csv
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from _measure import figure, interleaved, timed

from checkin.heap import quiet
from checkin.importing import Plan, apply_plan, load, make_plan
from checkin.importing.columns import columns_of
from checkin.importing.read import read_table
from checkin.model.ids import DeskId
from checkin.settings import SystemClock
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

SIZES = (1_000, 10_000, 100_000)
QUESTIONS = 19
"""27 columns in all, like the export of a large ticket shop."""

_FIRST = "Zoë Anna Łukasz Mei-Ling Otis Jonas Ravi Petra Søren Aoife Tom Kofi".split()
_LAST = "Bell Schmidt Wójcik Keller Okoro Weber Reed Pugh Ng Fonseca Holm".split()
_ANSWERS = ("", "", "yes", "no", "a longer one, with a comma", "London")
_HEADER = (
    "First Name", "Last Name", "Email", "Company", "Job Title", "Ticket Type",
    "Barcode #", "Attendee Status",
)  # fmt: skip


def invented(path: Path, rows: int) -> Path:
    """A list of that many guests."""
    chance = random.Random(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*_HEADER, *(f"Question {n}" for n in range(QUESTIONS))])
        for n in range(rows):
            guest = (
                chance.choice(_FIRST), f"{chance.choice(_LAST)}-{n % 977}",
                f"guest{n}@example.org", chance.choice(("Café Nör", "Smith, Ltd", "")),
                "Engineer", chance.choice(("Member", "Guest")), 10**11 + 7 * n,
                chance.choice(("Attending", "Checked In", "Refunded")),
            )  # fmt: skip
            out.writerow([*guest, *chance.choices(_ANSWERS, k=QUESTIONS)])
    return path


def plain(path: Path) -> int:
    """What every importer has to do at least."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _row in csv.reader(file))


def measure(folder: Path, rows: int) -> None:
    """All figures at one size."""
    size = f"{rows // 1000}k"
    path = invented(folder / f"{rows}.csv", rows)
    works = {"floor": lambda: plain(path), "load": lambda: load(path)}
    taken = interleaved(works, rounds=3)
    measure_preview(path, size)
    floor = min(taken["floor"])
    read = min(taken["load"])
    figure("import.read", read, "s", size=size, ratio=read / floor)
    desk = Desk(DeskId(b"d" * 16), "Bench")
    event = EventFile.create(
        folder / f"{rows}.checkin", {"name": "Bench"}, SystemClock(), desk
    )
    reading = load(path)
    plans: list[Plan] = []
    for name in ("new", "same"):
        planned = timed(lambda: plans.append(make_plan(event, reading, "guests")))
        applied = timed(lambda: apply_plan(event, plans.pop()))
        figure(f"import.plan.{name}", planned, "s", size=size, ratio=planned / floor)
        figure(f"import.apply.{name}", applied, "s", size=size, ratio=applied / floor)
        whole = read + planned + applied
        figure(f"import.whole.{name}", whole, "s", size=size, ratio=whole / floor)
    event.close()


def measure_workbook(folder: Path, rows: int) -> None:
    """The same list as a workbook: looked at, read, and imported whole."""
    import xlsxwriter

    path = folder / f"{rows}.xlsx"
    source = invented(folder / "workbook.csv", rows)
    with (
        source.open(encoding="utf-8", newline="") as file,
        xlsxwriter.Workbook(path, {"constant_memory": True}) as book,
    ):
        sheet = book.add_worksheet()
        for n, row in enumerate(csv.reader(file)):
            sheet.write_row(n, 0, row)
    size = f"{rows // 1000}k"
    floor = timed(lambda: plain(source))
    for kind, where in (("csv", source), ("xlsx", path)):
        seconds, megabytes = whole_import(where, folder / f"{rows}{kind}.checkin")
        most = _MOST[kind] if rows == SIZES[-1] else None
        figure(f"import.alone.{kind}", seconds, "s", size=size, at_most=most)
        figure(f"import.floor.{kind}", floor, "s", size=size, ratio=seconds / floor)
        figure(f"import.peak.{kind}", megabytes, "MB", size=size, at_most=600)


_MOST = {"csv": 10, "xlsx": 12}
"""Seconds for the largest list."""

_ALONE = r"""
import re, resource, sys, time
from pathlib import Path
from checkin.importing import apply_plan, load, make_plan
from checkin.model.ids import DeskId
from checkin.settings import SystemClock
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
where, place = map(Path, sys.argv[1:])
def most():  # ru_maxrss begins with what the process that started this one takes
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1])
desk = Desk(DeskId(b"d" * 16), "Bench")
event = EventFile.create(place, {"name": "Bench"}, SystemClock(), desk)
start = time.perf_counter()
reading = load(where)
own = most()
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
apply_plan(event, make_plan(event, reading, "guests"))
seconds = time.perf_counter() - start
later = most()  # the child is gone by then
print(seconds, max(own + child, later) / 1024)
event.close()
"""


def whole_import(where: Path, place: Path) -> tuple[float, float]:
    """Seconds, and MB at the most, of a process that imports and of its child."""
    command = [sys.executable, "-c", _ALONE, str(where), str(place)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def measure_preview(path: Path, size: str) -> None:
    """The table and what its columns are taken for: what the page shows first.

    Read as the page reads it, while no garbage is collected.
    """

    def look() -> None:
        with quiet():
            columns_of(read_table(path))

    seconds = min(timed(look) for _ in range(2))
    floor = min(timed(lambda: plain(path)) for _ in range(2))
    most = 1 if size == "100k" else None
    figure("import.preview", seconds, "s", size=size, at_most=most)
    figure("import.preview.floor", floor, "s", size=size, ratio=seconds / floor)


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        for rows in SIZES:
            measure(Path(folder), rows)
            measure_workbook(Path(folder), rows)


if __name__ == "__main__":
    main()
