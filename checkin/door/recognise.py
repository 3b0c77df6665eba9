"""A scanned text becomes a guest, or the reason why it is nobody here."""

import hmac
import re

from checkin.model.attendee import Attendee
from checkin.model.code import Origin, looks_like_code, normalise
from checkin.model.ids import AttendeeId
from checkin.model.verdict import Decision, Verdict
from checkin.store.eventfile import EventFile

MAX_TEXT = 4096
"""Longer scans are cut: no code is that long, a contact card may be."""

_CODE_LIKE = re.compile(r"(?=.*[0-9])[A-Za-z0-9_-]{4,64}")
"""Letters alone may be somebody's name."""

_STRANGE = {
    Origin.OURS: Verdict.GENUINE_UNLISTED,
    Origin.DAMAGED: Verdict.MISREAD,
    Origin.OTHER_EVENT: Verdict.FOREIGN,
    Origin.NO_BADGE: Verdict.UNKNOWN,
}


def by_code(event: EventFile, text: str) -> Attendee | Decision:
    """The guest whose code this is; else the verdict about a code nobody has.

    Codes that came with the list count just like ours, exactly first, then without
    regard to case where only one guest fits.
    """
    text = _clean(text)
    owners, revoked = event.read.by_code(text) if text else ([], False)
    guests = [g for own in owners if (g := event.read.attendee(own))]
    if revoked and guests:
        return Decision(Verdict.REVOKED, guests[0])
    return _only_one(guests) or Decision(_STRANGE[event.codes.origin(normalise(text))])


def by_name(event: EventFile, name: str) -> Attendee | Decision:
    """The only guest of that name; ambiguous where several fit, else unknown."""
    found = event.same_name(name) or event.search(name, limit=10)
    guests = [g for own in found if (g := event.read.attendee(own))]
    return _only_one(guests) or Decision(Verdict.UNKNOWN)


def by_id(event: EventFile, who: AttendeeId) -> Attendee | Decision:
    """The guest that somebody chose from the search."""
    guest = event.read.attendee(who)
    return guest if guest and not guest.erased else Decision(Verdict.UNKNOWN)


def _only_one(guests: list[Attendee]) -> Attendee | Decision | None:
    if len(guests) > 1:
        return Decision(Verdict.AMBIGUOUS, candidates=tuple(guests))
    return guests[0] if guests else None


def _clean(text: str) -> str:
    """What a scanner meant: no spaces around it, no half characters, not endless."""
    return text.strip()[:MAX_TEXT].encode("utf-8", "replace").decode()


def kept_of(event: EventFile, text: str) -> dict[str, str | int]:
    """What a refused scan may leave in the ledger.

    The text only if it looks like a code; somebody may have scanned a contact card,
    of which the length and a keyed hash are enough to see that it came twice.
    """
    text = _clean(text)
    if _CODE_LIKE.fullmatch(text) or looks_like_code(normalise(text)):
        return {"code": text}
    key = event.sub_key(b"refused/1")
    digest = hmac.digest(key, text.encode("utf-8"), "sha256").hex()
    return {"length": len(text), "digest": digest[:32]}
