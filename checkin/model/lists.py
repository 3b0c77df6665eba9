"""A check-in list: who may come in where, when, how often, and how many."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from checkin.model.clock import Instant
from checkin.model.ids import ListId

MAIN = "Main"
"""The name of the list that every event begins with."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask at the door before the first admission."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What a list asks of a guest. The defaults let in everybody on the list, once."""

    ticket_types: tuple[str, ...] = ()
    """Only these, by their words; empty for all."""
    opens: int = 0
    """Unix ms; 0 for always open."""
    closes: int = 0
    """Unix ms; 0 for never."""
    offset: int = 0
    """Minutes that local time is ahead of UTC, to say these times in words."""
    repeats: bool = False
    """May be scanned in again without going out in between."""
    exits: bool = False
    """People are scanned when they leave, and may come back."""
    capacity: int = 0
    """How many may be inside; 0 for no limit."""
    accept_unpaid: bool = False
    questions: tuple[Question, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """For an entry: only what differs from the defaults."""
        return {
            f.name: asdict(self)[f.name]
            for f in fields(self)
            if getattr(self, f.name) != f.default
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Rules":
        """From an entry; what a later version added is left aside."""
        known = {f.name: data[f.name] for f in fields(cls) if f.name in data}
        asked = known.pop("questions", ())
        types = known.pop("ticket_types", ())
        questions = tuple(Question(q["key"], q["text"]) for q in asked)
        return cls(ticket_types=tuple(types), questions=questions, **known)


@dataclass(frozen=True, slots=True)
class CheckInList:
    """A door or a session with rules of its own."""

    id: ListId
    name: str
    rules: Rules = Rules()
    closed: bool = False
    closed_why: str = ""

    def opening(self) -> Instant | None:
        """When it opens; None if it is always open."""
        limit = self.rules.opens
        return Instant(limit, self.rules.offset) if limit else None

    def closing(self) -> Instant | None:
        """When it closes; None if it never does."""
        limit = self.rules.closes
        return Instant(limit, self.rules.offset) if limit else None
