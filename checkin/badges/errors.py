"""What can go wrong when badges are printed, in words."""

from checkin.model.errors import CheckinError
from checkin.model.i18n import N_


class UnknownStock(CheckinError):
    """No badge stock of that name is known."""

    title = N_("There is no badge stock “{stock}”")
    message = N_("Nothing was printed. Known are for example {near}.")
    hint = N_("Give the part number that stands on the pack, such as L4785.")


class StockTooSmall(CheckinError):
    """A stock that there is, but that no design fits on."""

    title = N_("The labels of {stock} are too small for badges")
    message = N_("They are {width} × {height} mm: no room for a name and a code.")
    hint = N_("Take larger ones: 80 × 50 mm, such as L4785, read well.")


class UnknownDesign(CheckinError):
    """No badge design of that name is shipped."""

    title = N_("There is no badge design “{design}”")
    message = N_("Nothing was printed. Known are {known}.")
    hint = N_("Choose one of these.")


class DesignNotUsable(CheckinError):
    """A design file says something that can't be."""

    title = N_("The design in {file} can’t be used")
    message = N_("{key}: {reason}.")
    hint = N_("What each key means is told in resources/designs/README.md.")


class StartOutOfRange(CheckinError):
    """The first badge shall go to a place that the sheet does not have."""

    title = N_("A sheet of {stock} has no place {start}")
    message = N_("Nothing was printed. The places are numbered 1 to {last}, by rows.")
    hint = N_("Count the places from the top left, row by row.")


class NothingToPrint(CheckinError):
    """The choice of badges is empty."""

    title = N_("There are no badges to print")
    message = N_("Nobody fits the choice, so no file was written.")
    hint = N_("To print badges once more, choose everyone or name the people.")


class CodeTooLong(CheckinError):
    """A code that came with a list is too long for a QR code that can be read."""

    title = N_("The code of {name} is too long to print")
    message = N_("It has {length} letters; at this size no scanner would read it.")
    hint = N_("Give this guest a shorter code, or import the list without codes.")


class BadgesDoNotFit(CheckinError):
    """The design needs larger badges than the stock has."""

    title = N_("The design {design} does not fit on {stock}")
    message = N_("Badges of {width} × {height} mm leave no room for all that is on it.")
    hint = N_("Choose another design, such as Classic, or a stock with larger badges.")


class OverwritesEvent(CheckinError):
    """The sheets were to be written over the event itself."""

    title = N_("{file} is the event itself")
    message = N_("Sheets of that name would take its place. Nothing was written.")
    hint = N_("Choose another name for the sheets: badges.pdf.")


class NotReadable(CheckinError):
    """Codes could not be read back from the sheets."""

    title = N_("{n} codes can’t be read on {file} where they belong")
    message = N_("The sheets are kept, but not noted as printed. Look at: {badges}.")
    hint = N_("Print them on a larger stock, or tell us about the design.")


class WrongSheeting(CheckinError):
    """A number about the sheets is out of the ordinary."""

    title = N_("{n} is no number of {what}")
    message = N_("Nothing was printed. It can be {least} to {most}.")
    hint = N_("Choose a number between these.")


class NotCalibrated(CheckinError):
    """What was measured on a test sheet, or given to put it right, can't be meant."""

    title = N_("These measures can’t be right")
    message = N_("{reason} Nothing was kept.")
    hint = N_("Print the test sheet at 100 %, not “fit to page”, and measure in mm.")


class NotOnRun(CheckinError):
    """A print run can't go on from somebody who is not on it."""

    title = N_("That print run has no badge there")
    message = N_("Nothing was printed. Badges that don’t count any more are left out.")
    hint = N_("`checkin prints EVENT RUN` tells who is on it, sheet by sheet.")
