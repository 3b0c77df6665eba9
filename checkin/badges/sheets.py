"""Badges onto sheets: one PDF, written whole or not at all."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from checkin.badges.design import Design
from checkin.badges.errors import NothingToPrint
from checkin.badges.field import Fitted
from checkin.badges.paint import Painted, Painter
from checkin.badges.places import Place, places
from checkin.badges.report import PrintReport, Remark, RemarkKind
from checkin.badges.room import MM
from checkin.badges.stock import Stock
from checkin.badges.text import BadgeText
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent
from checkin.typeset import Style, missing, new_canvas, save, shape


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
    notes = _Notes()
    total = len(badges) if isinstance(badges, Sequence) else 0
    sheets = 0
    for badge, place in zip(badges, free):  # noqa: B905 - places have no end
        if cancelled():
            raise WasCancelled
        if place.sheet > sheets > 0:
            canvas.showPage()
        sheets = place.sheet
        notes.note(badge, place, painter.paint(badge, stock.cell(place.cell)))
        progress(len(notes.attendees), total)
    if not notes.attendees:
        raise NothingToPrint
    if event := shape(notes.event_name, Style.REGULAR).text:
        canvas.setTitle(_("Badges for {event}").format(event=event))
    save(canvas, out)
    return PrintReport(
        len(notes.attendees), sheets, tuple(notes.attendees), tuple(notes.remarks)
    )


class _Notes:
    """Gathers what the report says."""

    def __init__(self) -> None:
        self.attendees: list[bytes] = []
        self.remarks: list[Remark] = []
        self.event_name = ""
        self._seen: set[tuple[str, ...]] = set()

    def note(self, badge: BadgeText, place: Place, painted: Painted) -> None:
        """What there is to say about one badge."""
        self.attendees.append(badge.attendee)
        self.event_name = self.event_name or badge.event_name
        for kind, text, letters in self._odd(badge, painted):
            self.remarks.append(Remark(kind, badge.attendee, place, text, letters))

    def _odd(
        self, badge: BadgeText, painted: Painted
    ) -> Iterator[tuple[RemarkKind, str, str]]:
        for field in painted.fields:
            if kind := _kind(field):
                yield kind, field.text, ""
        if painted.ticket_shortened:
            yield RemarkKind.SHORTENED, badge.ticket_type, ""
        names = {"first_name", "last_name"}
        if not any(field.field.shows in names for field in painted.fields):
            yield RemarkKind.NO_NAME, "", ""
        yield from _without_font(badge)
        said = (
            badge.full_name,
            badge.first_name,
            badge.last_name,
            badge.organisation,
            badge.role,
        )
        if said in self._seen:
            yield RemarkKind.LOOK_ALIKE, badge.full_name or badge.first_name, ""
        self._seen.add(said)


def _without_font(badge: BadgeText) -> Iterator[tuple[RemarkKind, str, str]]:
    texts = (
        badge.shown("first_name"),
        badge.shown("last_name"),
        badge.pronouns,
        badge.organisation,
        badge.role,
        badge.ticket_type,
        badge.event_name,
    )
    for text in dict.fromkeys(texts):
        if not text.isascii() and (letters := missing(text)):
            yield RemarkKind.NO_FONT, text, " ".join(sorted(letters))


def _kind(field: Fitted) -> RemarkKind | None:
    if field.shortened:
        return RemarkKind.SHORTENED
    if field.size < field.field.legible:
        return RemarkKind.MADE_SMALLER
    return None
