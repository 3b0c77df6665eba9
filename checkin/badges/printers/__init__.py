"""From a PDF to paper: the printers of this computer, and the jobs on their way."""

from checkin.badges.printers.choosing import options_for, print_system
from checkin.badges.printers.errors import (
    NoPrinting,
    PagesUnreadable,
    PrinterRefused,
    PrintSystemSilent,
    StillPrinting,
    UnknownPrinter,
)
from checkin.badges.printers.job import PrintJob, State
from checkin.badges.printers.nothing import NoPrintSystem
from checkin.badges.printers.queue import PrintQueue, watch
from checkin.badges.printers.spool import Spool
from checkin.badges.printers.system import (
    JobReport,
    JobState,
    Printer,
    PrintOptions,
    PrintSystem,
    Sides,
)
from checkin.badges.printers.troubles import Trouble, of_reasons

__all__ = [
    "JobReport",
    "JobState",
    "NoPrintSystem",
    "NoPrinting",
    "PagesUnreadable",
    "PrintJob",
    "PrintOptions",
    "PrintQueue",
    "PrintSystem",
    "PrintSystemSilent",
    "Printer",
    "PrinterRefused",
    "Sides",
    "Spool",
    "State",
    "StillPrinting",
    "Trouble",
    "UnknownPrinter",
    "of_reasons",
    "options_for",
    "print_system",
    "watch",
]
