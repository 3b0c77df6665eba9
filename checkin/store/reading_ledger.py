"""Questions to the ledger itself: what happened, when, and whether it still counts."""

from collections.abc import Collection, Sequence
from operator import attrgetter
from sqlite3 import Connection

from checkin.model.clock import Instant
from checkin.model.entry import CLOCK_SHIFT, Entry
from checkin.model.ids import AttendeeId, EntryId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.permission import Purpose
from checkin.store.rows import COLUMNS, UNDONE, entries_where, to_entry
from checkin.store.schema import BULK, BY_KIND

_BORN = 2
"""The first entries of every event file: its name and its first list."""


_order = attrgetter("order")


class LedgerReader:
    """Reads the entries of one event through one connection."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        """For the store's own modules; others ask the methods."""

    def history(self, subject: SubjectId) -> list[Entry]:
        """All entries about one subject, oldest first."""
        return list(entries_where(self.conn, "e.subject = ?", (subject,)))

    def entry(self, entry: EntryId) -> Entry | None:
        """One entry by its id."""
        return next(entries_where(self.conn, "e.id = ?", (entry,)), None)

    def is_undone(self, entry: Entry) -> bool:
        """Whether an effective undo names it or its act."""
        sql = "SELECT 1 FROM undone WHERE target IN (?, ?)"
        values = (entry.id, entry.act or entry.id)
        return self.conn.execute(sql, values).fetchone() is not None

    def is_target_undone(self, target: bytes) -> bool:
        """Whether an effective undo names just this entry or act."""
        sql = "SELECT 1 FROM undone WHERE target = ?"
        return self.conn.execute(sql, (target,)).fetchone() is not None

    def newest_in_force(self, desk: bytes, but: Collection[str]) -> Entry | None:
        """What a desk did last that is not undone, of all kinds `but` those.

        What made the event, its name and its first list, doesn't count.
        """
        marks = ",".join("?" * len(but))
        row = self.conn.execute(
            f"SELECT {COLUMNS} FROM entries e WHERE e.desk = ? AND e.seq > {_BORN}"
            f" AND e.kind NOT IN ({marks}) AND NOT {UNDONE}"
            " ORDER BY e.seq DESC LIMIT 1",
            (desk, *but),
        ).fetchone()
        return to_entry(row) if row else None

    def newest_of(self, desk: bytes, kinds: Collection[str]) -> Entry | None:
        """The same of only these kinds: at once, whatever was imported since."""
        condition = f"e.desk = ? AND e.seq > {_BORN} AND NOT {UNDONE}"
        found = [e for k in kinds for e, _ in self._newest(k, 1, condition, (desk,))]
        return max(found, key=_order, default=None)

    def newest_imports(self) -> list[Entry]:
        """The last import of each list that is not undone, the newest one first.

        These can be undone; older versions of a list only after its newer ones.
        """
        condition = f"NOT {UNDONE}"
        newest: dict[SubjectId, Entry] = {}
        for entry, _undone in self._newest(Kind.SOURCE_IMPORTED, -1, condition, ()):
            newest.setdefault(entry.subject, entry)
        return list(newest.values())

    def recent(
        self, kinds: Collection[str], limit: int, since_ms: int = 0
    ) -> list[tuple[Entry, bool]]:
        """What happened last at all desks, newest first, and whether it is undone.

        `since_ms`: not before this moment, by the clocks of the desks (Unix ms).
        """
        condition = "e.clock >= ? AND e.at >= ?"
        since = (since_ms << CLOCK_SHIFT, since_ms)
        found = [p for k in kinds for p in self._newest(k, limit, condition, since)]
        found.sort(key=lambda pair: _order(pair[0]), reverse=True)
        return found[:limit]

    def _newest(
        self, kind: str, limit: int, condition: str, values: Sequence[object]
    ) -> list[tuple[Entry, bool]]:
        by_index = "" if kind in BULK else f" AND {BY_KIND}"
        rows = self.conn.execute(
            f"SELECT {COLUMNS}, {UNDONE} FROM entries e"
            f" WHERE e.kind = ?{by_index} AND {condition}"
            " ORDER BY e.clock DESC, e.desk DESC, e.id DESC LIMIT ?",
            (kind, *values, limit),
        )
        return [(to_entry(row), bool(row[11])) for row in rows]

    def undone_of(self, subject: SubjectId) -> frozenset[EntryId]:
        """Which entries about a subject are undone, themselves or with their act."""
        sql = f"SELECT e.id FROM entries e WHERE e.subject = ? AND {UNDONE}"
        rows = self.conn.execute(sql, (subject,))
        return frozenset(EntryId(own) for (own,) in rows)

    def entry_or_act(self, own: bytes) -> Entry | None:
        """The entry of that id, or the first one of the act of that id."""
        entry = self.entry(EntryId(own))
        return entry or next(entries_where(self.conn, "e.act = ?", (own,)), None)

    def first_entries(self) -> frozenset[EntryId]:
        """Those that made the event here: its name and its first list. Never undone."""
        sql = f"SELECT id FROM entries WHERE seq <= {_BORN}"
        return frozenset(EntryId(own) for (own,) in self.conn.execute(sql))

    def subjects_of(self, kind: Kind) -> list[SubjectId]:
        """Whom entries of a kind are about, undone or not; none of the BULK kinds."""
        sql = f"SELECT DISTINCT subject FROM entries e WHERE e.kind = ? AND {BY_KIND}"
        return [SubjectId(own) for (own,) in self.conn.execute(sql, (kind,))]

    def refusals_of(self, who: AttendeeId, purpose: Purpose) -> list[EntryId]:
        """The entries with which they said no; a new yes names them all."""
        return [
            entry.id
            for entry in self.history(who)
            if entry.kind == Kind.PERMISSION_WITHDRAWN
            and entry.data["purpose"] == purpose.value
        ]

    def count_entries(self) -> int:
        """How many entries the ledger has."""
        return int(self.conn.execute("SELECT count(*) FROM entries").fetchone()[0])

    def newest_moment(self) -> Instant | None:
        """When the entry that arrived last was written, by its desk's clock."""
        sql = 'SELECT at, "offset" FROM entries ORDER BY seq DESC LIMIT 1'
        row = self.conn.execute(sql).fetchone()
        return Instant(*row) if row else None

    def act(self, act: bytes, kind: str = "") -> list[Entry]:
        """All entries of an act, or those of one kind in it, in order."""
        if kind:
            condition = "e.act = ? AND e.kind = ?"
            return list(entries_where(self.conn, condition, (act, kind)))
        return list(entries_where(self.conn, "e.act = ?", (act,)))

    def kinds_of(self, act: bytes) -> dict[str, int]:
        """How many entries of each kind an act has."""
        sql = "SELECT kind, count(*) FROM entries WHERE act = ? GROUP BY kind"
        return dict(self.conn.execute(sql, (act,)))
