"""Where all words of a badge stand; nothing is painted yet. Pure."""

from dataclasses import dataclass

from checkin.badges import qr
from checkin.badges.band import BandWords, band_words
from checkin.badges.design import Design
from checkin.badges.errors import CodeTooLong
from checkin.badges.field import Fitted
from checkin.badges.layout import place
from checkin.badges.palette import Colour
from checkin.badges.room import room
from checkin.badges.stock import Stock
from checkin.badges.text import BadgeText


@dataclass(frozen=True, slots=True)
class Laid:
    """How the words of a badge came out."""

    fields: list[Fitted]
    band: BandWords


class Setter:
    """Sets the words of badges of one stock and design.

    Raises:
        BadgesDoNotFit: the design is too large for the stock.
    """

    def __init__(self, stock: Stock, design: Design) -> None:
        self._arrangement = design.arranged_for(stock)
        self.room = room(self._arrangement, stock.panel_size)

    def set(self, badge: BadgeText, on_band: Colour) -> Laid:
        """The words of one badge, those on its strip in that colour.

        Raises:
            CodeTooLong: its code would have modules too small to read.
        """
        if not qr.holds(badge.code):
            raise CodeTooLong(name=badge.full_name, length=len(badge.code))
        return Laid(
            place(badge, self._arrangement, self.room),
            band_words(badge, self._arrangement, self.room, on_band),
        )
