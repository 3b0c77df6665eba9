"""The odd rows of a plan as questions, with those that the user has answered."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from checkin.importing import Odd, Plan, problem_groups
from checkin.importing.reviewing import OddRow
from checkin.model.i18n import _, ngettext
from checkin.model.words import isolate
from checkin.ui.importing.asking import ALL, Case, Deed, GroupShown, Mended
from checkin.ui.importing.options import back, options_for
from checkin.ui.importing.outlook import Wish
from checkin.ui.importing.rows import Rows

MOST = 100
"""Questions of a kind that wait at once; once they are answered others come."""
_WORDS = frozenset({Odd.STATUS, Odd.ANSWER})
"""One answer for a word, wherever it stands."""
_TOLD = frozenset({Odd.SAME, Odd.FORGOTTEN})
"""Nothing is asked about these."""
_SAID = 3
"""Cells that stand for a row without a name."""


Placed = Mapping[Odd, Sequence[tuple[OddRow, str]]]
"""The odd rows by kind, each with the column in which it can be put right."""
_Key = tuple[int, str, str]
"""(row, heading, cell); the row is 0 where one answer is for a word everywhere."""


def placed_rows(plan: Plan, rows: Rows) -> Placed:
    """Where it is odd what a plan says."""
    return {
        group.kind: [
            (one, rows.heading(group.kind, one.field, one.row)) for one in group.odd
        ]
        for group in problem_groups(plan)
    }


def odd_groups(placed: Placed, rows: Rows, wish: Wish) -> Iterator[GroupShown]:
    """A group for each kind of which something is odd, or was put right."""
    for kind in Odd:
        mended = [one for one in wish.mended if one.kind == kind.value]
        odd = placed.get(kind, ())
        if odd or mended:
            yield _group(kind, odd, mended, wish, rows)


def _group(
    kind: Odd,
    odd: Sequence[tuple[OddRow, str]],
    mended: list[Mended],
    wish: Wish,
    rows: Rows,
) -> GroupShown:
    every: dict[str, list[int]] = {}
    for one, heading in odd:
        every.setdefault(heading, []).append(one.row)
    piles = _piles(kind, odd)
    waiting = [key for key in piles if not _seen(kind, key, wish)]
    done = [key for key in piles if _seen(kind, key, wish)]
    chosen = dict.fromkeys(waiting[:MOST]) | dict.fromkeys(done[:MOST], Deed.KEEP)
    cases = [_case(kind, key, piles[key], deed, rows) for key, deed in chosen.items()]
    left = sum(len(piles[key]) for key in waiting)
    answered = _answered(mended, every)
    total = len(odd) + sum(len(one.rows) for one in answered)
    return GroupShown(
        kind=kind.value,
        title=kind.heading(total),
        count=left,
        outcome=kind.outcome,
        cases=tuple(sorted([*cases, *answered], key=lambda case: case.rows[0])),
        every=tuple((heading, tuple(found)) for heading, found in every.items()),
        cut=len(waiting) > MOST,
        question=kind not in _TOLD and left > 0,
    )


def _piles(
    kind: Odd, odd: Iterable[tuple[OddRow, str]]
) -> dict[_Key, list[tuple[OddRow, str]]]:
    """What one answer is for."""
    piles: dict[_Key, list[tuple[OddRow, str]]] = {}
    for one, heading in odd:
        key = _key(kind, one, heading)
        piles.setdefault(key, []).append((one, heading))
    return piles


def _key(kind: Odd, one: OddRow, heading: str) -> _Key:
    return (0 if kind in _WORDS else one.row, heading, one.cell)


def is_seen(kind: Odd, one: OddRow, heading: str, wish: Wish) -> bool:
    """Whether the user has said that it stays as it is."""
    return _seen(kind, _key(kind, one, heading), wish)


def _seen(kind: Odd, key: _Key, wish: Wish) -> bool:
    return (kind.value, key) in wish.seen or (kind.value, ALL) in wish.seen


def _case(
    kind: Odd,
    key: _Key,
    pile: Sequence[tuple[OddRow, str]],
    chosen: Deed | None,
    rows: Rows,
) -> Case:
    (first, heading), n = pile[0], len(pile)
    counted = ngettext("{n:,} row", "{n:,} rows", n)
    more = _("{rows}, the first is row {row}").format(rows=counted, row=first.row)
    return Case(
        key=key,
        says=_says(kind, first, rows),
        where=_where(kind, first) if n == 1 else more,
        rows=_rows(pile),
        heading=heading,
        cell=rows.cell(first.row, heading) if heading else "",
        options=options_for(kind, first.field, bool(heading)),
        chosen=chosen,
    )


def _rows(pile: Sequence[tuple[OddRow, str]]) -> tuple[int, ...]:
    """Its own ones first; of a row that says the same as another one, both."""
    if others := {one.other for one, _heading in pile} - {0}:
        return (*(one.row for one, _heading in pile), *sorted(others))
    return tuple(one.row for one, _heading in pile)


def _answered(
    mended: Iterable[Mended], odd: Mapping[str, Collection[int]]
) -> list[Case]:
    """What was put right, unless it is odd still."""
    return [
        Case(
            key=one.key,
            says=one.told,
            where=one.where,
            rows=one.rows,
            heading=one.heading,
            cell=one.was,
            options=back(),
            chosen=Deed.PUT if one.heading else Deed.OUT,
        )
        for one in mended
        if one.rows[0] not in odd.get(one.heading, ())
    ]


def _says(kind: Odd, one: OddRow, rows: Rows) -> str:
    if kind is Odd.NOBODY:
        cells = [" ".join(cell.split()) for cell in rows.cells(one.row)]
        return " · ".join(list(map(isolate, filter(None, cells)))[:_SAID])
    return one.says or one.where


def _where(kind: Odd, one: OddRow) -> str:
    if kind in (Odd.SAME, Odd.LONG):
        return _("Row {n}: {why}").format(n=one.row, why=one.text)
    return one.where if one.says or kind is Odd.NOBODY else ""
