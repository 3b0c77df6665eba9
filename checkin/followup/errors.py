"""What can be asked of the follow-up that it can't give."""

from checkin.model.errors import CheckinError
from checkin.model.i18n import N_


class UnknownAudience(CheckinError):
    """A word that names no group of guests."""

    title = N_("There is no audience “{name}”")
    message = N_("There are: {known}.")
    hint = N_("Choose one of these; “everyone” is the whole list.")


class UnknownFormat(CheckinError):
    """A word that names no kind of file."""

    title = N_("There is no format “{name}”")
    message = N_("There are: {known}.")
    hint = N_("Choose one of these; “csv” opens in every spreadsheet.")


class UnclearFormat(CheckinError):
    """No format was named and the ending of the file says nothing either."""

    title = N_("The ending of {file} doesn’t say what kind of file you want")
    message = N_("Known endings are: {endings}.")
    hint = N_("Give the file one of these endings, or name a format: {known}.")


class TooManyForASheet(CheckinError):
    """A spreadsheet file has an end; CSV has none."""

    title = N_("{rows} people don’t fit into one Excel sheet")
    message = N_("It holds {most} of them. Nothing was written.")
    hint = N_("Save them as CSV instead.")


class OverwritesEvent(CheckinError):
    """The file to be written is the event itself."""

    title = N_("{file} is the event itself")
    message = N_("A list with that name would take its place. Nothing was written.")
    hint = N_("Choose another name for the list.")
