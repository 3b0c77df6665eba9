"""Badges onto the ledger: printed, printed once more, handed out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checkin.model.entry import Draft
from checkin.model.ids import ActId, AttendeeId, EntryId
from checkin.model.kinds import Kind
from checkin.model.prints import Reason
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class Print:
    """One badge on paper."""

    attendee: AttendeeId
    code: str
    name: str
    sheet: int
    """Counted from 1 within the print."""
    cell: int
    """Counted from 1, row by row."""
    words: str = ""
    """What else stands on it, see `badge_words`."""
    instead_of: tuple[str, ...] | None = None
    """If `code` is new: the codes that don't open the door any more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is the same for a whole run."""

    stock: str
    design: str
    printer: str = ""
    """Its name; empty for a file."""
    file: str = ""
    """The name of the PDF, without its folder."""
    reason: str = ""
    """Why badges are printed once more: a Reason, or other words."""
    verified: str = ""
    """How the codes were read back, in words; empty: they were not."""
    continues: ActId | None = None
    """The run whose rest this one is."""
    rest: Sequence[EntryId] = ()
    """The notes of that rest: undone with this run, for they came to nothing."""


def record_prints(
    event: EventFile,
    prints: Iterable[Print],
    facts: Facts,
    before_commit: Callable[[], object] = lambda: None,
) -> ActId:
    """Notes in the ledger what was printed; one act, undone as a whole.

    `before_commit` puts the sheets where they belong; if it fails nothing is noted.
    """
    act = event.new_act()
    known = list(prints)
    with event.write(act) as write:
        write.append_all(_drafts(event, known, facts))
        before_commit()
    return act


def _drafts(event: EventFile, prints: Sequence[Print], facts: Facts) -> Iterator[Draft]:
    """The badges come first: by them one sees what the act was."""
    same = _said(
        stock=facts.stock,
        design=facts.design,
        printer=facts.printer,
        reason=facts.reason,
    )
    for one in prints:
        own = {"code": one.code, "name": one.name, "sheet": one.sheet, "cell": one.cell}
        data = own | _said(words=one.words) | same
        yield Draft(Kind.BADGE_PRINTED, one.attendee, data)
    for one in prints:
        yield from _new_code(one)
    for entry in facts.rest:
        yield Draft(Kind.UNDO_MADE, event.event_id, {"target": entry.hex()})
    sheets = max((one.sheet for one in prints), default=0)
    yield Draft(Kind.PRINT_MADE, event.event_id, _run(facts, len(prints), sheets))


def _new_code(one: Print) -> Iterator[Draft]:
    if one.instead_of is None:
        return
    yield Draft(Kind.CODE_GIVEN, one.attendee, {"code": one.code})
    for code in one.instead_of:
        yield Draft(Kind.CODE_REVOKED, one.attendee, {"code": code})


def _run(facts: Facts, badges: int, sheets: int) -> dict[str, Any]:
    """What is kept of the run itself.

    Other reasons than the usual ones may name somebody: they stay with the badges, so
    that erasing takes them too.
    """
    reason = facts.reason if facts.reason in set(Reason) else ""
    continues = facts.continues.hex() if facts.continues else ""
    return {"badges": badges, "sheets": sheets} | _said(
        stock=facts.stock,
        design=facts.design,
        printer=facts.printer,
        file=facts.file,
        reason=reason,
        verified=facts.verified,
        continues=continues,
    )


def _said(**given: str) -> dict[str, str]:
    return {name: text for name, text in given.items() if text}


def hand_out(event: EventFile, whose: Iterable[AttendeeId]) -> ActId | None:
    """Notes that these were given their badges; None where all had them already.

    One act, undone as a whole.
    """
    act = event.new_act()
    with event.write(act) as write:
        guests = (event.read.attendee(who) for who in dict.fromkeys(whose))
        drafts = [
            Draft(Kind.BADGE_HANDED_OUT, guest.id)
            for guest in guests
            if guest and not guest.erased and not guest.handed_out
        ]
        write.append_all(drafts)
    return act if drafts else None
