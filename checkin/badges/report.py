"""What became of a print job, and what somebody should look at before printing it."""

from dataclasses import dataclass
from enum import Enum

from checkin.badges.places import Place
from checkin.model.i18n import _


class RemarkKind(Enum):
    """Things on a badge that its wearer might mind."""

    MADE_SMALLER = "made_smaller"
    """A name is set smaller than reads well at talking distance."""
    SHORTENED = "shortened"
    """A text ends in “…”."""
    NO_NAME = "no_name"
    """There is no name, or none of its letters can be printed."""
    NO_FONT = "no_font"
    """Letters that no shipped font has were left out."""
    LOOK_ALIKE = "look_alike"
    """Another badge says the same, but for the code."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at."""

    kind: RemarkKind
    attendee: bytes
    place: Place
    """Where the badge is."""
    text: str
    """The text on the badge that it is about."""
    letters: str = ""
    """NO_FONT: the letters, in the order of their code points."""

    def words(self) -> str:
        """One sentence for people."""
        return _WORDS[self.kind]().format(text=self.text, letters=self.letters)


_WORDS = {
    RemarkKind.MADE_SMALLER: lambda: _("“{text}” had to be made small to fit."),
    RemarkKind.SHORTENED: lambda: _("“{text}” was cut short to fit."),
    RemarkKind.NO_NAME: lambda: _("A badge has no name on it."),
    RemarkKind.NO_FONT: lambda: _("No font has {letters} in “{text}”; it is left out."),
    RemarkKind.LOOK_ALIKE: lambda: _("Two badges look alike: “{text}”."),
}


@dataclass(frozen=True, slots=True)
class PrintReport:
    """How many badges are on how many sheets, whose, and what to look at."""

    badges: int
    """Without their copies."""
    sheets: int
    attendees: tuple[bytes, ...]
    """In the order of printing; what the ledger records as printed."""
    remarks: tuple[Remark, ...] = ()
    pages: tuple[int, ...] = ()
    """For each page of the document the sheet whose front it is; 0 for backs."""
