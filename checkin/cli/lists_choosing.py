"""Options of `checkin import` that answer what a plan asks, and the questions."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checkin.cli.shared import say
from checkin.model.i18n import _, ngettext

if TYPE_CHECKING:
    from checkin.importing import Plan
    from checkin.importing.choices import Choices, Conflict, Double

_Command = TypeVar("_Command", bound=Callable[..., Any])

KEEP, REPLACE = "keep", "replace"

_TOLD = 10
"""So many questions of a kind are told; more are counted."""


def choosing_options(command: _Command) -> _Command:
    """--conflicts, --merge and --arrivals, handed over under these names."""
    conflicts = click.option(
        "--conflicts", type=click.Choice([KEEP, REPLACE]), default=KEEP,
        help="Where the list changes what a desk put right: keep the desk’s word"
        " (as without this), or take the list’s.",
    )  # fmt: skip
    merge = click.option(
        "--merge", multiple=True, type=click.IntRange(1), metavar="ROW",
        help="A row that is the same guest as the one it may be; repeat.",
    )  # fmt: skip
    arrivals = click.option(
        "--arrivals", is_flag=True,
        help="Put those down as here who came according to the list.",
    )  # fmt: skip
    return conflicts(merge(arrivals(command)))


def choices_of(merge: tuple[int, ...], arrivals: bool) -> "Choices":
    """What can be said before there is a plan."""
    from checkin.importing.choices import Choices

    return Choices(merge=frozenset((row, "") for row in merge), arrivals=arrivals)


def decided(plan: "Plan", conflicts: str) -> "Plan":
    """The plan with the answer to its conflicts."""
    if conflicts == KEEP:
        return plan
    all_of_them = frozenset(one.key for one in plan.conflicts)
    return replace(plan, choices=replace(plan.choices, replace=all_of_them))


def tell_questions(plan: "Plan", saved: bool) -> None:
    """Conflicts and possible doubles, each with what becomes of it, and the answers.

    `saved` if the list is imported: then the way to another answer is an undo.
    """
    for words in (*_conflicts(plan), *_doubles(plan, saved)):
        say(words)
    chosen = plan.choices
    kept = any(one.key not in chosen.replace for one in plan.conflicts)
    two = any(not chosen.makes_one_of(one) for one in plan.doubles)
    if saved and (kept or two):
        answers = ["--conflicts replace"] * kept + ["--merge ROW"] * two
        words = _("To answer otherwise, undo this and import it again with {options}")
        say(words.format(options=", ".join(answers)))
    elif kept:
        say(_("To take the list’s word instead, add --conflicts replace"))


def arrivals_in_words(plan: "Plan") -> str:
    """Who came according to the list and not to a desk; empty if nobody did."""
    n = plan.arrivals
    if not n:
        return ""
    if plan.choices.arrivals:
        words = ngettext("{n} is put down as here", "{n} are put down as here", n)
    else:
        words = _(
            "{n} checked in according to the list: expected, not counted as here;"
            " to count them, add --arrivals"
        )
    return words.format(n=n)


def _conflicts(plan: "Plan") -> Iterator[str]:
    for one in plan.conflicts[:_TOLD]:
        yield _conflict(one, one.key in plan.choices.replace)
    if (n := len(plan.conflicts) - _TOLD) > 0:
        yield ngettext(
            "{n:,} more was put right at a desk",
            "{n:,} more were put right at a desk", n,
        ).format(n=n)  # fmt: skip


def _conflict(one: "Conflict", replaced: bool) -> str:
    words = (
        _("Row {row}: {name}, {field}: the list’s “{theirs}” replaces your “{yours}”")
        if replaced
        else _("Row {row}: {name}, {field}: your “{yours}” stays; the list now says"
               " “{theirs}”")
    )  # fmt: skip
    return words.format(
        row=one.row, name=one.name, field=one.field,
        yours=one.yours, theirs=one.theirs,
    )  # fmt: skip


def _doubles(plan: "Plan", saved: bool) -> Iterator[str]:
    for one in plan.doubles[:_TOLD]:
        yield _double(one, plan.choices.makes_one_of(one), saved)
    if (n := max(0, len(plan.doubles) - _TOLD) + plan.more_doubles) > 0:
        yield ngettext(
            "{n:,} more may be a double", "{n:,} more may be doubles", n
        ).format(n=n)


def _double(one: "Double", merged: bool, saved: bool) -> str:
    if merged:
        words = _("Row {row}: {name} is {other}")
    elif one.other_row:
        words = _("Row {row}: {name} may be {other} in row {other_row} ({why})")
    else:
        words = _("Row {row}: {name} may be {other} ({why})")
    if not (merged or saved):
        words += _("; if so, add --merge {row}")
    return words.format(
        row=one.row, name=one.name, other=one.other_name,
        other_row=one.other_row, why=one.why,
    )  # fmt: skip
