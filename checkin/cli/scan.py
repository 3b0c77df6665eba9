"""`checkin scan`: codes in, verdicts out, each on the disk before it is said."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from checkin.cli.shared import (
    can_be_asked,
    desk_option,
    emit_line,
    event_argument,
    json_option,
    list_of,
    nobody_called,
    opened,
    pairs,
    say,
)
from checkin.cli.times import moment, today
from checkin.door.desk import Door, Options
from checkin.model.attendee import Attendee
from checkin.model.clock import Instant
from checkin.model.errors import BadArgument
from checkin.model.i18n import _
from checkin.model.verdict import Answer, Family, Verdict
from checkin.model.words import headline, reason, who
from checkin.model.words import say as words


@click.command("scan")
@event_argument()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--list", "list_name", default="", help="The check-in list.")
@click.option("--exit", "leaving", is_flag=True, help="They go out.")
@click.option("--force", default="", metavar="REASON", help="Let in anyway, and why.")
@click.option("--accept-unpaid", is_flag=True, help="They pay here, or later.")
@click.option("--answer", "answers", multiple=True, metavar="K=V")
@click.option("--at", default="", help="When it was, if not now: 18:42.")
@click.option("--name", "names", multiple=True, help="A guest by name instead of code.")
@desk_option()
@json_option()
def scan_command(
    event: Path, codes: tuple[str, ...], list_name: str,
    leaving: bool, force: str, accept_unpaid: bool, answers: tuple[str, ...], at: str,
    names: tuple[str, ...], desk: str, as_json: bool,
) -> int:  # fmt: skip
    """Check people in by their codes; without CODE, one a line from standard input.

    Ends with 1 if anybody was not let in.
    """
    show = _show_json if as_json else _show
    all_in = True
    with opened(event, desk) as file:
        when = _past(at, file.clock.now()) if at else None
        answered = pairs(answers, "--answer", "lunch=vegetarian")
        options = Options(leaving, force, accept_unpaid, answered, when)
        door = Door(file, list_of(file, list_name).id)
        for name, answer in _answers(door, codes, names, options):
            show(answer)
            if name and answer.decision.verdict is Verdict.UNKNOWN and not as_json:
                say("  " + nobody_called(file, name))
            all_in = all_in and answer.decision.verdict.family is Family.OK
            file.checkpoint()
    return 0 if all_in else 1


def _past(text: str, now: Instant) -> Instant:
    """A typed time that has been.

    Raises:
        BadArgument: it is no time, or still to come.
    """
    when = moment(text, "--at", today(now))
    if when > now:
        reason = _("It is still to come.")
        hint = _("Leave --at away for somebody who is here now.")
        raise BadArgument(value=text, what="--at", reason=reason, instead=hint)
    return when


def _answers(
    door: Door,
    codes: tuple[str, ...],
    names: tuple[str, ...],
    options: Options,
) -> Iterator[tuple[str, Answer]]:
    """Each with the name that was asked for; empty where a code was scanned."""
    for name in names:
        yield name, door.admit_named(name, options)
    for code in codes:
        yield "", door.scan(code, options)
    if codes or names:
        return
    if can_be_asked():
        click.echo(_("Ready to scan. Ctrl+D ends."), err=True)
    try:
        for line in sys.stdin or ():
            if text := line.strip():
                yield "", door.scan(text, options)
    except KeyboardInterrupt:  # how people leave a desk
        click.echo(_("Stopped. Everybody who was answered is kept."), err=True)


def _show(answer: Answer) -> None:
    decision = answer.decision
    line = headline(decision.verdict)
    if decision.attendee:
        line += f" · {who(decision.attendee)}"
    say(line)
    say(f"  “{words(decision)}”")
    if decision.forced or decision.note:
        say(f"  {reason(decision)}")
    if decision.question_key:
        hint = _("Answer with: --answer {key}=…")
        say("  " + hint.format(key=decision.question_key))
    for guest in decision.candidates:
        say(f"  {who(guest)} {guest.code}")
    if decision.candidates:
        say("  " + _("Scan the code of the right one."))
    sys.stdout.flush()


def _show_json(answer: Answer) -> None:
    decision = answer.decision
    first = decision.first_at
    emit_line(
        {
            "verdict": decision.verdict.value,
            "reason": reason(decision),
            "say": words(decision),
            "attendee": _guest(decision.attendee),
            "first_at": first.iso() if first else None,
            "first_desk": decision.first_desk or None,
            "list": answer.list_name,
            "entry": answer.entry.hex() if answer.entry else None,
            "forced": decision.forced,
            "question": decision.question_key or None,
            "candidates": [_guest(guest) for guest in decision.candidates],
        }
    )


def _guest(guest: Attendee | None) -> dict[str, Any] | None:
    if guest is None:
        return None
    said = guest.details
    return {
        "id": guest.id.hex(),
        "full_name": guest.name,
        "first_name": said.first_name,
        "last_name": said.last_name,
        "company": said.company,
        "ticket_type": said.ticket_type,
        "pronouns": said.pronouns,
        "first_time": said.first_time,
        "code": guest.code,
    }
