"""Writes one badge as PDF operators."""

from collections.abc import Mapping
from typing import Any

from checkin.badges import qr
from checkin.badges.band import BandWords
from checkin.badges.design import Design
from checkin.badges.dots import Grid
from checkin.badges.elements import Align, Band, Fit, Picture, Rule, Shape, Side, Text
from checkin.badges.embed_picture import embedded
from checkin.badges.field import Setting, one_line
from checkin.badges.palette import Colour, Tint
from checkin.badges.pictures import Pictures, Ready
from checkin.badges.room import CAPITALS, EM, GAP, PITCH, CodePlace, Frame
from checkin.badges.setting import Laid, LaidSide, LaidText, NoPicture, Setter
from checkin.badges.stock import Point, Stock
from checkin.badges.strokes import outline
from checkin.badges.text import BadgeText
from checkin.badges.units import MM
from checkin.model.code import grouped
from checkin.typeset import Style, operators, spaced
from checkin.typeset.embed import fonts_of

_MOST_TINTS = 200
"""Ticket types whose colours are remembered."""
_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
"""Part of the free width that is left of a picture."""
_INITIALS = 0.4
"""Size of initials, in the shorter side of their place."""


class Painter:
    """Paints the badges of one document."""

    def __init__(
        self,
        canvas: Any,
        stock: Stock,
        design: Design,
        colours: Mapping[str, Colour],
        pictures: Pictures | None = None,
        dots: Grid | None = None,
    ) -> None:
        """`dots`: of the printer, on the page; codes are set on whole ones."""
        self._canvas = canvas
        self._fonts = fonts_of(canvas)
        self._stock = stock
        self._palette = design.palette
        self._colours = colours
        self._setter = Setter(stock, design, pictures)
        self._tints: dict[str, Tint] = {}
        """By ticket type."""
        self._page_dots = dots
        self._dots = dots
        """The same as seen from the badge that is painted."""

    def paint(
        self,
        badge: BadgeText,
        cell: Point,
        side: Side = Side.FRONT,
        *,
        turned: bool = False,
    ) -> LaidSide:
        """A side with its top left corner at `cell`; how the words of it came out.

        `turned`: by 180° within its place, as for the far half of a folded badge.

        Raises:
            CodeTooLong: its code would have modules too small to read.
        """
        tint = self._tint(badge)
        laid = self._setter.set(badge, tint, side)
        x = cell.left * MM
        y = (self._stock.paper_size.height - cell.top) * MM
        if self._page_dots:
            room, top = self._setter.room, cell.top * MM
            self._dots = self._page_dots.on_badge(
                x, top, room.width, room.height, turned=turned
            )
        parts = [f"q {self._at(x, y, turned)} cm"]
        for one in laid:
            self._element(parts, one, tint, badge)
        parts.append("Q")
        self._canvas.addLiteral("\n".join(parts))
        return laid

    def back(self, badge: BadgeText) -> LaidSide:
        """What will be on its other side; nothing is painted."""
        return self._setter.set(badge, self._tint(badge), Side.BACK)

    def _tint(self, badge: BadgeText) -> Tint:
        name = badge.ticket_type
        if name not in self._tints:
            if len(self._tints) == _MOST_TINTS:
                self._tints.clear()
            ticket = self._palette.of_ticket(name, self._colours)
            self._tints[name] = Tint(self._palette, ticket)
        return self._tints[name]

    def _at(self, x: float, y: float, turned: bool) -> str:
        if not turned:
            return f"1 0 0 1 {x:.3f} {y:.3f}"
        room = self._setter.room
        return f"-1 0 0 -1 {x + room.width:.3f} {y - room.height:.3f}"

    def _element(
        self, parts: list[str], laid: Laid, tint: Tint, badge: BadgeText
    ) -> None:
        element, frame, content = laid.element, laid.frame, laid.content
        if isinstance(content, LaidText):
            assert isinstance(element, Text)
            if content.panel:
                radius = element.radius * self._setter.room.scale * MM
                fill = tint.fill(element.fill).operands
                parts.append(f"{fill} rg {outline(content.panel, radius)} f")
            self._settings(parts, [s for f in content.fields for s in f.settings])
        elif isinstance(element, Band):
            assert isinstance(content, BandWords)
            parts.append(f"{tint.fill(element.fill).operands} rg {outline(frame)} f")
            self._settings(parts, content.settings)
        elif isinstance(content, CodePlace):
            self._code(parts, content, badge.code)
        elif isinstance(element, Shape):
            self._shape(parts, element, frame, tint)
        elif isinstance(element, Rule):
            parts.append(
                f"{tint.fill(element.ink).operands} RG {element.stroke:g} w"
                f" {frame.left:.3f} {-frame.top:.3f} m"
                f" {frame.right:.3f} {-frame.bottom:.3f} l S"
            )
        elif isinstance(element, Picture):
            self._picture(parts, laid, element, tint)

    def _settings(
        self, parts: list[str], settings: list[Setting] | tuple[Setting, ...]
    ) -> None:
        ink: Colour | None = None
        for setting in settings:
            if setting.label:
                around = Frame(*setting.ink_box)
                path = outline(around, around.height)
                parts.append(f"{setting.label.operands} rg {path} f")
                ink = None
            if setting.ink != ink:
                ink = setting.ink
                parts.append(f"{ink.operands} rg")
            parts.append(
                operators(
                    self._fonts,
                    setting.line,
                    setting.x,
                    -setting.baseline,
                    setting.size,
                )
            )

    def _shape(self, parts: list[str], shape: Shape, frame: Frame, tint: Tint) -> None:
        path = outline(frame, shape.radius * self._setter.room.scale * MM)
        if shape.fill:
            parts.append(f"{tint.fill(shape.fill).operands} rg {path} f")
        if shape.edge:
            edge = tint.fill(shape.edge).operands
            parts.append(f"{edge} RG {shape.stroke:g} w {path} S")

    def _picture(
        self, parts: list[str], laid: Laid, picture: Picture, tint: Tint
    ) -> None:
        frame, content = laid.frame, laid.content
        radius = picture.radius * self._setter.room.scale * MM
        if isinstance(content, Ready):
            name = embedded(self._canvas, content)
            inner = _inner(frame, content, picture)
            parts.append(
                f"q {outline(frame, radius)} W n {inner.width:.3f} 0 0"
                f" {inner.height:.3f} {inner.left:.3f} {-inner.bottom:.3f} cm"
                f" /{name} Do Q"
            )
        elif isinstance(content, NoPicture) and picture.fill:
            fill = tint.fill(picture.fill).operands
            parts.append(f"{fill} rg {outline(frame, radius)} f")
            self._initials(
                parts, frame, content.initials, tint.text("muted", picture.fill)
            )

    def _initials(
        self, parts: list[str], frame: Frame, initials: str, ink: Colour
    ) -> None:
        size = min(frame.width, frame.height) * _INITIALS
        line, size = one_line(initials, Style.BOLD, (size, size / 2), frame.width * 0.8)
        middle = (frame.top + frame.bottom) / 2 + CAPITALS / 2 * size
        x = (frame.left + frame.right - (line.left + line.right) * size / EM) / 2
        self._settings(parts, [Setting(line, x, middle, size, ink)])

    def _code(self, parts: list[str], place: CodePlace, code: str) -> None:
        modules = qr.rows(code)
        parts.append(self._modules(place, modules))
        bottom = place.modules.bottom
        if not place.letters:
            return
        line = spaced(grouped(code), Style.REGULAR, PITCH, GAP)
        # Only codes that came with a list can be too long for the badge.
        room = self._setter.room
        size = min(place.letters, place.room_for(room.width) * EM / line.width)
        baseline = -(bottom + place.quiet + CAPITALS * size)
        x = place.start(line.width * size / EM)
        parts.append(operators(self._fonts, line, x, baseline, size))

    def _modules(self, place: CodePlace, modules: list[str]) -> str:
        left, top, _right, bottom = place.modules
        many = len(modules)
        if self._dots is None:
            module = place.modules.width / many
            at = f"{module:.4f} 0 0 {module:.4f} {left:.3f} {-bottom:.3f}"
            return f"0 g q {at} cm {qr.path(modules)} Q"
        fit = self._dots.fit(
            left, top, place.modules.width, many, quiet=place.quiet, hold=place.hold
        )
        bottom = fit.top + many * fit.down
        at = f"{fit.across:.6f} 0 0 {fit.down:.6f} {fit.left:.5f} {-bottom:.5f}"
        return f"0 g q {at} cm {qr.path(modules, fit.dots)} Q"


def _inner(frame: Frame, ready: Ready, picture: Picture) -> Frame:
    """All of the place, or as much as the whole picture takes in the middle of it."""
    if picture.fit is Fit.COVER:
        return frame
    k = min(frame.width / ready.width, frame.height / ready.height)
    width, height = ready.width * k, ready.height * k
    left = frame.left + _BEFORE[picture.align] * (frame.width - width)
    top = (frame.top + frame.bottom - height) / 2
    return Frame(left, top, left + width, top + height)
