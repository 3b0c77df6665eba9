"""What a list said last, of each of its people."""

from collections.abc import Iterator

from checkin.importing.plan_matching import Known
from checkin.model.ids import SourceId
from checkin.store.eventfile import EventFile


def known_of(event: EventFile, source: SourceId) -> Iterator[Known]:
    """Everybody whom the list brought, those withdrawn too; under any corrections."""
    for who, said, extra, withdrawn in event.read.listed_by(source):
        yield Known(
            who,
            said.get("fields", {}),
            extra,
            said.get("permissions", {}),
            withdrawn,
            said.get("companion_of", ""),
            tuple(map(tuple, said.get("also", ()))),
        )
