"""The choices on the cards: what can be answered to each kind of question."""

from checkin.importing import Odd
from checkin.model.attendee import RegistrationStatus
from checkin.model.i18n import _
from checkin.ui.importing.asking import Deed, Option


def options_for(kind: Odd, field: str, placed: bool) -> tuple[Option, ...]:
    """The safe one first; `placed`: there is a column in which it can be put right."""
    made = _options(kind, field)
    needs_column = (Deed.FIX, Deed.PUT)
    return tuple(one for one in made if placed or one.deed not in needs_column)


def back() -> tuple[Option, ...]:
    """What is left to choose once something was put right."""
    return (Option(Deed.BACK, _("Set back")),)


def _options(kind: Odd, field: str) -> tuple[Option, ...]:
    fix, show = Option(Deed.FIX, _("Fix")), Option(Deed.SHOW, _("Show"))
    if kind is Odd.EMAIL:
        return fix, Option(Deed.PUT, _("Leave empty"))
    if kind is Odd.NOBODY:
        return Option(Deed.KEEP, _("Leave out")), fix
    if kind is Odd.NO_NAME:
        name = Option(Deed.FIX, _("Write the name"))
        return Option(Deed.KEEP, _("Keep")), name, Option(Deed.OUT, _("Leave out"))
    if kind is Odd.STATUS:
        return _statuses(field)
    if kind is Odd.ANSWER:
        yes, no = Option(Deed.PUT, _("Yes"), "yes"), Option(Deed.PUT, _("No"), "no")
        return Option(Deed.KEEP, _("Not asked")), yes, no
    if kind is Odd.PLACES:
        return Option(Deed.KEEP, _("One place")), fix
    if kind is Odd.LONG:
        return Option(Deed.KEEP, _("Leave out")), show
    if kind is Odd.HIDDEN:
        out = Option(Deed.OUT, _("Leave out"))
        return Option(Deed.KEEP, _("That’s fine")), out, show
    if kind is Odd.STRAY:
        return Option(Deed.KEEP, _("That’s fine")), show
    return (show,) if kind is Odd.SAME else ()


def _statuses(field: str) -> tuple[Option, ...]:
    """What a word means; the cells are given one that every list may use for it."""
    if field == "came":
        no = Option(Deed.PUT, _("Has not come"), "no")
        return no, Option(Deed.PUT, _("Has come"), "yes")
    if field == "called_off":
        no = Option(Deed.PUT, _("Not cancelled"), "no")
        return no, Option(Deed.PUT, _("Cancelled"), "yes")
    return (
        Option(Deed.PUT, _("Registered"), RegistrationStatus.REGISTERED.value),
        Option(Deed.PUT, _("Cancelled"), RegistrationStatus.CANCELLED.value),
        Option(Deed.PUT, _("Waiting list"), RegistrationStatus.WAITLISTED.value),
        Option(Deed.PUT, _("Pending"), RegistrationStatus.PENDING.value),
    )
