"""What stands on the sheet that is shown: read when it comes into sight."""

from collections.abc import Sequence

from checkin.badges import Guests, Remark, Sheeting, on_sheet, place_of, places
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
    on, fresh = wish.sheeting, Sheeting(wish.stock)
    here = on_sheet(number, on)
    whose = people.queue[here]
    odd = between(remarks, *(place_of(n, fresh) for n in (here.start, here.stop)))
    try:
        with translated(session.path):
            guests = list(Guests(session.file, whose))
    except CheckinError:
        guests = []
    free = places(on if number == 1 else fresh)
    where = list(zip(guests, free))  # noqa: B905 - places have no end
    return Shown(
        stock=wish.stock,
        number=number,
        total=wish.sheets(len(people.queue)),
        used=wish.used,
        names={place.cell: guest.name for guest, place in where},
        remarks=said_of(odd, {guest.id: place.cell for guest, place in where}),
    )
