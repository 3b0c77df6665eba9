"""The words on the coloured strip: ticket type left, event right. Pure."""

from dataclasses import dataclass

from checkin.badges.design import Arrangement, Sizes
from checkin.badges.field import Setting, one_line
from checkin.badges.palette import Colour
from checkin.badges.room import CAPITALS, EM, Room
from checkin.badges.text import BadgeText
from checkin.typeset import Line, Style, shape

BETWEEN = 1.2
"""Between ticket type and event, at least, in em of the ticket type."""

MIDDLE = CAPITALS * EM / 2
"""Half the height of capitals, in thousandths of an em."""


@dataclass(frozen=True, slots=True)
class BandWords:
    """What stands on the strip."""

    settings: tuple[Setting, ...]
    shortened: bool
    """Whether the ticket type was cut."""


def band_words(
    badge: BadgeText, arrangement: Arrangement, space: Room, ink: Colour
) -> BandWords:
    """The ticket type first; the event only if all of its name fits beside it."""
    settings: list[Setting] = []
    width = space.right - space.left
    ticket = shape(badge.ticket_type, Style.BOLD)
    line, size = _fitted(ticket, Style.BOLD, arrangement.band.ticket, space, width)
    cut = line.text != ticket.text
    if line.text:
        x = space.left - line.left * size / EM
        settings.append(_centred(line, x, size, space, ink))
        width -= line.width * size / EM + BETWEEN * size
    event = shape(badge.event_name, Style.REGULAR)
    line, size = _fitted(event, Style.REGULAR, arrangement.band.event, space, width)
    if line.text and line.text == event.text:  # half a name would say nothing
        x = space.right - line.right * size / EM
        settings.append(_centred(line, x, size, space, ink))
    return BandWords(tuple(settings), cut)


def _fitted(
    line: Line, style: Style, sizes: Sizes, space: Room, width: float
) -> tuple[Line, float]:
    """What fits in `width` pt, no taller than the strip."""
    if not line.text or width <= 0:
        return shape("", style), 0
    limits = sizes.largest * space.scale, sizes.smallest * space.scale
    line, size = one_line(line.text, style, limits, width)
    reach = max(line.top - MIDDLE, MIDDLE - line.bottom)
    return line, min(size, (space.height - space.band_top) / 2 * EM / reach)


def _centred(line: Line, x: float, size: float, space: Room, ink: Colour) -> Setting:
    """Its capitals half way up the strip."""
    middle = (space.height + space.band_top) / 2
    return Setting(line, x, middle + MIDDLE * size / EM, size, ink)
