"""What the columns of a list were taken for the last time it was imported."""

from collections.abc import Iterable, Mapping

from checkin.importing.columns_meaning import EXTRA
from checkin.importing.recalled import Memory, header_key
from checkin.model.ids import SourceId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile


def taken_for_before(
    event: EventFile, header: Iterable[str], name: str
) -> Mapping[str, str]:
    """Heading → field, of the list with that name; `header` are the headings now.

    Empty where the list is new, or came under other headings.
    """
    sources = event.read.sources()
    for source, called in sources.items():
        if called == name:
            before = _last_taken_for(event, source)
            return before if before.keys() == set(header) else {}
    return {}


def columns_in(event: EventFile) -> Memory:
    """What the columns of each list in an event were taken for, by their headings."""
    taken = (_last_taken_for(event, source) for source in event.read.sources())
    return {header_key(before): before for before in taken if before}


def _last_taken_for(event: EventFile, source: SourceId) -> dict[str, str]:
    """Heading → field, in the newest import that is not undone."""
    for entry in reversed(event.read.history(source)):
        if entry.kind == Kind.SOURCE_IMPORTED and not event.read.is_undone(entry):
            extra = dict.fromkeys(entry.data["header"], EXTRA)
            return extra | dict(entry.data["mapping"])
    return {}
