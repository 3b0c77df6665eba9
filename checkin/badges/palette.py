"""The colours of a design, and which ticket type has which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple


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


def read_colour(text: str) -> Colour:
    """A colour from a hash and six hexadecimal digits."""
    value = int(text.removeprefix("#"), 16)
    return Colour(*(((value >> shift) & 255) / 255 for shift in (16, 8, 0)))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21; small text needs 4.5."""
    low, high = sorted((one.luminance(), other.luminance()))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that a design names."""

    ink: Colour
    muted: Colour
    white: Colour
    plain: Colour
    """Of the band of somebody without a ticket type."""
    tickets: tuple[Colour, ...]

    def named(self, name: str) -> Colour:
        """The colour that a line of the design asks for."""
        found = {"ink": self.ink, "muted": self.muted, "white": self.white}
        return found[name]

    def text_on(self, fill: Colour) -> Colour:
        """White or ink, whichever can be read better on this fill."""
        return max((self.white, self.ink), key=lambda text: contrast(text, fill))

    def of_tickets(self, types: Iterable[str]) -> Mapping[str, Colour]:
        """A colour for each type; two get the same only if there are more than colours.

        The word decides, so a type keeps its colour from print to print; a colour
        that is taken already is passed over, in the order of the alphabet.
        """
        chosen: dict[str, Colour] = {}
        names = sorted({_plain(name) for name in types} - {""})
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
        plain = _plain(name)
        if not plain:
            return self.plain
        return chosen.get(plain) or self.of_tickets([plain])[plain]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def read_palette(entry: Mapping[str, object]) -> Palette:
    """The palette from the part of a design file that holds the colours."""
    single = {
        name: read_colour(str(entry[name]))
        for name in ("ink", "muted", "white", "plain")
    }
    tickets = entry["tickets"]
    assert isinstance(tickets, list)
    return Palette(**single, tickets=tuple(read_colour(one) for one in tickets))
