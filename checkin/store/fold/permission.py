"""The fold of permissions: a no is stronger than a list and a yes of the same hour."""

from collections.abc import Sequence

from checkin.model.entry import Entry
from checkin.model.permission import Answer

PermissionRow = tuple[str, str, int, int, str, bytes | None]
"""(purpose, answer, at, offset, origin, withdrawal that a new yes must have seen)."""


def fold_permissions(
    basis: Entry, given: Sequence[Entry], withdrawn: Sequence[Entry]
) -> tuple[PermissionRow, ...]:
    """One row for each purpose that anybody spoke of.

    A withdrawal beats the list's value and every yes that was given without having
    seen it (`seen` names the withdrawals' entries): only asking again undoes it.
    """
    listed = basis.data.get("permissions")
    if not (listed or given or withdrawn):
        return ()
    rows: dict[str, PermissionRow] = {}
    for purpose, answer in (listed or {}).items():
        rows[purpose] = (purpose, answer, basis.at, basis.offset, "list", None)
    for entry in given:
        purpose = entry.data["purpose"]
        rows[purpose] = _row(entry, Answer.YES, None)
    noes: dict[str, list[Entry]] = {}
    for entry in withdrawn:
        noes.setdefault(entry.data["purpose"], []).append(entry)
    for purpose, refusals in noes.items():
        refused = {entry.id.hex() for entry in refusals}
        yes = [
            entry
            for entry in given
            if entry.data["purpose"] == purpose and refused <= _seen(entry)
        ]
        last = refusals[-1]
        answer = _row(yes[-1], Answer.YES, last.id) if yes else _no(last)
        rows[purpose] = answer
    return tuple(sorted(rows.values(), key=lambda row: row[0]))


def _seen(entry: Entry) -> set[str]:
    """The refusals that a yes has heard of; one may stand without a list around it."""
    seen = entry.data.get("seen", ())
    return {seen} if isinstance(seen, str) else set(seen)


def _no(entry: Entry) -> PermissionRow:
    return _row(entry, Answer.NO, entry.id)


def _row(entry: Entry, answer: Answer, seen: bytes | None) -> PermissionRow:
    purpose = entry.data["purpose"]
    return (purpose, answer.value, entry.at, entry.offset, "guest", seen)
