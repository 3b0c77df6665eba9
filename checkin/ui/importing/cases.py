"""The odd rows of a plan as questions, with those that the user has answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

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
    cases = [
        replace(case, chosen=Deed.KEEP) if _seen(kind, case, wish) else case
        for case in _cases(kind, odd, rows)
    ]
    open_rows = sum(len(case.rows) for case in cases if case.open)
    answered = _answered(mended, cases)
    total = len(odd) + sum(len(one.rows) for one in answered)
    shown = [*_first(cases), *answered]
    return GroupShown(
        kind=kind.value,
        title=kind.heading(total),
        count=len(odd) if kind in _TOLD else open_rows,
        outcome=kind.outcome,
        cases=tuple(sorted(shown, key=lambda case: case.rows[0])),
        every=tuple((heading, tuple(found)) for heading, found in every.items()),
        question=kind not in _TOLD and open_rows > 0,
    )


def _seen(kind: Odd, case: Case, wish: Wish) -> bool:
    return not wish.seen.isdisjoint({(kind.value, ALL), (kind.value, case.key)})


def _first(cases: Iterable[Case]) -> Iterator[Case]:
    """Not more that are open than anybody goes through at once."""
    waiting = 0
    for case in cases:
        waiting += case.open
        if not case.open or waiting <= MOST:
            yield case


def _answered(mended: Iterable[Mended], cases: Iterable[Case]) -> list[Case]:
    """What was put right, unless it is odd still."""
    still = {(row, case.heading) for case in cases for row in case.rows}
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
        if (one.rows[0], one.heading) not in still
    ]


def _cases(
    kind: Odd, placed: Iterable[tuple[OddRow, str]], rows: Rows
) -> Iterator[Case]:
    if kind in _WORDS:
        yield from _by_word(kind, placed)
        return
    for one, heading in placed:
        yield Case(
            key=(one.row, heading, one.cell),
            says=_says(kind, one, rows),
            where=_where(kind, one),
            rows=(one.row,),
            heading=heading,
            cell=rows.cell(one.row, heading) if heading else "",
            options=options_for(kind, one.field, bool(heading)),
        )


def _by_word(kind: Odd, placed: Iterable[tuple[OddRow, str]]) -> Iterator[Case]:
    words: dict[tuple[str, str], list[OddRow]] = {}
    for one, heading in placed:
        words.setdefault((heading, one.cell), []).append(one)
    for (heading, word), found in words.items():
        first, n = found[0], len(found)
        counted = ngettext("{n:,} row", "{n:,} rows", n)
        more = _("{rows}, the first is {row}").format(rows=counted, row=first.row)
        yield Case(
            key=(heading, word),
            says=word,
            where=first.where if n == 1 else more,
            rows=tuple(one.row for one in found),
            heading=heading,
            cell=word,
            options=options_for(kind, first.field, bool(heading)),
        )


def _says(kind: Odd, one: OddRow, rows: Rows) -> str:
    if kind is Odd.NOBODY:
        cells = [" ".join(cell.split()) for cell in rows.cells(one.row)]
        return " · ".join(list(map(isolate, filter(None, cells)))[:_SAID])
    return one.says or one.where


def _where(kind: Odd, one: OddRow) -> str:
    if kind in (Odd.SAME, Odd.LONG):
        return _("Row {n}: {why}").format(n=one.row, why=one.text)
    return one.where if one.says or kind is Odd.NOBODY else ""
