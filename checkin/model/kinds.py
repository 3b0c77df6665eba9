"""The kinds of entries, frozen: add new ones, never change what is here.

An event file of today must be read in ten years, and desks of different versions
share one ledger. A golden copy of this catalogue lies in the tests.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Everything that can happen, in the past tense."""

    SOURCE_IMPORTED = "source.imported"
    ATTENDEE_LISTED = "attendee.listed"
    ATTENDEE_CORRECTED = "attendee.corrected"
    ATTENDEE_WITHDRAWN = "attendee.withdrawn"
    ATTENDEE_ERASED = "attendee.erased"
    CODE_GIVEN = "code.given"
    CODE_REVOKED = "code.revoked"
    BADGE_PRINTED = "badge.printed"
    BADGE_HANDED_OUT = "badge.handed_out"
    CHECKIN_ADMITTED = "checkin.admitted"
    CHECKIN_REFUSED = "checkin.refused"
    CHECKIN_LEFT = "checkin.left"
    PERMISSION_GIVEN = "permission.given"
    PERMISSION_WITHDRAWN = "permission.withdrawn"
    QUESTION_ANSWERED = "question.answered"
    INTEREST_NOTED = "interest.noted"
    LIST_SET = "list.set"
    LIST_CLOSED = "list.closed"
    EVENT_SET = "event.set"
    EXPORT_MADE = "export.made"
    PRINT_MADE = "print.made"
    UNDO_MADE = "undo.made"
    CONFLICT_SETTLED = "conflict.settled"


class About(StrEnum):
    """What the subject of an entry is."""

    ATTENDEE = "attendee"
    LIST = "list"
    SOURCE = "source"
    EVENT = "event"
    ANY = "attendee or event"
    """A refused scan is about the attendee if one was recognised."""


@dataclass(frozen=True, slots=True)
class KindSpec:
    """What entries of a kind look like."""

    kind: Kind
    about: About
    keys: tuple[str, ...]
    """The keys that `data` may have in version 1."""
    needed: tuple[str, ...] = ()
    """Those that it must have."""
    kept: tuple[str, ...] = ()
    """What remains of `data` once the attendee is erased: nothing personal."""
    version: int = 1


_SPECS = (
    KindSpec(
        Kind.SOURCE_IMPORTED,
        About.SOURCE,
        (
            "name", "file", "digest", "header", "header_id", "mapping", "rows",
            "new", "changed", "same", "withdrawn", "problems",
        ),
        ("name", "header", "header_id"),
        # Headings and counts name nobody.
        ("name", "header", "header_id", "mapping", "rows"),
    ),
    KindSpec(
        Kind.ATTENDEE_LISTED,
        About.ATTENDEE,
        (
            "fields", "source", "header_id", "extra", "permissions", "walk_in",
            "companion_of", "row", "also",
        ),
        ("fields",),
        ("source", "walk_in"),
    ),
    KindSpec(
        Kind.ATTENDEE_CORRECTED, About.ATTENDEE, ("fields", "seen", "reason"),
        ("fields",),
    ),
    KindSpec(
        Kind.ATTENDEE_WITHDRAWN, About.ATTENDEE, ("source",), ("source",), ("source",)
    ),
    KindSpec(Kind.ATTENDEE_ERASED, About.ATTENDEE, ("suppress",), (), ("suppress",)),
    KindSpec(Kind.CODE_GIVEN, About.ATTENDEE, ("code",), ("code",)),
    KindSpec(Kind.CODE_REVOKED, About.ATTENDEE, ("code", "reason"), ("code",)),
    KindSpec(
        Kind.BADGE_PRINTED,
        About.ATTENDEE,
        (
            "stock", "design", "sheet", "cell", "code", "name", "words", "printer",
            "reason",
        ),
        (),
        ("stock", "design", "sheet", "cell"),
    ),
    KindSpec(Kind.BADGE_HANDED_OUT, About.ATTENDEE, ("note",)),
    KindSpec(
        Kind.CHECKIN_ADMITTED,
        About.ATTENDEE,
        (
            "list", "direction", "forced", "reason", "repeats", "when", "code",
            "accepted_unpaid",
        ),
        ("list",),
        ("list", "direction", "forced", "repeats", "when", "accepted_unpaid"),
    ),
    KindSpec(
        Kind.CHECKIN_REFUSED,
        About.ANY,
        ("list", "verdict", "reason", "code", "length", "digest", "when"),
        ("list", "verdict"),
        ("list", "verdict", "when"),
    ),
    KindSpec(
        Kind.CHECKIN_LEFT, About.ATTENDEE, ("list", "when", "code"), ("list",),
        ("list", "when"),
    ),
    KindSpec(
        Kind.PERMISSION_GIVEN, About.ATTENDEE, ("purpose", "seen", "wording"),
        ("purpose",),
    ),
    KindSpec(
        Kind.PERMISSION_WITHDRAWN, About.ATTENDEE, ("purpose", "wording"),
        ("purpose",), ("purpose",),
    ),
    KindSpec(
        Kind.QUESTION_ANSWERED, About.ATTENDEE, ("question", "answer", "list"),
        ("question", "answer"),
    ),
    KindSpec(Kind.INTEREST_NOTED, About.ATTENDEE, ("interest", "note"), ("interest",)),
    KindSpec(Kind.LIST_SET, About.LIST, ("name", "rules"), ("name", "rules"),
             ("name", "rules")),
    KindSpec(Kind.LIST_CLOSED, About.LIST, ("reason",), (), ("reason",)),
    KindSpec(Kind.EVENT_SET, About.EVENT, ("fields",), ("fields",), ("fields",)),
    KindSpec(
        Kind.EXPORT_MADE, About.EVENT,
        ("audience", "format", "rows", "file", "purpose"), ("audience", "format"),
        ("audience", "format", "rows", "purpose"),
    ),
    KindSpec(
        Kind.PRINT_MADE, About.EVENT,
        (
            "badges", "sheets", "stock", "design", "printer", "file", "reason",
            "verified", "continues",
        ),
        ("badges", "sheets"),
        (
            "badges", "sheets", "stock", "design", "printer", "verified", "continues",
        ),
    ),
    KindSpec(Kind.UNDO_MADE, About.EVENT, ("target", "reason"), ("target",),
             ("target",)),
    KindSpec(
        Kind.CONFLICT_SETTLED, About.ATTENDEE, ("conflict", "keep"), ("conflict",),
        ("conflict",),
    ),
)  # fmt: skip

KINDS: dict[str, KindSpec] = {spec.kind.value: spec for spec in _SPECS}


class BadEntry(ValueError):
    """An entry that no version of ours would write: a bug, or a foreign hand."""


def check_data(kind: str, data: object) -> None:
    """Refuses `data` that does not fit its kind; unknown kinds may hold anything.

    Raises:
        BadEntry: it is no mapping, lacks a needed key, or has one that is not known.
    """
    if not isinstance(data, dict):
        raise BadEntry(f"{kind}: data must be an object")
    spec = KINDS.get(kind)
    if spec is None:
        return
    if missing := [key for key in spec.needed if key not in data]:
        raise BadEntry(f"{kind}: lacks {', '.join(missing)}")
    if unknown := [key for key in data if key not in spec.keys]:
        raise BadEntry(f"{kind}: does not know {', '.join(unknown)}")
