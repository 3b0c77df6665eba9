"""What an import does to one guest."""

from collections.abc import Mapping as Values
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from checkin.importing.person import Key, Person, name_of
from checkin.importing.plan_joining import Matched
from checkin.importing.plan_matching import Known
from checkin.importing.plan_others import Other
from checkin.model.attendee import Details, RegistrationStatus
from checkin.model.ids import AttendeeId
from checkin.store.eventfile import EventFile

DEFAULTS = {name: f.default for name, f in Details.__dataclass_fields__.items()}
"""What a detail is that nobody speaks of."""

_BESIDE = frozenset({"phone", "handle", "amount_due"})
"""What is kept of somebody, but neither stands on a badge nor matters at the door."""


class What(StrEnum):
    """What becomes of somebody through an import."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WITHDRAWN = "withdrawn"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one guest."""

    what: What
    who: AttendeeId
    """Of a newcomer, the id that they will have."""
    person: Person
    """What the list says now; of those withdrawn, what it said last."""
    changes: Values[str, tuple[Any, Any]] = field(default_factory=dict)
    """Field or heading → (before, now); of those who are the same, only what is kept
    beside: extra columns, the phone."""
    back: bool = False
    """Was withdrawn, and is on the list again."""
    companion_of: str = ""
    """Hexadecimal id of whoever brings them."""
    also: tuple[Key, ...] = ()
    """Other rows that are this guest too."""
    codes: tuple[str, ...] = ()
    """Codes of lists that find them beside the one of this row."""
    adopted: bool = False
    """No list had brought them before."""


def step_of(
    event: EventFile, person: Person, was: Known | None, companion_of: str = ""
) -> Step:
    """What becomes of somebody; `was`: what the list said of them last."""
    if was is None:
        who = AttendeeId(event.new_id())
        return Step(What.NEW, who, person, companion_of=companion_of)
    changes = _changes(person, was)
    news = was.withdrawn or not changes.keys() <= _BESIDE | was.extra.keys() | (
        person.extra.keys()
    )
    what = What.CHANGED if news else What.SAME
    return Step(what, was.id, person, changes, was.withdrawn, companion_of)


def joined(step: Step, matched: Matched, i: int, was: Known | None) -> Step:
    """The same of a row that became one guest with others."""
    if i not in matched.also and i not in matched.joined:
        return step
    also = matched.also_of(i)
    codes = [code for _name, _email, code in also]
    if was and i in matched.joined:
        codes.append(str(was.fields.get("external_code", "")))
    own = step.person.fields.get("external_code", "")
    news = step.what is What.SAME and i in matched.joined
    return replace(
        step,
        what=What.CHANGED if news else step.what,
        also=also,
        codes=tuple(dict.fromkeys(code for code in codes if code not in ("", own))),
        adopted=isinstance(was, Other),
    )


def _changes(person: Person, was: Known) -> dict[str, tuple[Any, Any]]:
    """Field by field, against what the list said, not what was corrected since."""
    changes: dict[str, tuple[Any, Any]] = {}
    if person.fields != was.fields:
        for name, nothing in DEFAULTS.items():
            before = was.fields.get(name, nothing)
            now = person.fields.get(name, nothing)
            if before != now and not _says_the_same(name, person, was):
                changes[name] = (before, now)
    for now_all, before_all in (
        (person.permissions, was.permissions),
        (person.extra, was.extra),
    ):
        if now_all != before_all:
            for name in (*before_all, *(n for n in now_all if n not in before_all)):
                before, now = before_all.get(name, ""), now_all.get(name, "")
                if before != now:
                    changes[name] = (before, now)
    return changes


def _says_the_same(name: str, person: Person, was: Known) -> bool:
    """A whole name put together from its parts, a status where none meant that, or an
    e-mail address in capitals: it reaches the same person.
    """
    if name == "full_name":
        return person.name == name_of(was.fields)
    if name == "email":
        return person.email.lower() == str(was.fields.get(name, "")).lower()
    if name != "status":
        return False
    plain = ("", RegistrationStatus.REGISTERED.value)
    return all(one.fields.get(name, "") in plain for one in (person, was))
