"""Makes the pages that tests compare badges with, in tests/data/golden.

    python packaging/golden.py            # all of them again: look at what differs
    python packaging/golden.py scripts 110 OUT.png   # one of them, in colour

Small grey pictures. Whoever makes them again looks at each before committing it.
"""

import csv
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL.Image import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checkin.badges import (  # noqa: E402
    BadgeText,
    Looks,
    Sheeting,
    design,
    designs,
    stock,
    write_sheets,
)
from checkin.badges.pdfium import reading  # noqa: E402

DATA = ROOT / "tests" / "data"
GOLDEN = DATA / "golden"
NAMES = DATA / "names" / "scripts.csv"
DOTS = 72
"""An inch of a golden page."""
GREYS, COLOURS = 16, 64

USUAL = ("L4785", "9012", "A6 4-up")
"""Each design is shown on the first stock that it fits."""
KINDS = {"fold": "A7 tent 4-up", "roll": "DK-2205", "holder": "A6 4-up", "card": "CR80"}
"""A stock of each kind that is not a sheet of labels."""
SCRIPTS = "3474"
"""A stock with room for all the names in many scripts."""

MORE = {
    "ask me about": "letterpress, bees, night trains",
    "can help with": "moving house, LaTeX",
    "looking for": "a darkroom to share",
    "agenda": "18:00 Doors · 18:30 Welcome · 19:15 Introductions · 21:00 Music",
}
"""Columns that some designs ask for."""

Page = Callable[[Path], int]
"""Writes a PDF there; tells which page of it is meant, from 0."""


def pages() -> dict[str, Page]:
    """All golden pages by name."""
    made: dict[str, Page] = {"scripts": _scripts}
    made |= {f"design-{name}": _design(name) for name in designs()}
    made |= {f"back-{name}": _back(name) for name in designs() if design(name).has_back}
    made |= {f"stock-{kind}": _stock(part) for kind, part in KINDS.items()}
    return made


def picture(page: Page, dots: int = DOTS, *, grey: bool = True) -> Image:
    """The page at so many dots an inch."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "page.pdf"
        number = page(pdf)
        with reading(pdf) as document:
            drawn = document[number].render(scale=dots / 72, grayscale=grey)
            image: Image = drawn.to_pil().copy()
    return image


def greys(image: Image) -> Image:
    """In few greys, which makes small files."""
    step = 255 / (GREYS - 1)
    return image.point([round(round(value / step) * step) for value in range(256)])


def names() -> Iterator[dict[str, str]]:
    """The names in many scripts, a dictionary each with the headings of the list."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def badges() -> list[BadgeText]:
    """A badge for each of these names."""
    return [
        BadgeText(
            attendee=bytes([number]),
            code=f"BCDFGHJKLNPRSTVXBC{'BCDFGHJKLNPRSTVX'[number // 16]}"
            f"{'BCDFGHJKLNPRSTVX'[number % 16]}",
            full_name=row["Full name"],
            first_name=row["First name"],
            last_name=row["Last name"],
            organisation=row["Organisation"],
            role=row["Job title"],
            ticket_type=row["Ticket type"],
            event_name="Autumn Networking Evening",
            pronouns="they/them" if number % 3 == 1 else "",
            plus_one="Bruno" if number % 5 == 2 else "",
            first_time="1" if number % 4 == 3 else "",
            host_name="Anna Weber" if number % 5 == 4 else "",
            event_day="Thursday 8 October 2026",
            venue="Harbour Hall",
            more=MORE,
        )
        for number, row in enumerate(names())
    ]


def _scripts(out: Path) -> int:
    write_sheets(out, badges(), Sheeting(stock(SCRIPTS)), Looks(design()))
    return 0


def _design(name: str) -> Page:
    def write(out: Path) -> int:
        _usual(out, name)
        return 0

    return write


def _back(name: str) -> Page:
    def write(out: Path) -> int:
        _usual(out, name)
        return 1

    return write


def _usual(out: Path, name: str) -> None:
    look = design(name)
    on = next(one for one in map(stock, USUAL) if look.fits(one))
    write_sheets(out, badges()[: min(6, on.places)], Sheeting(on), Looks(look))


def _stock(part: str) -> Page:
    def write(out: Path) -> int:
        write_sheets(out, badges()[:2], Sheeting(stock(part)), Looks(design()))
        return 0

    return write


def main(arguments: list[str]) -> None:
    """Makes all of them, or one, in colour."""
    if arguments:
        name, dots, out = arguments
        image = picture(pages()[name], int(dots), grey=False)
        image.quantize(COLOURS).save(out, optimize=True)
        return
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.glob("*.png"):
        path.unlink()
    for name, page in pages().items():
        greys(picture(page)).save(GOLDEN / f"{name}.png", optimize=True)
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
