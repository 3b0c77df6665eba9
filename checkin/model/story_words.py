"""The single things in an attendee's history, in words."""

from collections.abc import Callable

from checkin.model.entry import Entry
from checkin.model.i18n import N_, _
from checkin.model.kinds import Kind
from checkin.model.lists import MAIN
from checkin.model.permission import Purpose
from checkin.model.prints import because
from checkin.model.words import isolate, kind_words

NameOf = Callable[[str], str]
"""The name of a check-in list or an imported one, by its id in hex; "" if unknown."""


def plain_words(entry: Entry, name_of: NameOf) -> str:
    """What happened, where that needs no other entry."""
    special = _BY_KIND.get(entry.kind)
    return special(entry, name_of) if special else kind_words(entry)


def _came(entry: Entry, name_of: NameOf) -> str:
    if entry.data.get("forced"):
        why = entry.data.get("reason", "")
        words = _("Let in anyway: {why}") if why else _("Let in anyway")
        return words.format(why=why)
    if why := entry.data.get("reason", ""):
        return _("Came in {why}").format(why=why)
    where = _where(entry, name_of) or entry.actor
    words = _("Came in at {where}")
    if entry.data.get("accepted_unpaid"):
        words = _("Came in at {where}, not paid yet")
    return words.format(where=where)


def _left(entry: Entry, name_of: NameOf) -> str:
    where = _where(entry, name_of)
    return _("Left {where}").format(where=where) if where else _("Left")


def _where(entry: Entry, name_of: NameOf) -> str:
    """The check-in list; "" for the one that every event begins with."""
    name = name_of(entry.data.get("list", ""))
    return "" if name == MAIN else name


def _printed(entry: Entry, _name_of: NameOf) -> str:
    data = entry.data
    words = _("Badge printed at {desk}")
    if printer := data.get("printer", ""):
        words = _("Badge printed at {desk} ({printer})")
    told = [words.format(desk=entry.actor, printer=isolate(printer))]
    if "sheet" in data and "cell" in data:
        where = _("sheet {sheet}, place {place}")
        told.append(where.format(sheet=data["sheet"], place=data["cell"]))
    words = ", ".join(told)
    if why := data.get("reason", ""):
        return _("{printed}; again, {why}").format(printed=words, why=because(why))
    return words


def _withdrawn(entry: Entry, name_of: NameOf) -> str:
    if name := name_of(entry.data.get("source", "")):
        return _("No longer on the list: {list}").format(list=name)
    return _("No longer on the list")


_PURPOSES = {
    Purpose.CONTACT.value: N_("being written to"),
    Purpose.SHARE.value: N_("their details being passed on"),
    Purpose.PHOTOS.value: N_("being in pictures"),
}


def _purpose(entry: Entry) -> str:
    word = str(entry.data.get("purpose", ""))
    return _(_PURPOSES[word]) if word in _PURPOSES else word


def _yes(entry: Entry, _name_of: NameOf) -> str:
    return _("Said yes to: {what}").format(what=_purpose(entry))


def _no(entry: Entry, _name_of: NameOf) -> str:
    return _("Said no to: {what}").format(what=_purpose(entry))


def _answered(entry: Entry, _name_of: NameOf) -> str:
    question, answer = entry.data.get("question", ""), entry.data.get("answer", "")
    return f"{question}: {isolate(str(answer))}"


def _interested(entry: Entry, _name_of: NameOf) -> str:
    return _("Interested in: {what}").format(what=entry.data.get("interest", ""))


_BY_KIND: dict[str, Callable[[Entry, NameOf], str]] = {
    Kind.CHECKIN_ADMITTED: _came,
    Kind.CHECKIN_LEFT: _left,
    Kind.BADGE_PRINTED: _printed,
    Kind.ATTENDEE_WITHDRAWN: _withdrawn,
    Kind.PERMISSION_GIVEN: _yes,
    Kind.PERMISSION_WITHDRAWN: _no,
    Kind.QUESTION_ANSWERED: _answered,
    Kind.INTEREST_NOTED: _interested,
}
