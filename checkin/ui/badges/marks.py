"""What stands on the sheet that is shown: read when it comes into sight."""

from collections.abc import Sequence

from checkin.badges import Guests, Remark, on_sheet, places
from checkin.model.errors import CheckinError
from checkin.store.errors import translated
from checkin.ui.badges.people import People
from checkin.ui.badges.remarks import said_of
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
    used = wish.used if number == 1 else ()
    whose = people.queue[on_sheet(number, wish.stock, wish.used)]
    try:
        with translated(session.path):
            guests = list(Guests(session.file, whose))
    except CheckinError:
        guests = []
    where = zip(guests, places(wish.stock, used))  # noqa: B905 - places have no end
    here = [(guest, place.cell) for guest, place in where]
    return Shown(
        stock=wish.stock,
        number=number,
        total=wish.sheets(len(people.queue)),
        used=wish.used,
        names={cell: guest.name for guest, cell in here},
        remarks=said_of(remarks, {guest.id: cell for guest, cell in here}),
    )
