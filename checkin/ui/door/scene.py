"""What the stage shows, as plain values: an answer of the door becomes a scene."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.code import readable
from checkin.model.i18n import N_, _
from checkin.model.verdict import Family, Verdict
from checkin.ui.door import wording
from checkin.ui.door.told import PlusOne, Told


class Sort(StrEnum):
    """The kinds of scenes; most are verdicts."""

    IDLE = "idle"
    VERDICT = "verdict"
    NOT_SAVED = "not-saved"
    """A refusal by the disk, not by the door: striped all around."""


class Deed(StrEnum):
    """What can be done about a scene."""

    FIND = "find"
    WALK_IN = "walk_in"
    PRINT = "print"
    PAY = "pay"
    LET_IN = "let_in"
    LET_BACK = "let_back"
    PLUS_ONE = "plus_one"
    CORRECT = "correct"
    WRONG_PERSON = "wrong_person"
    HOST = "host"
    HISTORY = "history"
    RETRY = "retry"


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: a button with the key that always does this kind of deed."""

    deed: Deed
    words: str
    icon: str
    action: str
    """The action whose key it has."""


@dataclass(frozen=True, slots=True)
class Pill:
    """A fact about the guest in a round-ended frame."""

    words: str
    icon: str
    amber: bool = False
    """Filled: somebody decided this."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and where it may be broken into two lines."""

    whole: str = ""
    first: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the stage; the painter adds nothing but lines and colours."""

    sort: Sort = Sort.VERDICT
    family: Family = Family.OK
    icon: str = "check"
    word: str = ""
    reason: str = ""
    time: str = ""
    name: Name = field(default_factory=Name)
    second: str = ""
    pills: tuple[Pill, ...] = ()
    say: str = ""
    steps: tuple[Step, ...] = ()
    filled: bool = False
    """Whether the first step is the one to take; nothing is, once somebody is in."""
    stays: bool = True
    """Until the next scan or Esc; else it goes idle by itself."""

    @property
    def spoken(self) -> str:
        """For screen readers: all that is to be read, in its order."""
        parts = (self.word, self.reason, words.isolate(self.name.whole), self.second)
        said = f"“{self.say}”" if self.say else ""
        every = [*parts, *(pill.words for pill in self.pills), self.time, said]
        return ". ".join(filter(None, every))

    @property
    def announced(self) -> str:
        """What is said at once: the verdict, the name, why."""
        parts = (self.word, words.isolate(self.name.whole), self.reason)
        return ", ".join(filter(None, parts))


_ICONS = {
    Verdict.LEFT: "log-out",
    Verdict.AMBIGUOUS: "users",
    Verdict.QUESTION: "circle-question-mark",
}
_BY_FAMILY = {
    Family.OK: "check",
    Family.AGAIN: "rotate-ccw",
    Family.STOP: "x",
    Family.ASK: "circle-question-mark",
}

_KNOWN = {
    Deed.FIND: Step(Deed.FIND, N_("Look up by name"), "search", "door.find"),
    Deed.WALK_IN: Step(Deed.WALK_IN, N_("Add as walk-in"), "user-plus", "door.walk_in"),
    Deed.PRINT: Step(Deed.PRINT, N_("Print badge"), "printer", "door.print"),
    Deed.PAY: Step(Deed.PAY, N_("Take payment"), "credit-card", "door.print"),
    Deed.LET_IN: Step(Deed.LET_IN, N_("Let in anyway…"), "log-in", "door.let_in"),
    Deed.LET_BACK: Step(Deed.LET_BACK, N_("Let back in"), "log-in", "door.let_in"),
    Deed.PLUS_ONE: Step(
        Deed.PLUS_ONE, N_("Let {name} in too"), "user-plus", "door.let_in"
    ),
    Deed.CORRECT: Step(Deed.CORRECT, N_("Correct name"), "pencil", "door.put_right"),
    Deed.WRONG_PERSON: Step(
        Deed.WRONG_PERSON, N_("Wrong person"), "user-x", "door.put_right"
    ),
    Deed.HOST: Step(Deed.HOST, N_("Call the host"), "bell", "door.call_host"),
    Deed.HISTORY: Step(Deed.HISTORY, N_("Show history"), "history", "door.history"),
    Deed.RETRY: Step(Deed.RETRY, N_("Try again"), "refresh-cw", "door.let_in"),
}

_BARRED = (Deed.HOST, Deed.LET_IN, Deed.FIND)
_LATER = (Deed.LET_IN, Deed.HOST)
_STRANGE = (Deed.FIND, Deed.WALK_IN, Deed.HOST)

_STEPS = {
    Verdict.ADMITTED: (Deed.PRINT, Deed.PLUS_ONE, Deed.CORRECT),
    Verdict.LEFT: (),
    Verdict.ALREADY_IN: (Deed.LET_BACK, Deed.WRONG_PERSON, Deed.HISTORY),
    Verdict.CANCELLED: _BARRED,
    Verdict.EXPIRED: _BARRED,
    Verdict.BLOCKED: _BARRED,
    Verdict.REVOKED: _BARRED,
    Verdict.TOO_EARLY: _LATER,
    Verdict.TOO_LATE: _LATER,
    Verdict.LIST_CLOSED: _LATER,
    Verdict.FULL: _LATER,
    Verdict.WRONG_LIST: _LATER,
    Verdict.UNPAID: (Deed.PAY, Deed.LET_IN, Deed.HOST),
    Verdict.UNAPPROVED: (Deed.HOST, Deed.LET_IN),
    Verdict.WAITLISTED: (Deed.LET_IN, Deed.HOST),
    Verdict.GENUINE_UNLISTED: (Deed.WALK_IN, Deed.FIND, Deed.HOST),
    Verdict.FOREIGN: _STRANGE,
    Verdict.MISREAD: _STRANGE,
    Verdict.UNKNOWN: _STRANGE,
    Verdict.AMBIGUOUS: (),
    Verdict.QUESTION: (),
}


def scene_of(told: Told) -> Scene:
    """The scene of an answer. Pure: the same answer, the same scene."""
    decision, guest = told.answer.decision, told.guest
    family = decision.verdict.family
    name = name_of(guest) if guest else Name(_unnamed(decision.verdict))
    return Scene(
        family=family,
        icon=_ICONS.get(decision.verdict, _BY_FAMILY[family]),
        word=wording.word(told),
        reason=wording.reason(told),
        time=told.answer.at.hour_minute(),
        name=name,
        second=_second(guest) if guest else readable(told.code),
        pills=_pills(told, guest) if guest else (),
        say=wording.say(decision),
        steps=_steps(told),
        filled=family is not Family.OK,
        stays=family is not Family.OK,
    )


def name_of(guest: Attendee) -> Name:
    """The whole name, and its parts where the list has them in that order."""
    said, whole = guest.details, guest.name
    if said.first_name and said.last_name and whole.startswith(said.first_name):
        rest = whole.removeprefix(said.first_name).strip()
        if rest:
            return Name(whole, said.first_name, rest)
    first, _space, rest = whole.partition(" ")
    return Name(whole, first, rest.strip())


def _unnamed(verdict: Verdict) -> str:
    if verdict is Verdict.AMBIGUOUS:
        return ""
    if verdict is Verdict.GENUINE_UNLISTED:
        return _("One of our badges")
    return _("Unknown ticket")


def _second(guest: Attendee) -> str:
    said = guest.details
    parts = (said.pronouns, said.company, said.job_title)
    return "  ·  ".join(words.isolate(part) for part in parts if part)


def _pills(told: Told, guest: Attendee) -> tuple[Pill, ...]:
    said, pills = guest.details, []
    if told.answer.decision.forced and not told.back:
        pills.append(Pill(_("Let in anyway"), "shield-check", amber=True))
    if told.paid_here:
        pills.append(Pill(_("Paid here"), "credit-card"))
    if said.ticket_type:
        pills.append(Pill(said.ticket_type, "ticket"))
    if guest.walk_in:
        pills.append(Pill(_("Walk-in"), "user-plus"))
    if said.first_time:
        pills.append(Pill(_("First time here"), "sparkles"))
    if told.booked_by:
        with_whom = _("Comes with {name}").format(name=words.isolate(told.booked_by))
        pills.append(Pill(with_whom, "user"))
    if told.plus_one:
        brings = said.plus_one or told.plus_one.name
        pills.append(Pill(f"+1: {words.isolate(brings)}", "users"))
    if said.note:
        pills.append(Pill(" ".join(said.note.split()), "sticky-note"))
    return tuple(pills)


def _steps(told: Told) -> tuple[Step, ...]:
    deeds = _STEPS[told.verdict]
    return tuple(
        step_of(deed, told.plus_one)
        for deed in deeds
        if deed is not Deed.PLUS_ONE or told.plus_one
    )


def step_of(deed: Deed, plus_one: PlusOne | None = None) -> Step:
    """A deed with its words; `plus_one` is whom it is about, if that is its name."""
    known = _KNOWN[deed]
    said = _(known.words)
    if deed is Deed.PLUS_ONE and plus_one:
        said = said.format(name=words.isolate(plus_one.name))
    return replace(known, words=said)
