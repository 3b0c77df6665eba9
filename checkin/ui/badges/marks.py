"""What stands on the sheet that is shown: read when it comes into sight."""

from collections.abc import Sequence

from checkin.badges import (
    Guests,
    Remark,
    Sheeting,
    guests_on_sheets,
    on_sheet,
    place_of,
)
from checkin.model.errors import CheckinError
from checkin.store.errors import translated
from checkin.ui.badges.people import People
from checkin.ui.badges.remarks import between, said_of
from checkin.ui.badges.shown import Shown
from checkin.ui.badges.wish import Wish
from checkin.ui.session import Session


def marks(
    session: Session,
    people: People,
    wish: Wish,
    number: int,
    remarks: Sequence[Remark],
) -> Shown:
    """Names and remarks on that sheet; a few rows, so for the window's thread.

    Where the file can't be read there are none: the window says why.
    """
    on, fresh, queue = wish.sheeting, Sheeting(wish.stock), people.queue
    here = on_sheet(number, len(queue), on)
    odd: list[Remark] = []
    for badge in dict.fromkeys(one.badge for one in here):
        ends = (place_of(at, len(queue), fresh) for at in (badge, badge + 1))
        odd += between(remarks, *ends)
    try:
        with translated(session.path):
            where = list(guests_on_sheets(Guests(session.file, queue), on, number))
    except CheckinError:
        where = []
    said: dict[int, str] = {}
    for copy in range(on.copies):
        cells = {guest.id: at.place.cell for guest, at in where if at.copy == copy}
        said |= said_of(odd, cells)
    return Shown(
        stock=wish.stock,
        number=number,
        total=wish.sheets(len(people.queue)),
        used=wish.used,
        names={at.place.cell: guest.name for guest, at in where},
        remarks=said,
    )
