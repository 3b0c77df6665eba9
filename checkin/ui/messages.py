"""The one channel by which the window tells things: bars, never dialogs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from checkin.model.errors import CheckinError

CLOSING = "closing"
"""About this: why the event stays open."""


class Tone(StrEnum):
    """How a message looks; the value is the family of its colours."""

    OK = "ok"
    INFO = "ask"
    WARN = "again"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about a message."""

    words: str
    do: Callable[[], object]
    icon: str = ""
    primary: bool = True
    """Drawn as a button with an edge; else quietly."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is so, what it means, and at most two things to do."""

    tone: Tone
    title: str
    text: str = ""
    offers: tuple[Offer, ...] = ()
    details: str = ""
    """For “Copy details”: only of bugs, without personal data."""
    about: str = ""
    """A newer message about the same thing takes its place."""
    stays: bool = False
    """Until it is closed, though it only says that something is done."""

    def __post_init__(self) -> None:
        if len(self.offers) > 2:
            raise ValueError("a message offers at most two things")

    @property
    def spoken(self) -> str:
        """For screen readers."""
        return f"{self.title}. {self.text}" if self.text else self.title


class Messages(QObject):
    """Whoever has something to say posts it here; the window shows it."""

    posted = Signal(object)
    """A Message."""
    withdrawn = Signal(str)
    """Messages about this hold no longer."""

    def tell(self, message: Message) -> None:
        """Shows a message."""
        self.posted.emit(message)

    def ok(
        self,
        title: str,
        text: str = "",
        *offers: Offer,
        about: str = "",
        stays: bool = False,
    ) -> None:
        """Something is done."""
        self.tell(Message(Tone.OK, title, text, offers, about=about, stays=stays))

    def info(self, title: str, text: str = "", *offers: Offer, about: str = "") -> None:
        """Something worth knowing."""
        self.tell(Message(Tone.INFO, title, text, offers, about=about))

    def warn(self, title: str, text: str = "", *offers: Offer, about: str = "") -> None:
        """Something to look at."""
        self.tell(Message(Tone.WARN, title, text, offers, about=about))

    def problem(self, error: Exception, *offers: Offer, about: str = "") -> None:
        """A condition that the user can mend, in the error's own words.

        Raises:
            Exception: the error itself where it is a bug; the crash handler tells it.
        """
        if not isinstance(error, CheckinError):
            raise error
        text = " ".join(filter(None, (error.message_words(), error.hint_words())))
        self.tell(Message(Tone.STOP, error.title_words(), text, offers, about=about))

    def withdraw(self, about: str) -> None:
        """Takes messages about this away."""
        self.withdrawn.emit(about)
