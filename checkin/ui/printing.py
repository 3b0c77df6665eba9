"""Sheets on their way to paper: where they are kept, how they come on the screen."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from checkin.badges import (
    Design,
    Looks,
    NothingToPrint,
    Pictures,
    PrintReport,
    PrintRun,
    Sheeting,
    Stock,
    UnknownStock,
    design,
    designs,
    kept_calibration,
    note_prints,
    own_designs,
    own_stocks,
    preview,
    stock,
)
from checkin.badges.printers import Printer
from checkin.badges.sheeting import LEAST_DOTS, MOST_DOTS
from checkin.files import in_our_words, replacing
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _, ngettext
from checkin.model.ids import AttendeeId
from checkin.model.progress import Cancelled, Progress
from checkin.settings import Settings
from checkin.store.eventfile import EventFile
from checkin.ui.messages import Messages
from checkin.ui.session import Failed, Session

OpenFile = Callable[[Path], object]
"""Shows a file, or a folder, with the system's program for it."""

Printed = Callable[[PrintRun], object]
_Sheet = tuple[PrintReport, bytes]
"""What is to be said of a sheet, and its PDF."""

STOCK, DESIGN = "badges.stock", "badges.design"
"""Under these names the settings keep what was chosen last."""
PRINTER, PDF = "badges.printer", "pdf"
"""Under the first the name of the printer is kept; the second where none is wanted."""
_LETTER = "5395"
"""The usual name badges where paper is measured in inches."""
_SCRATCH = N_("the folder for temporary files")


def print_one(
    session: Session,
    who: AttendeeId,
    on: Sheeting,
    looks: Looks,
    open_file: OpenFile,
    done: Printed,
    failed: Failed,
    *,
    printer: str = "",
    draft: Callable[[], Path] | None = None,
    pictures: Callable[[], Pictures | None] = lambda: None,
) -> None:
    """Makes the badge of one guest beside the event file, notes it, and opens it.

    With `draft` it is made where that says, for the `printer` that is noted.
    Comes back at once; then `done` gets the PrintRun, after `open_file` the PDF, or
    `failed` the error: as in `print_badges`, NothingToPrint if the guest was erased.
    The sheet is made aside: no scan waits for it.
    """

    def make(guest: Attendee) -> None:
        def work(event: EventFile, _far: Progress, stop: Cancelled) -> _Sheet:
            with scratch() as folder:
                out = folder / "badge.pdf"
                report = preview(
                    event, out, [guest], on, looks, pictures=pictures(), cancelled=stop
                )
                return report, out.read_bytes()

        def note(made: _Sheet) -> None:
            report, pdf = made

            def job(event: EventFile) -> PrintRun:
                beside = free_name(event.path, _("badge"), event.clock.now())
                out = draft() if draft else beside
                with _written(out, pdf):
                    _still_there(event, who)
                    act = note_prints(event, [guest], on, looks, printer=printer)
                return PrintRun(report, act, out)

            session.write(job, printed, failed)

        task = session.run(work, writes=True)
        task.done.connect(note)
        task.failed.connect(failed)
        task.start()

    def printed(run: PrintRun) -> None:
        open_file(run.file)
        done(run)

    # after all that was asked before: a name that was just put right is on the badge
    session.write(lambda event: _still_there(event, who), make, failed)


def _still_there(event: EventFile, who: AttendeeId) -> Attendee:
    guest = event.read.attendee(who)
    if guest is None or guest.erased:
        raise NothingToPrint
    return guest


@contextmanager
def _written(out: Path, pdf: bytes) -> Iterator[None]:
    """The sheet has its name while it is noted; it is gone again if that fails."""
    with replacing(out) as draft:
        draft.write_bytes(pdf)
    try:
        yield
    except CheckinError:
        out.unlink(missing_ok=True)
        raise


def kept_printer(settings: Settings, printers: Sequence[Printer]) -> Printer | None:
    """The printer that was chosen last, else the usual one; None: a PDF is wanted.

    One that is not there now is not forgotten.
    """
    kept = settings.kept(PRINTER)
    if kept == PDF:
        return None
    usual = next((one for one in printers if one.is_default), None)
    return next((one for one in printers if one.name == kept), usual)


def put_right(on: Sheeting, settings: Settings, printer: Printer | None) -> Sheeting:
    """As that printer prints, or that of PDF files: its calibration and its dots."""
    dots = printer.dots if printer else None
    return replace(
        on,
        calibration=kept_calibration(settings, printer.name if printer else ""),
        resolution=dots if dots and LEAST_DOTS <= dots <= MOST_DOTS else None,
    )


def usual_stock() -> Stock:
    """L4785 on A4, or 5395 on US Letter, as this computer's user measures."""
    system = QLocale().measurementSystem()
    inches = system == QLocale.MeasurementSystem.ImperialUSSystem
    return stock(_LETTER) if inches else stock()


def kept_stock(settings: Settings) -> Stock:
    """The sheets that were chosen last, unless this version no longer has them."""
    try:
        wanted = settings.kept(STOCK) or usual_stock().part
        return stock(wanted, own_stocks(settings))
    except UnknownStock:
        return usual_stock()


def known_designs(settings: Settings) -> list[Design]:
    """Those that are shipped, and this user's own in the folder beside the settings."""
    own = own_designs(settings.folder / "designs")
    shipped = [design(name) for name in designs()]
    return shipped + [one for one in own if one.name not in designs()]


def kept_design(settings: Settings) -> Design:
    """The design that was chosen last, unless there is none of that name now."""
    wanted = settings.kept(DESIGN)
    known = (one for one in known_designs(settings) if one.name == wanted)
    return next(known, design())


def free_name(event: Path, what: str, now: Instant, suffix: str = ".pdf") -> Path:
    """EVENT badges 2023-11-23 1842.pdf beside the event file; never one that is there.

    `what` says what it holds: badges.
    """
    stem = f"{event.stem} {what} {now.local():%Y-%m-%d %H%M}"
    ends = (suffix if n == 1 else f" ({n}){suffix}" for n in count(1))
    names = (f"{stem}{end}" for end in ends)
    paths = (event.with_name(name) for name in names)
    return next(path for path in paths if not _is_taken(path))


def _is_taken(path: Path) -> bool:
    """Whether something is there; if that can't be said, writing it will tell why."""
    try:
        return path.exists()
    except OSError:
        return False


def printed_words(run: PrintRun) -> str:
    """43 badges on 5 sheets: FILE."""
    return _("{badges} on {sheets}: {file}").format(
        badges=ngettext("{n:,} badge", "{n:,} badges", run.report.badges),
        sheets=ngettext("{n:,} sheet", "{n:,} sheets", run.report.sheets),
        file=run.file.name,
    )


def scale_words() -> str:
    """What to mind in the printer's settings."""
    return _("Print at 100 %, not “fit to page”.")


def opener(messages: Messages) -> OpenFile:
    """Shows files with the system's program; says where they are if there is none."""

    def show(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.warn(
                _("No program opened {file}").format(file=path.name),
                _("It is in {folder}. Open it from there.").format(folder=path.parent),
                about="open-file",
            )

    return show


def documents() -> Path:
    """Where this user keeps files."""
    folder = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(folder))


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for files that nobody keeps.

    Raises:
        DiskFull, FileNotWritable: there is no room for it.
    """
    with (
        in_our_words(_(_SCRATCH)),
        tempfile.TemporaryDirectory(
            prefix="checkin-", ignore_cleanup_errors=True
        ) as folder,
    ):
        yield Path(folder)


def loose_file(name: str) -> Path:
    """A file of that name for another program to show; the system clears it away.

    Raises:
        DiskFull, FileNotWritable: there is no room for it.
    """
    with in_our_words(_(_SCRATCH)):
        return Path(tempfile.mkdtemp(prefix="checkin-")) / name
