"""What can be written inside a transaction, and under whose name."""

from collections.abc import Iterable

from checkin.model.clock import Clock, Instant
from checkin.model.entry import Draft, Entry
from checkin.model.ids import ActId
from checkin.store.ledger import Desk, Ledger


class Writing:
    """What can be done inside a transaction."""

    def __init__(
        self, ledger: Ledger, desk: Desk, clock: Clock, act: ActId | None
    ) -> None:
        self._ledger = ledger
        self._desk = desk
        self._clock = clock
        self._act = act
        self.entries: list[Entry] = []

    def append(self, *drafts: Draft, at: Instant | None = None) -> list[Entry]:
        """Adds entries of one user action and folds them in."""
        return self.append_all(drafts, at)

    def append_all(
        self, drafts: Iterable[Draft], at: Instant | None = None
    ) -> list[Entry]:
        """The same for many."""
        now = at or self._clock.now()
        entries = self._ledger.append(drafts, self._desk, now, self._act)
        self.entries += entries
        return entries

    def receive(self, entries: Iterable[Entry]) -> list[Entry]:
        """Takes entries that other desks wrote; returns those new here."""
        new = self._ledger.receive(entries)
        self.entries += new
        return new
