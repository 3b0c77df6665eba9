"""Looking up by name: who fits, how they are shown, who is chosen. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin.door.rules import Case, decide
from checkin.model import words
from checkin.model.attendee import Attendee, Presence
from checkin.model.clock import Instant
from checkin.model.i18n import N_, _, ngettext
from checkin.model.ids import AttendeeId
from checkin.model.lists import CheckInList
from checkin.model.names import search_words
from checkin.model.verdict import Verdict
from checkin.store.eventfile import EventFile

MOST = 8
_CARDS = 3
_FEW = 3
"""So few hits, and those with a name like it are shown too."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who fits what was typed."""

    text: str
    hits: tuple[Attendee, ...] = ()
    more: int = 0
    """How many others fit who are not shown."""
    similar: tuple[Attendee, ...] = ()
    by_code: bool = False
    """The text is a code, typed by hand: exactly these have it."""
    given: bool = False
    """Nobody typed: a scan fits several."""

    @property
    def wants_similar(self) -> bool:
        """Whether it is worth looking for names that are nearly like it."""
        return len(self.hits) < _FEW and len(self.text.strip()) > 2 and not self.by_code


def find(event: EventFile, text: str) -> Found:
    """Those with that code, else those whose words begin with it."""
    owners, revoked = event.read.by_code(text)
    if owners and not revoked:
        return Found(text, _guests(event, owners), by_code=True)
    found = event.search(text, limit=50)
    hits = _guests(event, found[:MOST])
    return Found(text, hits, more=len(found) - len(hits))


def find_similar(event: EventFile, text: str) -> tuple[Attendee, ...]:
    """Whom somebody who mistyped may mean; some tenths of a second for 100,000."""
    return _guests(event, event.similar(text, limit=4))


def _guests(event: EventFile, ids: Sequence[AttendeeId]) -> tuple[Attendee, ...]:
    return tuple(one for one in event.read.by_ids(ids) if not one.erased)


@dataclass(frozen=True, slots=True)
class Arranged:
    """What the stage shows of it."""

    title: str
    hint: str
    cards: tuple[Attendee, ...] = ()
    rows: tuple[Attendee, ...] = ()
    rows_title: str = ""
    chosen: int | None = None
    """Who of cards and rows, counted through; None where two fit equally well."""
    nobody: bool = False
    """Nobody fits: offer to add them."""


def arrange(found: Found, cards: int = _CARDS, leaving: bool = False) -> Arranged:
    """At most so many `cards`; further guests become rows; `leaving`: they go out."""
    others = tuple(g for g in found.similar if g.id not in {h.id for h in found.hits})
    if not found.hits:
        return _nobody(found, others)
    same = _same_name(found)
    if same and len(same) <= cards:
        rest = tuple(g for g in found.hits if g not in same)
        return _cards(same, rest, others, leaving)
    return _list(found, others)


def _nobody(found: Found, others: tuple[Attendee, ...]) -> Arranged:
    said = words.isolate(found.text.strip())
    return Arranged(
        _("Nobody is called “{name}” here").format(name=said),
        _("Ask how it is spelled, or add them as a walk-in."),
        rows=others,
        rows_title=_("Did you mean") if others else "",
        nobody=True,
    )


def _same_name(found: Found) -> tuple[Attendee, ...]:
    """Those who are meant: the only one, or all of just the name that was typed."""
    if len(found.hits) + found.more == 1 or found.given or found.by_code:
        return found.hits
    first = _name_key(found.hits[0])
    same = tuple(g for g in found.hits if _name_key(g) == first)
    if len(same) == len(found.hits) and not found.more:
        return same
    typed = sorted(search_words(found.text))
    return same if typed == list(first) else ()


def _name_key(guest: Attendee) -> tuple[str, ...]:
    return tuple(sorted(search_words(guest.name)))


def _cards(
    same: tuple[Attendee, ...],
    rest: tuple[Attendee, ...],
    others: tuple[Attendee, ...],
    leaving: bool,
) -> Arranged:
    rows = (*rest, *others)[:4]
    if len(same) == 1:
        title = _("One guest fits") if not rest else _("This one fits best")
        going_in = _("Press Enter to let them in.")
        hint = _("Press Enter to check them out.") if leaving else going_in
    else:
        title, hint = _many_title(same), ask_apart(same)
    return Arranged(
        title,
        hint,
        same,
        rows,
        _("Also close") if rows else "",
        chosen=0 if len(same) == 1 else None,
    )


_NUMBERS = {2: N_("Two"), 3: N_("Three"), 4: N_("Four")}


def _many_title(same: tuple[Attendee, ...]) -> str:
    count = _(_NUMBERS[len(same)]) if len(same) in _NUMBERS else str(len(same))
    names = {_name_key(g) for g in same}
    if len(names) == 1:
        return _("{count} guests are called {name}").format(
            count=count, name=words.isolate(same[0].name)
        )
    return _("{count} guests have this code").format(count=count)


def _list(found: Found, others: tuple[Attendee, ...]) -> Arranged:
    n = len(found.hits) + found.more
    title = ngettext("{n} guest fits", "{n} guests fit", n)
    hint = _("Type on, or choose with ↑ ↓ and press Enter.")
    return Arranged(title, hint, rows=(*found.hits, *others)[:MOST])


_ASK = (
    ("company", N_("Which company are you with?")),
    ("job_title", N_("What do you do?")),
    ("ticket_type", N_("Which ticket do you have?")),
    ("email", N_("Which e-mail address did you book with?")),
)


def ask_apart(same: Sequence[Attendee]) -> str:
    """The question that tells them apart."""
    question = _("May I see your ticket?")
    for name, asked in _ASK:
        if len({getattr(g.details, name) for g in same}) == len(same):
            question = _(asked)
            break
    return _("Ask: “{question}” Then choose with ← → and press Enter.").format(
        question=question
    )


# -- how somebody stands, in words


@dataclass(frozen=True, slots=True)
class Standing:
    """How a guest stands at this list."""

    words: str
    tone: str
    """plain, ok, again or stop, as of a chip."""
    icon: str
    detail: str
    """The same in more words: when and where."""
    admits: bool = False
    """Whether choosing them lets them in, as far as one can see."""
    leaves: bool = False
    """Whether choosing them checks them out."""


_SHORT = {
    Verdict.CANCELLED: N_("Cancelled"),
    Verdict.BLOCKED: N_("Call the host"),
    Verdict.EXPIRED: N_("Ticket has expired"),
}
"""Where the headline is a whole sentence."""
_LOOKS = {
    Verdict.ALREADY_IN: ("again", "rotate-ccw"),
    Verdict.UNPAID: ("again", "circle-alert"),
    Verdict.UNAPPROVED: ("again", "clock"),
    Verdict.WAITLISTED: ("again", "clock"),
    Verdict.TOO_EARLY: ("again", "clock"),
}
_REFUSED = ("stop", "ban")
_MAY_COME = (Verdict.ADMITTED, Verdict.QUESTION)


def standing_of(
    guest: Attendee, door: CheckInList, now: Instant, inside: int = 0
) -> Standing:
    """What the chip says before the door is asked, by the door's own rules.

    `inside`: how many are in at this list.
    """
    decision = decide(Case(guest, door, now, inside=inside))
    verdict, there = decision.verdict, guest.at(door.id)
    if verdict in _MAY_COME:
        return _may_come(there, now)
    said = _(_SHORT[verdict]) if verdict in _SHORT else words.headline(verdict)
    tone, icon = _LOOKS.get(verdict, _REFUSED)
    detail = decision.note or decision.amount_due or said
    if verdict is Verdict.ALREADY_IN and there:
        detail = _came_in(there, now)
    return Standing(said, tone, icon, detail)


def leaving_of(guest: Attendee, door: CheckInList, now: Instant) -> Standing:
    """The same where people go out: nothing bars the way."""
    there = guest.at(door.id)
    if there and there.inside:
        came = _came_in(there, now)
        return Standing(_("Inside"), "plain", "log-in", came, leaves=True)
    return replace(_may_come(there, now), admits=False, leaves=True)


def _may_come(there: Presence | None, now: Instant) -> Standing:
    if there and there.inside:  # this list lets people in again and again
        said, detail = words.headline(Verdict.ALREADY_IN), _came_in(there, now)
        return Standing(said, "plain", "rotate-ccw", detail, admits=True)
    if there and there.first_at:
        detail = _("Was here, left {time}").format(time=there.last_at.short(now))
        return Standing(_("Left"), "plain", "log-out", detail, admits=True)
    return Standing(_("Expected"), "plain", "clock", _("Not here yet"), admits=True)


def _came_in(there: Presence, now: Instant) -> str:
    first = there.first_at
    detail = _("Came in {time}").format(time=first.short(now)) if first else ""
    return ", ".join(filter(None, (detail, there.first_desk)))


def apart(guest: Attendee) -> str:
    """What tells them from others of their name, in a few words."""
    said = guest.details
    return said.company or said.job_title or said.email or said.ticket_type


def facts(guest: Attendee, standing: Standing) -> tuple[tuple[str, str], ...]:
    """(icon, words): further things by which one knows somebody."""
    said = guest.details
    found = []
    if said.email:
        found.append(("mail", said.email))
    elif said.phone:
        found.append(("phone", said.phone))
    if said.note:
        found.append(("sticky-note", " ".join(said.note.split())))
    elif said.plus_one:
        found.append(("users", _("Brings {who}").format(who=said.plus_one)))
    elif said.first_time:
        found.append(("star", _("First time here")))
    code = said.external_code or guest.code
    if code:
        found.append(("ticket", _("Ticket ends in {end}").format(end=code[-4:])))
    found.append((standing.icon, standing.detail))
    return tuple(found)


def act_words(guest: Attendee, standing: Standing, several: bool) -> str:
    """What the button says: what will happen, and to whom."""
    if not standing.admits and not standing.leaves:
        return _("Show: {state}").format(state=_low(standing.words))
    name = words.isolate(guest.called)
    company = guest.details.company
    if several and company:
        short = company if len(company) <= 14 else company.split()[0]
        name = _("{name} from {company}").format(name=name, company=short)
    said = _("Check out {name}") if standing.leaves else _("Admit {name}")
    return said.format(name=name)


def act_icon(standing: Standing) -> str:
    """The icon of the same button."""
    if standing.leaves:
        return "log-out"
    return "check" if standing.admits else standing.icon


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
