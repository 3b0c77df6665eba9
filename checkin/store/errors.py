"""What can be wrong with an event file, and how SQLite's words become ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from checkin.model.errors import CheckinError, DiskFull, FileNotReadable
from checkin.model.i18n import N_, _
from checkin.model.kinds import BadEntry


class NotAnEvent(CheckinError):
    """A file that is no event file at all."""

    title = N_("{file} is not a Checkin event")
    message = N_("Its content is something else; it was left as it is.")
    hint = N_("Choose a file that ends in .checkin, or import this one as a list.")


class DamagedEvent(CheckinError):
    """The database inside the file is broken."""

    title = N_("{file} is damaged")
    message = N_("SQLite says: {reason}. Nothing was changed.")
    hint = N_("Open the newest saved copy, and keep this file for repair.")


class NewerEventFile(CheckinError):
    """Written by a later version; opening it could lose what this one doesn't know."""

    title = N_("This event was made by a newer Checkin")
    message = N_("{file} has format {theirs}; this Checkin knows up to {ours}.")
    hint = N_("Update this Checkin to open it; your file is untouched.")


class TamperedEvent(CheckinError):
    """The file holds triggers, views or tables that Checkin never makes."""

    title = N_("{file} contains something that Checkin did not put there")
    message = N_("It was not opened, because of: {what}.")
    hint = N_("Ask whoever gave you the file for a saved copy of the original.")


class ReadOnlyEvent(CheckinError):
    """The file can be read but not written."""

    title = N_("{file} can only be read")
    message = N_("Nothing new can be kept in it: the drive or the file is protected.")
    hint = N_("Save a copy to a folder of your own and open that one.")


class OldReadOnlyEvent(CheckinError):
    """Made by an older version, and it can't be brought up to date where it is."""

    title = N_("{file} was made by an older Checkin")
    message = N_("It has to be brought up to date, but it can only be read here.")
    hint = N_("Copy it to a folder of your own and open that one.")


class EventBusy(CheckinError):
    """Another program holds the write lock for longer than we wait."""

    title = N_("{file} is busy")
    message = N_("Another program has been writing to it for 10 seconds.")
    hint = N_("Wait until it is done, then try again.")


class EventExists(CheckinError):
    """A new event, or a copy, would overwrite something."""

    title = N_("{file} exists already")
    message = N_("It was left as it is.")
    hint = N_("Choose another name, or open that event.")


class DriveGone(CheckinError):
    """Reading or writing the file failed in the system below."""

    title = N_("{file} can’t be reached any more")
    message = N_("The last step was not saved. The system says: {reason}.")
    hint = N_("Check the drive or the network, then do the last step again.")


class WrongClock(CheckinError):
    """The clock of this machine, or of a desk it heard of, is far in the future."""

    title = N_("This computer’s clock can’t be right")
    message = N_("It says {date}. Nothing was saved: later entries would be hidden.")
    hint = N_("Set its date and time, then do the last step again.")


class TooMuchText(CheckinError, BadEntry):
    """Somebody typed, or a list held, more than one entry can carry."""

    title = N_("That is too much text for one entry")
    message = N_("An entry holds at most {limit} bytes. Nothing was saved.")
    hint = N_("Make it shorter; long texts are better kept in a file of their own.")


class NoSuch(CheckinError):
    """Something that was named is not in this event."""

    title = N_("There is no {what} “{name}” in this event")
    message = N_("Nothing was changed.")
    hint = N_("{instead}")


class GuestGone(CheckinError):
    """Somebody else erased a guest, or undid their import, while we wrote of them."""

    title = N_("{name} is not in this event any more")
    message = N_("They were erased, or their import was undone. Nothing was changed.")
    hint = N_("If they are with you, add them as a guest.")


_BY_CODE: dict[int, type[CheckinError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFull,  # no room for the index of the log
    sqlite3.SQLITE_BUSY: EventBusy,
    sqlite3.SQLITE_LOCKED: EventBusy,
    sqlite3.SQLITE_READONLY: ReadOnlyEvent,
    sqlite3.SQLITE_NOTADB: NotAnEvent,
    sqlite3.SQLITE_CORRUPT: DamagedEvent,
    sqlite3.SQLITE_CANTOPEN: FileNotReadable,
    sqlite3.SQLITE_IOERR: DriveGone,
}


_UNREADABLE = N_("something stored in it can’t be read any more")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns SQLite's errors about `path` into ours; bugs in our SQL pass through.

    Single wrong bytes in a database that is whole otherwise show when an entry's text
    or JSON is read; nothing of what it held goes into the error.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        ours = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
        if ours is None and str(error).startswith("Could not decode to UTF-8"):
            raise DamagedEvent(file=path.name, reason=_(_UNREADABLE)) from None
        if ours is None:
            raise
        raise ours(file=path.name, reason=str(error)) from error
    except (JSONDecodeError, UnicodeDecodeError):
        raise DamagedEvent(file=path.name, reason=_(_UNREADABLE)) from None
