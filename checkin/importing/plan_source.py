"""Which list a file is a version of: as the user says, as its name says, or by whom
it names.
"""

import hashlib
from collections.abc import Iterable
from pathlib import PurePath

from checkin.heap import let_go
from checkin.importing.familiar import taken_for_before
from checkin.importing.loading import Reading
from checkin.importing.plan_known import known_of
from checkin.importing.plan_matching import match
from checkin.importing.plan_supplement import is_supplement
from checkin.model.ids import SourceId, SubjectId
from checkin.model.names import fold
from checkin.store.eventfile import EventFile

_ENDINGS = frozenset(".csv .tsv .txt .xlsx .xls .ods .zip".split())

_SHARED = 0.6
"""A file with so much of a known list on it is its newer version: ticket shops give
each export another name. The list of a co-host may name many of ours, but not most."""

_GROWN = 0.4
"""Under other headings, so much of the file has to be on the known list as well: who
speaks is on the list of all guests too, which is no newer version of the speakers."""


def name_of_list(event: EventFile, reading: Reading, wanted: str) -> str:
    """What the list is called: `wanted`, else a list that it continues, else its file.

    A list that is known by the file's name comes first; then that of which most people
    are on this one as well. Rows that were left out of a list once continue none.
    """
    known = event.read.sources()
    if wanted := " ".join(wanted.split()):
        return _known_by(known.values(), wanted) or wanted
    stem = PurePath(reading.table.file).stem
    called = _known_by(known.values(), stem)
    if called or is_supplement(reading.table):
        return called or stem
    return _continued(event, reading) or stem


def _known_by(names: Iterable[str], wanted: str) -> str:
    """The known name that is meant, with or without the ending of a file."""
    path = PurePath(wanted)
    plain = path.stem if path.suffix.lower() in _ENDINGS else wanted
    found = (n for n in names if fold(n) in (fold(wanted), fold(plain)))
    return next(found, "")


def _continued(event: EventFile, reading: Reading) -> str:
    best, share = "", _SHARED
    for source, name in event.read.sources().items():
        listed = known_of(event, source)
        known = [one for one in listed if not (one.companion_of or one.withdrawn)]
        found = len(match(reading.people, known)) if known else 0
        there = found / len(known) if known else 0
        let_go(known)
        new_to_it = found < _GROWN * len(reading.people)
        same_headings = taken_for_before(event, reading.table.header, name)
        if there >= share and (same_headings or not new_to_it):
            best, share = name, there
    return best


def find_source(event: EventFile, name: str) -> SourceId:
    """The list of that name; a new one gets an id that follows from its name.

    So a list whose first import was undone finds those again whom the door knows, and
    two desks that import one list mean the same one.
    """
    for own, called in event.read.sources().items():
        if fold(called) == fold(name):
            return own
    text = b"source/1\0" + event.event_id + fold(name).encode("utf-8")
    return SourceId(SubjectId(hashlib.sha256(text).digest()[:16]))
