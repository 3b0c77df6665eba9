"""Badges: the rate against bare pages and against bitmaps, and the memory."""

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from _measure import figure, interleaved, percentile

from checkin.badges import (
    BadgeText,
    Looks,
    Sheeting,
    Stock,
    design,
    qr,
    stock,
    write_sheets,
)
from checkin.badges.room import MM
from checkin.model.code import ALPHABET, LENGTH
from checkin.typeset import save

SIZES = (1_000, 10_000)
WITH_BITMAPS = 300
"""Badges of the slow route; more would only take longer."""
ROUNDS = 5
MOST_MEMORY = 150
"""MB at 10,000 badges, all of the process."""

FIRST = (
    "Zoë Anna İpek Łukasz Maximiliane Sukma Fatoumata Jo Émilie Priya Chidi Ngozi "
    "Søren Ayşe Dmitri Katarzyna José Mbali Yuki Anneliese Nguyễn Thandiwe"
).split()
LAST = (
    "Schmidt Yıldız Wójcik Okonkwo Hohenstein Diallo Li Ångström Nakamura Öztürk "
    "Papadopoulou García Kowalska Achterberg Ferreira Lindqvist Petrović Sørensen"
).split()
WORK = ("Makers", "Energie", "Robotics", "Foundry", "Press", "Atelier", "& Daughters")
ROLES = ("Engineer", "Illustrator", "Head of Operations", "Printer", "", "Student")
TICKETS = ("Member", "Guest", "Speaker", "Volunteer")


def people(count: int) -> list[BadgeText]:
    """Invented badges: full names all different, as in a real hall."""
    dice = random.Random(7)
    names = list(product(FIRST, LAST, LAST))
    return [
        BadgeText(
            attendee=number.to_bytes(16, "big"),
            code="".join(dice.choices(ALPHABET, k=LENGTH)),
            full_name=f"{first} {last}-{second} {number}",
            first_name=first,
            last_name=f"{last}-{second} {number // len(names) or ''}".strip(),
            organisation=f"{dice.choice(LAST)} {dice.choice(WORK)}",
            role=dice.choice(ROLES),
            ticket_type=dice.choice(TICKETS),
            event_name="Autumn Networking Evening",
        )
        for number, (first, last, second) in (
            (number, names[number % len(names)]) for number in range(count)
        )
    ]


def ours(badges: list[BadgeText], folder: Path) -> None:
    """The real thing."""
    write_sheets(folder / "ours.pdf", badges, Sheeting(stock()), Looks(design()))


def plain_canvas(sheet: Stock) -> Any:
    """A canvas as ReportLab makes it, compressed like ours."""
    from reportlab.pdfgen.canvas import Canvas

    size = sheet.paper_size.width * MM, sheet.paper_size.height * MM
    return Canvas("", pagesize=size, pageCompression=1, invariant=1)


def floor(badges: list[BadgeText], codes: list[Any], folder: Path) -> None:
    """The same pages as ReportLab draws them: ready matrices, text not fitted."""
    sheet = stock()
    canvas = plain_canvas(sheet)
    for number, (badge, modules) in enumerate(zip(badges, codes, strict=True)):
        if number and number % sheet.places == 0:
            canvas.showPage()
        cell = sheet.cell(number % sheet.places + 1)
        x, y = cell.left * MM, (sheet.paper_size.height - cell.top) * MM
        _words(canvas, badge, x, y)
        path = canvas.beginPath()
        for row, stretches in enumerate(modules):
            for start, length in stretches:
                path.rect(x + 160 + start * 2.4, y - 50 - row * 2.4, length * 2.4, 2.4)
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.showPage()
    save(canvas, folder / "floor.pdf")


def bitmaps(badges: list[BadgeText], folder: Path) -> None:
    """What most programs do: an image a badge."""
    import qrcode
    from reportlab.lib.utils import ImageReader

    sheet = stock()
    canvas = plain_canvas(sheet)
    for number, badge in enumerate(badges):
        if number and number % sheet.places == 0:
            canvas.showPage()
        cell = sheet.cell(number % sheet.places + 1)
        x, y = cell.left * MM, (sheet.paper_size.height - cell.top) * MM
        _words(canvas, badge, x, y)
        image = qrcode.make(badge.code).get_image()
        canvas.drawImage(ImageReader(image), x + 150, y - 110, 70, 70)
    canvas.showPage()
    save(canvas, folder / "bitmaps.pdf")


def _words(canvas: Any, badge: BadgeText, x: float, y: float) -> None:
    canvas.setFillColorRGB(0.2, 0.26, 0.69)
    canvas.rect(x, y - 141, 226, 20, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    for size, drop, text in (
        (33, 36, badge.first_name),
        (16, 60, badge.last_name),
        (9.5, 78, badge.organisation),
        (9.5, 90, badge.role),
        (9.5, 134, badge.ticket_type),
    ):
        canvas.setFont("Helvetica", size)
        canvas.drawString(x + 12, y - drop, text)
    canvas.setFont("Helvetica", 7.5)
    canvas.drawRightString(x + 214, y - 134, badge.event_name)
    canvas.setFont("Courier", 5.6)
    canvas.drawString(x + 120, y - 118, badge.code)


def stretches(code: str) -> list[Any]:
    """A ready-made matrix, as the dark stretches of its rows."""
    return [
        [(dark.start(), dark.end() - dark.start()) for dark in re.finditer("1+", row)]
        for row in qr.rows(code)
    ]


def peak(count: int) -> float:
    """MB that a process of its own needs at most for so many badges."""
    done = subprocess.run(
        [sys.executable, __file__, str(count)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(json.loads(done.stdout))


def _print_peak(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours(people(count), Path(folder))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(used / (1024 * 1024 if sys.platform == "darwin" else 1024)))


def main() -> None:
    """Prints the figures at each size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Before the rates: a child counts the memory of the parent that forked it.
        for count in SIZES:
            most = MOST_MEMORY if count == SIZES[-1] else None
            size = f"{count // 1000}k"
            figure("badges.memory", peak(count), "MB", size=size, at_most=most)
        for count in SIZES:
            _rates(count, folder)


def _rates(count: int, folder: Path) -> None:
    badges = people(count)
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
    rate = {name: percentile(times, 50) for name, times in taken.items()}
    mine, bare = count / rate["ours"], count / rate["floor"]
    slow = len(few) / rate["bitmaps"]
    size = f"{count // 1000}k"
    figure(
        "badges.to_floor",
        mine,
        "badges/s",
        size=size,
        ratio=mine / bare,
        at_least=1 / 3,
    )
    figure(
        "badges.to_bitmaps", mine, "badges/s", size=size, ratio=mine / slow, at_least=10
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _print_peak(int(sys.argv[1]))
    else:
        main()
