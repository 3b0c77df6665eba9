"""What designs are made of. Places are in mm on the reference badge, sizes in pt."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from checkin.badges.conditions import ALWAYS, When
from checkin.badges.templates import Said, Template
from checkin.typeset import Style


class Side(StrEnum):
    """Of a badge."""

    FRONT = "front"
    BACK = "back"


class Box(NamedTuple):
    """A place: its top left corner, width and height."""

    left: float
    top: float
    width: float
    height: float


class Align(StrEnum):
    """Where words stand between left and right."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class VAlign(StrEnum):
    """Where words stand between top and bottom."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Words:
    """What a line says, and when it is there."""

    say: tuple[Template, ...]
    """The first of them that says anything."""
    when: When = ALWAYS

    def of(self, said: Said) -> str:
        """Its words on a badge; empty if it is not there."""
        if self.when.sentences and not self.when.holds(said):
            return ""
        for template in self.say:
            if text := template.words(said):
                return text
        return ""

    @cached_property
    def names(self) -> frozenset[str]:
        """All fields and headings that it asks for."""
        return self.when.names.union(*(template.names for template in self.say))

    @cached_property
    def shows(self) -> str:
        """The field that it is there for; empty if there is none."""
        return next((one.shows for one in self.say if one.shows), "")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a text, below the one before it; it may flow into several rows."""

    words: Words
    style: Style
    largest: float
    smallest: float
    """Not shrunk below this; then it ends in “…”."""
    ink: str = "ink"
    """The name of a colour."""
    rows: int = 1
    """How many it may take before it ends in “…”."""
    gap: float = 0
    """Room above it, in mm, if something stands there."""
    legible: float = 0
    """Set smaller than this, in pt, it is reported; 0: never."""
    not_above: str = ""
    """A field further up than which it is never larger."""
    fill: str = ""
    """The colour of a rounded label behind it; empty: none."""
    each: bool = False
    """Each of its parts between semicolons or line ends is a line of its own."""


@dataclass(frozen=True, slots=True)
class Text:
    """A frame in which lines flow, clear of codes; empty ones leave no hole."""

    at: Box
    lines: tuple[TextLine, ...]
    align: Align = Align.LEFT
    valign: VAlign = VAlign.TOP
    on: str = "white"
    """The colour that it stands on; its inks are chosen so that they can be read."""
    fill: str = ""
    """The colour of a panel behind it, as tall as the words need; empty: none."""
    pad: float = 0
    """Between the edge of the panel and the words, in mm."""
    radius: float = 0
    """Of the corners of the panel, in mm."""
    when: When = ALWAYS


@dataclass(frozen=True, slots=True)
class Code:
    """The QR code. It shrinks with the badge, but not below what scanners read."""

    at: Box
    """Of its modules; the quiet zone lies around them, the letters below that."""
    letters: float = 0
    """Size of the code in letters; 0: none."""
    when: When = ALWAYS


@dataclass(frozen=True, slots=True)
class BandWord:
    """A text on a band."""

    words: Words
    style: Style
    largest: float
    smallest: float
    align: Align = Align.LEFT
    whole: bool = False
    """It is left out rather than cut."""


@dataclass(frozen=True, slots=True)
class Band:
    """A coloured strip with words on it, in white or ink."""

    at: Box
    fill: str = "ticket"
    inset: float = 0
    """Between its ends and its words, in mm."""
    words: tuple[BandWord, ...] = ()
    """In the order of their importance: the first ones get their room first."""
    when: When = ALWAYS


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle, or a dot: one whose radius is half of its side."""

    at: Box
    fill: str = ""
    edge: str = ""
    stroke: float = 0.5
    """Width of the edge in pt."""
    radius: float = 0
    when: When = ALWAYS


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from a corner of its place to the opposite one."""

    at: Box
    ink: str = "muted"
    stroke: float = 0.5
    when: When = ALWAYS


class Fit(StrEnum):
    """How a picture fills its place."""

    COVER = "cover"
    """All of the place; what stands over is cut."""
    CONTAIN = "contain"
    """The whole picture."""


PHOTO, LOGO = "photo", "logo"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of the guest, the logo of the event, or a file beside the design."""

    at: Box
    source: str
    """`photo`, `logo`, or the name of a file."""
    fit: Fit = Fit.COVER
    radius: float = 0
    """Of its corners; half of its side makes it round."""
    align: Align = Align.CENTRE
    """Where a picture stands that is narrower than its place."""
    fill: str = ""
    """Of the place of a photo that there is none of: initials stand on it."""
    when: When = ALWAYS


Element = Text | Code | Band | Shape | Rule | Picture


def asked_by(element: Element) -> frozenset[str]:
    """The fields and headings that an element asks for."""
    names = set(element.when.names)
    if isinstance(element, Text):
        for line in element.lines:
            names |= line.words.names
    elif isinstance(element, Band):
        for word in element.words:
            names |= word.words.names
    elif isinstance(element, Picture):
        names |= {element.source} & {PHOTO}
    return frozenset(names)
