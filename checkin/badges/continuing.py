"""A run that stopped halfway (the paper jammed) goes on from one of its badges."""

from collections.abc import Sequence
from pathlib import Path

from checkin.badges.errors import NotOnRun
from checkin.badges.looks import Looks
from checkin.badges.pictures import Pictures
from checkin.badges.places import Place
from checkin.badges.printing import PrintRun, Run, make_run
from checkin.badges.queue import Guests
from checkin.badges.sheeting import Sheeting
from checkin.badges.verify import Resolution
from checkin.heap import quiet
from checkin.model.i18n import _
from checkin.model.ids import ActId, AttendeeId
from checkin.model.prints import OnRun
from checkin.model.progress import Cancelled, Progress, never, silent
from checkin.store.errors import NoSuch
from checkin.store.eventfile import EventFile


@quiet()
def continue_run(
    event: EventFile,
    act: ActId,
    first: AttendeeId | Place,
    out: Path,
    on: Sheeting,
    looks: Looks,
    *,
    verify: bool = False,
    at: Resolution | None = None,
    printer: str = "",
    pictures: Pictures | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> PrintRun:
    """Prints what the run of that act did not bring to paper, from `first` on.

    In the order of that run, on sheets anew. The notes of the rest are undone by the
    same act that notes the new sheets: until these are done, all stays as it is.
    `first`: whose badge was the first that is missing, or its place in that run.

    Raises:
        NoSuch: there is no such run.
        NotOnRun: nobody of those who count stands there.
        Others as `print_badges`.
    """
    rest = rest_of(event, act, first)
    before = event.read.print_run(act)
    run = Run(
        guests=Guests(event, [badge.attendee for badge in rest]),
        on=on,
        looks=looks,
        read=(at or Resolution()) if verify else None,
        printer=printer,
        reason=before.reason if before else "",
        continues=act,
        rest=[badge.entry for badge in rest],
        pictures=pictures,
    )
    return make_run(event, out, run, progress=progress, cancelled=cancelled)


def rest_of(event: EventFile, act: ActId, first: AttendeeId | Place) -> Sequence[OnRun]:
    """What of a run counts and came to paper with or after `first`, in its order.

    Raises:
        NoSuch: there is no such run.
        NotOnRun: nobody of those who count stands there.
    """
    badges = event.read.on_run(act)
    if not badges:
        hint = _("See `checkin prints EVENT` for the runs that there are.")
        raise NoSuch(what=_("print run"), name=act.hex(), instead=hint)
    begins = first if isinstance(first, Place) else _place_of(badges, first)
    rest = [b for b in badges if b.counts and begins <= Place(b.sheet, b.cell)]
    if not rest:
        raise NotOnRun
    return rest


def _place_of(badges: Sequence[OnRun], whose: AttendeeId) -> Place:
    for badge in badges:
        if badge.attendee == whose and badge.counts:
            return Place(badge.sheet, badge.cell)
    raise NotOnRun
