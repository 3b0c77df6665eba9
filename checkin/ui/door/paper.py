"""What could not be saved, for people to read: a text file, wherever there is room."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.files import replacing
from checkin.model.clock import Instant
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.ui.printing import documents, free_name

_LONGEST = 300
"""Characters of a line; a contact card may have been scanned."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was wanted at the door."""

    at: Instant
    about: str
    """Whom."""
    more: str = ""
    """What was scanned or typed."""

    @property
    def line(self) -> str:
        """2023-11-23 18:42  Anna Schmidt  BCDF GHJK…"""
        parts = (f"{self.at.local():%Y-%m-%d %H:%M}", self.about, self.more)
        return "  ".join(" ".join(part.split()) for part in parts if part)[:_LONGEST]


def write_down(notes: Sequence[Note], event: Path, now: Instant) -> Path:
    """A new file beside the event, else among the user's documents.

    Raises:
        CheckinError: neither there, nor among temporary files; the first reason.
    """
    head = _("These could not be saved. Look each of them up, and let them in.")
    text = "\n".join((head, "", *(note.line for note in notes), ""))
    reasons = []
    for folder in (event.parent, documents(), Path(tempfile.gettempdir())):
        out = free_name(folder / event.name, _("not saved"), now, ".txt")
        try:
            with replacing(out) as draft:
                draft.write_text(text, encoding="utf-8")
        except CheckinError as reason:
            reasons.append(reason)
        else:
            return out
    raise reasons[0]
