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
from checkin.badges.verify import Resolution, read_back
from checkin.files import draft_of, put_in_place
from checkin.heap import quiet
from checkin.model.attendee import Attendee
from checkin.model.badge_words import words_of
from checkin.model.ids import ActId, EntryId
from checkin.model.progress import Cancelled, Progress, never, silent
from checkin.store.errors import ReadOnlyEvent
from checkin.store.eventfile import EventFile
from checkin.store.prints import Facts, Print, record_prints

_NAMED = 10
"""So many badges whose codes can't be read are told."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Sheets that were written and noted."""

    report: PrintReport
    act: ActId
    """What undoes the note that these badges are printed."""
    file: Path
    verified: str = ""
    """How the codes were read back, see `Resolution.words`; empty: they were not."""


@quiet()
def print_badges(
    event: EventFile,
    out: Path,
    guests: Sequence[Attendee],
    on: Sheeting,
    looks: Looks,
    *,
    verify: bool = False,
    at: Resolution | None = None,
    printer: str = "",
    reason: str = "",
    new_codes: bool = False,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> PrintRun:
    """Writes the guests' badges to `out` and notes in the ledger that it was done.

    `guests` are gone through once, and noted as they were then; they may be `Guests`.
    `verify` reads every code back before that, `at` a resolution, 300 dpi if none is
    said. `printer`: its name, if they are for one. `reason`: why they are printed once
    more, a `Reason` or other words; with `new_codes` the badges of before open no door
    from then on.
    `progress` hears of badges; with `verify` each counts twice, set and read.

    Raises:
        OverwritesEvent, ReadOnlyEvent: told before the work.
        NothingToPrint, BadgesDoNotFit, CodeTooLong, FileNotWritable,
        DiskFull, EventBusy, WasCancelled: nothing is noted, `out` is as it was before.
        NotReadable: nothing is noted, but the sheets are there to be looked at.
    """
    run = Run(
        guests=guests,
        on=on,
        looks=looks,
        read=(at or Resolution()) if verify else None,
        printer=printer,
        reason=reason,
        new_codes=new_codes,
    )
    return make_run(event, out, run, progress=progress, cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class Run:
    """All that is said of a run before it is made."""

    guests: Sequence[Attendee]
    on: Sheeting
    looks: Looks
    read: Resolution | None = None
    """At this resolution every code is read back; None: none is."""
    printer: str = ""
    reason: str = ""
    new_codes: bool = False
    continues: ActId | None = None
    """The run whose rest this one is."""
    rest: Sequence[EntryId] = ()
    """The notes of that rest."""

    def facts(self, file: Path) -> Facts:
        """What the ledger keeps of it."""
        return Facts(
            stock=self.on.stock.part,
            design=self.looks.name,
            printer=self.printer,
            file=file.name,
            reason=self.reason,
            verified=self.read.words if self.read else "",
            continues=self.continues,
            rest=self.rest,
        )


def make_run(
    event: EventFile, out: Path, run: Run, *, progress: Progress, cancelled: Cancelled
) -> PrintRun:
    """The sheets and the note; raises as `print_badges` does."""
    _refuse_in_vain(event, out)
    total = len(run.guests) * (2 if run.read else 1)
    prints: list[Print] = []
    with draft_of(out) as draft:
        report = write_sheets(
            draft,
            _texts(event, _seen(event, run, prints)),
            run.on,
            run.looks,
            ticket_types=event.read.ticket_types(),
            progress=lambda done, _all: progress(done, total),
            cancelled=cancelled,
        )
        if run.read:
            _verify(draft, out, prints, run, progress, cancelled)
        facts = run.facts(out)
        act = record_prints(event, prints, facts, lambda: put_in_place(draft, out))
    return PrintRun(report, act, out, facts.verified)


def note_prints(
    event: EventFile,
    guests: Iterable[Attendee],
    on: Sheeting,
    looks: Looks,
    *,
    printer: str = "",
    reason: str = "",
    file: str = "",
) -> ActId:
    """Only the note that these badges were printed; returns what undoes it."""
    where = zip(guests, places(on))  # noqa: B905 - places have no end
    prints = (_noted(guest, place) for guest, place in where)
    facts = Facts(on.stock.part, looks.name, printer, file, reason)
    return record_prints(event, prints, facts)


def _seen(event: EventFile, run: Run, prints: list[Print]) -> Iterator[Attendee]:
    """The guests one by one; `prints` gets what is to be noted, as it was then."""
    for guest, place in zip(run.guests, places(run.on)):  # noqa: B905 - no end
        old = _codes_of_badges(guest) if run.new_codes else None
        shown = guest if old is None else replace(guest, codes=(event.new_code(),))
        prints.append(_noted(shown, place, old))
        yield shown


def _codes_of_badges(guest: Attendee) -> tuple[str, ...]:
    """Those that may stand on badges; a list's own, on their ticket, scans on."""
    listed = guest.details.external_code
    return tuple(c for c in guest.codes if c != listed or c == guest.code)


def _noted(
    guest: Attendee, place: Place, instead_of: tuple[str, ...] | None = None
) -> Print:
    words = words_of(guest.details)
    return Print(guest.id, guest.code, guest.name, *place, words, instead_of)


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
    prints: Sequence[Print],
    run: Run,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    faulty = read_back(
        draft,
        prints,
        run.on.stock,
        at=run.read,
        progress=lambda done, pages: progress(
            len(prints) + len(prints) * done // pages, 2 * len(prints)
        ),
        cancelled=cancelled,
    )
    if faulty:
        put_in_place(draft, out)
        named = ", ".join(one.words() for one in faulty[:_NAMED])
        raise NotReadable(n=len(faulty), file=out.name, badges=named)
