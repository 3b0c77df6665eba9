"""What the stage says of a verdict beyond its two words: why, since when, how much."""

from checkin.model import words
from checkin.model.clock import Instant
from checkin.model.i18n import N_, _, ngettext
from checkin.model.verdict import Decision, Verdict
from checkin.ui.door.told import Told

_WHY = {
    Verdict.BLOCKED: N_("The host wants to speak to them first"),
    Verdict.UNAPPROVED: N_("The host has not said yes so far"),
    Verdict.WAITLISTED: N_("There was no place for them when the list was made"),
    Verdict.REVOKED: N_("A newer badge was made for them"),
    Verdict.GENUINE_UNLISTED: N_("The badge is ours; the list here doesn’t have it"),
    Verdict.FOREIGN: N_("A badge of another event"),
    Verdict.MISREAD: N_("The code is damaged, most likely. Scan it once more"),
    Verdict.UNKNOWN: N_("From another event, or not a code we made"),
    Verdict.LIST_CLOSED: N_("Somebody closed this list"),
    Verdict.AMBIGUOUS: N_("Ask for the name, then choose and press Enter"),
    Verdict.FULL: N_("Somebody has to leave first, or the host decides"),
    Verdict.UNPAID: N_("Take the payment here, or call the host"),
}


def word(told: Told) -> str:
    """The verdict, with the one figure that explains it."""
    decision = told.answer.decision
    said = words.headline(decision.verdict)
    limit, now = decision.limit, told.answer.at
    if decision.verdict is Verdict.TOO_EARLY and limit:
        opens = limit.short(now)
        return _("{verdict}: opens {time}").format(verdict=said, time=opens)
    if decision.verdict is Verdict.TOO_LATE and limit:
        closed = limit.short(now)
        return _("{verdict}: closed {time}").format(verdict=said, time=closed)
    if decision.verdict is Verdict.FULL:
        return _("{verdict}: {n} of {n}").format(verdict=said, n=decision.capacity)
    if decision.verdict is Verdict.UNPAID and decision.amount_due:
        return _("{verdict}: {amount} open").format(
            verdict=said, amount=decision.amount_due
        )
    return said


def reason(told: Told) -> str:
    """One line below it: where, why, since when."""
    special = _SPECIAL.get(told.verdict)
    if special is not None:
        return special(told)
    decision = told.answer.decision
    return decision.note or _(_WHY[decision.verdict])


def say(decision: Decision) -> str:
    """What to say to the guest."""
    if decision.verdict is Verdict.ALREADY_IN:
        return _("You are already checked in, welcome back. Did you step out?")
    return words.say(decision)


def _admitted(told: Told) -> str:
    decision = told.answer.decision
    if told.back and decision.first_at:
        first = decision.first_at.short(told.answer.at)
        return _("Back in; came first at {time}").format(time=first)
    if decision.forced:
        return _("{desk}: {why}").format(desk=told.desk, why=decision.note)
    return told.answer.list_name


def _left(told: Told) -> str:
    n = told.inside
    return ngettext("{n} guest is inside now", "{n} guests are inside now", n)


def _already_in(told: Told) -> str:
    decision, now = told.answer.decision, told.answer.at
    first = decision.first_at
    if first is None:
        return told.answer.list_name
    since = _("Since {time}").format(time=first.short(now))
    if decision.first_desk:
        since = _("{since} at {desk}").format(since=since, desk=decision.first_desk)
    return f"{since} · {ago(first, now)}"


def _cancelled(told: Told) -> str:
    if told.since is None:
        return _("The list says that they are not coming")
    local = told.since.local()
    day = f"{local:%a} {local.day} {local:%b}"
    if told.guest and told.guest.withdrawn:
        return _("No longer on the list since {day}").format(day=day)
    return _("The list says so since {day}").format(day=day)


def _expired(told: Told) -> str:
    guest = told.guest
    until = guest.details.valid_until if guest else 0
    limit = Instant(until, told.answer.at.offset)
    return _("The ticket was good until {time}").format(time=limit.day_and_time())


def _too_early(told: Told) -> str:
    limit, guest = told.answer.decision.limit, told.guest
    if limit and guest and guest.details.valid_from == limit.ms:
        return _("The ticket is good from then on")
    return told.answer.list_name


def _too_late(told: Told) -> str:
    return told.answer.list_name


def _wrong_list(told: Told) -> str:
    ticket = told.answer.decision.note
    if told.elsewhere:
        places = ", ".join(told.elsewhere)
        if ticket:
            return _("{ticket} tickets: {places}").format(ticket=ticket, places=places)
        return _("They come in at: {places}").format(places=places)
    return _("No list here takes this ticket")


_SPECIAL = {
    Verdict.ADMITTED: _admitted,
    Verdict.LEFT: _left,
    Verdict.ALREADY_IN: _already_in,
    Verdict.CANCELLED: _cancelled,
    Verdict.EXPIRED: _expired,
    Verdict.TOO_EARLY: _too_early,
    Verdict.TOO_LATE: _too_late,
    Verdict.WRONG_LIST: _wrong_list,
    Verdict.QUESTION: lambda told: told.answer.list_name,
}


def ago(then: Instant, now: Instant) -> str:
    """How long ago, as people say it: 21 min ago."""
    minutes = max(0, now.ms - then.ms) // 60_000
    if minutes < 1:
        return _("just now")
    if minutes < 90:
        return ngettext("{n} min ago", "{n} min ago", minutes)
    hours = round(minutes / 60)
    return ngettext("{n} hour ago", "{n} hours ago", hours)
