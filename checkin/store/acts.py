"""What people do to attendees, lists and prints outside door, import and print."""

from collections.abc import Collection, Mapping
from typing import Any

from checkin.model.attendee import DETAIL_NAMES, Attendee, Details
from checkin.model.entry import Draft, Entry
from checkin.model.errors import CheckinError
from checkin.model.event import EVENT_FIELDS
from checkin.model.i18n import N_, _
from checkin.model.ids import ActId, AttendeeId, ListId, SourceId
from checkin.model.kinds import Kind
from checkin.model.lists import CheckInList, Rules
from checkin.model.names import fold, full_name
from checkin.model.permission import Answer, Purpose
from checkin.model.words import isolate
from checkin.store.errors import GuestGone, NoSuch
from checkin.store.eventfile import EventFile
from checkin.store.suppression import SUPPRESS_LABEL, digests


class NothingToUndo(CheckinError):
    """Everything that this machine did is undone already."""

    title = N_("There is nothing to undo")
    message = N_("Nothing was changed.")
    hint = N_("Name an entry or an act to undo something that another desk did.")


class ImportedSince(CheckinError):
    """A newer version of the list rests on the import that should be undone."""

    title = N_("“{name}” was imported again since then")
    message = N_("Nothing was changed: the newer version builds on this one.")
    hint = N_("Undo the newer import first, then this one.")


class UndoneAlready(CheckinError):
    """Undoing twice would change nothing."""

    title = N_("That is undone already")
    message = N_("Nothing was changed.")
    hint = N_("To bring it back, undo the undo: its id was printed with it.")


class NobodyNamed(CheckinError):
    """A guest without a name could never be found again."""

    title = N_("A guest needs a name")
    message = N_("Nobody was added.")
    hint = N_("Ask for a first name at least.")


def add_guest(
    event: EventFile, details: Details, may_contact: bool | None = None
) -> tuple[Attendee, ActId]:
    """Puts somebody on the list by hand, expected like the others; the act to undo.

    Raises:
        NobodyNamed: there is no name in the details.
    """
    who, act = AttendeeId(event.new_id()), event.new_act()
    with event.write(act) as write:
        write.append_all(newcomer(event, who, details, may_contact))
        guest = event.read.attendee(who)
    assert guest is not None
    return guest, act


def newcomer(
    event: EventFile,
    who: AttendeeId,
    details: Details,
    may_contact: bool | None,
    walk_in: bool = False,
    companion_of: AttendeeId | None = None,
) -> list[Draft]:
    """What is written of somebody whom no list has brought: with a code of ours.

    Raises:
        NobodyNamed: there is no name in the details.
    """
    if not (details.full_name or details.first_name or details.last_name):
        raise NobodyNamed
    said = {
        name: value
        for name in DETAIL_NAMES
        if (value := getattr(details, name)) != getattr(Details(), name)
    }
    listed: dict[str, Any] = {"fields": said}
    if walk_in:
        listed["walk_in"] = True
    if companion_of is not None:
        listed["companion_of"] = companion_of.hex()
    drafts = [
        Draft(Kind.ATTENDEE_LISTED, who, listed),
        Draft(Kind.CODE_GIVEN, who, {"code": event.new_code()}),
    ]
    if may_contact is not None:
        kind = Kind.PERMISSION_GIVEN if may_contact else Kind.PERMISSION_WITHDRAWN
        drafts.append(Draft(kind, who, {"purpose": Purpose.CONTACT.value}))
    return drafts


class EventNeedsName(CheckinError):
    """Badges, files and screens are headed with it."""

    title = N_("An event needs a name")
    message = N_("Nothing was changed.")
    hint = N_("What would people call it? Autumn Networking Evening, say.")


def set_event(event: EventFile, fields: Mapping[str, str]) -> Entry | None:
    """Says of the event what differs from before; None where nothing does.

    Raises:
        ValueError: a name is none of EVENT_FIELDS; check what people type first.
        EventNeedsName: its name would be empty.
    """
    if unknown := set(fields) - set(EVENT_FIELDS):
        raise ValueError(f"no such fields: {sorted(unknown)}")
    if not fields.get("name", "-").strip():
        raise EventNeedsName
    with event.write() as write:
        known = event.read.event()
        given = {name: text.strip() for name, text in fields.items()}
        changed = {n: text for n, text in given.items() if text != getattr(known, n)}
        if not changed:
            return None
        draft = Draft(Kind.EVENT_SET, event.event_id, {"fields": changed})
        return write.append(draft)[0]


def correct(
    event: EventFile,
    who: Attendee,
    fields: Mapping[str, Any],
    seen: Mapping[str, str] | None = None,
) -> Entry:
    """Puts details right at the desk; they hold against every later import.

    `seen`: the `corrections_of` that the user has looked at; None: those of now.

    Raises:
        ValueError: a name is none of DETAIL_NAMES; check what people type first.
        GuestGone: they were erased meanwhile, or are on no list any more.
    """
    if unknown := set(fields) - set(DETAIL_NAMES):
        raise ValueError(f"no such details: {sorted(unknown)}")
    with event.write() as write:
        _insist(event, who)
        if seen is None:
            seen = event.read.corrections_of(who.id)
        known = {name: seen[name] for name in fields if name in seen}
        data = {"fields": dict(fields), "seen": known}
        return write.append(Draft(Kind.ATTENDEE_CORRECTED, who.id, data))[0]


def _insist(event: EventFile, who: Attendee) -> None:
    """Inside a write: what is said of somebody who is gone would be said of nobody."""
    now = event.read.attendee(who.id)
    if now is None or now.erased:
        raise GuestGone(name=isolate(who.name) or _("This guest"))


def set_permission(
    event: EventFile, who: AttendeeId, purpose: Purpose, answer: Answer
) -> Entry:
    """Keeps a guest's yes or no. A yes says which no it has heard of."""
    data: dict[str, Any] = {"purpose": purpose.value}
    with event.write() as write:
        if answer is Answer.YES:
            if refusals := event.read.refusals_of(who, purpose):
                data["seen"] = [own.hex() for own in refusals]
            return write.append(Draft(Kind.PERMISSION_GIVEN, who, data))[0]
        return write.append(Draft(Kind.PERMISSION_WITHDRAWN, who, data))[0]


def set_list(
    event: EventFile, name: str, rules: Rules, known: ListId | None = None
) -> ListId:
    """Makes a check-in list, or changes the one that is known by its id."""
    list_id = known or ListId(event.new_id())
    data = {"name": name, "rules": rules.to_data()}
    with event.write() as write:
        write.append(Draft(Kind.LIST_SET, list_id, data))
    return list_id


def close_list(event: EventFile, closing: CheckInList, why: str) -> None:
    """Nobody is let in there any more, until it is set again."""
    data = {"reason": why} if why else {}
    with event.write() as write:
        write.append(Draft(Kind.LIST_CLOSED, closing.id, data))


def erase(event: EventFile, who: Attendee) -> Entry:
    """Takes everything personal out of the event, for good.

    Keyed hashes of e-mail and name remain, so that no later import brings the same
    person back; so does that somebody came, and when.
    """
    with event.write() as write:
        data = {"suppress": _all_digests(event, who)}
        return write.append(Draft(Kind.ATTENDEE_ERASED, who.id, data))[0]


def _all_digests(event: EventFile, who: Attendee) -> list[str]:
    """By everything that a list or a desk ever called them: the list may come again."""
    key = event.sub_key(SUPPRESS_LABEL)
    found = set(digests(key, who.details.email, who.name))
    for entry in event.read.history(who.id):
        if entry.kind not in (Kind.ATTENDEE_LISTED, Kind.ATTENDEE_CORRECTED):
            continue
        said = entry.data.get("fields", {})
        parts = full_name(said.get("first_name", ""), said.get("last_name", ""))
        name = said.get("full_name", "") or parts
        # an entry without an e-mail may just be a correction of something else
        if said.get("email") or not who.details.email:
            found.update(digests(key, said.get("email", ""), name))
        for called, email, _code in entry.data.get("also", ()):
            found.update(digests(key, email, called))
    return sorted(found)


class CantBeUndone(CheckinError):
    """Erasing is for good, and an event without its first list has no door."""

    title = N_("This can’t be undone")
    message = N_("Nothing was changed.")
    hint = N_("What is erased is gone; the event’s own beginning stays as it is.")


_NOT_UNDONE = frozenset(
    {Kind.UNDO_MADE, Kind.CHECKIN_REFUSED, Kind.EXPORT_MADE, Kind.ATTENDEE_ERASED}
)


def newest(event: EventFile, kinds: Collection[Kind] | None = None) -> Entry | None:
    """What `undo_newest` would undo now; `store.told` has the words for it.

    Of an act, which is undone as a whole, its first entry says what it was. With
    `kinds` only what is of these counts, or an act in which anything is.
    """
    if kinds is None:
        entry = event.read.newest_in_force(event.desk.id, _NOT_UNDONE)
    else:
        entry = event.read.newest_of(event.desk.id, set(kinds) - _NOT_UNDONE)
    if entry is None or entry.act is None:
        return entry
    return event.read.entry_or_act(entry.act)


def undo_newest(
    event: EventFile, kinds: Collection[Kind] | None = None
) -> tuple[Entry, Entry]:
    """Undoes the newest thing that this machine did; returns it and the undo.

    Raises:
        NothingToUndo: there is nothing left.
    """
    entry = newest(event, kinds)
    if entry is None:
        raise NothingToUndo
    return entry, event.undo(entry.act or entry.id)


def _later_import(event: EventFile, first: Entry) -> bool:
    """Whether a newer version of that list is in force.

    It wrote only what differs: without the older one, most people would be on no list.
    """
    return any(
        entry.order > first.order and not event.read.is_undone(entry)
        for entry in event.read.history(first.subject)
        if entry.kind == Kind.SOURCE_IMPORTED
    )


def newest_import(event: EventFile, name: str) -> Entry:
    """The newest import of the list of that name that is in force.

    Raises:
        NoSuch: there is none; with the names of those that there are.
    """
    sources = event.read.sources()
    for entry in event.read.newest_imports():
        if fold(sources.get(SourceId(entry.subject), "")) == fold(name):
            return entry
    hint = _("Imported are: {names}.").format(names=", ".join(sources.values()))
    none = _("No list is imported yet.")
    raise NoSuch(what=_("list"), name=name, instead=hint if sources else none)


def undo_named(event: EventFile, target: bytes) -> tuple[Entry, Entry]:
    """Undoes an entry or an act by its id; returns what it was and the undo.

    Raises:
        NoSuch: no entry and no act has that id.
        CantBeUndone: it erased somebody, or made the event.
        UndoneAlready: it is not in force.
        ImportedSince: it is an import, and a newer version of that list builds on it.
    """
    entry = event.read.entry_or_act(target)
    if entry is None:
        hint = _("Use an id that `scan --json` or `import --json` printed.")
        raise NoSuch(what=_("entry"), name=target.hex(), instead=hint)
    if event.read.is_target_undone(target):
        raise UndoneAlready
    if entry.kind == Kind.SOURCE_IMPORTED and _later_import(event, entry):
        raise ImportedSince(name=entry.data["name"])
    if entry.kind == Kind.ATTENDEE_ERASED or entry.id in event.read.first_entries():
        raise CantBeUndone
    return entry, event.undo(target)
