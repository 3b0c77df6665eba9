"""`checkin read` and `checkin import`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checkin.cli.lists_choosing import (
    arrivals_in_words,
    choices_of,
    choosing_options,
    decided,
    tell_questions,
)
from checkin.cli.lists_columns import keep, memory, tell_recalled
from checkin.cli.lists_mending import (
    mending_options,
    refuse_to_overwrite,
    rejected_option,
    save_and_tell,
)
from checkin.cli.lists_reading import reading_options
from checkin.cli.shared import (
    emit,
    event_argument,
    json_option,
    opened,
    say,
    shown_progress,
    undo_words,
)
from checkin.model.attendee import RegistrationStatus
from checkin.model.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from checkin.importing import Plan
    from checkin.importing.read_as import ReadAs

_map_option = click.option(
    "--map", "overrides", multiple=True, metavar="COLUMN=FIELD",
    help="What a column is, where the guess is wrong; repeat.",
)  # fmt: skip
_list_argument = click.argument(
    "list_file", metavar="LIST", type=click.Path(path_type=Path)
)


@click.command("read")
@_list_argument
@_map_option
@reading_options
@mending_options
@json_option()
def read_command(
    list_file: Path, overrides: tuple[str, ...], how: "ReadAs",
    fixes: tuple[str, ...], left_out: tuple[int, ...], as_json: bool,
) -> None:  # fmt: skip
    """What the importer finds in LIST, without any event."""
    from checkin.importing import how_read, load, read_as_json
    from checkin.importing.amending import parse_amendments

    amendments = parse_amendments(fixes, left_out)
    reading = load(list_file, how, overrides, amendments, memory=memory())
    if as_json:
        emit(read_as_json(reading.people))
        return
    say(_("Read as: {how}").format(how=how_read(reading.table)))
    if reading.looks_like:
        say(_("Looks like {system}").format(system=reading.looks_like))
    say()
    for column in reading.mapping.columns:
        say(f"{column.heading}  →  {column.field}")
    say()
    n = len(reading.people)
    say(ngettext("{n} person", "{n} people", n))
    for problem in reading.problems:
        say(_("Row {row}: {words}").format(row=problem.row, words=problem.text))


@click.command("import")
@event_argument()
@_list_argument
@click.option("--source", default="", help="What the list is called; else as its file.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@_map_option
@reading_options
@mending_options
@choosing_options
@rejected_option()
@json_option()
def import_command(
    event: Path, list_file: Path, source: str, dry_run: bool,
    overrides: tuple[str, ...], how: "ReadAs", fixes: tuple[str, ...],
    left_out: tuple[int, ...], conflicts: str, merge: tuple[int, ...],
    arrivals: bool, rejected: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Import LIST into EVENT. A newer version of the same list updates it."""
    from checkin.importing import apply_plan, load, make_plan
    from checkin.importing.amending import parse_amendments
    from checkin.importing.familiar import columns_in

    refuse_to_overwrite(rejected)
    amendments = parse_amendments(fixes, left_out)
    with opened(event) as file:
        known = {**memory(), **columns_in(file)}
        reading = load(list_file, how, overrides, amendments, memory=known)
        choices = choices_of(merge, arrivals)
        plan = decided(make_plan(file, reading, source, choices), conflicts)
        if rejected:
            save_and_tell(file, reading, plan, rejected, as_json)
        act = None
        if not dry_run:
            with shown_progress(_("Importing"), as_json) as progress:
                act = apply_plan(file, plan, progress=progress)
            keep(reading, overrides)
    if as_json:
        emit(plan.as_json() | {"act": act.hex() if act else None})
        return
    tell_recalled(reading, overrides)
    _tell(plan, saved=act is not None)
    if act:
        say(undo_words(event, act))
    else:
        say(_("Nothing was saved: this was a dry run."))


def _tell(plan: "Plan", saved: bool) -> None:
    """The consequence in a sentence, then what somebody should look at."""
    from checkin.importing import consequence

    counts = plan.as_json()
    told = consequence(plan).sentence
    say(_("List “{name}”. {told}").format(name=plan.name, told=told))
    for words in _not_expected(plan):
        say(f"  {words}")
    for what, title in (("changed", _("Changed:")), ("withdrawn", _("Withdrawn:"))):
        names = [
            row["name"] or row["email"] for row in counts["rows"] if row["what"] == what
        ]
        if names:
            more = _("… and {n} more").format(n=len(names) - _NAMED)
            shown = names[:_NAMED] + ([more] if len(names) > _NAMED else [])
            say(f"  {title} " + ", ".join(shown))
    tell_questions(plan, saved)
    for row in counts["rows"]:
        if row.get("problem"):
            say(_("Row {row}: {words}").format(row=row["row"], words=row["problem"]))


def _not_expected(plan: "Plan") -> Iterator[str]:
    """Whom the list brings but the host doesn't expect, and who comes along."""
    there = [step for step in plan.steps if step.what != "withdrawn"]
    statuses = Counter(step.person.details.status for step in there)
    for status, words in _STATUS_WORDS.items():
        if n := statuses[status]:
            yield _(words).format(n=n)
    if words := arrivals_in_words(plan):
        yield words
    if n := sum(1 for step in there if step.companion_of):
        yield ngettext("{n} comes along with a guest", "{n} come along with guests", n)


_NAMED = 10
"""So many names are told; more are counted."""

_STATUS_WORDS = {
    RegistrationStatus.CANCELLED.value: N_("{n} cancelled: they get no badge"),
    RegistrationStatus.WAITLISTED.value: N_("{n} on the waiting list"),
    RegistrationStatus.PENDING.value: N_("{n} not confirmed yet"),
}
