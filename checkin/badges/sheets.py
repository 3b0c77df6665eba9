"""Badges onto sheets: one PDF, written whole or not at all."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from checkin.badges.errors import NothingToPrint
from checkin.badges.looks import Looks
from checkin.badges.notes import Notes
from checkin.badges.pictures import Pictures
from checkin.badges.places import Placed, arranged
from checkin.badges.press import Press
from checkin.badges.report import PrintReport
from checkin.badges.sheeting import Sheeting
from checkin.badges.text import BadgeText
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.typeset import Style, shape


def write_sheets(
    out: Path,
    badges: Iterable[BadgeText],
    on: Sheeting,
    looks: Looks,
    *,
    ticket_types: Sequence[str] = (),
    pictures: Pictures | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PrintReport:
    """Writes the badges to `out`, each at the places that `places` gives it.

    The same input gives the same bytes. `ticket_types` are all types of the event: with
    them no two types share a colour while there are enough. `pictures`: where photos
    and a logo are. `progress` hears the badges done, and how many there are if `badges`
    tells its length.

    Raises:
        NothingToPrint: there is no badge.
        BadgesDoNotFit: a design is too large for the stock.
        CodeTooLong: a code that came with a list would have modules too small to read.
        FileNotWritable, DiskFull: `out` can't be written; it is as it was before.
        WasCancelled: `cancelled` said so; `out` is as it was before.
    """
    return write_arranged(
        out,
        arranged(badges, on),
        on,
        looks,
        total=len(badges) if isinstance(badges, Sequence) else 0,
        ticket_types=ticket_types,
        pictures=pictures,
        progress=progress,
        cancelled=cancelled,
    )


def write_arranged(
    out: Path,
    badges: Iterable[tuple[BadgeText, Placed]],
    on: Sheeting,
    looks: Looks,
    *,
    total: int = 0,
    ticket_types: Sequence[str] = (),
    pictures: Pictures | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PrintReport:
    """The same for badges that have their places, and come sheet by sheet.

    `total`: how many badges there are, each counted once.
    """
    progress, cancelled = progress or silent, cancelled or never
    press = Press(on, looks, ticket_types, pictures)
    notes = Notes()
    whose: list[bytes] = []
    event_name = ""
    for badge, at in badges:
        if cancelled():
            raise WasCancelled
        laid = press.print(badge, at.place)
        if not at.copy:
            notes.note(badge, at.place, laid)
            whose.append(badge.attendee)
            progress(len(whose), total)
        event_name = event_name or badge.event_name
    if not press.sheets:
        raise NothingToPrint
    title = _("Badges")
    if event := shape(event_name, Style.REGULAR).text:
        title = _("Badges for {event}").format(event=event)
    press.save(out, title)
    return PrintReport(
        badges=len(whose),
        sheets=press.sheets,
        attendees=tuple(whose),
        remarks=tuple(notes.remarks),
        pages=press.pages,
    )
