"""What stands on the sheet that is shown: read when it comes into sight."""

from checkin.badges import on_sheet
from checkin.model.errors import CheckinError
from checkin.store.errors import translated
from checkin.ui.badges.people import People
from checkin.ui.badges.remarks import ByBadge, said_of
from checkin.ui.badges.shown import Shown
from checkin.ui.badges.wish import Wish
from checkin.ui.session import Session


def marks(
    session: Session,
    people: People,
    wish: Wish,
    number: int,
    remarks: ByBadge,
    *,
    back: bool = False,
) -> Shown:
    """Names and remarks on that sheet; a few rows, so for the window's thread.

    Where the file can't be read there are none: the window says why.
    """
    badges = len(people.queue)
    whose = {
        one.place.cell: people.queue[one.badge]
        for one in on_sheet(number, badges, wish.sheeting)
    }
    try:
        with translated(session.path):
            guests = session.file.read.by_ids(list(dict.fromkeys(whose.values())))
    except CheckinError:
        guests = []
    names = {guest.id: guest.name for guest in guests}
    return Shown(
        stock=wish.stock,
        number=number,
        total=wish.sheets(badges),
        used=wish.used,
        two_sided=wish.has_backs,
        back=back,
        names={cell: names[own] for cell, own in whose.items() if own in names},
        remarks=said_of(remarks, whose),
    )
