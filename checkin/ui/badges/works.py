"""The work of making sheets, for another thread; and what the printer makes of it."""

from pathlib import Path

from checkin.badges import (
    Guests,
    Kind,
    Place,
    PrintRun,
    Resolution,
    Sheeting,
    continue_run,
    preview,
    print_badges,
)
from checkin.badges.printers import Printer
from checkin.model.ids import ActId
from checkin.model.progress import Cancelled, Progress
from checkin.settings import Settings
from checkin.store.eventfile import EventFile
from checkin.ui.badges.album import pictures_of
from checkin.ui.badges.people import queue_of
from checkin.ui.badges.wish import Wish
from checkin.ui.printing import put_right
from checkin.ui.tasks import Work


def on_paper(wish: Wish, settings: Settings, printer: Printer | None) -> Sheeting:
    """As the wish says, put right for that printer, or for that of PDF files.

    The preview is without: there the labels don't move.
    """
    return put_right(wish.sheeting, settings, printer)


def seen_at(on: Sheeting) -> Resolution:
    """How the codes are read back: as a label printer prints them, or an office one."""
    if on.stock.kind is Kind.ROLL and on.dots:
        return Resolution(on.dots, one_bit=True)
    return Resolution()


def noted(wish: Wish, on: Sheeting, out: Path, printer: str = "") -> Work:
    """Sheets and the note of them, both or neither; gives a PrintRun."""

    def work(event: EventFile, progress: Progress, cancelled: Cancelled) -> PrintRun:
        return print_badges(
            event,
            out,
            Guests(event, queue_of(event, wish)),
            on,
            wish.looks,
            verify=wish.verify,
            at=seen_at(on),
            reason=wish.reason,
            new_codes=wish.new_codes,
            printer=printer,
            pictures=pictures_of(wish),
            progress=progress,
            cancelled=cancelled,
        )

    return work


def continued(
    act: ActId, first: Place, wish: Wish, on: Sheeting, out: Path, printer: str = ""
) -> Work:
    """The rest of a run that stopped; gives a PrintRun."""

    def work(event: EventFile, progress: Progress, cancelled: Cancelled) -> PrintRun:
        return continue_run(
            event,
            act,
            first,
            out,
            on,
            wish.looks,
            verify=wish.verify,
            at=seen_at(on),
            printer=printer,
            pictures=pictures_of(wish),
            progress=progress,
            cancelled=cancelled,
        )

    return work


def not_noted(wish: Wish, on: Sheeting, out: Path) -> Work:
    """Only the sheets; gives their path."""

    def work(event: EventFile, progress: Progress, cancelled: Cancelled) -> Path:
        preview(
            event,
            out,
            Guests(event, queue_of(event, wish)),
            on,
            wish.looks,
            pictures=pictures_of(wish),
            progress=progress,
            cancelled=cancelled,
        )
        return out

    return work
