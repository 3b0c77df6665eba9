"""Printing on Windows: PDFium draws each page onto the printer, at 100 %.

Windows has no command that prints a PDF: a program must be there that offers it, and
that one would scale as it likes. PDFium is with us already and knows how to draw on a
printer: lines and letters stay sharp at any resolution, none becomes a picture. Its own
calls and those of Windows are few; they are in `windows_calls`, and handed in.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from checkin.badges.pdfium import NotPdf, reading
from checkin.badges.printers.errors import (
    PagesUnreadable,
    PrinterRefused,
    PrintSystemSilent,
    StillPrinting,
    UnknownPrinter,
)
from checkin.badges.printers.system import JobReport, JobState, Printer, PrintOptions
from checkin.badges.printers.troubles import Trouble
from checkin.model.i18n import _

_POINTS = 72


class WindowsRefused(Exception):
    """A call of Windows came back with no; its text says which."""


@dataclass(frozen=True, slots=True)
class Queue:
    """A printer as Windows lists it."""

    name: str
    comment: str
    status: int
    """PRINTER_STATUS_… bits."""
    works_offline: bool


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """A job as Windows lists it."""

    status: int
    """JOB_STATUS_… bits."""
    pages: int
    """So many are printed."""


class Sheet(Protocol):
    """A printer that is ready to be drawn on. Lengths in its dots."""

    dots: tuple[int, int]
    """Dots an inch, across and down."""
    corner: tuple[int, int]
    """Where the printable part begins, from the edges of the paper."""

    def begin(self, title: str) -> int:
        """Begins a job; gives its number."""

    def draw(self, page: Any, left: int, top: int, width: int, height: int) -> None:
        """A whole page of paper, with a page of PDFium on it."""

    def end(self) -> None:
        """Lets it be printed."""

    def give_up(self) -> None:
        """Nothing of it is printed."""


class Calls(Protocol):
    """What is asked of Windows. Each may raise WindowsRefused."""

    def queues(self) -> Sequence[Queue]:
        """All printers of this user."""

    def default(self) -> str:
        """The name of the usual one; empty if there is none."""

    def sheet(
        self, printer: str, options: PrintOptions
    ) -> AbstractContextManager[Sheet]:
        """The printer, set to paper, sides and copies; let go at the end."""

    def job(self, printer: str, number: int) -> QueuedJob | None:
        """None: it is no longer in the queue."""

    def cancel(self, printer: str, number: int) -> None:
        """Takes it out of the queue."""


_OF_PRINTER = {
    0x00000001: Trouble.PAUSED,
    0x00000002: Trouble.ATTENTION,
    0x00000008: Trouble.JAM,
    0x00000010: Trouble.NO_PAPER,
    0x00000020: Trouble.OTHER_PAPER,
    0x00000040: Trouble.ATTENTION,
    0x00000080: Trouble.OFFLINE,
    0x00000800: Trouble.TRAY_FULL,
    0x00001000: Trouble.OFFLINE,
    0x00020000: Trouble.LITTLE_INK,
    0x00040000: Trouble.NO_INK,
    0x00100000: Trouble.ATTENTION,
    0x00400000: Trouble.OPEN,
}
"""PRINTER_STATUS_…. Source: PRINTER_INFO_2 in Microsoft's documentation of winspool."""
_OF_JOB = {
    0x00000001: Trouble.PAUSED,
    0x00000002: Trouble.ATTENTION,
    0x00000020: Trouble.OFFLINE,
    0x00000040: Trouble.NO_PAPER,
    0x00000200: Trouble.NO_DRIVER,
    0x00000400: Trouble.ATTENTION,
}
"""JOB_STATUS_…. Source: JOB_INFO_1 there."""
_DELETED, _PRINTING, _PRINTED = 0x00000104, 0x00000010, 0x00001080


class Windows:
    """The print system of Windows."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    # -- printers

    def printers(self) -> Sequence[Printer]:
        """All of this user, the default one first."""
        try:
            default = self._calls.default()
            found = [_printer(one, default) for one in self._calls.queues()]
        except WindowsRefused as error:
            raise PrintSystemSilent(reason=error) from error
        return sorted(found, key=lambda p: (not p.is_default, p.title.casefold()))

    # -- jobs

    def submit(self, pdf: Path, printer: str, options: PrintOptions) -> str:
        """Draws all pages into the queue; comes back once they are in it."""
        names = [one.name for one in self.printers()]
        if printer not in names:
            known = ", ".join(names) or _("none at all")
            raise UnknownPrinter(printer=printer, known=known)
        try:
            with reading(pdf) as document, self._calls.sheet(printer, options) as sheet:
                number = sheet.begin(options.title)
                _or_not_at_all(sheet, lambda: _draw(document, sheet))
        except NotPdf as error:
            raise PagesUnreadable(file=pdf.name) from error
        except WindowsRefused as error:
            raise PrinterRefused(printer=printer, reason=error) from error
        return f"{number} {printer}"

    def look(self, jobs: Collection[str]) -> Mapping[str, JobReport]:
        """A job that Windows no longer lists has been printed."""
        try:
            queues = {one.name: one for one in self._calls.queues()} if jobs else {}
            return {job: self._report(job, queues) for job in jobs}
        except WindowsRefused as error:
            raise PrintSystemSilent(reason=error) from error

    def _report(self, job: str, queues: Mapping[str, Queue]) -> JobReport:
        number, printer = _parts(job)
        found = self._calls.job(printer, number)
        if found is None or found.status & _PRINTED:
            return JobReport(JobState.DONE)
        if found.status & _DELETED:
            return JobReport(JobState.CANCELLED, pages=found.pages)
        printing = found.status & _PRINTING
        queue = queues.get(printer)
        troubles = {*_bits(found.status, _OF_JOB), *(_troubles(queue) if queue else ())}
        return JobReport(
            JobState.PRINTING if printing else JobState.WAITING,
            _worst_first(troubles),
            pages=found.pages,
        )

    def cancel(self, job: str) -> None:
        """Takes it out of the queue; one that is gone is no trouble."""
        number, printer = _parts(job)
        try:
            if self._calls.job(printer, number) is not None:
                self._calls.cancel(printer, number)
        except WindowsRefused as error:
            raise StillPrinting(reason=error) from error


def _or_not_at_all(sheet: Sheet, draw: Callable[[], None]) -> None:
    """Half a job would be printed otherwise."""
    try:
        draw()
    except BaseException:
        sheet.give_up()
        raise
    sheet.end()


def _draw(document: Any, sheet: Sheet) -> None:
    """Each page from the corner of the paper, not of what can be printed on."""
    across, down = sheet.dots
    left, top = sheet.corner
    for page in document:
        width, height = page.get_size()
        size = round(width / _POINTS * across), round(height / _POINTS * down)
        sheet.draw(page.raw, -left, -top, *size)


def _printer(queue: Queue, default: str) -> Printer:
    return Printer(
        queue.name,
        queue.name,
        is_default=queue.name == default,
        troubles=_troubles(queue),
        says=queue.comment,
    )


def _troubles(queue: Queue) -> tuple[Trouble, ...]:
    found = set(_bits(queue.status, _OF_PRINTER))
    if queue.works_offline:
        found.add(Trouble.OFFLINE)
    return _worst_first(found)


def _bits(status: int, of: Mapping[int, Trouble]) -> list[Trouble]:
    return [trouble for bit, trouble in of.items() if status & bit]


def _worst_first(troubles: set[Trouble]) -> tuple[Trouble, ...]:
    return tuple(one for one in Trouble if one in troubles)


def _parts(job: str) -> tuple[int, str]:
    number, _space, printer = job.partition(" ")
    return int(number), printer
