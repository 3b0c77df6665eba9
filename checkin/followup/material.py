"""What the writer of a file is given: the guests, and what belongs to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.followup.paper import A4, Paper
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.event import Event
from checkin.model.ids import AttendeeId
from checkin.model.progress import Cancelled, Progress, WasCancelled, never, silent

Extras = Callable[[Sequence[AttendeeId]], Mapping[AttendeeId, Mapping[str, str]]]
"""Answers with the list's other columns of these guests, by heading; no empty ones."""

_STEP = 500
"""Guests between two looks at the user's wish to stop."""


@dataclass(frozen=True, slots=True)
class Material:
    """The guests of one file, by last name, and all that a writer may want to know."""

    event: Event
    people: Sequence[Attendee]
    extras: Extras
    headings: Sequence[str]
    """All other columns that lists brought, in their order."""
    audience: str
    """Who these guests are, in words; empty for the whole list."""
    now: Instant
    """When the file is made."""
    paper: Paper = A4
    """For what is printed."""
    progress: Progress = silent
    cancelled: Cancelled = never

    def guests(self) -> Iterator[Attendee]:
        """Each guest, telling how far it is.

        Raises:
            WasCancelled: the user wants no more.
        """
        for batch in self._batches():
            yield from batch

    def rows(self) -> Iterator[tuple[Attendee, Mapping[str, str]]]:
        """Each guest with the list's other columns; otherwise like `guests`."""
        for batch in self._batches():
            extras = self.extras([guest.id for guest in batch])
            for guest in batch:
                yield guest, extras.get(guest.id, {})

    def extra_headings(self) -> list[str]:
        """The other columns in which at least one of these guests has something."""
        found: set[str] = set()
        for start in range(0, len(self.people), _STEP):
            if len(found) == len(self.headings):
                break
            ids = [guest.id for guest in self.people[start : start + _STEP]]
            for extra in self.extras(ids).values():
                found.update(extra)
        return [heading for heading in self.headings if heading in found]

    def _batches(self) -> Iterator[Sequence[Attendee]]:
        total = len(self.people)
        for start in range(0, total, _STEP):
            if self.cancelled():
                raise WasCancelled
            yield self.people[start : start + _STEP]
            self.progress(min(start + _STEP, total), total)


Writer = Callable[[Path, Material], int]
"""Writes the file, and returns how many of the guests are in it."""
