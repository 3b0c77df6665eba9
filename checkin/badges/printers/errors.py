"""What can go wrong between a PDF and paper, in words."""

from checkin.model.errors import CheckinError
from checkin.model.i18n import N_


class NoPrinting(CheckinError):
    """This computer has no print system that we know."""

    title = N_("This computer can’t print from here")
    message = N_("It has no print system: {missing} is not there.")
    hint = N_("Save the badges as PDF, and print that from another computer.")


class UnknownPrinter(CheckinError):
    """No printer of that name is set up."""

    title = N_("There is no printer “{printer}”")
    message = N_("Nothing was sent. There are: {known}.")
    hint = N_("Choose one of these, or set the printer up in this computer’s settings.")


class PrintSystemSilent(CheckinError):
    """The print system is there but gives no answer."""

    title = N_("The print system does not answer")
    message = N_("It says: {reason}. Nothing was sent to a printer by this.")
    hint = N_("Wait a moment, then try again; if it stays so, restart this computer.")


class PrinterRefused(CheckinError):
    """The print system would not take the job."""

    title = N_("“{printer}” did not take the badges")
    message = N_("The print system says: {reason}. Nothing was printed.")
    hint = N_("Look at the printer in this computer’s settings, then try again.")


class StillPrinting(CheckinError):
    """A job could not be taken back."""

    title = N_("The print job could not be cancelled")
    message = N_("The print system says: {reason}. It may still be printed.")
    hint = N_("Cancel it at the printer.")


class PagesUnreadable(CheckinError):
    """The PDF that was to be printed is gone or damaged."""

    title = N_("{file} can’t be printed")
    message = N_("It can no longer be read. Nothing was sent.")
    hint = N_("Make the badges anew.")
