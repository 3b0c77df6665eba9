"""What an event knows of people: what lists said last, and whom desks put right."""

from collections.abc import Iterator

from checkin.importing.plan_matching import Known
from checkin.model.ids import SourceId, SubjectId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile


def corrected_in(event: EventFile) -> set[SubjectId]:
    """Of whom a desk put something right, whether that holds still or not."""
    return set(event.read.subjects_of(Kind.ATTENDEE_CORRECTED))


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
