"""The fold of an attendee: what all that happened to them comes to."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from checkin.model.attendee import DETAIL_NAMES, Details
from checkin.model.entry import Entry, canonical
from checkin.model.ids import ActId, EntryId
from checkin.model.kinds import KINDS, Kind
from checkin.model.names import fold, full_name
from checkin.store.attendee_rows import AT, AttendeeRows
from checkin.store.fold.code import CodeRow, fold_codes
from checkin.store.fold.correction import fold_corrections
from checkin.store.fold.permission import PermissionRow, fold_permissions
from checkin.store.fold.presence import PresenceRow, fold_presences
from checkin.store.fold.shared import ConflictRow
from checkin.store.fold.standing import Badge, name_of, standing

Row = tuple[Any, ...]
"""The values of schema.ATTENDEE_COLUMNS, in that order."""

DEFAULTS: dict[str, Any] = {
    name: f.default for name, f in Details.__dataclass_fields__.items()
}

_AT_THE_DOOR = frozenset({Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT})

_KEEPS_ALIVE = frozenset(
    {
        Kind.BADGE_PRINTED, Kind.BADGE_HANDED_OUT, Kind.ATTENDEE_CORRECTED,
        Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT, Kind.PERMISSION_GIVEN,
        Kind.PERMISSION_WITHDRAWN, Kind.QUESTION_ANSWERED, Kind.INTEREST_NOTED,
    }
)  # fmt: skip
"""Whoever had one of these stays, as withdrawn, when their import is undone."""

_NOTHING: frozenset[str] = frozenset()
_NEEDED = {kind: frozenset(spec.needed) for kind, spec in KINDS.items() if spec.needed}


@dataclass(frozen=True, slots=True)
class Folded:
    """The rows of one attendee."""

    row: Row
    codes: Sequence[CodeRow] = ()
    presences: Sequence[PresenceRow] = ()
    permissions: Sequence[PermissionRow] = ()
    conflicts: Sequence[ConflictRow] = ()


@dataclass(slots=True)
class _Told:
    """The entries of one attendee, by what they are about."""

    listed: list[Entry] = field(default_factory=list)
    dropped: list[Entry] = field(default_factory=list)
    """Listed by an act that is undone."""
    withdrawn: dict[str, Entry] = field(default_factory=dict)
    """By source, the latest."""
    erased: list[Entry] = field(default_factory=list)
    alive: bool = False
    emptied: bool = False
    """Some entries hold only what an erasure at another desk left of them."""
    live: list[Entry] = field(default_factory=list)
    codes: list[Entry] = field(default_factory=list)
    dropped_codes: list[Entry] = field(default_factory=list)
    unprinted: set[ActId | None] = field(default_factory=set)
    """The acts of undone prints."""
    other: dict[str, list[Entry]] = field(default_factory=dict)

    def of(self, *kinds: Kind) -> list[Entry]:
        """The effective entries of these kinds, in order."""
        if not self.live:
            return []
        if len(kinds) == 1:
            return self.other.get(kinds[0], [])
        return [e for e in self.live if e.kind in kinds]


def fold_attendee(
    entries: Sequence[Entry], undone: AbstractSet[EntryId]
) -> Folded | None:
    """The rows of an attendee, or None: never listed, or the listing was undone.

    `entries` are all of this subject in order; `undone` are the ids among them that
    an effective undo names, directly or through their act.
    """
    told = _sort_out(entries, undone)
    if told.erased:
        return _fold_erased(told)
    if told.emptied:  # the tombstone is still on its way
        told = _sort_out([e for e in entries if not _is_emptied(e)], undone)
    kept_only = not told.listed and bool(told.dropped) and told.alive
    if not told.listed and not kept_only:
        return None
    basis, withdrawn = _basis(told, kept_only)
    corrections = fold_corrections(told.of(Kind.ATTENDEE_CORRECTED))
    values = _values(basis.data["fields"], corrections.values)
    # A code once printed stays its guest's while there is a guest: undoing the import
    # that gave it must not leave a badge that belongs to nobody.
    codes = told.dropped_codes + told.codes
    revoked = [*told.of(Kind.CODE_REVOKED), *_codes_of_undone_prints(told)]
    presences, clashes = fold_presences(
        told.of(Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT)
    )
    conflicts = _unsettled(told, (*corrections.conflicts, *clashes))
    row = _row(values, basis, told, presences, withdrawn, corrections.by_field)
    return Folded(
        row=(*row, _standing(row, conflicts)),
        codes=fold_codes(codes, revoked, values["external_code"]),
        presences=presences,
        permissions=fold_permissions(
            basis,
            told.of(Kind.PERMISSION_GIVEN),
            told.of(Kind.PERMISSION_WITHDRAWN),
        ),
        conflicts=conflicts,
    )


def _codes_of_undone_prints(told: _Told) -> list[Entry]:
    """Codes that only a print that is undone gave: such a badge opens no door.

    Unless a later print has it too: the rest of a run that stopped, say.
    """
    if not told.unprinted:
        return []
    given = (*told.codes, *told.of(Kind.BADGE_PRINTED))
    kept = {entry.data.get("code") for entry in given}
    return [
        entry
        for entry in told.dropped_codes
        if entry.act in told.unprinted and entry.data["code"] not in kept
    ]


def _unsettled(
    told: _Told, conflicts: tuple[ConflictRow, ...]
) -> tuple[ConflictRow, ...]:
    if not conflicts:
        return ()
    settled = {e.data["conflict"] for e in told.of(Kind.CONFLICT_SETTLED)}
    return tuple(c for c in conflicts if c[0] not in settled)


def with_presences(old: AttendeeRows, entries: Sequence[Entry]) -> Folded:
    """The rows of somebody on the list after coming or going; all else as it was.

    `entries` are the effective admissions, exits and settled conflicts, in order.
    """
    presences, clashes = fold_presences([e for e in entries if e.kind in _AT_THE_DOOR])
    settled = {e.data["conflict"] for e in entries if e.kind == Kind.CONFLICT_SETTLED}
    others = [c for c in old.conflicts if c[1] != "admission"]
    conflicts = (*others, *(c for c in clashes if c[0] not in settled))
    row = list(old.row)
    row[AT["arrived_at"]], row[AT["inside"]] = _arrival(presences)
    row[AT["standing"]] = _standing(row, conflicts)
    return Folded(
        row=tuple(row),
        codes=old.codes,
        presences=presences,
        permissions=old.permissions,
        conflicts=conflicts,
    )


def _standing(row: Sequence[Any], conflicts: Sequence[ConflictRow]) -> int:
    """From the other columns, which come before it."""
    return standing(
        row,
        walk_in=row[AT["walk_in"]],
        withdrawn=row[AT["withdrawn"]],
        printed=_newest_badge(row),
        handed_out=row[AT["handed_out"]],
        conflict=bool(conflicts),
    )


def _newest_badge(row: Sequence[Any]) -> Badge | None:
    if not row[AT["printed"]]:
        return None
    return Badge(row[AT["printed_name"]], row[AT["printed_words"]])


def _arrival(presences: Sequence[PresenceRow]) -> tuple[int | None, int]:
    """(arrived_at, inside): the earliest arrival anywhere, and whether in anywhere."""
    if not presences:
        return None, 0
    arrivals = [p[1] for p in presences if p[1] is not None]
    return min(arrivals, default=None), int(any(p[6] for p in presences))


def _sort_out(entries: Sequence[Entry], undone: AbstractSet[EntryId]) -> _Told:
    told = _Told()
    for entry in entries:
        kind = entry.kind
        gone = entry.id in undone
        told.emptied = told.emptied or _is_emptied(entry)
        if kind == Kind.ATTENDEE_ERASED:
            told.erased.append(entry)
        elif kind == Kind.ATTENDEE_LISTED:
            (told.dropped if gone else told.listed).append(entry)
        elif kind == Kind.CODE_GIVEN:
            (told.dropped_codes if gone else told.codes).append(entry)
        elif gone:
            if kind == Kind.BADGE_PRINTED:
                told.unprinted.add(entry.act)
        elif kind == Kind.ATTENDEE_WITHDRAWN:
            told.withdrawn[entry.data["source"]] = entry
        else:
            told.alive = told.alive or kind in _KEEPS_ALIVE
            told.live.append(entry)
            told.other.setdefault(kind, []).append(entry)
    return told


def _is_emptied(entry: Entry) -> bool:
    return not _NEEDED.get(entry.kind, _NOTHING) <= entry.data.keys()


def _basis(told: _Told, kept_only: bool) -> tuple[Entry, bool]:
    """The listing whose values hold, and whether all sources have withdrawn."""
    if kept_only:
        return told.dropped[-1], True
    if not told.withdrawn:
        return told.listed[-1], False
    latest = {e.data.get("source"): e for e in told.listed}
    standing = [e for s, e in latest.items() if not _withdrawn(told, s, e)]
    if standing:
        return max(standing, key=lambda e: e.order), False
    return told.listed[-1], True


def _withdrawn(told: _Told, source: str | None, listed: Entry) -> bool:
    gone = told.withdrawn.get(source or "")
    return gone is not None and gone.order > listed.order


def _values(listed: dict[str, Any], corrected: dict[str, Any]) -> dict[str, Any]:
    """All details, in the order of DETAIL_NAMES; what a later version added is left."""
    values = DEFAULTS | listed | corrected
    if len(values) > len(DEFAULTS):
        values = {name: values[name] for name in DEFAULTS}
    values["first_time"] = int(values["first_time"])
    return values


def _row(
    values: dict[str, Any],
    basis: Entry,
    told: _Told,
    presences: tuple[PresenceRow, ...],
    withdrawn: bool,
    corrected: dict[str, str],
) -> Row:
    """All columns but the last."""
    data = basis.data
    details = tuple(values.values())
    return (
        *details,
        _id(data.get("source")),
        basis.id,
        int(bool(data.get("walk_in"))),
        _id(data.get("companion_of")),
        int(withdrawn),
        0,
        *(_since(told, presences, corrected) if told.live else _NOTHING_SINCE),
        sort_key(values),
        fold(name_of(details)),
    )


_NOTHING_SINCE: Row = (0, "", "", 0, None, 0, "{}", "{}", "[]")
"""The same columns of somebody who was just listed, as nearly all are at first."""


def _since(
    told: _Told, presences: tuple[PresenceRow, ...], corrected: dict[str, str]
) -> Row:
    """What happened since they were listed: from `printed` to `interests`."""
    prints = told.of(Kind.BADGE_PRINTED)
    answered = told.of(Kind.QUESTION_ANSWERED)
    return (
        len(prints),
        *_words(prints),
        int(bool(told.of(Kind.BADGE_HANDED_OUT))),
        *_arrival(presences),
        _json(corrected),
        _json({e.data["question"]: e.data["answer"] for e in answered}),
        _json([e.data["interest"] for e in told.of(Kind.INTEREST_NOTED)]),
    )


def _words(prints: Sequence[Entry]) -> tuple[str, str]:
    """What stands on the newest badge: the name, and the digest of all words."""
    data = prints[-1].data if prints else {}
    return data.get("name", ""), data.get("words", "")


def _json(value: dict[str, Any] | list[Any]) -> str:
    """Canonical JSON; the empty ones, which nearly all are, cost nothing."""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    return canonical(value)


def sort_key(values: dict[str, Any]) -> str:
    """By last name, then first; by the whole name where there are no parts."""
    last, first = values["last_name"], values["first_name"]
    if not last and not first:
        return fold(values["full_name"])
    return fold(f"{last} {first}") if last else fold(first)


_SEARCHED = (
    "full_name", "first_name", "last_name", "company", "email", "external_code"
)  # fmt: skip
SEARCHED = frozenset(_SEARCHED)
"""The columns that the search looks at."""

_searched = itemgetter(*map(DETAIL_NAMES.index, _SEARCHED))


def search_text(row: Row) -> str:
    """What the search looks at: name, organisation, e-mail, code of the list."""
    whole, first, last, company, email, external = _searched(row)
    name = whole or full_name(first, last)
    return " ".join(filter(None, (name, first, last, company, email, external)))


def _fold_erased(told: _Told) -> Folded | None:
    """Whoever was erased still counts as somebody who came, without a name."""
    listings = told.listed or told.dropped
    if not listings:
        return None
    basis = listings[-1]
    presences, _ = fold_presences(told.of(Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT))
    row = (
        *_values({}, {}).values(),
        _id(basis.data.get("source")),
        basis.id,
        int(bool(basis.data.get("walk_in"))),
        None,
        0,
        1,
        len(told.of(Kind.BADGE_PRINTED)),
        "",
        "",
        0,
        *_arrival(presences),
        "{}",
        "{}",
        "[]",
        "",
        "",
        0,
    )
    return Folded(row, presences=presences)


def _id(text: str | None) -> bytes | None:
    return bytes.fromhex(text) if text else None
