"""Questions about people who are there already: corrected, doubled, or come."""

from collections.abc import Hashable, Iterator

from checkin.importing import Plan
from checkin.importing.choices import Conflict, Double
from checkin.model.detail_words import detail_word, value_words
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
    Option,
)
from checkin.ui.importing.outlook import Wish

_SHORT = 14
"""Letters of a value that a button can name."""


def known_groups(plan: Plan, wish: Wish) -> Iterator[GroupShown]:
    """Those that an earlier list or the desk knows, too."""
    if plan.conflicts:
        yield _conflicts(plan, wish)
    if plan.doubles:
        yield _doubles(plan, wish)
    if plan.arrivals or wish.choices.arrivals:
        yield _arrivals(plan, wish)


def _conflicts(plan: Plan, wish: Wish) -> GroupShown:
    replaced = wish.choices.replace
    cases = tuple(
        _conflict(
            one, _chosen(wish, CONFLICT, one.key, one.key in replaced, Deed.REPLACE)
        )
        for one in plan.conflicts
    )
    n = len(cases)
    title = ngettext("Corrected at the desk", "{n:,} corrected at the desk", n)
    outcome = _("What was corrected at the desk stays as it is there.")
    return _group(CONFLICT, title, outcome, cases)


def _conflict(one: Conflict, chosen: Deed | None) -> Case:
    yours, theirs = _value(one.field, one.yours), _value(one.field, one.theirs)
    says = _("Yours: {yours}   File: {theirs}")
    where = _("{field} of {who}, row {n}")
    field = detail_word(one.field)
    return Case(
        key=one.key,
        says=says.format(yours=isolate(yours), theirs=isolate(theirs)),
        where=where.format(field=field, who=isolate(one.name), n=one.row),
        rows=(one.row,),
        options=_choices(yours, theirs),
        chosen=chosen,
    )


def _doubles(plan: Plan, wish: Wish) -> GroupShown:
    merged = wish.choices.merge
    cases = tuple(
        _double(one, _chosen(wish, DOUBLE, one.key, one.key in merged, Deed.MERGE))
        for one in plan.doubles
    )
    n = len(cases) + plan.more_doubles
    title = ngettext(
        "Maybe the same person twice", "{n:,} are maybe the same person twice", n
    )
    outcome = _("Both are kept.")
    return _group(DOUBLE, title, outcome, cases, plan.more_doubles)


def _double(one: Double, chosen: Deed | None) -> Case:
    if one.other_row:
        where = _("Rows {n} and {m}: {why}")
        where = where.format(n=one.other_row, m=one.row, why=one.why)
    else:
        where = _("Row {n}, and one who is here already: {why}")
        where = where.format(n=one.row, why=one.why)
    return Case(
        key=one.key,
        says=f"{isolate(one.other_name)} / {isolate(one.name)}",
        where=where,
        rows=tuple(sorted(row for row in (one.row, one.other_row) if row)),
        options=(
            Option(Deed.KEEP, _("Keep both")),
            Option(Deed.MERGE, _("Merge")),
            Option(Deed.SHOW, _("Show")),
        ),
        chosen=chosen,
    )


def _arrivals(plan: Plan, wish: Wish) -> GroupShown:
    n = plan.arrivals
    chosen = _chosen(wish, ARRIVED, ARRIVED, wish.choices.arrivals, Deed.ARRIVE)
    says = ngettext("{n:,} guest", "{n:,} guests", n)
    case = Case(
        key=ARRIVED,
        says=says,
        where=_("Do they count as here?"),
        options=(
            Option(Deed.KEEP, _("Leave as expected")),
            Option(Deed.ARRIVE, _("Count as arrived")),
        ),
        chosen=chosen,
    )
    title = _("Checked in already, says the list")
    return _group(ARRIVED, title, _("They stay expected."), (case,), n - 1)


def _chosen(
    wish: Wish, kind: str, key: Hashable, changed: bool, deed: Deed
) -> Deed | None:
    if changed:
        return deed
    seen = {(kind, ALL), (kind, key)}
    return None if wish.seen.isdisjoint(seen) else Deed.KEEP


def _group(
    kind: str, title: str, outcome: str, cases: tuple[Case, ...], more: int = 0
) -> GroupShown:
    """`more` are not among the cases, and open as long as one of these is."""
    waiting = sum(case.open for case in cases)
    return GroupShown(
        kind=kind,
        title=title,
        count=waiting + more if waiting else 0,
        outcome=outcome,
        cases=cases,
        question=waiting > 0,
    )


def _value(name: str, value: object) -> str:
    """In one line, and in words."""
    return " ".join(value_words(name, value, 0).split())


def _choices(yours: str, theirs: str) -> tuple[Option, Option]:
    """Keep Zoë, Use Zoe; where that is too long for a button, without the values."""
    keep, use = _("Keep {value}"), _("Use {value}")
    if max(len(yours), len(theirs)) > _SHORT:
        keep, use = _("Keep yours"), _("Use the file’s")
    return (
        Option(Deed.KEEP, keep.format(value=isolate(yours))),
        Option(Deed.REPLACE, use.format(value=isolate(theirs))),
    )
