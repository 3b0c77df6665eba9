"""The door list on paper, for the day when the laptop dies.

By last name, with a box to tick for each guest; whoever is in already is ticked, with
the time. Lengths in pt, from the lower left as in PDF.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from checkin.followup.columns import arrival_words
from checkin.followup.material import Material
from checkin.followup.register_lines import Line, line_of
from checkin.followup.register_row import (
    INK,
    MARGIN,
    MUTED,
    Columns,
    columns_for,
    draw_labels,
    draw_row,
    height,
)
from checkin.model.i18n import _, ngettext
from checkin.typeset import Style, draw, measure, new_canvas, shorten

_HEAD, _FOOT = 76.0, 38.0
"""Kept free above and below the lines."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one sheet, from the top."""

    lines: Sequence[Line]

    @property
    def letters(self) -> str:
        """The running head: A – K."""
        initials = [line.initial for line in self.lines if line.initial]
        if not initials:
            return ""
        first, last = initials[0], initials[-1]
        return first if first == last else f"{first} – {last}"


def draw_register(material: Material) -> Any:
    """The list as a ReportLab canvas, all pages shown; `typeset.save` writes it.

    Raises:
        WasCancelled: the user stopped it.
    """
    paper = material.paper
    arrival = arrival_words(material.people)
    lines = [line_of(guest, arrival) for guest in material.guests()]
    columns = columns_for(paper, lines)
    pages = pages_of(lines, columns, paper.height - _HEAD - _FOOT)
    title = _("Door list: {event}").format(event=material.event.name)
    canvas = new_canvas(paper.width, paper.height, title=title)
    foot = _foot_words(material, lines)
    for number, page in enumerate(pages, start=1):
        place = _("page {n} of {m}").format(n=number, m=len(pages))
        _draw_head(canvas, material, columns, page.letters, place)
        _draw_lines(canvas, page, columns, paper.height - _HEAD)
        _draw_foot(canvas, columns, *foot)
        canvas.showPage()
    return canvas


def pages_of(lines: Sequence[Line], columns: Columns, room: float) -> list[Page]:
    """The lines on as few pages as they need; one empty page where there are none."""
    pages: list[list[Line]] = [[]]
    left = room
    for line in lines:
        needed = height(line, columns)
        if needed > left:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= needed
    return [Page(page) for page in pages]


def _draw_lines(canvas: Any, page: Page, columns: Columns, top: float) -> None:
    before = ""
    for line in page.lines:
        fresh = bool(line.initial) and line.initial != before
        top = draw_row(canvas, line, columns, top, letter=fresh)
        before = line.initial


def _draw_head(
    canvas: Any, material: Material, columns: Columns, letters: str, place: str
) -> None:
    top = material.paper.height - 38
    canvas.setFillGray(INK)
    _at_right(canvas, columns.right, top, letters, Style.BOLD, 15)
    room = columns.right - MARGIN - measure(letters, Style.BOLD, 15) - 16
    name = shorten(material.event.name, Style.BOLD, 15, room)
    draw(canvas, MARGIN, top, name, Style.BOLD, 15)
    canvas.setFillGray(MUTED)
    said = (_day(material.event.starts), material.event.venue, material.audience)
    about = " · ".join(word for word in said if word)
    room = columns.right - MARGIN - measure(place, Style.REGULAR, 9) - 16
    about = shorten(about, Style.REGULAR, 9, room)
    draw(canvas, MARGIN, top - 14, about, Style.REGULAR, 9)
    _at_right(canvas, columns.right, top - 14, place, Style.REGULAR, 9)
    canvas.setStrokeGray(INK)
    canvas.setLineWidth(0.8)
    edge = material.paper.height - _HEAD
    canvas.line(MARGIN, edge + 14, columns.right, edge + 14)
    draw_labels(canvas, columns, edge + 3)


def _draw_foot(canvas: Any, columns: Columns, count: str, printed: str) -> None:
    canvas.setFillGray(MUTED)
    draw(canvas, MARGIN, 22, count, Style.REGULAR, 8.5)
    _at_right(canvas, columns.right, 22, printed, Style.REGULAR, 8.5)


def _at_right(
    canvas: Any, x: float, y: float, text: str, style: Style, size: float
) -> None:
    draw(canvas, x - measure(text, style, size), y, text, style, size)


def _foot_words(material: Material, lines: Sequence[Line]) -> tuple[str, str]:
    """How many are on the list, and when it was printed: it is out of date since."""
    many = ngettext("{n:,} guest on this list", "{n:,} guests on this list", len(lines))
    arrived = sum(bool(line.arrived) for line in lines)
    if arrived:
        many += ", " + ngettext("{n:,} of them in", "{n:,} of them in", arrived)
    now = material.now
    printed = _("Printed {day}, {time}").format(
        day=_day_words(now.local().date()), time=now.hour_minute()
    )
    return many, printed


def _day(starts: str) -> str:
    """The day of an event in words; as the organiser wrote it if it is no ISO date."""
    try:
        return _day_words(datetime.fromisoformat(starts).date())
    except ValueError:
        return starts


def _day_words(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
