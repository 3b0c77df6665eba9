"""What columns were put right to before, for lists with the same headings."""

import hashlib
from collections.abc import Iterable, Mapping

from checkin.importing.columns import FIELDS
from checkin.importing.columns import Mapping as Columns
from checkin.importing.columns_meaning import EXTRA, IGNORE

Memory = Mapping[str, Mapping[str, str]]
"""The key of a header → what its columns were put right to, heading → field."""

NO_MEMORY: Memory = {}


def header_key(header: Iterable[str]) -> str:
    """32 hexadecimal digits that stand for these headings, in whatever order."""
    text = "\0".join(sorted(header))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def recalled(columns: Columns, memory: Memory) -> dict[str, str]:
    """What was said before of columns of which the user says nothing now."""
    before = memory.get(header_key(column.heading for column in columns.columns), {})
    return put_right(columns.taken_for(), before, columns.said())


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
