"""What two desks don't agree about, and how that is settled."""

from dataclasses import dataclass

from checkin.model.clock import Instant
from checkin.model.detail_words import detail_word, value_words
from checkin.model.entry import Draft, Entry
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId, EntryId
from checkin.model.kinds import Kind
from checkin.model.words import isolate
from checkin.store.eventfile import EventFile

_CORRECTION = "correction/"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two entries of which neither knew the other; the second one holds."""

    key: str
    detail: str
    """Which detail was put right twice; empty for two arrivals of one guest."""
    first: Entry
    second: Entry


def conflicts_of(event: EventFile, who: AttendeeId) -> list[Conflict]:
    """What is not settled yet about somebody."""
    found = []
    for key, about, *both in event.read.conflict_rows(who):
        first, second = (event.read.entry(EntryId(own)) for own in both)
        detail = about[len(_CORRECTION) :] if about.startswith(_CORRECTION) else ""
        if first is not None and second is not None:
            found.append(Conflict(key, detail, first, second))
    return found


def conflict_words(found: Conflict, now: Instant) -> tuple[str, str]:
    """What it is about, and what each desk said of it."""
    first, second = found.first, found.second
    if found.detail:
        title = _("{detail} was put right twice").format(
            detail=detail_word(found.detail)
        )
        text = _("{one} wrote {before}, {other} wrote {after}, which holds.").format(
            one=first.actor, before=_value(found.detail, first),
            other=second.actor, after=_value(found.detail, second),
        )  # fmt: skip
        return title, text
    text = _(
        "{first} at {one}, {second} at {other}. One guest, or two with one ticket?"
    ).format(
        first=first.moment.short(now), one=first.actor,
        second=second.moment.short(now), other=second.actor,
    )  # fmt: skip
    return _("Let in twice"), text


def _value(detail: str, entry: Entry) -> str:
    said = entry.data["fields"].get(detail, "")
    return isolate(value_words(detail, said, entry.offset))


def settle(event: EventFile, who: AttendeeId, key: str) -> Entry:
    """Somebody has looked at it, and it is right as it stands now."""
    with event.write() as write:
        return write.append(Draft(Kind.CONFLICT_SETTLED, who, {"conflict": key}))[0]
