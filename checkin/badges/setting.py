"""Where everything on a badge stands; nothing is painted yet. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkin.badges import qr
from checkin.badges.band import BandWords, band_words
from checkin.badges.design import Design
from checkin.badges.elements import (
    LOGO,
    PHOTO,
    Band,
    Code,
    Element,
    Picture,
    Side,
    Text,
)
from checkin.badges.errors import CodeTooLong
from checkin.badges.field import ASCENT, SLACK, Area, Fitted
from checkin.badges.layout import place, shown
from checkin.badges.palette import Tint
from checkin.badges.pictures import Pictures, Ready
from checkin.badges.room import EM, CodePlace, Frame, Room
from checkin.badges.stock import Stock
from checkin.badges.templates import Said
from checkin.badges.text import BadgeText
from checkin.badges.units import MM
from checkin.typeset import Style, shape


@dataclass(frozen=True, slots=True)
class LaidText:
    """A text as it came out, and the panel behind it."""

    fields: list[Fitted]
    said: tuple[str, ...]
    """What its lines say, also where nothing of it can be printed."""
    panel: Frame | None = None


@dataclass(frozen=True, slots=True)
class NoPicture:
    """A picture that is not there."""

    initials: str
    """What stands in its place."""
    broken: str = ""
    """The name of the file that could not be read; empty: there is none."""


Content = LaidText | BandWords | CodePlace | Ready | NoPicture | None


@dataclass(frozen=True, slots=True)
class Laid:
    """An element at its place, with what is on it."""

    element: Element
    frame: Frame
    content: Content = None


class LaidSide(list[Laid]):
    """All that stands on a side of a badge, the lowest first."""

    @property
    def fields(self) -> Iterator[Fitted]:
        """All lines of all texts."""
        for one in self:
            if isinstance(one.content, LaidText):
                yield from one.content.fields

    @property
    def said(self) -> Iterator[str]:
        """All texts, as they were before letters without a font were left out."""
        for one in self:
            if isinstance(one.content, LaidText | BandWords):
                yield from one.content.said

    @property
    def lost(self) -> Iterator[NoPicture]:
        """Pictures that are not there."""
        for one in self:
            if isinstance(one.content, NoPicture):
                yield one.content

    @property
    def cut(self) -> Iterator[str]:
        """What was cut on bands."""
        for one in self:
            if isinstance(one.content, BandWords):
                yield from one.content.shortened


@dataclass(frozen=True, slots=True)
class _Placed:
    """An element with what is the same on all badges."""

    element: Element
    frame: Frame
    area: Area | None = None
    """Of a text."""
    code: CodePlace | None = None


class Setter:
    """Sets everything on badges of one stock and design.

    Raises:
        BadgesDoNotFit: the design is too large for the stock.
    """

    def __init__(
        self, stock: Stock, design: Design, pictures: Pictures | None = None
    ) -> None:
        layout = design.laid_out_for(stock)
        self.room = Room(layout.reference, stock.panel_size)
        self._pictures = pictures or Pictures()
        self._folder = design.folder
        self._sides = {side: self._placed(layout.side(side)) for side in Side}

    def codes(self, side: Side = Side.FRONT) -> list[CodePlace]:
        """Where the codes of a side are."""
        return [one.code for one in self._sides[side] if one.code]

    def _placed(self, elements: tuple[Element, ...]) -> list[_Placed]:
        codes = [
            self.room.code(one) if isinstance(one, Code) else None for one in elements
        ]
        zones = [zone for code in codes if code for zone in code.kept_clear]
        frames = [self.room.frame(one.at) for one in elements]
        return [
            _Placed(one, frame, self._area(one, frame, zones, frames), code)
            for one, frame, code in zip(elements, frames, codes, strict=True)
        ]

    def _area(
        self, text: Element, frame: Frame, zones: list[Frame], frames: list[Frame]
    ) -> Area | None:
        """Where the words of a text may be, and how far up their accents."""
        if not isinstance(text, Text):
            return None
        inner = frame.within(text.pad * self.room.scale * MM)
        above = [
            other.bottom
            for other in (*frames, *zones)
            if other.bottom <= frame.top + SLACK
            and other.left < frame.right
            and frame.left < other.right
        ]
        free = inner.top - max(above, default=0)
        inner = _above(inner, zones)
        met = tuple(zone for zone in zones if zone.meets(inner))
        return Area(inner, met, text.align, self.room.scale, free)

    def set(self, badge: BadgeText, tint: Tint, side: Side = Side.FRONT) -> LaidSide:
        """One side of a badge, in these colours.

        Raises:
            CodeTooLong: its code would have modules too small to read.
        """
        if not qr.holds(badge.code):
            raise CodeTooLong(name=badge.full_name, length=len(badge.code))
        if not shape(badge.first_name, Style.BOLD).text:
            badge = replace(badge, first_name="")  # else it would be the large name
        said = self._said(badge)
        laid = LaidSide()
        for one in self._sides[side]:
            when = one.element.when
            if not when.sentences or when.holds(said):
                content = self._content(one, badge, said, tint)
                laid.append(Laid(one.element, one.frame, content))
        return laid

    def set_all(self, badge: BadgeText, tint: Tint) -> LaidSide:
        """All sides of a badge, to be looked at.

        Raises:
            CodeTooLong: its code would have modules too small to read.
        """
        sides = [side for side, placed in self._sides.items() if placed]
        return LaidSide(one for side in sides for one in self.set(badge, tint, side))

    def _said(self, badge: BadgeText) -> Said:
        """What conditions and templates ask."""

        def said(name: str) -> str:
            if name == LOGO:
                return LOGO if self._pictures.logo else ""
            if name == PHOTO:
                return PHOTO if self._pictures.photo_of(badge) else ""
            return badge.said(name)

        return said

    def _content(
        self, placed: _Placed, badge: BadgeText, said: Said, tint: Tint
    ) -> Content:
        element, frame = placed.element, placed.frame
        if isinstance(element, Text):
            assert placed.area
            lines = shown(element, said)
            fields = place(element, lines, placed.area, tint)
            told = tuple(one.text for one in lines)
            return LaidText(fields, told, self._panel(element, frame, fields))
        if isinstance(element, Band):
            ink = tint.text("white", element.fill)
            return band_words(said, element, frame, self.room.scale, ink)
        if isinstance(element, Picture):
            return self._picture(element, frame, badge)
        return placed.code if badge.code else None

    def _panel(self, text: Text, frame: Frame, fields: list[Fitted]) -> Frame | None:
        """What is filled behind the words: as wide as the frame, as tall as they."""
        settings = [setting for field in fields for setting in field.settings]
        if not text.fill or not settings:
            return None
        first, pad = settings[0], text.pad * self.room.scale * MM
        top = max(frame.top, first.baseline - ASCENT * first.size / EM - pad)
        return Frame(frame.left, top, frame.right, settings[-1].bottom + pad)

    def _picture(self, picture: Picture, frame: Frame, badge: BadgeText) -> Content:
        """The picture, or why there is none; None if nobody chose one."""
        if picture.source == PHOTO:
            path = self._pictures.photo_of(badge)
        elif picture.source == LOGO:
            path = self._pictures.logo
        else:
            path = self._folder / picture.source if self._folder else None
        ready = path and self._pictures.ready(
            path, frame.width, frame.height, picture.fit
        )
        if ready:
            return ready
        if picture.source != PHOTO and not path:
            return None
        initials = initials_of(badge) if picture.source == PHOTO else ""
        return NoPicture(initials, path.name if path else "")


def _above(frame: Frame, zones: list[Frame]) -> Frame:
    """The part above codes that leave less than a third of the width beside them."""
    for zone in zones:
        beside = max(zone.left - frame.left, frame.right - zone.right)
        if zone.meets(frame) and zone.top > frame.top and beside < frame.width / 3:
            frame = frame._replace(bottom=min(frame.bottom, zone.top))
    return frame


def initials_of(badge: BadgeText) -> str:
    """Two letters that stand for somebody; one where letters would join into a word."""
    names = (badge.first_name or badge.full_name, badge.last_name)
    first, last = (name.strip()[:1] for name in names)
    return (first + last).upper() if first.upper() != first.lower() else first
