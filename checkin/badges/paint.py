"""Writes one badge as PDF operators."""

from collections.abc import Mapping
from typing import Any

from checkin.badges import qr
from checkin.badges.band import BandWords
from checkin.badges.design import Design, Side
from checkin.badges.field import Setting
from checkin.badges.palette import Colour
from checkin.badges.room import CAPITALS, EM, MM
from checkin.badges.setting import Laid, Setter
from checkin.badges.stock import Point, Stock
from checkin.badges.text import BadgeText
from checkin.model.code import grouped
from checkin.typeset import Style, operators, spaced
from checkin.typeset.embed import fonts_of

PITCH = 740
"""Width of the field of each letter of the code, in thousandths of an em."""
GAP = 450
"""Width of the space between its groups of four."""


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
        self._setter = Setter(stock, design)

    def paint(
        self,
        badge: BadgeText,
        cell: Point,
        side: Side = Side.FRONT,
        *,
        turned: bool = False,
    ) -> Laid:
        """A side with its top left corner at `cell`; how the words of it came out.

        `turned`: by 180° within its place, as for the far half of a folded badge.

        Raises:
            CodeTooLong: its code would have modules too small to read.
        """
        if side is Side.BACK:  # which no design has so far: it stays empty
            return Laid([], BandWords((), shortened=False))
        x = cell.left * MM
        y = (self._stock.paper_size.height - cell.top) * MM
        fill = self._palette.of_ticket(badge.ticket_type, self._colours)
        ink = self._palette.text_on(fill)
        laid = self._setter.set(badge, ink)
        parts = [f"q {self._at(x, y, turned)} cm"]
        self._band(parts, laid, fill, ink)
        self._fields(parts, laid)
        self._code(parts, badge)
        parts.append("Q")
        self._canvas.addLiteral("\n".join(parts))
        return laid

    def _at(self, x: float, y: float, turned: bool) -> str:
        if not turned:
            return f"1 0 0 1 {x:.3f} {y:.3f}"
        space = self._setter.room
        return f"-1 0 0 -1 {x + space.width:.3f} {y - space.height:.3f}"

    def _fields(self, parts: list[str], laid: Laid) -> None:
        ink: Colour | None = None
        for field in laid.fields:
            for setting in field.settings:
                if setting.ink != ink:
                    ink = setting.ink
                    parts.append(f"{ink.operands} rg")
                parts.append(self._text(setting))

    def _text(self, setting: Setting) -> str:
        return operators(
            self._fonts, setting.line, setting.x, -setting.baseline, setting.size
        )

    def _band(self, parts: list[str], laid: Laid, fill: Colour, ink: Colour) -> None:
        """The strip with its words."""
        space = self._setter.room
        parts.append(
            f"{fill.operands} rg 0 {-space.height:.3f} "
            f"{space.width:.3f} {space.height - space.band_top:.3f} re f "
            f"{ink.operands} rg"
        )
        parts += [self._text(setting) for setting in laid.band.settings]

    def _code(self, parts: list[str], badge: BadgeText) -> None:
        if not badge.code:
            return
        space = self._setter.room
        modules = qr.rows(badge.code)
        module = space.qr_side / len(modules)
        bottom = space.qr_top + space.qr_side
        parts.append(
            f"0 g q {module:.4f} 0 0 {module:.4f} "
            f"{space.qr_left:.3f} {-bottom:.3f} cm {qr.path(modules)} Q"
        )
        line = spaced(grouped(badge.code), Style.REGULAR, PITCH, GAP)
        # Only codes that came with a list can be too long for the badge.
        size = min(space.code_size, (space.right - space.left) * EM / line.width)
        x = space.qr_left + space.qr_side - line.width * size / EM
        baseline = -(bottom + space.quiet + CAPITALS * size)
        parts.append(operators(self._fonts, line, x, baseline, size))
