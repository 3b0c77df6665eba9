"""The fold of codes: a set, given and revoked; the list's own code is one of them."""

from collections.abc import Sequence

from checkin.model.code import looks_like_code, normalise
from checkin.model.entry import Entry

CodeRow = tuple[str, str, int, int]
"""(folded, code, rank, revoked): rank 0 is the newest of ours, the list's last."""

LISTED_RANK = 1000


def fold_code(code: str) -> str:
    """How a code is looked up: ours as printed, others without regard to case."""
    ours = normalise(code)
    return ours if looks_like_code(ours) else code.strip().casefold()


def fold_codes(
    given: Sequence[Entry], revoked: Sequence[Entry], external: str
) -> tuple[CodeRow, ...]:
    """One row a code; revoking wins, in whatever order it came."""
    gone = {e.data["code"] for e in revoked}
    rows: dict[str, CodeRow] = {}
    for rank, entry in enumerate(reversed(given)):
        code = entry.data["code"]
        rows.setdefault(code, (fold_code(code), code, rank, int(code in gone)))
    if external and external not in rows:
        folded = fold_code(external)
        rows[external] = (folded, external, LISTED_RANK, int(external in gone))
    return tuple(sorted(rows.values()))
