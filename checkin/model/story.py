"""An attendee's history in words: what happened, when, and who did it."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from checkin.model.clock import Instant
from checkin.model.detail_words import changes
from checkin.model.entry import Entry
from checkin.model.i18n import _
from checkin.model.ids import EntryId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.story_words import plain_words
from checkin.model.words import kind_words


class Icon(StrEnum):
    """What a line of history is about, at a glance."""

    CAME = "came"
    LEFT = "left"
    REFUSED = "refused"
    BADGE = "badge"
    HANDED = "handed"
    CORRECTED = "corrected"
    LISTED = "listed"
    WITHDRAWN = "withdrawn"
    PERMISSION = "permission"
    QUESTION = "question"
    CODE = "code"
    UNDONE = "undone"
    """Whatever it was, it does not count any more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened."""

    kind_icon: Icon
    what: str
    when: Instant
    who: str
    """The desk, or the person, who wrote it down."""
    undone: bool
    entry: EntryId


_ICONS = {
    Kind.ATTENDEE_LISTED: Icon.LISTED,
    Kind.ATTENDEE_CORRECTED: Icon.CORRECTED,
    Kind.ATTENDEE_WITHDRAWN: Icon.WITHDRAWN,
    Kind.ATTENDEE_ERASED: Icon.WITHDRAWN,
    Kind.CODE_GIVEN: Icon.CODE,
    Kind.CODE_REVOKED: Icon.CODE,
    Kind.BADGE_PRINTED: Icon.BADGE,
    Kind.BADGE_HANDED_OUT: Icon.HANDED,
    Kind.CHECKIN_ADMITTED: Icon.CAME,
    Kind.CHECKIN_REFUSED: Icon.REFUSED,
    Kind.CHECKIN_LEFT: Icon.LEFT,
    Kind.PERMISSION_GIVEN: Icon.PERMISSION,
    Kind.PERMISSION_WITHDRAWN: Icon.PERMISSION,
    Kind.CONFLICT_SETTLED: Icon.CORRECTED,
}
_BY_KIND = {kind.value: icon for kind, icon in _ICONS.items()}


def tell(
    entries: Sequence[Entry],
    undone: AbstractSet[EntryId],
    lists: Mapping[SubjectId, str],
) -> list[Line]:
    """The history of one attendee, newest first.

    `entries` in the order of the ledger; `undone` are those of them that do not count;
    `lists` names the check-in lists and the imported lists.
    """
    teller = _Teller(lists)
    replaced = {e.id for e in _prints(entries, undone)[:-1]}
    lines = [
        Line(
            Icon.UNDONE if entry.id in undone else _icon(entry),
            _marked(teller.words(entry, entry.id not in undone), entry, replaced),
            _when(entry),
            entry.actor,
            entry.id in undone,
            entry.id,
        )
        for entry in _worth_a_line(entries)
    ]
    return lines[::-1]


def when_words(instant: Instant, now: Instant) -> str:
    """Today 18:42, or the day: Wed 22 Nov 14:10; with the year where it is another."""
    local, today = instant.local(), now.local().date()
    time = instant.hour_minute()
    if local.date() == today:
        return _("Today {time}").format(time=time)
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local:%a} {local.day} {local:%b}{year} {time}"


def _prints(entries: Sequence[Entry], undone: AbstractSet[EntryId]) -> list[Entry]:
    """The badges that count."""
    return [e for e in entries if e.kind == Kind.BADGE_PRINTED and e.id not in undone]


def _marked(words: str, entry: Entry, replaced: AbstractSet[EntryId]) -> str:
    """Of a badge that is not the newest one, it is said."""
    if entry.id not in replaced:
        return words
    return _("{printed} (there is a newer one)").format(printed=words)


def _icon(entry: Entry) -> Icon:
    return _BY_KIND.get(entry.kind, Icon.QUESTION)


def _when(entry: Entry) -> Instant:
    """A time that somebody typed goes before the clock's."""
    typed = entry.data.get("when")
    return entry.moment if typed is None else Instant(int(typed), entry.offset)


def _worth_a_line(entries: Sequence[Entry]) -> Iterator[Entry]:
    """All but the codes that came with the listing itself."""
    listings = {e.act for e in entries if e.kind == Kind.ATTENDEE_LISTED and e.act}
    for entry in entries:
        if entry.kind != Kind.CODE_GIVEN or entry.act not in listings:
            yield entry


class _Teller:
    """Goes through a history and remembers what was known before each entry."""

    def __init__(self, lists: Mapping[SubjectId, str]) -> None:
        self._lists = lists
        self._listed: dict[str, Mapping[str, Any]] = {}
        """By source, what it said last."""
        self._basis: Mapping[str, Any] = {}
        self._corrected: dict[str, Any] = {}

    def words(self, entry: Entry, counts: bool) -> str:
        """What happened; what `counts` is the ground of what comes after it."""
        if entry.kind == Kind.ATTENDEE_LISTED:
            return self._listing(entry, counts)
        if entry.kind == Kind.ATTENDEE_CORRECTED:
            return self._correction(entry, counts)
        return plain_words(entry, self._name_of)

    def _listing(self, entry: Entry, counts: bool) -> str:
        source = entry.data.get("source") or ""
        said = entry.data.get("fields", {})
        before = self._listed.get(source)
        if counts:
            self._listed[source] = self._basis = said
        name = self._name_of(source)
        if before is not None:
            return _changed_by(name, changes(before, said, entry.offset))
        if name:
            return _("Put on the list: {list}").format(list=name)
        if source:
            return _("Put on the list")
        if entry.data.get("walk_in"):
            return _("Put on the list as a walk-in")
        return _("Put on the list by hand")

    def _correction(self, entry: Entry, counts: bool) -> str:
        before = {**self._basis, **self._corrected}
        said = entry.data.get("fields", {})
        if counts:
            self._corrected |= said
        found = changes(before, {**before, **said}, entry.offset)
        words = _("{what} corrected: {change}")
        told = [words.format(what=what, change=change) for what, change in found]
        return "; ".join(told) or kind_words(entry)

    def _name_of(self, list_id: str) -> str:
        """Of a check-in list or an imported one, by its id in hex; "" if unknown."""
        return self._lists.get(SubjectId(bytes.fromhex(list_id)), "")


def _changed_by(name: str, found: Sequence[tuple[str, str]]) -> str:
    by = name or _("the list")
    if not found:
        return _("On a newer version of {list}").format(list=by)
    told = "; ".join(f"{what} {change}" for what, change in found)
    return _("Changed by {list}: {changes}").format(list=by, changes=told)
