"""Writes one badge as PDF operators."""

from collections.abc import Mapping
from typing import Any

from checkin.badges import qr
from checkin.badges.design import Arrangement, Design
from checkin.badges.layout import EM, MM, Fitted, Setting, one_line, place, room
from checkin.badges.palette import Colour
from checkin.badges.stock import Point, Stock
from checkin.badges.text import BadgeText
from checkin.model.code import grouped
from checkin.typeset import Style, operators, shape
from checkin.typeset.embed import fonts_of

PITCH = 0.74
"""Width of the field of each letter of the code, in em."""
GAP = 0.45
"""Extra room between its groups of four, in em."""
BAND_PART = 0.6
"""Of the band's width that the ticket type may take if the event's name is long."""


class Painter:
    """Paints the badges of one document."""

    def __init__(
        self,
        canvas: Any,
        stock: Stock,
        design: Design,
        colours: Mapping[str, Colour],
    ) -> None:
        self._canvas = canvas
        self._fonts = fonts_of(canvas)
        self._stock = stock
        self._palette = design.palette
        self._colours = colours
        self._arrangement: Arrangement = design.arranged_for(stock)
        self._room = room(self._arrangement, stock.badge_size)

    def paint(self, badge: BadgeText, cell: Point) -> list[Fitted]:
        """The badge with its top left corner at `cell`; how its texts came out."""
        x = cell.left * MM
        y = (self._stock.paper_size.height - cell.top) * MM
        fitted = place(badge, self._arrangement, self._room)
        parts = [f"q 1 0 0 1 {x:.3f} {y:.3f} cm"]
        self._band(parts, badge)
        ink: Colour | None = None
        for field in fitted:
            for setting in field.settings:
                if setting.ink != ink:
                    ink = setting.ink
                    parts.append(f"{ink.operands} rg")
                parts.append(self._text(setting))
        self._code(parts, badge.code)
        parts.append("Q")
        self._canvas.addLiteral("\n".join(parts))
        return fitted

    def _text(self, setting: Setting) -> str:
        return operators(
            self._fonts, setting.line, setting.x, -setting.baseline, setting.size
        )

    def _band(self, parts: list[str], badge: BadgeText) -> None:
        space, band = self._room, self._arrangement.band
        fill = self._palette.of_ticket(badge.ticket_type, self._colours)
        height = space.height - space.band_top
        parts.append(
            f"{fill.operands} rg 0 {-space.height:.3f} "
            f"{space.width:.3f} {height:.3f} re f"
        )
        parts.append(f"{self._palette.text_on(fill).operands} rg")
        whole = space.right - space.left
        gap = 4 * MM * space.scale
        room_left = whole
        middle = -(space.band_top + height / 2)
        if shape(badge.ticket_type, Style.BOLD).text:
            part = whole if not badge.event_name else whole * BAND_PART
            sizes = tuple(size * space.scale for size in band.ticket)
            line, size = one_line(badge.ticket_type, Style.BOLD, sizes, part)
            baseline = middle - 0.357 * size
            parts.append(operators(self._fonts, line, space.left, baseline, size))
            room_left = whole - line.width * size / EM - gap
        if shape(badge.event_name, Style.REGULAR).text:
            sizes = tuple(size * space.scale for size in band.event)
            line, size = one_line(badge.event_name, Style.REGULAR, sizes, room_left)
            x = space.right - line.width * size / EM
            baseline = middle - 0.357 * size
            parts.append(operators(self._fonts, line, x, baseline, size))

    def _code(self, parts: list[str], code: str) -> None:
        space = self._room
        rows = qr.matrix(code)
        module = space.qr_side / len(rows)
        bottom = space.qr_top + space.qr_side
        parts.append(
            f"0 g q {module:.4f} 0 0 {module:.4f} "
            f"{space.qr_left:.3f} {-bottom:.3f} cm {qr.path(rows)} Q"
        )
        self._letters(parts, code, bottom + module * qr.QUIET)

    def _letters(self, parts: list[str], code: str, top: float) -> None:
        """The code in letters, flush with the right edge of its modules."""
        space = self._room
        size = self._arrangement.qr.code_size * space.scale
        baseline = -(top + 0.72 * size)
        x = space.qr_left + space.qr_side
        for letter in reversed(grouped(code)):
            if letter == " ":
                x -= GAP * size
                continue
            x -= PITCH * size
            line = shape(letter, Style.REGULAR)
            inset = (PITCH - line.advance / EM) / 2 * size
            parts.append(operators(self._fonts, line, x + inset, baseline, size))
