"""Looks through badges before they are printed: set one by one, and nothing kept."""

from collections.abc import Iterable

from checkin.badges.design import Design
from checkin.badges.notes import Notes
from checkin.badges.places import places
from checkin.badges.report import Remark
from checkin.badges.setting import Setter
from checkin.badges.stock import Stock
from checkin.badges.text import BadgeText
from checkin.heap import quiet
from checkin.model.progress import Cancelled, WasCancelled, never


@quiet()
def look_through(
    badges: Iterable[BadgeText],
    stock: Stock,
    design: Design,
    *,
    cancelled: Cancelled = never,
) -> tuple[Remark, ...]:
    """What there is to look at: the remarks of `write_sheets`, without any sheet.

    Takes half of its time, and hardly any memory. Places are those of fresh sheets.

    Raises:
        BadgesDoNotFit, CodeTooLong: as `write_sheets` would.
        WasCancelled: `cancelled` said so.
    """
    setter = Setter(stock, design)
    notes = Notes()
    for badge, place in zip(badges, places(stock)):  # noqa: B905 - places have no end
        if cancelled():
            raise WasCancelled
        notes.note(badge, place, setter.set(badge, design.palette.ink))
    return tuple(notes.remarks)
