"""How long a list takes: read, planned, imported; beside csv.reader on the same file.

Besides, the same list again (nothing changed), and one workbook.
"""

import csv
import random
import tempfile
from pathlib import Path

from _measure import figure, interleaved, timed

from checkin.importing import Plan, apply_plan, load, make_plan
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
    """The same list as a workbook; nearly all of it is the reader's own time."""
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
    taken = interleaved({"csv": lambda: plain(source), "x": lambda: load(path)}, 2)
    read = min(taken["x"])
    ratio = read / min(taken["csv"])
    figure("import.read.xlsx", read, "s", size=f"{rows // 1000}k", ratio=ratio)


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        for rows in SIZES:
            measure(Path(folder), rows)
        measure_workbook(Path(folder), SIZES[1])


if __name__ == "__main__":
    main()
