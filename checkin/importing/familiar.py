"""What the columns of a list were taken for the last time it was imported."""

from collections.abc import Iterable, Mapping

from checkin.importing.columns import EXTRA
from checkin.importing.plan_source import find_source
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile


def taken_for_before(
    event: EventFile, header: Iterable[str], name: str
) -> Mapping[str, str]:
    """Heading → field, of the list with that name; `header` are the headings now.

    Empty where the list is new, or came under other headings.
    """
    if name not in event.read.sources().values():
        return {}
    imports = (
        entry
        for entry in reversed(event.read.history(find_source(event, name)))
        if entry.kind == Kind.SOURCE_IMPORTED and not event.read.is_undone(entry)
    )
    newest = next(imports, None)
    if newest is None:
        return {}
    extra = dict.fromkeys(newest.data["header"], EXTRA)
    before = extra | dict(newest.data["mapping"])
    return before if before.keys() == set(header) else {}
