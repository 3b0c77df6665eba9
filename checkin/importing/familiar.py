"""What the columns of a list were taken for before: in this event, or elsewhere."""

import hashlib
from collections.abc import Iterable, Mapping

from checkin.importing.columns import EXTRA, FIELDS, IGNORE
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


def header_key(header: Iterable[str]) -> str:
    """32 hexadecimal digits that stand for these headings, in whatever order."""
    text = "\0".join(sorted(header))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def put_right(
    guessed: Mapping[str, str], before: Mapping[str, str], said: Mapping[str, str]
) -> dict[str, str]:
    """What to say of columns so that they are taken as `before`; heading → field.

    Only where that is not what is guessed, and never against what the user has `said`.
    A field that is no longer known, or that belongs to another column now, is left out.
    """
    taken = set(said.values()) - {EXTRA, IGNORE}
    known = {*FIELDS, EXTRA, IGNORE}
    return {
        heading: field
        for heading, field in before.items()
        if guessed.get(heading, field) != field
        and heading not in said
        and field not in taken
        and field in known
    }
