"""What a print system can do, whichever it is, and the values it speaks in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from checkin.badges.printers.troubles import Trouble
from checkin.badges.stock import Size
from checkin.model.i18n import _

A4 = Size(210, 297)


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue of this computer: an office or label printer, here or in the network."""

    name: str
    """By which the system knows it."""
    title: str
    """By which people know it."""
    is_default: bool = False
    troubles: tuple[Trouble, ...] = ()
    """The worst first."""
    says: str = ""
    """What the printer itself says, in its own words."""
    dots: int | None = None
    """Dots an inch that it prints with unless told otherwise; None: not known."""

    def words(self) -> str:
        """Office printer (out of paper)."""
        worst = next((one for one in self.troubles if one.stops), None)
        if worst is None:
            return self.title
        return _("{printer} ({trouble})").format(
            printer=self.title, trouble=worst.short()
        )


class Sides(StrEnum):
    """Which sides of the paper; the values are the words of IPP (RFC 8011, 5.2.8)."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a PDF is to be printed; always at 100 %."""

    paper: Size = A4
    """In mm."""
    sides: Sides = Sides.ONE
    copies: int = 1
    title: str = "Checkin"
    """Everybody can read it in the list of print jobs: no names of guests."""


class JobState(StrEnum):
    """How it stands with a job that was handed over."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    """Given up by the print system."""

    @property
    def ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self in (JobState.DONE, JobState.CANCELLED, JobState.FAILED)


@dataclass(frozen=True, slots=True)
class JobReport:
    """What the print system says of a job."""

    state: JobState
    troubles: tuple[Trouble, ...] = ()
    says: str = ""
    pages: int = 0
    """So many were sent to the printer."""


class PrintSystem(Protocol):
    """Printers of this computer, and the jobs on their way to them.

    All may take seconds, never more than some ten: not for the window's thread.
    """

    def printers(self) -> Sequence[Printer]:
        """All that there are, the default one first.

        Raises:
            PrintSystemSilent: they can't be asked for.
        """

    def submit(self, pdf: Path, printer: str, options: PrintOptions) -> str:
        """Hands a PDF over; gives the id of the job. The file is no longer needed then.

        Raises:
            NoPrinting, UnknownPrinter, PrintSystemSilent, PrinterRefused,
            PagesUnreadable: nothing is printed.
        """

    def look(self, jobs: Collection[str]) -> Mapping[str, JobReport]:
        """How it stands with these jobs.

        Raises:
            PrintSystemSilent: they can't be asked for.
        """

    def cancel(self, job: str) -> None:
        """Takes a job back; one that has ended stays as it is.

        Raises:
            StillPrinting: it can't be.
        """
