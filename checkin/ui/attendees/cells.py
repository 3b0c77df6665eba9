"""What the table says of somebody: name, ticket, how they stand at the door, badge."""

from dataclasses import dataclass

from checkin.model.attendee import Attendee, RegistrationStatus
from checkin.model.clock import Instant
from checkin.model.i18n import N_, _
from checkin.model.words import isolate


@dataclass(frozen=True, slots=True)
class Cell:
    """A line, a smaller one below, and a mark before both."""

    line: str
    below: str = ""
    icon: str = ""
    tone: str = "ink2"
    """The token of the icon's colour."""

    @property
    def whole(self) -> str:
        """All of it, for tooltips and screen readers."""
        return f"{self.line}, {self.below}" if self.below else self.line


def name_cell(guest: Attendee) -> Cell:
    """Who it is, and what tells people of one name apart."""
    return Cell(guest.name or _("No name"), second_line(guest))


def second_line(guest: Attendee) -> str:
    """Organisation and pronouns, as far as they are known."""
    parts = (isolate(guest.details.company), guest.details.pronouns)
    return " · ".join(part for part in parts if part)


def ticket_cell(guest: Attendee) -> Cell:
    """What they have a ticket of."""
    return Cell(guest.details.ticket_type or "–")


def door_cell(guest: Attendee, now: Instant) -> Cell:
    """How they stand at the door."""
    if guest.attended:
        return _arrived(guest, now)
    if guest.status is RegistrationStatus.CANCELLED:
        below = _("no longer on the list") if guest.withdrawn else ""
        return Cell(_("Cancelled"), below, "ban", "again_mark")
    if said := _UNSURE.get(guest.status):
        return Cell(_(said), "", "circle-question-mark", "again_mark")
    state = _("Not here") if guest.walk_in else _("Expected")
    if why := to_clear(guest):
        return Cell(state, why, "triangle-alert", "again_mark")
    return Cell(state, "", "clock")


_UNSURE = {
    RegistrationStatus.WAITLISTED: N_("On the waiting list"),
    RegistrationStatus.PENDING: N_("Not confirmed yet"),
}


def _arrived(guest: Attendee, now: Instant) -> Cell:
    if guest.conflicts:
        return Cell(_("Here"), to_clear(guest), "triangle-alert", "again_mark")
    if not guest.inside:
        last = max(p.last_at for p in guest.presences)
        return Cell(_("Left"), last.short(now), "log-out")
    first_at, desk = first_arrival(guest)
    below = ", ".join(filter(None, (first_at.short(now), desk)))
    return Cell(_("Here"), below, "circle-check", "ok_mark")


def first_arrival(guest: Attendee) -> tuple[Instant, str]:
    """When and where somebody who attended first came in."""
    came = [(p.first_at, p.first_desk) for p in guest.presences if p.first_at]
    return min(came)


def to_clear(guest: Attendee) -> str:
    """What has to be cleared about somebody, in a few words; empty for nothing."""
    if guest.conflicts:
        return _("two desks don’t agree")
    if guest.details.blocked:
        return _("call the host")
    if guest.details.payment == "unpaid":
        due = guest.details.amount_due
        return _("not paid: {amount}").format(amount=due) if due else _("not paid")
    if guest.details.approval == "required":
        return _("not confirmed yet")
    return ""


def badge_cell(guest: Attendee) -> Cell:
    """How their badge stands."""
    if guest.badge_changed:
        return Cell(_("Changed"), "", "refresh-cw", "again_mark")
    if guest.printed:
        below = _("handed out") if guest.handed_out else ""
        return Cell(_("Printed"), below, "check", "ok_mark")
    return Cell(_("Not yet") if guest.expected or guest.attended else "–")


def day(moment: Instant) -> str:
    """Mon 20 Nov."""
    local = moment.local()
    return f"{local:%a} {local.day} {local:%b}"
