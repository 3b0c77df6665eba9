"""Why a badge is printed once more, and what is known of a print run."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.model.clock import Instant
from checkin.model.i18n import N_, _
from checkin.model.ids import ActId, AttendeeId, EntryId
from checkin.model.words import isolate


class Reason(StrEnum):
    """The usual reasons; any other words are a reason as well."""

    LOST = "lost"
    DAMAGED = "damaged"
    WRONG_NAME = "wrong name"


_BECAUSE = {
    Reason.LOST.value: N_("because it was lost"),
    Reason.DAMAGED.value: N_("because it was damaged"),
    Reason.WRONG_NAME.value: N_("because the name was wrong"),
}


def because(reason: str) -> str:
    """A reason as the end of a sentence: because it was lost; (spilt coffee)."""
    known = _BECAUSE.get(reason)
    return _(known) if known else f"({isolate(reason)})"


@dataclass(frozen=True, slots=True)
class Run:
    """One print run, as the ledger has it."""

    act: ActId
    """Undoes it as a whole."""
    when: Instant
    actor: str
    """The desk, in words."""
    badges: int
    sheets: int
    stock: str = ""
    design: str = ""
    printer: str = ""
    """Its name; empty for a file."""
    file: str = ""
    """The name of the PDF, without its folder."""
    reason: str = ""
    """A Reason, or other words."""
    verified: str = ""
    """How the codes were read back: "300 dpi", "203 dpi, one-bit"; empty: not."""
    continues: ActId | None = None
    """The run whose rest this one prints."""
    gone: int = 0
    """How many of its badges don't count any more: undone, or on a later run."""

    @property
    def undone(self) -> bool:
        """Whether none of it counts any more."""
        return self.gone >= self.badges


@dataclass(frozen=True, slots=True)
class OnRun:
    """One badge of a run."""

    entry: EntryId
    attendee: AttendeeId
    name: str
    """What stands on it; empty where the guest was erased."""
    code: str
    sheet: int
    cell: int
    counts: bool
    """Whether it counts as printed."""
