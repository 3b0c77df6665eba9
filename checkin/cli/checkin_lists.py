"""`checkin list`: check-in lists and what they ask of a guest."""

from pathlib import Path

import click

from checkin.cli.shared import (
    emit,
    event_argument,
    json_option,
    list_of,
    opened,
    pairs,
    say,
)
from checkin.cli.times import Day, day_of, moment, next_day
from checkin.model.errors import BadArgument
from checkin.model.i18n import _
from checkin.model.lists import CheckInList, Question, Rules
from checkin.store import acts
from checkin.store.eventfile import EventFile

_EXAMPLE = 'lunch="Meat or vegetarian?"'


@click.command("list")
@event_argument()
@click.argument("what", type=click.Choice(["show", "add", "set", "close"]))
@click.argument("name", default="")
@click.option("--type", "types", multiple=True, help="Only this ticket type; repeat.")
@click.option("--opens", help="18:30, or 2026-11-20T18:30; “never” takes it away.")
@click.option("--closes", help="The same for closing.")
@click.option("--repeats/--no-repeats", default=None, help="In again, not out.")
@click.option("--exits/--no-exits", default=None, help="People are scanned out.")
@click.option("--capacity", type=click.IntRange(0), help="How many fit; 0: no limit.")
@click.option("--accept-unpaid/--no-accept-unpaid", default=None)
@click.option("--question", "questions", multiple=True, metavar="KEY=TEXT")
@click.option("--rename", default="", help="With set: the list's new name.")
@click.option("--reason", default="", help="With close: why.")
@json_option()
def list_command(
    event: Path, what: str, name: str, rename: str, reason: str, as_json: bool,
    **rules: object,
) -> None:  # fmt: skip
    """Check-in lists: a door or a session with rules of its own.

    add makes one, set changes one, close ends one, show tells what there is.
    """
    with opened(event) as file:
        if what in ("set", "close") and not name.strip():
            names = ", ".join(one.name for one in file.read.lists())
            reason = _("It needs the name of a check-in list.")
            hint = _("There are: {names}.").format(names=names)
            raise BadArgument(value=name, what="NAME", reason=reason, instead=hint)
        day = day_of(file.read.event(), file.clock.now())
        if what == "add":
            _add(file, name, rules, day)
        elif what == "set":
            known = list_of(file, name)
            changed = _changed(known.rules, rules, day)
            _refuse_taken(file, rename, known)
            acts.set_list(file, rename.strip() or known.name, changed, known.id)
        elif what == "close":
            acts.close_list(file, list_of(file, name), reason)
        _show(file, as_json)


def _add(event: EventFile, name: str, rules: dict[str, object], day: Day) -> None:
    if not name.strip():
        raise BadArgument(
            value=name,
            what="NAME",
            reason=_("A check-in list needs a name."),
            instead=_("For example: checkin list EVENT add Workshop --capacity 20."),
        )
    _refuse_taken(event, name)
    acts.set_list(event, name.strip(), _changed(Rules(), rules, day))


def _refuse_taken(event: EventFile, name: str, by: CheckInList | None = None) -> None:
    """No two lists of one name: the second could never be meant."""
    taken = event.read.list_named(name.strip()) if name.strip() else None
    if taken and (by is None or taken.id != by.id):
        raise BadArgument(
            value=name,
            what="NAME",
            reason=_("There is a check-in list of that name."),
            instead=_("Use `set` to change it, or another name."),
        )


def _changed(old: Rules, said: dict[str, object], day: Day) -> Rules:
    """The rules with what was said on the command line; the rest stays."""
    new = {name: getattr(old, name) for name in Rules.__dataclass_fields__}
    for name in ("repeats", "exits", "capacity", "accept_unpaid"):
        if said[name] is not None:
            new[name] = said[name]
    new |= _times(old, said, day)
    if said["types"]:
        new["ticket_types"] = said["types"]
    if said["questions"]:
        asked = pairs(said["questions"], "--question", _EXAMPLE)  # type: ignore[arg-type]
        new["questions"] = tuple(Question(k, t) for k, t in asked.items())
    return Rules(**new)


def _times(old: Rules, said: dict[str, object], day: Day) -> dict[str, int]:
    """When the list opens and closes; 01:00 after an opening at 18:30 is next day.

    Raises:
        BadArgument: it would close before it opens.
    """
    new: dict[str, int] = {}
    for name in ("opens", "closes"):
        text = str(said[name] or "")
        if text == "never":
            new[name] = 0
        elif text:
            when = moment(text, f"--{name}", day)
            opens = new.get("opens", old.opens)
            if name == "closes" and opens and when.ms <= opens and len(text) <= 5:
                when = next_day(when)
            new |= {name: when.ms, "offset": when.offset}
    opens, closes = new.get("opens", old.opens), new.get("closes", old.closes)
    if opens and closes and closes <= opens:
        raise BadArgument(
            value=said["closes"] or said["opens"],
            what="--closes",
            reason=_("The list would close before it opens."),
            instead=_("Write the date as well: 2026-11-21T01:00."),
        )
    return new


def _show(event: EventFile, as_json: bool) -> None:
    lists = event.read.lists()
    if as_json:
        emit([_as_json(event, one) for one in lists])
        return
    for one in lists:
        state = _("closed") if one.closed else _("open")
        line = _("{name}: {state}, {n} inside")
        n = event.read.inside(one.id)
        say(line.format(name=one.name, state=state, n=n))
        for words in _in_words(event, one):
            say(f"  {words}")


def _as_json(event: EventFile, one: CheckInList) -> dict[str, object]:
    return {
        "name": one.name,
        "id": one.id.hex(),
        "closed": one.closed,
        "rules": one.rules.to_data(),
        "inside": event.read.inside(one.id),
        "attended": event.read.attended(one.id),
    }


def _in_words(event: EventFile, one: CheckInList) -> list[str]:
    """What the list asks of a guest, a line each."""
    rules, opens, closes = one.rules, one.opening(), one.closing()
    lines = []
    if rules.ticket_types:
        lines.append(_("only: {types}").format(types=", ".join(rules.ticket_types)))
        words = _("no guest has the ticket type “{type}” yet")
        there = event.read.ticket_types()
        missing = [kind for kind in rules.ticket_types if kind not in there]
        lines += [words.format(type=kind) for kind in missing]
    if opens:
        lines.append(_("opens {time}").format(time=opens.day_and_time()))
    if closes:
        lines.append(_("closes {time}").format(time=closes.day_and_time()))
    if rules.capacity:
        lines.append(_("holds {n}").format(n=rules.capacity))
    if rules.repeats:
        lines.append(_("guests may come in again without going out"))
    if rules.exits:
        lines.append(_("guests are scanned when they leave"))
    if rules.accept_unpaid:
        lines.append(_("lets in guests who have not paid"))
    lines += [_("asks: {text}").format(text=asked.text) for asked in rules.questions]
    if one.closed and one.closed_why:
        lines.append(_("closed because: {why}").format(why=one.closed_why))
    return lines
