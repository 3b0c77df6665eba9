"""What badges are measured against: bare pages, bitmaps, gLabels; and whose."""

import csv
import random
import re
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from checkin.badges import BadgeText, Stock, qr, stock
from checkin.badges.units import MM
from checkin.model.code import ALPHABET, LENGTH
from checkin.typeset import save

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


GLABELS = shutil.which("glabels-3-batch")
"""Of the package glabels of Debian and Ubuntu; None where it is not installed."""

_STRAIGHT = 'a0="1" a1="0" a2="0" a3="1" a4="0" a5="0"'
_TEXT = """<Object-text {straight} x="{x}pt" y="{y}pt" w="{w}pt" h="{h}pt"
 justify="left" valign="top" auto_shrink="True"><Span font_family="Sans"
 font_size="{size}" font_weight="Bold" font_italic="False" color="0x000000ff"
 line_spacing="1"><Field
 name="{field}"/></Span></Object-text>"""
_DOCUMENT = """<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
<Template brand="Checkin" part="bench" size="A4" description="Badges">
<Label-rectangle id="0" width="80mm" height="50mm" round="0mm" x_waste="0mm"
 y_waste="0mm"><Layout nx="2" ny="5" x0="17.5mm" y0="13.5mm" dx="95mm" dy="55mm"/>
</Label-rectangle></Template>
<Objects id="0" rotate="False">
<Object-box {straight} x="0pt" y="121pt" w="226pt" h="20pt" line_width="0pt"
 line_color="0x33409eff" fill_color="0x33409eff"/>
{texts}
<Object-barcode {straight} x="155pt" y="12pt" w="60pt" h="60pt" style="IEC18004"
 text="False" checksum="True" color="0x000000ff" field="code"/>
</Objects><Merge type="Text/Comma/Line1Keys" src={source}/><Data/></Glabels-document>
"""


def for_glabels(badges: list[BadgeText], folder: Path) -> Path:
    """The same badges as a document of gLabels: band, code, and texts that shrink."""
    source = folder / "names.csv"
    places = {  # left, top, width, height and size in pt
        "first_name": (12, 6, 140, 40, 33),
        "last_name": (12, 46, 140, 22, 16),
        "organisation": (12, 70, 140, 14, 9.5),
        "role": (12, 84, 140, 14, 9.5),
        "ticket_type": (12, 124, 90, 14, 9.5),
        "event_name": (110, 124, 104, 14, 7.5),
        "code": (110, 106, 104, 12, 5.6),
    }
    fields = list(places)
    with source.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(fields)
        rows.writerows([getattr(badge, name) for name in fields] for badge in badges)
    texts = [
        _TEXT.format(straight=_STRAIGHT, x=x, y=y, w=w, h=h, size=size, field=field)
        for field, (x, y, w, h, size) in places.items()
    ]
    document = folder / "badges.glabels"
    document.write_text(
        _DOCUMENT.format(
            straight=_STRAIGHT, texts="\n".join(texts), source=quoteattr(str(source))
        ),
        encoding="utf-8",
    )
    return document


def glabels(document: Path) -> None:
    """gLabels prints its document, merged with the names, as a PDF."""
    assert GLABELS
    subprocess.run(
        [GLABELS, "-o", document.with_suffix(".pdf"), document],
        check=True,
        capture_output=True,
    )
