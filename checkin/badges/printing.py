"""A print run: sheets for guests, the note in the ledger, both or neither."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checkin.badges.errors import NotReadable, OverwritesEvent
from checkin.badges.looks import Looks
from checkin.badges.places import Place, on_sheet, places
from checkin.badges.report import PrintReport
from checkin.badges.sheeting import Sheeting
from checkin.badges.sheets import write_sheets
from checkin.badges.text import BadgeText
from checkin.badges.verify import verify as read_back
from checkin.files import draft_of, put_in_place
from checkin.heap import quiet
from checkin.model.attendee import Attendee
from checkin.model.ids import ActId
from checkin.model.progress import Cancelled, Progress, never, silent
from checkin.store.acts import Print, record_prints
from checkin.store.errors import ReadOnlyEvent
from checkin.store.eventfile import EventFile

_NAMED = 10
"""So many codes that can't be read are told."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Sheets that were written and noted."""

    report: PrintReport
    act: ActId
    """What undoes the note that these badges are printed."""
    file: Path


@quiet()
def print_badges(
    event: EventFile,
    out: Path,
    guests: Sequence[Attendee],
    on: Sheeting,
    looks: Looks,
    *,
    verify: bool = False,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> PrintRun:
    """Writes the guests' badges to `out` and notes in the ledger that it was done.

    `guests` are gone through once, and noted as they were then; they may be `Guests`.
    `verify` reads every code back before that.
    `progress` hears of badges; with `verify` each counts twice, set and read.

    Raises:
        OverwritesEvent, ReadOnlyEvent: told before the work.
        NothingToPrint, BadgesDoNotFit, CodeTooLong, FileNotWritable,
        DiskFull, EventBusy, WasCancelled: nothing is noted, `out` is as it was before.
        NotReadable: nothing is noted, but the sheets are there to be looked at.
    """
    _refuse_in_vain(event, out)
    total = len(guests) * (2 if verify else 1)
    prints: list[Print] = []
    seen = _seen(guests, places(on), prints)
    with draft_of(out) as draft:
        report = write_sheets(
            draft,
            _texts(event, seen),
            on,
            looks,
            ticket_types=event.read.ticket_types(),
            progress=lambda done, _all: progress(done, total),
            cancelled=cancelled,
        )
        if verify:
            codes = [one.code for one in prints]
            _verify(draft, out, codes, progress, cancelled)
        act = record_prints(
            event, prints, on.stock.part, looks.name, lambda: put_in_place(draft, out)
        )
    return PrintRun(report, act, out)


def note_prints(
    event: EventFile, guests: Iterable[Attendee], on: Sheeting, looks: Looks
) -> ActId:
    """Only the note that these badges were printed; returns what undoes it."""
    where = zip(guests, places(on))  # noqa: B905 - places have no end
    prints = (_noted(guest, place) for guest, place in where)
    return record_prints(event, prints, on.stock.part, looks.name)


def _seen(
    guests: Iterable[Attendee], where: Iterable[Place], prints: list[Print]
) -> Iterator[Attendee]:
    """The guests one by one; `prints` gets what is to be noted, as it was then."""
    for guest, place in zip(guests, where):  # noqa: B905 - places have no end
        prints.append(_noted(guest, place))
        yield guest


def _noted(guest: Attendee, place: Place) -> Print:
    return Print(guest.id, guest.code, guest.name, *place)


@quiet()
def preview(
    event: EventFile,
    out: Path,
    guests: Sequence[Attendee],
    on: Sheeting,
    looks: Looks,
    *,
    only_sheet: int | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> PrintReport:
    """The same sheets, or just one of them, to look at; notes nothing.

    With `only_sheet`, counted from 1, the report too is about that sheet alone.

    Raises:
        NothingToPrint: no badge is on that sheet.
        Others as in `write_sheets`: `out` is as it was before.
    """
    if only_sheet is not None:
        guests = guests[on_sheet(only_sheet, on)]
        on = on if only_sheet == 1 else Sheeting(on.stock)
    total = len(guests)
    report = write_sheets(
        out,
        _texts(event, guests),
        on,
        looks,
        ticket_types=event.read.ticket_types(),
        progress=lambda done, _all: progress(done, total),
        cancelled=cancelled,
    )
    if only_sheet is None:
        return report
    remarks = (
        replace(remark, place=Place(only_sheet, remark.place.cell))
        for remark in report.remarks
    )
    return replace(report, remarks=tuple(remarks))


def _texts(event: EventFile, guests: Iterable[Attendee]) -> Iterator[BadgeText]:
    name = event.read.event().name
    return (BadgeText.of(guest, name) for guest in guests)


def _refuse_in_vain(event: EventFile, out: Path) -> None:
    """Says before the work what would stop it at the end."""
    if out.resolve() == event.path.resolve():
        raise OverwritesEvent(file=out.name)
    if event.read_only:
        raise ReadOnlyEvent(file=event.path.name)


def _verify(
    draft: Path,
    out: Path,
    codes: Sequence[str],
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    furthest = 0

    def tell(done: int, sheets: int) -> None:
        nonlocal furthest  # doubtful sheets are looked at twice
        furthest = max(furthest, len(codes) * done // sheets)
        progress(len(codes) + furthest, 2 * len(codes))

    missed = read_back(draft, codes, progress=tell, cancelled=cancelled)
    if missed:
        put_in_place(draft, out)
        named = ", ".join(missed[:_NAMED])
        raise NotReadable(n=len(missed), file=out.name, codes=named)
