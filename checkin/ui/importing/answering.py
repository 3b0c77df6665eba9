"""What follows from an answer: for what the user wishes, and for what is to be seen."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from checkin.importing.choices import Choices
from checkin.model.i18n import _, ngettext
from checkin.model.words import isolate
from checkin.ui.importing.asking import (
    ALL,
    ARRIVED,
    CONFLICT,
    DOUBLE,
    Case,
    Deed,
    GroupShown,
    Mended,
    Option,
)
from checkin.ui.importing.outlook import Cell, Outlook, Wish

_BY_CASE = frozenset({CONFLICT, DOUBLE, ARRIVED})
"""Counted one by one, whatever rows they are about."""


def answered(
    wish: Wish, group: GroupShown, case: Case, option: Option, everything: bool
) -> Wish:
    """With the answer to a case, or with the same one to all of its kind."""
    changed = option.deed in (Deed.REPLACE, Deed.MERGE, Deed.ARRIVE)
    if option.deed is Deed.KEEP:
        key: Hashable = ALL if everything else case.key
        wish = replace(wish, seen=wish.seen | {(group.kind, key)})
    if changed or option.deed is Deed.KEEP:
        cases = group.cases if everything else (case,)
        return replace(wish, choices=_chosen(wish.choices, group.kind, cases, changed))
    if option.deed is Deed.BACK:
        left = tuple(one for one in wish.mended if one.key != case.key)
        return replace(wish, mended=left)
    if option.deed not in (Deed.PUT, Deed.OUT):
        return wish
    places = group.every if everything else ((case.heading, case.rows),)
    if option.deed is Deed.OUT:
        rows = tuple(sorted(row for _heading, rows in places for row in rows))
        places = (("", rows),)
    for heading, rows in places:
        wish = _with(wish, _mended(group, case, option, heading, rows))
    return wish


def _chosen(
    choices: Choices, kind: str, cases: tuple[Case, ...], changed: bool
) -> Choices:
    """`changed`: not as the plan would have it of itself."""
    keys: set[Any] = {case.key for case in cases}
    if kind == CONFLICT:
        old = choices.replace
        return replace(choices, replace=old | keys if changed else old - keys)
    if kind == DOUBLE:
        pairs = choices.merge
        return replace(choices, merge=pairs | keys if changed else pairs - keys)
    return replace(choices, arrivals=changed) if kind == ARRIVED else choices


def _mended(
    group: GroupShown,
    case: Case,
    option: Option,
    heading: str,
    rows: tuple[int, ...],
) -> Mended:
    many = ngettext("{n:,} row", "{n:,} rows", len(rows))
    own = rows == case.rows
    was = case.cell if own else _("All of them")
    now = option.words if option.value or not heading else _("empty")
    told = _told(was if heading or not own else case.says, now)
    where = case.where if own else many
    return Mended(group.kind, rows, heading, case.cell, option.value, told, where)


def mended_cell(
    wish: Wish, outlook: Outlook, heading: str, cell: Cell, text: str
) -> Wish:
    """With one cell of the preview put right; as the file has it, it is set back."""
    was = cell.text if cell.was is None else cell.was
    before = [one for one in wish.mended if cell.row in one.rows]
    before = [one for one in before if one.heading == heading]
    kind = cell.kind or (before[-1].kind if before else "")
    own = [one for one in before if one.rows == (cell.row,)]
    wish = replace(wish, mended=tuple(one for one in wish.mended if one not in own))
    if text == was and own == before:
        return wish
    told = _told(was, text or _("empty"))
    where = _whose(outlook, kind, heading, cell.row)
    return _with(wish, Mended(kind, (cell.row,), heading, was, text, told, where))


def _whose(outlook: Outlook, kind: str, heading: str, row: int) -> str:
    """As the card has it that asks about the cell."""
    groups = (group for group in outlook.groups if group.kind == kind)
    cases = (case for group in groups for case in group.cases)
    own = (c.where for c in cases if (c.rows, c.heading) == ((row,), heading))
    return next(own, "") or _("Row {n}").format(n=row)


def _told(was: str, now: str) -> str:
    """lukasz@@tartu.example → lukasz@tartu.example"""
    return f"{isolate(was or '–')} → {isolate(now)}"


def _with(wish: Wish, new: Mended) -> Wish:
    """One that says the same of the same cells takes the place of an older one."""
    left = tuple(one for one in wish.mended if one.key != new.key)
    return replace(wish, mended=(*left, new))


def kept(outlook: Outlook, group: GroupShown, case: Case, everything: bool) -> Outlook:
    """What is to be seen once a question was answered with: as it is."""

    def again(one: Case) -> Case:
        mine = one.open if everything else one.key == case.key
        return replace(one, chosen=Deed.KEEP) if mine else one

    cases = tuple(map(again, group.cases))
    newly = [one for one in group.cases if one.open and again(one) is not one]
    by_case = group.kind in _BY_CASE
    closed = sum(1 if by_case else len(one.rows) for one in newly)
    count = 0 if everything or len(cases) == 1 else group.count - closed
    new = replace(group, cases=cases, count=count, question=count > 0)
    groups = tuple(new if one.kind == group.kind else one for one in outlook.groups)
    cells = {(row, one.heading) for one in newly for row in one.rows}

    def calmed(one: Cell, heading: str) -> Cell:
        mine = everything or (one.row, heading) in cells
        return replace(one, calm=True) if one.kind == group.kind and mine else one

    return _with_cells(replace(outlook, groups=groups), calmed)


def with_cell(outlook: Outlook, heading: str, cell: Cell, text: str) -> Outlook:
    """What is to be seen of a cell until everything is worked out anew."""
    was = cell.text if cell.was is None else cell.was
    new = Cell(text, cell.row, was=was)

    def again(one: Cell, column: str) -> Cell:
        return new if (one.row, column) == (cell.row, heading) else one

    return _with_cells(outlook, again)


def _with_cells(outlook: Outlook, again: Callable[[Cell, str], Cell]) -> Outlook:
    """Each cell as `again` gives it back with its heading: shown now, or at hand."""
    headings = {column.index: column.heading for column in outlook.columns}
    columns = tuple(
        replace(c, cells=tuple(again(one, c.heading) for one in c.cells))
        for c in outlook.columns
    )
    cells = {
        row: tuple(again(one, headings[i]) for i, one in enumerate(row_cells))
        for row, row_cells in outlook.cells.items()
    }
    return replace(outlook, columns=columns, cells=cells)
