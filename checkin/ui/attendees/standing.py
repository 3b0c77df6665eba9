"""How somebody stands, in words for the panel: what is so, and what to do about it."""

from dataclasses import dataclass

from checkin.model.attendee import Attendee, RegistrationStatus
from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.i18n import N_, _
from checkin.model.kinds import Kind
from checkin.model.lists import MAIN
from checkin.store.conflicts import conflict_words
from checkin.ui.attendees.cells import day, first_arrival
from checkin.ui.attendees.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Standing:
    """What a card says."""

    title: str
    text: str
    icon: str
    tone: str
    """The card's ground: ok, again, accent or plain."""
    about: Entry | None = None
    """What its button is about; None for no button."""


def standing(known: Dossier, now: Instant) -> Standing:
    """How they stand now."""
    guest = known.guest
    if guest.attended:
        return _arrived(known, now)
    if guest.status is RegistrationStatus.CANCELLED:
        return _cancelled(known)
    if guest.status in _UNSURE:
        title, text = _UNSURE[guest.status]
        return Standing(_(title), _(text), "circle-question-mark", "again")
    return _to_clear(guest) or _awaited(guest)


_UNSURE = {
    RegistrationStatus.WAITLISTED: (
        N_("On the waiting list"),
        N_("Once there is a place, choose Edit and set them to registered."),
    ),
    RegistrationStatus.PENDING: (
        N_("Not confirmed yet"),
        N_("Ask the host, then choose Edit and set them to registered."),
    ),
}


def _arrived(known: Dossier, now: Instant) -> Standing:
    guest = known.guest
    entry = known.newest_at_the_door
    first_at, desk = first_arrival(guest)
    if not guest.inside:
        last = max(p.last_at for p in guest.presences)
        title = _("Left at {time}").format(time=last.short(now))
        text = _("Came in at {time}, {place}").format(
            time=first_at.short(now), place=_place(known, desk)
        )
        return Standing(title, text, "log-out", "accent", entry)
    title = _("Here since {time}").format(time=first_at.short(now))
    return Standing(title, _place(known, desk), "circle-check", "ok", entry)


def _place(known: Dossier, desk: str) -> str:
    """The desk; and the list, where the event has more than its first one."""
    here = [p.list_id for p in known.guest.presences if p.first_at]
    named = [one.name for one in known.lists if one.id in here and one.name != MAIN]
    return ", ".join(dict.fromkeys(filter(None, (desk, *named))))


def _cancelled(known: Dossier) -> Standing:
    guest = known.guest
    entry = _withdrawal(known) if guest.withdrawn else _calling_off(known)
    title = _("Cancelled")
    if entry is not None:
        title = _("Cancelled since {day}").format(day=day(entry.moment))
    text = _("If that is a mistake, choose Edit and set them to registered.")
    if guest.withdrawn:
        text = _("The newest list doesn’t have them any more.")
        if entry is None:
            text = _("The import that brought them was undone.")
    return Standing(title, text, "ban", "again")


def _withdrawal(known: Dossier) -> Entry | None:
    """The newest list that left them out; None where their own was undone."""
    listed = known.newest_since(Kind.ATTENDEE_LISTED)
    return known.newest_since(Kind.ATTENDEE_WITHDRAWN) if listed else None


def _calling_off(known: Dossier) -> Entry | None:
    """Since when it is said, whatever else was said of them after that."""
    if by := known.corrections.get("status"):
        return next((e for e in known.history if e.id.hex() == by), None)
    since = None
    for entry in known.history:
        if entry.kind == Kind.ATTENDEE_LISTED and entry.id not in known.undone:
            status = entry.data.get("fields", {}).get("status")
            off = status == RegistrationStatus.CANCELLED
            since = (since or entry) if off else None
    return since


def _to_clear(guest: Attendee) -> Standing | None:
    said = guest.details
    if said.blocked:
        title = _("Expected, but call the host")
        return Standing(title, said.blocked, "triangle-alert", "again")
    if said.payment == "unpaid":
        title = _("Expected, not paid yet")
        if said.amount_due:
            title = _("Expected, {amount} still open").format(amount=said.amount_due)
        text = _("Once it is paid, choose Edit and set Payment to paid.")
        return Standing(title, text, "credit-card", "again")
    if said.approval == "required":
        title = _("Expected, not confirmed yet")
        text = _("The host has to agree before they can come in.")
        return Standing(title, text, "circle-question-mark", "again")
    return None


def _awaited(guest: Attendee) -> Standing:
    if guest.walk_in:
        text = _("Was added at the door.")
        return Standing(_("Not here"), text, "clock", "plain")
    return Standing(_("Expected"), _("Not here yet."), "clock", "plain")


def disagreement(known: Dossier, now: Instant) -> Standing | None:
    """What two desks don't agree about, the first of it; None where they agree."""
    if not known.conflicts:
        return None
    found = known.conflicts[0]
    title, text = conflict_words(found, now)
    return Standing(title, text, "triangle-alert", "again", found.second)
