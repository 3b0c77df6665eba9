"""Saves an audience as a file, and notes in the ledger that it was done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkin.files import draft_of, put_in_place
from checkin.followup.audiences import AUDIENCES, choose
from checkin.followup.audiences import audience as audience_named
from checkin.followup.errors import OverwritesEvent
from checkin.followup.formats import format_for, format_named
from checkin.followup.mailing import Reach, reach, refusing_addresses
from checkin.followup.material import Material
from checkin.followup.paper import A4, Paper
from checkin.heap import let_go, quiet
from checkin.model.attendee import Attendee
from checkin.model.entry import Draft
from checkin.model.i18n import _
from checkin.model.ids import EntryId
from checkin.model.kinds import Kind
from checkin.model.progress import Cancelled, Progress, never, silent
from checkin.store.eventfile import EventFile


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was saved where."""

    rows: int
    """Guests in the file."""
    left_out: int
    """Guests of the audience who are not in it."""
    reasons: Mapping[Reach, int]
    """Of a mailing, how many of them for which reason; the format may have others."""
    file: Path
    format: str
    audience: str
    entry: EntryId | None
    """The entry that records it; None where the event can only be read."""

    def as_json(self) -> dict[str, Any]:
        """For `checkin export --json`."""
        return {
            "rows": self.rows,
            "left_out": self.left_out,
            "reasons": {reason.value: n for reason, n in self.reasons.items()},
            "file": str(self.file),
            "format": self.format,
            "audience": self.audience,
            "entry": self.entry.hex() if self.entry else None,
        }


@quiet()
def export(
    event: EventFile,
    out: Path,
    audience: str = "everyone",
    format: str = "",  # noqa: A002 - the word of the command line
    *,
    mailing: bool = False,
    purpose: str = "",
    paper: Paper = A4,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> ExportReport:
    """Saves the guests of an audience at `out`; what was there is replaced at the end.

    Without `format` the ending of `out` decides. For a `mailing` only those are in the
    file who said that we may write to them, and have an address. `purpose` says, for
    the record, what the file is for. An event that can only be read gives its files
    too, unrecorded.

    Raises:
        UnknownAudience, UnknownFormat, UnclearFormat: they name what there is.
        FileNotWritable, DiskFull, OverwritesEvent: `out` is as it was before.
        WasCancelled: the user stopped it; `out` is as it was before.
    """
    chosen = format_named(format) if format else format_for(out)
    whom = audience_named(audience)
    if out.resolve() == event.path.resolve():
        raise OverwritesEvent(file=out.name)
    found = choose(event, whom.name, cancelled)
    people, reasons = _to_write_to(event, found) if mailing else (found, {})
    material = Material(
        event.read.event(),
        people,
        event.read.extras,
        event.read.headings(),
        "" if whom is AUDIENCES[0] else _(whom.words),
        event.clock.now(),
        paper,
        progress,
        cancelled,
    )
    with draft_of(out) as draft:
        rows = chosen.write(draft, material)
        purpose = purpose or (_MAILING if mailing else "")
        data = _record(whom.name, chosen.name, rows, out.name, purpose)
        entry = _put(event, draft, out, data)
    left_out = len(found) - rows
    let_go(people, found)
    return ExportReport(rows, left_out, reasons, out, chosen.name, whom.name, entry)


_MAILING = "mailing"
"""What a mailing file is for, where the user does not say it better."""


def _to_write_to(
    event: EventFile, people: Sequence[Attendee]
) -> tuple[list[Attendee], dict[Reach, int]]:
    """Those who may be written to, and how many may not for which reason."""
    refused = refusing_addresses(event)
    found = [(guest, reach(guest, refused)) for guest in people]
    counted = Counter(how for _guest, how in found)
    wanted = [guest for guest, how in found if how is Reach.MAY_WRITE]
    return wanted, {why: counted[why] for why in Reach if why is not Reach.MAY_WRITE}


def _record(
    audience: str, kind: str, rows: int, file: str, purpose: str
) -> Mapping[str, Any]:
    data = {"audience": audience, "format": kind, "rows": rows, "file": file}
    return data | ({"purpose": purpose} if purpose else {})


def _put(
    event: EventFile, draft: Path, out: Path, data: Mapping[str, Any]
) -> EntryId | None:
    """The file and its entry together: neither without the other."""
    if event.read_only:
        put_in_place(draft, out)
        return None
    with event.write() as writing:
        made = writing.append(Draft(Kind.EXPORT_MADE, event.event_id, data))
        put_in_place(draft, out)
    return made[0].id
