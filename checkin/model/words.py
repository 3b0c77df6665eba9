"""Verdicts and entries become words here, and nowhere else.

British spelling, speakable at the door, blaming nobody.
"""

from collections.abc import Callable
from unicodedata import bidirectional

from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.i18n import N_, _
from checkin.model.kinds import Kind
from checkin.model.verdict import Decision, Verdict

HEADLINES = {
    Verdict.ADMITTED: N_("Admitted"),
    Verdict.LEFT: N_("Left"),
    Verdict.ALREADY_IN: N_("Already in"),
    Verdict.CANCELLED: N_("Not admitted: cancelled"),
    Verdict.EXPIRED: N_("Not admitted: ticket has expired"),
    Verdict.BLOCKED: N_("Not admitted: call the host"),
    Verdict.TOO_EARLY: N_("Not yet"),
    Verdict.TOO_LATE: N_("Too late"),
    Verdict.UNPAID: N_("Not paid"),
    Verdict.UNAPPROVED: N_("Not confirmed yet"),
    Verdict.WAITLISTED: N_("On the waiting list"),
    Verdict.WRONG_LIST: N_("Not for this door"),
    Verdict.LIST_CLOSED: N_("This list is closed"),
    Verdict.FULL: N_("Full"),
    Verdict.REVOKED: N_("This badge was replaced"),
    Verdict.AMBIGUOUS: N_("Which guest is it?"),
    Verdict.QUESTION: N_("One question first"),
    Verdict.GENUINE_UNLISTED: N_("Not on this list yet"),
    Verdict.FOREIGN: N_("Another event’s badge"),
    Verdict.MISREAD: N_("Misread, or not genuine"),
    Verdict.UNKNOWN: N_("Not our code"),
}

_SAY = {
    Verdict.ADMITTED: N_("Welcome, {called}!"),
    Verdict.LEFT: N_("Goodbye, {called}. See you soon!"),
    Verdict.CANCELLED: N_(
        "It looks as if this ticket was cancelled. Let me call the host, one moment."
    ),
    Verdict.EXPIRED: N_("This ticket has run out. Let me call the host, one moment."),
    Verdict.BLOCKED: N_("One moment, I would like to call the host."),
    Verdict.UNAPPROVED: N_(
        "Your registration isn’t confirmed yet. Let me ask the host, one moment."
    ),
    Verdict.WAITLISTED: N_(
        "You are on the waiting list. Let me see whether there is a place for you."
    ),
    Verdict.WRONG_LIST: N_("Your ticket is for another door. Let me show you where."),
    Verdict.LIST_CLOSED: N_("Check-in here has closed. Let me call the host."),
    Verdict.REVOKED: N_("This badge was replaced by a new one. May I look you up?"),
    Verdict.AMBIGUOUS: N_("There are several guests who fit. May I ask your name?"),
    Verdict.GENUINE_UNLISTED: N_(
        "Your badge is one of ours, but the list here doesn’t know you yet. "
        "May I look you up by name?"
    ),
    Verdict.FOREIGN: N_("This badge is for another event. May I look you up by name?"),
    Verdict.MISREAD: N_("That didn’t read well. May I scan it once more?"),
    Verdict.UNKNOWN: N_("I can’t find this ticket here. May I look you up by name?"),
}


_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})


def isolate(text: str) -> str:
    """A name in a sentence: one written from the right, between marks that keep its
    direction to itself, so that what follows does not jump in front of it.
    """
    if text.isascii() or not any(bidirectional(c) in _FROM_THE_RIGHT for c in text):
        return text
    return f"\u2068{text}\u2069"


def headline(verdict: Verdict) -> str:
    """The verdict in two or three words."""
    return _(HEADLINES[verdict])


def say(decision: Decision) -> str:
    """What to tell the guest."""
    special = _SPECIAL.get(decision.verdict)
    if special is not None:
        return special(decision)
    who = decision.attendee
    called = isolate(who.called) if who else ""
    if decision.verdict is Verdict.ADMITTED and who and who.details.first_time:
        return _(
            "Welcome, {called}! Lovely to have you here for the first time."
        ).format(called=called)
    return _(_SAY[decision.verdict]).format(called=called)


def _say_already_in(decision: Decision) -> str:
    who = isolate(decision.attendee.called) if decision.attendee else ""
    if decision.first_at is None:
        return _("{who} is checked in already.").format(who=who)
    return _("{who} came in at {time} at {desk}.").format(
        who=who, time=decision.first_at.hour_minute(), desk=decision.first_desk
    )


def _say_unpaid(decision: Decision) -> str:
    if decision.amount_due:
        return _("There is {amount} still open. Would you like to pay now?").format(
            amount=decision.amount_due
        )
    return _("This ticket isn’t paid yet. Would you like to pay now?")


def _say_too_early(decision: Decision) -> str:
    return _("Doors open at {time}. Would you like to wait inside the foyer?").format(
        time=_time(decision.limit)
    )


def _say_too_late(decision: Decision) -> str:
    return _("Check-in closed at {time}. Let me call the host, one moment.").format(
        time=_time(decision.limit)
    )


def _say_full(decision: Decision) -> str:
    return _("We are full, {n} of {n}. Let me call the host, one moment.").format(
        n=decision.capacity
    )


def _say_question(decision: Decision) -> str:
    return decision.question


def _time(limit: Instant | None) -> str:
    return limit.hour_minute() if limit else ""


_SPECIAL: dict[Verdict, Callable[[Decision], str]] = {
    Verdict.ALREADY_IN: _say_already_in,
    Verdict.UNPAID: _say_unpaid,
    Verdict.TOO_EARLY: _say_too_early,
    Verdict.TOO_LATE: _say_too_late,
    Verdict.FULL: _say_full,
    Verdict.QUESTION: _say_question,
}


def reason(decision: Decision) -> str:
    """Why, for the person at the desk: one line."""
    if decision.forced:
        return _("let in anyway: {why}").format(why=decision.note)
    if decision.verdict is Verdict.ALREADY_IN:
        return _say_already_in(decision)
    if decision.note:
        return decision.note
    return headline(decision.verdict)


HAPPENED = {
    Kind.SOURCE_IMPORTED: N_("List imported"),
    Kind.ATTENDEE_LISTED: N_("Put on the list"),
    Kind.ATTENDEE_CORRECTED: N_("Corrected"),
    Kind.ATTENDEE_WITHDRAWN: N_("No longer on the list"),
    Kind.ATTENDEE_ERASED: N_("Personal data erased"),
    Kind.CODE_GIVEN: N_("Badge code given"),
    Kind.CODE_REVOKED: N_("Badge code replaced"),
    Kind.BADGE_PRINTED: N_("Badge printed"),
    Kind.BADGE_HANDED_OUT: N_("Badge handed out"),
    Kind.CHECKIN_ADMITTED: N_("Came in"),
    Kind.CHECKIN_REFUSED: N_("Not admitted"),
    Kind.CHECKIN_LEFT: N_("Left"),
    Kind.PERMISSION_GIVEN: N_("Permission given"),
    Kind.PERMISSION_WITHDRAWN: N_("Permission withdrawn"),
    Kind.QUESTION_ANSWERED: N_("Question answered"),
    Kind.INTEREST_NOTED: N_("Interest noted"),
    Kind.LIST_SET: N_("Check-in list set up"),
    Kind.LIST_CLOSED: N_("Check-in list closed"),
    Kind.EVENT_SET: N_("Event details set"),
    Kind.PRINT_MADE: N_("Badges printed"),
    Kind.EXPORT_MADE: N_("Follow-up list saved"),
    Kind.UNDO_MADE: N_("Undone"),
    Kind.CONFLICT_SETTLED: N_("Conflict settled"),
}


def happened(entry: Entry) -> str:
    """An entry as a line of history: "Came in, 18:42, Main door"."""
    return f"{kind_words(entry)}, {entry.moment.hour_minute()}, {entry.actor}"


def kind_words(entry: Entry) -> str:
    """What happened, in a word or two; a refusal by its verdict."""
    known = KIND_WORDS.get(entry.kind)
    what = _(known) if known else _("Something a newer Checkin knows")
    verdict = entry.data.get("verdict")
    if entry.kind == Kind.CHECKIN_REFUSED and verdict in set(Verdict):
        what = headline(Verdict(verdict))
    return what


KIND_WORDS: dict[str, str] = {kind.value: word for kind, word in HAPPENED.items()}


def who(attendee: Attendee) -> str:
    """A guest in a line: name, organisation in brackets."""
    company = attendee.details.company
    name = isolate(attendee.name)
    return f"{name} ({isolate(company)})" if company else name
