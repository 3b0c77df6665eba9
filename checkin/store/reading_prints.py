"""Questions about print runs: which there were, who is on them, what still counts."""

import json
from typing import Any

from checkin.model.clock import Instant
from checkin.model.ids import ActId, AttendeeId, EntryId, SubjectId, from_hex
from checkin.model.kinds import Kind
from checkin.model.prints import OnRun, Run
from checkin.store.reading_ledger import LedgerReader
from checkin.store.rows import ORDER, UNDONE
from checkin.store.schema import BY_KIND

_RUNS = (
    "SELECT coalesce(e.act, e.id) AS run, count(*), total(" + UNDONE + "),"
    ' min(e.clock), e.at, e."offset", e.actor, e.data'
    f" FROM entries e WHERE e.kind = '{Kind.BADGE_PRINTED}' AND {BY_KIND}"
    " GROUP BY run ORDER BY min(e.clock) DESC LIMIT ?"
)
"""With the first badge of each run: SQLite takes the row that has the minimum."""
_BADGES = (
    f"SELECT e.id, e.subject, e.data, {UNDONE} FROM entries e"
    f" WHERE (e.act = ? OR (e.act IS NULL AND e.id = ?))"
    f" AND e.kind = '{Kind.BADGE_PRINTED}' ORDER BY {ORDER}"
)


class PrintReader(LedgerReader):
    """Reads what was printed."""

    def print_runs(self, limit: int = -1) -> list[Run]:
        """The print runs of all desks, the newest first; at most `limit`.

        Those of versions that noted no runs are told from their badges. Some 100 ms
        for 100,000 badges.
        """
        rows = self.conn.execute(_RUNS, (limit,)).fetchall()
        return [self._run(row) for row in rows]

    def print_run(self, act: bytes) -> Run | None:
        """One run, by its act."""
        return next((run for run in self.print_runs() if run.act == act), None)

    def on_run(self, act: bytes) -> list[OnRun]:
        """The badges of a run in the order in which they were printed."""
        rows = self.conn.execute(_BADGES, (act, act))
        return [_on_run(*row) for row in rows]

    def _run(self, row: tuple[Any, ...]) -> Run:
        own, badges, gone, _clock, at, offset, actor, first = row
        run = next(iter(self.act(own, Kind.PRINT_MADE)), None)
        said = json.loads(first) | (dict(run.data) if run else {})
        continues = from_hex(said.get("continues", ""))
        return Run(
            act=ActId(SubjectId(own)),
            when=Instant(at, offset),
            actor=actor,
            badges=badges,
            sheets=said["sheets"] if run else self._sheets(own),
            stock=said.get("stock", ""),
            design=said.get("design", ""),
            printer=said.get("printer", ""),
            file=said.get("file", ""),
            reason=said.get("reason", ""),
            verified=said.get("verified", ""),
            continues=ActId(SubjectId(continues)) if continues else None,
            gone=int(gone),
        )

    def _sheets(self, act: bytes) -> int:
        return max(badge.sheet for badge in self.on_run(act))


def _on_run(own: bytes, subject: bytes, data: str, undone: int) -> OnRun:
    said = json.loads(data)
    return OnRun(
        EntryId(own),
        AttendeeId(SubjectId(subject)),
        said.get("name", ""),
        said.get("code", ""),
        said.get("sheet", 1),
        said.get("cell", 1),
        not undone,
    )
