"""A print job as the window and the terminal show it: what, where, how it stands."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from checkin.badges.printers.system import PrintOptions
from checkin.badges.printers.troubles import Trouble
from checkin.model.errors import CheckinError
from checkin.model.i18n import N_, _


class State(StrEnum):
    """How it stands."""

    WAITING = "waiting"
    """Not handed over yet."""
    SENDING = "sending"
    AT_PRINTER = "at_printer"
    NEEDS_HELP = "needs_help"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    """Not printed, or not to the end; it can be tried again."""

    @property
    def ended(self) -> bool:
        """Whether nothing more comes of it by itself."""
        return self in (State.DONE, State.CANCELLED, State.FAILED)

    def words(self) -> str:
        """At the printer."""
        return _(_WORDS[self])


_WORDS = {
    State.WAITING: N_("Waiting"),
    State.SENDING: N_("Sending"),
    State.AT_PRINTER: N_("At the printer"),
    State.NEEDS_HELP: N_("Needs help"),
    State.DONE: N_("Done"),
    State.CANCELLED: N_("Cancelled"),
    State.FAILED: N_("Not printed"),
}


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One PDF on its way to paper, as it stands now."""

    number: int
    """In this queue, from 1."""
    title: str
    """43 badges."""
    printer: str
    printer_title: str
    pages: int
    file: Path
    options: PrintOptions
    act: bytes | None = None
    """What undoes the note that these badges are printed."""
    state: State = State.WAITING
    troubles: tuple[Trouble, ...] = ()
    says: str = ""
    sent_pages: int = 0
    first_page: int = 1
    """It was begun anew from this page of the PDF."""
    error: CheckinError | None = None
    system_id: str = ""
    """Its id in the print system."""

    @property
    def worst(self) -> Trouble | None:
        """What keeps it, or may soon."""
        return self.troubles[0] if self.troubles else None

    def why(self) -> str:
        """What is in the way and what to do; else what is worth knowing."""
        if self.error is not None:
            said = self.error.title_words(), self.error.message_words()
            return _sentences(*said, self.error.hint_words())
        if self.state is State.FAILED:
            return _sentences(
                _("The print system gave this job up"),
                _("Look at the printer, then print it again."),
            )
        if self.worst is not None:
            return _sentences(self.worst.title(), self.worst.hint())
        if self.says and not self.state.ended:
            return _("The printer says: {words}").format(words=self.says)
        return ""


def _sentences(title: str, *rest: str) -> str:
    return " ".join(filter(None, (f"{title}.", *rest)))
