"""Looks through badges before they are printed: set one by one, and nothing kept."""

from collections.abc import Iterable

from checkin.badges.looks import Looks
from checkin.badges.notes import Notes
from checkin.badges.palette import Tint
from checkin.badges.pictures import Pictures
from checkin.badges.places import arranged
from checkin.badges.report import Remark
from checkin.badges.setting import Setter
from checkin.badges.sheeting import Sheeting
from checkin.badges.stock import Stock
from checkin.badges.text import BadgeText
from checkin.heap import quiet
from checkin.model.progress import Cancelled, WasCancelled, never


@quiet()
def look_through(
    badges: Iterable[BadgeText],
    stock: Stock,
    looks: Looks,
    *,
    pictures: Pictures | None = None,
    cancelled: Cancelled = never,
) -> tuple[Remark, ...]:
    """What there is to look at: the remarks of `write_sheets`, without any sheet.

    Takes half of its time, and hardly any memory. Places are those of fresh sheets.

    Raises:
        BadgesDoNotFit, CodeTooLong: as `write_sheets` would.
        WasCancelled: `cancelled` said so.
    """
    setters = {one: Setter(stock, one, pictures) for one in looks}
    tints = {one: Tint(one.palette, one.palette.plain) for one in looks}
    notes = Notes()
    for badge, at in arranged(badges, Sheeting(stock)):
        if cancelled():
            raise WasCancelled
        design = looks.of(badge.ticket_type)
        laid = setters[design].set_all(badge, tints[design])
        notes.note(badge, at.place, laid)
    return tuple(notes.remarks)
