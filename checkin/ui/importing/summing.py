"""A reading and its plan become what the page shows; runs where these lie."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checkin.importing import (
    Certainty,
    Consequence,
    Plan,
    Reading,
    certainties,
    consequence,
    how_read,
)
from checkin.importing.ways import ways_of
from checkin.model.i18n import _
from checkin.ui.importing.cases import odd_groups, placed_rows
from checkin.ui.importing.cases_known import known_groups
from checkin.ui.importing.groups import groups_of
from checkin.ui.importing.outlook import ColumnShown, Outlook, Wish
from checkin.ui.importing.preview import cells_of, first_rows, rows_at_hand, showing
from checkin.ui.importing.rows import Rows


def outlook_of(
    reading: Reading,
    plan: Plan | None,
    wish: Wish,
    lists: Iterable[str],
    familiar: bool,
    rejected: int = 0,
) -> Outlook:
    """A plan as the page shows it; without one, nothing says where the names are."""
    table, rows = reading.table, Rows(reading)
    new, changed, withdrawn = _counted(plan)
    placed = placed_rows(plan, rows) if plan else {}
    asked = (*odd_groups(placed, rows, wish), *known_groups(plan, wish)) if plan else ()
    told = tuple(groups_of(plan)) if plan else ()
    first = first_rows(reading, placed)
    wanted = {*first, *wish.shown, *rows_at_hand(asked, len(table.header))}
    outlook = Outlook(
        file=table.file,
        how=how_read(table),
        ways=ways_of(table),
        rows=len(table.rows),
        columns=tuple(_columns(reading, familiar)),
        said=wish.said,
        consequence=consequence(plan) if plan else _stuck(),
        new=new,
        changed=changed,
        withdrawn=withdrawn,
        source=wish.source,
        lists=tuple(lists),
        familiar=familiar,
        stuck=plan is None,
        groups=(*asked, *told),
        looks_like=reading.looks_like,
        rejected=rejected,
        cells=cells_of(wanted, reading, placed, rows, wish),
        first=first,
    )
    return showing(outlook, wish.shown or first)


def preview_of(reading: Reading, wish: Wish) -> Outlook:
    """The first rows and what the columns are taken for, before it is planned."""
    waiting = Consequence(_("Working it out…"), "", _("Import"))
    outlook = outlook_of(reading, None, wish, (), familiar=False)
    return replace(outlook, consequence=waiting, stuck=False)


def _counted(plan: Plan | None) -> tuple[int, int, int]:
    """New, changed, withdrawn."""
    if plan is None:
        return 0, 0, 0
    counts = plan.counts()
    return counts["new"], counts["changed"] + plan.updated, counts["withdrawn"]


def _stuck() -> Consequence:
    how = _("Choose “Full name” above it, or “First name” and “Last name”.")
    return Consequence(_("Which column holds the names?"), how, _("Import"))


def _columns(reading: Reading, familiar: bool) -> Iterator[ColumnShown]:
    sure = certainties(reading)
    for column, certainty in zip(reading.mapping.columns, sure, strict=True):
        known = familiar and certainty is Certainty.CHECK
        yield ColumnShown(
            column.index,
            column.heading,
            column.field,
            Certainty.SURE if known else certainty,
            (),
        )
