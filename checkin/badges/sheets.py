"""Badges onto sheets: one PDF, written whole or not at all."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from checkin.badges.design import Design
from checkin.badges.errors import NothingToPrint
from checkin.badges.notes import Notes
from checkin.badges.paint import Painter
from checkin.badges.places import places
from checkin.badges.report import PrintReport
from checkin.badges.room import MM
from checkin.badges.stock import Stock
from checkin.badges.text import BadgeText
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.typeset import Style, new_canvas, save, shape


def write_sheets(
    out: Path,
    badges: Iterable[BadgeText],
    stock: Stock,
    design: Design,
    *,
    start: int = 1,
    used: Collection[int] = (),
    ticket_types: Sequence[str] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PrintReport:
    """Writes the badges to `out`, each at the place that `places` gives it.

    `used` places of the first sheet, and those before `start`, are gone already.

    The same input gives the same bytes. `ticket_types` are all types of the event: with
    them no two types share a colour while there are enough. `progress` hears the badges
    done, and how many there are if `badges` tells its length.

    Raises:
        NothingToPrint: there is no badge.
        StartOutOfRange: the sheet has no such place.
        BadgesDoNotFit: the design is too large for the stock.
        CodeTooLong: a code that came with a list would have modules too small to read.
        FileNotWritable, DiskFull: `out` can't be written; it is as it was before.
        WasCancelled: `cancelled` said so; `out` is as it was before.
    """
    progress, cancelled = progress or silent, cancelled or never
    free = places(stock, used, start)
    canvas = new_canvas(
        stock.paper_size.width * MM, stock.paper_size.height * MM, title=_("Badges")
    )
    colours = design.palette.of_tickets(ticket_types)
    painter = Painter(canvas, stock, design, colours)
    notes = Notes()
    total = len(badges) if isinstance(badges, Sequence) else 0
    whose: list[bytes] = []
    sheets, event_name = 0, ""
    for badge, place in zip(badges, free):  # noqa: B905 - places have no end
        if cancelled():
            raise WasCancelled
        if place.sheet > sheets > 0:
            canvas.showPage()
        sheets = place.sheet
        notes.note(badge, place, painter.paint(badge, stock.cell(place.cell)))
        whose.append(badge.attendee)
        event_name = event_name or badge.event_name
        progress(len(whose), total)
    if not whose:
        raise NothingToPrint
    if event := shape(event_name, Style.REGULAR).text:
        canvas.setTitle(_("Badges for {event}").format(event=event))
    save(canvas, out)
    return PrintReport(len(whose), sheets, tuple(whose), tuple(notes.remarks))
