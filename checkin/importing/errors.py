"""What can be wrong with a file that somebody wants to import, in words."""

from checkin.model.errors import CheckinError
from checkin.model.i18n import N_


class EmptyFile(CheckinError):
    """There is nothing in it, or only blank rows."""

    title = N_("{file} is empty")
    message = N_("There is not a single row in it.")
    hint = N_("Save the list once more where it comes from, and choose that file.")


class NoNameColumn(CheckinError):
    """No heading says where the names are."""

    title = N_("{file} has no column with names")
    message = N_("These headings were found: {found}.")
    hint = N_(
        "Write “Name”, or “First name” and “Last name”, above the names; or say "
        "which column it is: --map “Column=full_name”."
    )


class NothingBelow(CheckinError):
    """A row of headings, and nobody under it."""

    title = N_("{file} has headings, but nobody below them")
    message = N_("The last row with something in it is the one with the headings.")
    hint = N_("Check that the export was made for the right event, and complete.")


class TooLarge(CheckinError):
    """More than an attendee list can be; reading it would stop the computer."""

    title = N_("{file} is too large for a list of guests")
    message = N_("It holds {size}; Checkin reads up to {limit}.")
    hint = N_("Export only the attendees of this event, and import that file.")


class PackedTooTight(CheckinError):
    """A workbook that unpacks to hundreds of times its size: a trap, or broken."""

    title = N_("{file} unpacks to far more than a list of guests")
    message = N_("Its {packed} kB would become {unpacked} MB. It was not unpacked.")
    hint = N_("Export the list once more where it comes from, as CSV if you can.")


class NotAList(CheckinError):
    """A picture, an archive, a letter…"""

    title = N_("{file} is not a list")
    message = N_("By its content it is {what}.")
    hint = N_("{instead}")


class LockedWithPassword(CheckinError):
    """An encrypted workbook."""

    title = N_("{file} is locked with a password")
    message = N_("Nothing in it can be read from here.")
    hint = N_("Open it in Excel, save it without the password, and try that file.")


class IsFolder(CheckinError):
    """A folder was named where a file is needed."""

    title = N_("{file} is a folder")
    message = N_("A list is a single file: CSV or Excel.")
    hint = N_("Choose the file inside the folder.")


class BrokenList(CheckinError):
    """It claims to be a table, but its content makes no sense."""

    title = N_("{file} can’t be read: it is damaged")
    message = N_("Reading it ended with: {reason}.")
    hint = N_("Open it in Excel or LibreOffice, save it as CSV, and try that file.")


class NoSuchSheet(CheckinError):
    """The workbook has no sheet of that name."""

    title = N_("There is no sheet “{sheet}” in {file}")
    message = N_("It has: {sheets}.")
    hint = N_("Name one of these with --sheet, or leave it out.")


class NoSuchColumn(CheckinError):
    """A column was named that the list has not."""

    title = N_("The list has no column “{column}”")
    message = N_("Closest to it: {near}.")
    hint = N_("Write the heading as it stands in the list.")


class NoSuchRow(CheckinError):
    """A row was to be put right that the list has not."""

    title = N_("The list has no row {row}")
    message = N_("Its guests stand in rows {first} to {last}; blank ones don’t count.")
    hint = N_("Count as a spreadsheet does: the first line of the file is row 1.")


class NoSuchField(CheckinError):
    """A column was to be taken for something that Checkin does not know."""

    title = N_("A column can’t be taken for “{field}”")
    message = N_("Closest to it: {near}.")
    hint = N_("Use one of: {fields}.")


class ListedMeanwhile(CheckinError):
    """Between plan and import, another import or an undo changed this list."""

    title = N_("The list “{name}” has changed in the meantime")
    message = N_("What was planned no longer fits it. Nothing was imported.")
    hint = N_("Import the file again; the plan will be made afresh.")
