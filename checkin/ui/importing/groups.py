"""What a plan tells without a question: who changes, and who left the list."""

from collections.abc import Iterator, Sequence
from typing import Any

from checkin.importing import Plan
from checkin.importing.plan import Step, What
from checkin.model.detail_words import value_words
from checkin.model.i18n import _, ngettext
from checkin.model.words import isolate
from checkin.ui.importing.asking import CHANGED, GONE, Case, GroupShown
from checkin.ui.importing.words import FIELD_WORDS

_SAID = 3
"""Who left the list: so many are named at once."""
_NAMED = 200
"""The most that are named one by one."""


def groups_of(plan: Plan) -> Iterator[GroupShown]:
    """Who changes and who left, beside all that is asked."""
    if changed := [s for s in plan.steps if s.what is What.CHANGED]:
        yield _changed(changed)
    if gone := [s for s in plan.steps if s.what is What.WITHDRAWN]:
        yield _gone(list(map(_who, gone)))


def _changed(steps: Sequence[Step]) -> GroupShown:
    first, n = steps[0], len(steps)
    where = _("{who}, row {n}").format(who=isolate(_who(first)), n=first.person.row)
    return GroupShown(
        kind=CHANGED,
        title=ngettext("{n:,} guest changes", "{n:,} guests change", n),
        count=n,
        cases=(Case("", _change(first), where),),
        outcome=_("What was corrected at the desk stays as it is there."),
        everybody=_names(list(map(_who, steps))),
        more=n > 1,
        question=False,
    )


def _who(step: Step) -> str:
    """The name; the address of whoever has none."""
    return step.person.name or step.person.email


def _change(step: Step) -> str:
    """Company: Nordlicht → Südlicht."""
    for name, both in step.changes.items():
        what = _(FIELD_WORDS[name]) if name in FIELD_WORDS else name
        before, now = (_value(name, value) for value in both)
        return f"{what}: {before} → {now}"
    return _("On the list again")


def _value(name: str, value: object) -> str:
    """In one line, and in words: not paid yet."""
    return isolate(" ".join(value_words(name, value, 0).split()))


def _gone(names: Sequence[str]) -> GroupShown:
    n = len(names)
    says = ", ".join(map(isolate, names[:_SAID])) + ("…" if n > _SAID else "")
    return GroupShown(
        kind=GONE,
        title=ngettext("{n:,} left the list", "{n:,} left the list", n),
        count=n,
        cases=(Case("", says, ""),),
        outcome=_("Kept, but marked withdrawn: at the door they count as cancelled."),
        everybody=_names(names),
        more=n > _SAID,
        question=False,
    )


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(isolate, names[:_NAMED])) + _more(names)


def _more(every: Sequence[Any]) -> str:
    return "…" if len(every) > _NAMED else ""
