"""What the guest's screen says, as plain values: a welcome, or “One moment, please”."""

from dataclasses import dataclass

from checkin.model.event import Event
from checkin.model.i18n import _
from checkin.model.verdict import Family, Verdict
from checkin.ui.door.scene import name_of
from checkin.ui.door.told import Told


@dataclass(frozen=True, slots=True)
class Greeting:
    """One state of the greeting screen. Never a reason, a price or an address."""

    event: str
    word: str
    first: str = ""
    rest: str = ""
    company: str = ""
    directions: str = ""
    time: str = ""
    icon: str = ""
    """Of the disc before the word; empty while idle."""
    welcome: bool = False

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        name = f"{self.first} {self.rest}".strip()
        parts = (self.event, self.word, name, self.company, self.directions)
        return ". ".join(filter(None, parts))


def nobody(event: Event, time: str) -> Greeting:
    """Between two guests."""
    return Greeting(
        event.name,
        _("Welcome to"),
        first=event.name,
        directions=event.directions,
        time=time,
    )


def greeting_of(told: Told, event: Event) -> Greeting | None:
    """For the guest who was just scanned; None: it stays as it was."""
    family, guest = told.verdict.family, told.guest
    time = told.answer.at.hour_minute()
    if family is Family.ASK:
        return None
    if family is Family.STOP or guest is None:
        return moment(event, time)
    word, icon = _("Welcome"), "check"
    if told.verdict is Verdict.LEFT:
        word, icon = _("See you soon"), "log-out"
    elif told.verdict is Verdict.ALREADY_IN:
        word, icon = _("Welcome back"), "check"
    name = name_of(guest)
    return Greeting(
        event.name,
        word,
        first=name.first,
        rest=name.rest,
        company=guest.details.company,
        directions=event.directions if told.verdict is Verdict.ADMITTED else "",
        time=time,
        icon=icon,
        welcome=True,
    )


def moment(event: Event, time: str) -> Greeting:
    """Whatever it is, it is no business of those behind them."""
    return Greeting(event.name, _("One moment, please"), time=time, icon="clock")
