"""What the commands have in common: opening, naming, telling."""

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import click

from checkin.cli.plain import plain
from checkin.model.attendee import Attendee
from checkin.model.errors import BadArgument, CheckinError
from checkin.model.i18n import N_, _
from checkin.model.ids import AttendeeId, SubjectId, from_hex
from checkin.model.lists import CheckInList
from checkin.model.names import fold
from checkin.model.progress import Progress, silent
from checkin.model.words import who
from checkin.settings import Settings, SystemClock, config_dir
from checkin.store.errors import NoSuch, translated
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk


class Words(click.Choice[str]):
    """The words of an enum, with hyphens; gives its member."""

    def __init__(self, of: type[StrEnum]) -> None:
        self._of = of
        super().__init__([one.value.replace("_", "-") for one in of])

    def convert(self, value: Any, *context: Any) -> Any:
        """The member of that word; one that is a member already stays."""
        if isinstance(value, self._of):
            return value
        return self._of(super().convert(value, *context).replace("-", "_"))


event_argument = partial(click.argument, "event", type=click.Path(path_type=Path))
json_option = partial(
    click.option, "--json", "as_json", is_flag=True, help="JSON instead of words."
)
desk_option = partial(
    click.option, "--desk", default="", help="What this desk is called: Main door."
)


class SeveralFit(CheckinError):
    """A name or address belongs to more than one attendee."""

    title = N_("“{name}” fits more than one attendee")
    message = N_("They are: {who}.")
    hint = N_("Use the code or the id that `checkin attendees --json` shows.")


def desk_for(path: Path, name: str = "") -> Desk:
    """This machine as a desk of that event file."""
    settings = Settings(config_dir())
    return Desk(settings.desk_id(path), name or str(settings.get("desk_name")))


@contextmanager
def opened(path: Path, desk: str = "") -> Iterator[EventFile]:
    """The event, closed again at the end; a doubtful clock is spoken of once."""
    clock = SystemClock()
    event = EventFile.open(path, clock, desk_for(path, desk))
    with translated(path), event:
        newest = event.read.newest_moment()
        if newest and clock.now().ms < newest.ms - 24 * 3600 * 1000:
            message = _(
                "This computer's clock says {now}, but the event was used on {then}."
                " Check the clock; the order of check-ins stays right."
            ).format(now=clock.now().iso(), then=newest.iso())
            click.echo(message, err=True)
        yield event


def list_of(event: EventFile, name: str) -> CheckInList:
    """The check-in list of that name, or the first one.

    Raises:
        NoSuch: naming those that there are.
    """
    found = event.read.list_named(name)
    if found is None:
        names = ", ".join(one.name for one in event.read.lists())
        hint = _("There are: {names}.").format(names=names)
        raise NoSuch(what=_("check-in list"), name=name, instead=hint)
    return found


def attendee_named(event: EventFile, text: str) -> Attendee:
    """By id, code, e-mail or whole name.

    Raises:
        NoSuch: nobody; with whom one may have meant.
        SeveralFit: more than one.
    """
    own = from_hex(text)
    if own and (found := event.read.attendee(AttendeeId(SubjectId(own)))):
        return found
    owners, _revoked = event.read.by_code(text)
    ids = owners or _by_email(event, text) or event.same_name(text)
    people = [a for i in ids if (a := event.read.attendee(i)) and not a.erased]
    if len(people) == 1:
        return people[0]
    if people:
        raise SeveralFit(name=text, who=", ".join(f"{who(p)} {p.code}" for p in people))
    near = [a for i in event.similar(text) if (a := event.read.attendee(i))]
    hint = _("Search with `checkin attendees EVENT --search`.")
    if near:
        hint = _("Did you mean {names}?").format(names=", ".join(map(who, near)))
    raise NoSuch(what=_("attendee"), name=text, instead=hint)


def _by_email(event: EventFile, text: str) -> list[AttendeeId]:
    if "@" not in text:
        return []
    found = event.search(text)
    people = [(i, event.read.attendee(i)) for i in found]
    return [i for i, a in people if a and fold(a.details.email) == fold(text)]


def pairs(texts: tuple[str, ...], what: str, example: str) -> dict[str, str]:
    """K=V arguments as a mapping; `example` is one that is right.

    Raises:
        BadArgument: one has no "=".
    """
    found = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not key.strip():
            reason = _("It needs a “=” between name and value.")
            hint = _("For example: {example}.").format(example=example)
            raise BadArgument(value=text, what=what, reason=reason, instead=hint)
        found[key.strip()] = value.strip()
    return found


def typed(path: Path) -> str:
    """As one types it in a shell, with spaces and all."""
    return f'"{path}"' if os.name == "nt" else shlex.quote(str(path))


def typed_word(text: str) -> str:
    """The same of a word; in quotes only where it needs them."""
    plainly = text and all(letter.isalnum() or letter in "-_.x" for letter in text)
    return text if plainly else f'"{text}"' if os.name == "nt" else shlex.quote(text)


def undo_words(event: Path, own: bytes) -> str:
    """The way back from an entry or an act."""
    words = _("Undo with: checkin undo {event} {id}")
    return words.format(event=typed(event), id=own.hex())


def nobody_called(event: EventFile, text: str) -> str:
    """That nobody is called so, whom one may have meant, and what to do."""
    near = [a for i in event.similar(text) if (a := event.read.attendee(i))]
    words = _("Nobody called “{text}”.").format(text=text)
    if near:
        names = ", ".join(map(who, near))
        return words + " " + _("Did you mean {names}?").format(names=names)
    return words + " " + _("Add them with: checkin walkin EVENT --name …")


def can_be_asked() -> bool:
    """Whether a person types here. A service may have no standard input at all."""
    return sys.stdin is not None and sys.stdin.isatty()


def say(text: str = "") -> None:
    """A line for people."""
    click.echo(plain(text))


def emit(value: object) -> None:
    """One JSON document on standard output, in one piece."""
    click.echo(plain(json.dumps(value, ensure_ascii=_only_ascii(), indent=1)))


def emit_line(value: dict[str, Any]) -> None:
    """One JSON object on a line of its own, out at once."""
    sys.stdout.write(plain(json.dumps(value, ensure_ascii=_only_ascii())) + "\n")
    sys.stdout.flush()


def _only_ascii() -> bool:
    """Whether other letters need escapes: JSON is UTF-8, not every output is."""
    return not (sys.stdout.encoding or "").lower().startswith("utf")


@contextmanager
def shown_progress(words: str, quiet: bool) -> Iterator[Progress]:
    """A bar on standard error while something takes long; none into a pipe."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield _updating(bar, task)


def _updating(bar: Any, task: Any) -> Callable[[int, int], None]:
    def update(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total or None)

    return update
