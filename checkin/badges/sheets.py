"""Badges onto sheets: one PDF, written whole or not at all."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checkin.badges.errors import NothingToPrint
from checkin.badges.looks import Looks
from checkin.badges.notes import Notes
from checkin.badges.paint import Painter
from checkin.badges.places import places
from checkin.badges.report import PrintReport
from checkin.badges.room import MM
from checkin.badges.sheeting import Sheeting
from checkin.badges.text import BadgeText
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.typeset import Style, new_canvas, save, shape


def write_sheets(
    out: Path,
    badges: Iterable[BadgeText],
    on: Sheeting,
    looks: Looks,
    *,
    ticket_types: Sequence[str] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PrintReport:
    """Writes the badges to `out`, each at the place that `places` gives it.

    The same input gives the same bytes. `ticket_types` are all types of the event: with
    them no two types share a colour while there are enough. `progress` hears the badges
    done, and how many there are if `badges` tells its length.

    Raises:
        NothingToPrint: there is no badge.
        BadgesDoNotFit: a design is too large for the stock.
        CodeTooLong: a code that came with a list would have modules too small to read.
        FileNotWritable, DiskFull: `out` can't be written; it is as it was before.
        WasCancelled: `cancelled` said so; `out` is as it was before.
    """
    progress, cancelled = progress or silent, cancelled or never
    paper = on.stock.paper_size
    canvas = new_canvas(paper.width * MM, paper.height * MM, title=_("Badges"))
    painters = _painters(canvas, on, looks, ticket_types)
    notes = Notes()
    total = len(badges) if isinstance(badges, Sequence) else 0
    whose: list[bytes] = []
    sheets, event_name = 0, ""
    for badge, place in zip(badges, places(on)):  # noqa: B905 - places have no end
        if cancelled():
            raise WasCancelled
        if place.sheet > sheets > 0:
            canvas.showPage()
        sheets = place.sheet
        painter = painters[looks.of(badge.ticket_type).name]
        notes.note(badge, place, painter.paint(badge, on.stock.cell(place.cell)))
        whose.append(badge.attendee)
        event_name = event_name or badge.event_name
        progress(len(whose), total)
    if not whose:
        raise NothingToPrint
    if event := shape(event_name, Style.REGULAR).text:
        canvas.setTitle(_("Badges for {event}").format(event=event))
    save(canvas, out)
    return PrintReport(len(whose), sheets, tuple(whose), tuple(notes.remarks))


def _painters(
    canvas: Any, on: Sheeting, looks: Looks, ticket_types: Sequence[str]
) -> dict[str, Painter]:
    """One for each design, by its name."""
    return {
        design.name: Painter(
            canvas, on.stock, design, design.palette.of_tickets(ticket_types)
        )
        for design in looks
    }
