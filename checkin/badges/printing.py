"""A print run: sheets for guests, the note in the ledger, both or neither."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checkin.badges.errors import NotReadable, OverwritesEvent
from checkin.badges.looks import Looks
from checkin.badges.pictures import Pictures
from checkin.badges.places import Place, Placed, arranged
from checkin.badges.queue import guests_on_sheets
from checkin.badges.report import PrintReport
from checkin.badges.sheeting import Sheeting
from checkin.badges.sheets import write_arranged
from checkin.badges.texts import placed_texts
from checkin.badges.verify import Resolution, read_back
from checkin.files import draft_of, put_in_place
from checkin.heap import quiet
from checkin.model.attendee import Attendee
from checkin.model.badge_words import words_of
from checkin.model.ids import ActId, AttendeeId, EntryId
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
    pictures: Pictures | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> PrintRun:
    """Writes the guests' badges to `out` and notes in the ledger that it was done.

    `guests` are gone through once, and noted as they were then; they may be `Guests`.
    `verify` reads every code back before that, `at` a resolution, 300 dpi if none is
    said. `printer`: its name, if they are for one. `reason`: why they are printed once
    more, a `Reason` or other words; with `new_codes` the badges of before open no door
    from then on. `pictures`: where photos and a logo are, if a design shows any.
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
        pictures=pictures,
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
    pictures: Pictures | None = None

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
    by_number: dict[int, Print] = {}
    copies: list[Print] = []
    with draft_of(out) as draft:
        report = write_arranged(
            draft,
            placed_texts(event, _seen(event, run, by_number, copies), run.looks),
            run.on,
            run.looks,
            ticket_types=event.read.ticket_types(),
            pictures=run.pictures,
            progress=lambda done, _all: progress(done, total),
            cancelled=cancelled,
        )
        prints = [by_number[number] for number in sorted(by_number)]
        if run.read:
            looked_at = prints + copies
            _verify(draft, out, looked_at, report.pages, run, progress, cancelled)
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
    where = arranged(guests, on)
    prints = (_noted(guest, at.place, looks) for guest, at in where if not at.copy)
    facts = Facts(on.stock.part, looks.name, printer, file, reason)
    return record_prints(event, prints, facts)


def _seen(
    event: EventFile, run: Run, by_number: dict[int, Print], copies: list[Print]
) -> Iterator[tuple[Attendee, Placed]]:
    """The guests one by one as they come to paper, with what is noted as it was then.

    `by_number` gets it by where they stand in the order; `copies` gets the further
    copies: they are looked at, but not noted.
    """
    renewed: dict[AttendeeId, Attendee] = {}
    for guest, at in guests_on_sheets(run.guests, run.on):
        old, shown = None, guest
        if run.new_codes:
            old = _codes_of_badges(guest)
            if guest.id not in renewed:
                renewed[guest.id] = replace(guest, codes=(event.new_code(),))
            shown = renewed[guest.id]
        noted = _noted(shown, at.place, run.looks, old)
        if at.copy:
            copies.append(noted)
        else:
            by_number[at.badge] = noted
        yield shown, at


def _codes_of_badges(guest: Attendee) -> tuple[str, ...]:
    """Those that may stand on badges; a list's own, on their ticket, scans on."""
    listed = guest.details.external_code
    return tuple(c for c in guest.codes if c != listed or c == guest.code)


_LETTERS = {
    "pronouns": "p", "organisation": "o", "role": "r", "first_time": "f",
    "email": "e", "handle": "h", "plus_one": "b",
}  # fmt: skip
"""Fields that a design may ask for, by their letters in `badge_words`."""


def _words_on(guest: Attendee, looks: Looks) -> str:
    """Those that this guest's design shows; a ticket type has a colour at least."""
    asks = looks.of(guest.details.ticket_type).asks
    more = (letter for field, letter in _LETTERS.items() if field in asks)
    return words_of(guest.details, "nt" + "".join(more))


def _noted(
    guest: Attendee,
    place: Place,
    looks: Looks,
    instead_of: tuple[str, ...] | None = None,
) -> Print:
    words = _words_on(guest, looks)
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
    pictures: Pictures | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> PrintReport:
    """The same sheets, or just one of them, to look at; notes nothing.

    With `only_sheet`, counted from 1, the report too is about that sheet alone.

    Raises:
        NothingToPrint: no badge is on that sheet.
        Others as in `write_sheets`: `out` is as it was before.
    """
    total = len(guests)
    return write_arranged(
        out,
        placed_texts(event, guests_on_sheets(guests, on, only_sheet), looks),
        on,
        looks,
        ticket_types=event.read.ticket_types(),
        pictures=pictures,
        progress=lambda done, _all: progress(done, total),
        cancelled=cancelled,
    )


def _refuse_in_vain(event: EventFile, out: Path) -> None:
    """Says before the work what would stop it at the end."""
    if out.resolve() == event.path.resolve():
        raise OverwritesEvent(file=out.name)
    if event.read_only:
        raise ReadOnlyEvent(file=event.path.name)


def _verify(
    draft: Path,
    out: Path,
    badges: Sequence[Print],
    pages: Sequence[int],
    run: Run,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    many = len(run.guests)
    faulty = read_back(
        draft,
        badges,
        run.on.stock,
        at=run.read,
        sheets=pages,
        progress=lambda done, all_: progress(many + many * done // all_, 2 * many),
        cancelled=cancelled,
    )
    if faulty:
        put_in_place(draft, out)
        named = ", ".join(one.words() for one in faulty[:_NAMED])
        raise NotReadable(n=len(faulty), file=out.name, badges=named)
