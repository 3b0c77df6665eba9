"""An event to try laws of lists on, gone at the end."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkin.model.clock import Clock, Instant
from checkin.model.ids import DeskId
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

_STARTS = 1_700_763_300_000


class Still:
    """All that happens here happens at once."""

    def now(self) -> Instant:
        return Instant(_STARTS)


class Ticking:
    """A second later whenever it is asked."""

    ms = _STARTS

    def now(self) -> Instant:
        self.ms += 1000
        return Instant(self.ms)


@contextmanager
def an_event(clock: Clock, **fields: str) -> Iterator[tuple[EventFile, Path]]:
    """The event and its folder; at the end its tables are what its ledger says."""
    with tempfile.TemporaryDirectory() as folder:
        event = EventFile.create(
            Path(folder) / "e.checkin",
            {"name": "E", **fields},
            clock,
            Desk(DeskId(b"d" * 16), "Desk"),
            random.Random(1).randbytes,
        )
        yield event, Path(folder)
        assert event.check() == []
        event.close()
