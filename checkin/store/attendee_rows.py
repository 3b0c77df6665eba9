"""All rows that one attendee has in the tables, read together.

Within a transaction they are read once: the door looks at a guest, decides, and the
fold then compares with the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from checkin.store.schema import ATTENDEE_COLUMNS

COLUMNS = ", ".join(ATTENDEE_COLUMNS)
AT = {name: i for i, name in enumerate(ATTENDEE_COLUMNS)}
"""Where a column stands in `AttendeeRows.row`."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """A table with several rows an attendee."""

    columns: str
    """Beside the attendee."""
    key: tuple[str, ...]
    """Those that make the primary key, with the attendee; they come first."""

    @property
    def width(self) -> int:
        """How many columns there are beside the attendee."""
        return self.columns.count(",") + 1


CHILDREN = {
    "codes": Child("folded, code, rank, revoked", ("folded", "code")),
    "presences": Child(
        "list, first_at, first_offset, first_desk, last_at, last_offset, inside, times",
        ("list",),
    ),
    "permissions": Child('purpose, answer, at, "offset", origin, seen', ("purpose",)),
    "conflicts": Child("conflict, about, first, second", ("conflict",)),
}
_ONE = f"SELECT n, id, {COLUMNS} FROM attendees WHERE id = ?"
_CHILDREN_OF_ONE = {
    name: f"SELECT {child.columns} FROM {name} WHERE attendee = ?"
    for name, child in CHILDREN.items()
}


@dataclass(slots=True)
class AttendeeRows:
    """What the tables hold of one attendee."""

    n: int
    id: bytes
    row: Row
    """The values of schema.ATTENDEE_COLUMNS."""
    codes: Sequence[Row] = field(default_factory=list)
    presences: Sequence[Row] = field(default_factory=list)
    permissions: Sequence[Row] = field(default_factory=list)
    conflicts: Sequence[Row] = field(default_factory=list)


class RowReader:
    """Reads the rows of attendees through one connection."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._seen: dict[bytes, AttendeeRows | None] | None = None

    def remember(self) -> None:
        """From here on nobody else writes: what was read stays true."""
        self._seen = {}

    def forget(self) -> None:
        """The transaction is over, or the rows were written."""
        self._seen = None

    def one(self, who: bytes) -> AttendeeRows | None:
        """The rows of one attendee."""
        if self._seen is None:
            return self._one(who)
        if who not in self._seen:
            self._seen[who] = self._one(who)
        return self._seen[who]

    def _one(self, who: bytes) -> AttendeeRows | None:
        run = self._conn.execute
        found = run(_ONE, (who,)).fetchone()
        if found is None:
            return None
        children = [run(sql, (who,)).fetchall() for sql in _CHILDREN_OF_ONE.values()]
        return AttendeeRows(found[0], who, found[2:], *children)

    def many(self, ids: Sequence[bytes]) -> dict[bytes, AttendeeRows]:
        """The rows of some hundred attendees, those that there are."""
        if len(ids) == 1:
            one = self.one(ids[0])
            return {ids[0]: one} if one else {}
        marks = ",".join("?" * len(ids))
        return self.where(f"id IN ({marks})", ids)

    def where(self, condition: str, values: Sequence[Any]) -> dict[bytes, AttendeeRows]:
        """The rows of all attendees that fit, by id; at most some hundred."""
        sql = f"SELECT n, id, {COLUMNS} FROM attendees WHERE {condition}"
        found = {r[1]: AttendeeRows(r[0], r[1], r[2:]) for r in self._all(sql, values)}
        if not found:
            return found
        marks = ",".join("?" * len(found))
        for name, child in CHILDREN.items():
            sql = f"SELECT attendee, {child.columns} FROM {name}"
            for row in self._all(f"{sql} WHERE attendee IN ({marks})", list(found)):
                getattr(found[row[0]], name).append(row[1:])
        return found

    def _all(self, sql: str, values: Sequence[Any]) -> list[Row]:
        return self._conn.execute(sql, values).fetchall()
