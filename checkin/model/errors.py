"""What a user can run into, in words: one class per condition.

Anything that is not a CheckinError is a bug of ours. Foreign errors (sqlite3,
OSError, reader libraries) are turned into these once, where they were caught.
"""

from typing import ClassVar

from checkin.model.i18n import N_, _


class CheckinError(Exception):
    """A condition that the user can mend: what is wrong, what it means, what to do.

    A subclass states its three sentences; `{names}` in them are filled from the
    keyword arguments of the constructor, which stay readable as `details`.
    """

    title: ClassVar[str] = N_("That did not work")
    message: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.words())

    def _fill(self, sentence: str) -> str:
        return _(sentence).format(**self.details) if sentence else ""

    def title_words(self) -> str:
        """What is wrong, as a headline without a full stop."""
        return self._fill(self.title)

    def message_words(self) -> str:
        """What it means."""
        return self._fill(self.message)

    def hint_words(self) -> str:
        """What to do."""
        return self._fill(self.hint)

    def words(self) -> str:
        """All three, a line each; empty ones are left out."""
        lines = (self.title_words(), self.message_words(), self.hint_words())
        return "\n".join(line for line in lines if line)


class FileNotThere(CheckinError):
    """A path that was named does not exist."""

    title = N_("There is no file {file}")
    message = N_("Nothing was read and nothing was changed.")
    hint = N_("Check the name, or whether the drive is still plugged in.")


class FileNotReadable(CheckinError):
    """A file exists but the system won't give its content."""

    title = N_("{file} can’t be opened")
    message = N_("The system says: {reason}.")
    hint = N_("Check that you may read it and that no other program holds it.")


class FileNotWritable(CheckinError):
    """A file can't be written where the user wants it."""

    title = N_("{file} can’t be written")
    message = N_("The system says: {reason}. Nothing was half-written.")
    hint = N_("Choose another folder, or close the program that has the file open.")


class DiskFull(CheckinError):
    """No room left where something should be written."""

    title = N_("The disk is full")
    message = N_("{file} could not be written. What was there before is unharmed.")
    hint = N_("Free some space, then try again.")


class BadArgument(CheckinError):
    """A value typed by the user can't be used."""

    title = N_("“{value}” can’t be used for {what}")
    message = N_("{reason}")
    hint = N_("{instead}")
