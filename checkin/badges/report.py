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
    NO_PHOTO = "no_photo"
    """The design shows photos, and there is none of this guest."""
    BROKEN_PICTURE = "broken_picture"
    """A photo, or another picture, can't be read; the badge is without it."""


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
    size: float = 0
    """MADE_SMALLER: in pt."""
    meant: float = 0
    """MADE_SMALLER: the size in pt that the design asks for."""

    @property
    def reads(self) -> str:
        """MADE_SMALLER: from how many metres it can be read, in figures."""
        return _metres(self.size)

    @property
    def should_read(self) -> str:
        """MADE_SMALLER: from how many metres the design wants it to be read."""
        return _metres(self.meant)

    def words(self) -> str:
        """One sentence for people."""
        return _WORDS[self.kind]().format(
            text=self.text,
            letters=" ".join(map(_named, self.letters.split())),
            reads=self.reads,
            should_read=self.should_read,
        )


POINTS_A_METRE = 12
"""Letters of 12 pt read well from a metre away, of 36 pt from three."""


def _metres(size: float) -> str:
    return f"{int(size / POINTS_A_METRE * 10) / 10:g}"


def _named(letter: str) -> str:
    """The letter, or its number where no screen has it either."""
    return letter if letter.isprintable() else f"U+{ord(letter):04X}"


_WORDS = {
    RemarkKind.MADE_SMALLER: lambda: _(
        "“{text}” was made smaller: it reads well up to {reads} m, not {should_read} m."
    ),
    RemarkKind.SHORTENED: lambda: _("“{text}” was cut short to fit."),
    RemarkKind.NO_NAME: lambda: _("A badge has no name on it."),
    RemarkKind.NO_FONT: lambda: _("No font has {letters} in “{text}”; it is left out."),
    RemarkKind.LOOK_ALIKE: lambda: _("Two badges look alike: “{text}”."),
    RemarkKind.NO_PHOTO: lambda: _("There is no photo of “{text}”."),
    RemarkKind.BROKEN_PICTURE: lambda: _("The picture {text} can’t be read."),
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
