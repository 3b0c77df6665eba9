"""The colours of a design, and which ticket type has which."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

_WRITTEN = re.compile("#[0-9a-fA-F]{6}")


class Colour(NamedTuple):
    """Red, green and blue, each from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def operands(self) -> str:
        """As a PDF writes it."""
        return f"{self.red:.3f} {self.green:.3f} {self.blue:.3f}"

    def luminance(self) -> float:
        """Relative luminance, as WCAG 2.2 defines it."""
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in self
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


TICKET = "ticket"
"""What designs call the colour of the ticket type."""


def read_colour(text: str) -> Colour:
    """A colour from a hash and six hexadecimal digits.

    Raises:
        ValueError: it is written otherwise.
    """
    if not _WRITTEN.fullmatch(text):
        raise ValueError(text)
    value = int(text[1:], 16)
    return Colour(*(((value >> shift) & 255) / 255 for shift in (16, 8, 0)))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21; small text needs 4.5."""
    low, high = sorted((one.luminance(), other.luminance()))
    return (high + 0.05) / (low + 0.05)


READABLE = 4.5
"""The contrast that WCAG 2.2 asks for between small text and what it stands on."""

_DARKER = 0.97
"""By so much a colour gets darker at a time."""
_STEPS = 200
"""After so many nothing is left of it."""
_BLACK = Colour(0, 0, 0)


def darkened(fill: Colour, *texts: Colour) -> Colour:
    """The colour itself, or so much darker that one of these can be read on it."""
    for _step in range(_STEPS):
        if any(contrast(text, fill) >= READABLE for text in texts):
            return fill
        fill = Colour(*(round(part * _DARKER, 4) for part in fill))
    return _BLACK


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that a design names.

    Those that are filled with are so dark or light that white or ink can be read on
    them.
    """

    ink: Colour
    muted: Colour
    white: Colour
    plain: Colour
    """Of the band of somebody without a ticket type."""
    tickets: tuple[Colour, ...]
    others: Mapping[str, Colour]
    """Any further ones by name."""

    @property
    def names(self) -> frozenset[str]:
        """What may stand where a design names a colour."""
        return frozenset({"ink", "muted", "white", "plain", TICKET, *self.others})

    def named(self, name: str, ticket: Colour) -> Colour:
        """The colour of that name, on a badge whose ticket type has this one."""
        if name == TICKET:
            return ticket
        found: Colour = self.others.get(name) or getattr(self, name)
        return found

    def text_on(self, fill: Colour) -> Colour:
        """White or ink, whichever can be read better on this fill."""
        return max((self.white, self.ink), key=lambda text: contrast(text, fill))

    def of_tickets(self, types: Iterable[str]) -> Mapping[str, Colour]:
        """A colour for each type; two get the same only if there are more than colours.

        The word decides, so a type keeps its colour from print to print; a colour
        that is taken already is passed over, in the order of the alphabet.
        """
        chosen: dict[str, Colour] = {}
        names = sorted({plain_type(name) for name in types} - {""})
        for name in names:
            start = sha256(name.encode("utf-8", "surrogatepass")).digest()[0]
            turned = [
                self.tickets[(start + step) % len(self.tickets)]
                for step in range(len(self.tickets))
            ]
            taken = set(chosen.values())
            free = [colour for colour in turned if colour not in taken]
            chosen[name] = (free or turned)[0]
        return chosen

    def of_ticket(self, name: str, chosen: Mapping[str, Colour]) -> Colour:
        """The colour of one type among those given out."""
        plain = plain_type(name)
        if not plain:
            return self.plain
        return chosen.get(plain) or self.of_tickets([plain])[plain]


def plain_type(name: str) -> str:
    """The same for all spellings of a ticket type: case and spaces don't matter."""
    return " ".join(name.casefold().split())


class Unreadable(Exception):
    """Ink could not be read on white."""


def read_palette(entry: Mapping[str, object]) -> Palette:
    """The palette from the part of a design file that holds the colours.

    Raises:
        KeyError: one that every design has is not there.
        Unreadable: white and ink are alike.
        ValueError: one is no colour.
    """
    given = {name: value for name, value in entry.items() if name != "tickets"}
    inks = {
        name: read_colour(str(given.pop(name))) for name in ("ink", "muted", "white")
    }
    texts = inks["white"], inks["ink"]
    if contrast(*texts) < READABLE:
        raise Unreadable

    def fill(value: object) -> Colour:
        return darkened(read_colour(str(value)), *texts)

    tickets = entry["tickets"]
    if not isinstance(tickets, list) or not tickets:
        raise ValueError("tickets")
    return Palette(
        **inks,
        plain=fill(given.pop("plain")),
        tickets=tuple(fill(one) for one in tickets),
        others=MappingProxyType({name: fill(value) for name, value in given.items()}),
    )


class Tint:
    """The colours of badges of one ticket type."""

    def __init__(self, palette: Palette, ticket: Colour) -> None:
        self._palette, self._ticket = palette, ticket
        self._texts: dict[tuple[str, str], Colour] = {}

    def fill(self, name: str) -> Colour:
        """The colour of that name."""
        return self._palette.named(name, self._ticket)

    def text(self, name: str, on: str) -> Colour:
        """That colour if it can be read on the other one; else white or ink.

        On white, a colour that is too light is made darker instead.
        """
        found = self._texts.get((name, on))
        if found is None:
            found = self._texts[name, on] = self._text(self.fill(name), self.fill(on))
        return found

    def _text(self, ink: Colour, ground: Colour) -> Colour:
        if contrast(ink, ground) >= READABLE:
            return ink
        if ground == self._palette.white:
            return darkened(ink, ground)
        return self._palette.text_on(ground)
