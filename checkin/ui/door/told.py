"""A verdict with all that the stage says around it, read in one go after the commit."""

from dataclasses import dataclass

from checkin.door.recognise import kept_of
from checkin.model.attendee import Attendee, RegistrationStatus
from checkin.model.clock import Instant
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, ListId
from checkin.model.kinds import Kind
from checkin.model.verdict import Answer, Verdict
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class PlusOne:
    """Somebody whom a guest brings, who is not in yet."""

    name: str
    known: AttendeeId | None = None
    """Who that is on the list; None where the guest only said a name."""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer of the door, and what is around it."""

    answer: Answer
    desk: str = ""
    """What this desk is called."""
    code: str = ""
    """What was scanned, where it may be shown; empty for a name or a contact card."""
    plus_one: PlusOne | None = None
    booked_by: str = ""
    """Whose companion this is."""
    since: Instant | None = None
    """When the list was seen to say cancelled."""
    inside: int = 0
    """How many are in at this list now."""
    elsewhere: tuple[str, ...] = ()
    """The lists that take this ticket, for “not for this door”."""
    paid_here: bool = False
    """Whether the payment was taken with this scan."""
    back: bool = False
    """Let back in: they had stepped out."""

    @property
    def guest(self) -> Attendee | None:
        """Whom it is about."""
        return self.answer.decision.attendee

    @property
    def verdict(self) -> Verdict:
        """What the door said."""
        return self.answer.decision.verdict


def tell(
    event: EventFile,
    list_id: ListId,
    answer: Answer,
    text: str = "",
    paid_here: bool = False,
    back: bool = False,
) -> Told:
    """Reads what the stage says beside the verdict; a fraction of a millisecond."""
    guest, verdict = answer.decision.attendee, answer.decision.verdict
    return Told(
        answer,
        event.desk.name,
        code=str(kept_of(event, text).get("code", "")) if text else "",
        plus_one=_plus_one(event, guest, list_id) if guest else None,
        booked_by=_booked_by(event, guest) if guest else "",
        since=_since(event, guest) if guest else None,
        inside=event.read.inside(list_id),
        elsewhere=_elsewhere(event, guest, verdict) if guest else (),
        paid_here=paid_here,
        back=back,
    )


def _booked_by(event: EventFile, guest: Attendee) -> str:
    host = event.read.attendee(guest.companion_of) if guest.companion_of else None
    return host.name if host else ""


def _plus_one(event: EventFile, guest: Attendee, list_id: ListId) -> PlusOne | None:
    """The next of those whom they bring who is not in."""
    if guest.details.places > 1:
        for own in sorted(event.search(guest.name)):
            one = event.read.attendee(own)
            if one and one.companion_of == guest.id and not _is_in(one, list_id):
                return PlusOne(one.name, one.id)
    name = plus_one_name(guest)
    if not name:
        return None
    for own in event.same_name(name):
        one = event.read.attendee(own)
        if one and one.companion_of == guest.id:
            return None if _is_in(one, list_id) else PlusOne(one.name, one.id)
    return PlusOne(name)


_NOBODY = frozenset({"", "no", "none", "n", "0", "-", "–", "—", "false"})
_SOMEBODY = frozenset({"yes", "y", "1", "+1", "true", "x"})


def plus_one_name(host: Attendee) -> str:
    """“Bruno, a cuddly-toy dragon” is called Bruno; a bare “yes” has no name yet."""
    words = host.details.plus_one.strip()
    if words.lower() in _NOBODY:
        return ""
    if words.lower() in _SOMEBODY:
        return _("Guest of {name}").format(name=host.name)
    return words.partition(",")[0].partition("(")[0].strip() or words


def _is_in(guest: Attendee, list_id: ListId) -> bool:
    there = guest.at(list_id)
    return bool(there and there.inside)


def _since(event: EventFile, guest: Attendee) -> Instant | None:
    """When it was first heard that they are not coming, after the last time they were.

    It is the day on which we were told, not that on which they called it off.
    """
    if guest.status is not RegistrationStatus.CANCELLED:
        return None
    heard = None
    for entry in event.read.history(guest.id):
        status = entry.data.get("fields", {}).get("status")
        withdrawn = entry.kind == Kind.ATTENDEE_WITHDRAWN
        if withdrawn or status == RegistrationStatus.CANCELLED:
            heard = heard or entry.moment
        elif entry.kind == Kind.ATTENDEE_LISTED or status is not None:
            heard = None
    return heard


def _elsewhere(event: EventFile, guest: Attendee, verdict: Verdict) -> tuple[str, ...]:
    if verdict is not Verdict.WRONG_LIST:
        return ()
    return tuple(
        one.name
        for one in event.read.lists()
        if not one.closed
        and (
            not one.rules.ticket_types
            or guest.details.ticket_type in one.rules.ticket_types
        )
    )
