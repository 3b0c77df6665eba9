"""A plan in words: what it will do, and what somebody should look at before."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checkin.importing.encodings import encoding_words
from checkin.importing.oddities import Odd
from checkin.importing.plan import Plan, What
from checkin.importing.quotes import Quotes
from checkin.importing.table import HowRead, Table
from checkin.model.attendee import RegistrationStatus
from checkin.model.i18n import N_, _, ngettext
from checkin.model.words import isolate


@dataclass(frozen=True, slots=True)
class Consequence:
    """What an import will do."""

    sentence: str
    """58 people: 51 new, 4 changed, 3 withdrawn."""
    more: str
    """What that means for those who are there already; may be empty."""
    deed: str
    """The same as a command: Add 51, change 4, withdraw 3."""


@dataclass(frozen=True, slots=True)
class OddRow:
    """One row of a kind, and what is odd about it."""

    row: int
    """As a spreadsheet shows it."""
    who: str
    """Whom it names; empty for nobody, and for those who must not be named."""
    text: str
    """Why it is odd, in words."""
    field: str = ""
    """What the column is taken for; empty where the whole row is odd."""
    cell: str = ""
    """What stands there."""
    other: int = 0
    """The row that says the same; 0 if there is none."""

    @property
    def says(self) -> str:
        """The cell, else the name."""
        return self.cell or self.who

    @property
    def where(self) -> str:
        """Whose cell it is, and in which row; of a whole row only that."""
        if self.cell and self.who and self.who != self.cell:
            return _("{who}, row {n}").format(who=isolate(self.who), n=self.row)
        return _("Row {n}").format(n=self.row)


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All rows with one kind of oddity."""

    kind: Odd
    odd: tuple[OddRow, ...]
    """In the order of the list."""

    @property
    def count(self) -> int:
        """How many."""
        return len(self.odd)

    @property
    def title(self) -> str:
        """Heading of the card."""
        return self.kind.heading(len(self.odd))


def consequence(plan: Plan) -> Consequence:
    """What importing the list will do, counted in people."""
    n = plan.counts()
    people = n["new"] + n["changed"] + n["same"] + n["withdrawn"]
    if not people:
        return _nobody()
    parts = [
        (n["new"], _("{n:,} new"), _("Add {n:,}"), _("add {n:,}")),
        (n["changed"], _("{n:,} changed"), _("Change {n:,}"), _("change {n:,}")),
        (n["same"], _("{n:,} the same"), "", ""),
        (
            n["withdrawn"],
            _("{n:,} withdrawn"),
            _("Withdraw {n:,}"),
            _("withdraw {n:,}"),
        ),
    ]
    told = ", ".join(words.format(n=k) for k, words, _first, _then in parts if k)
    sentence = ngettext("{n:,} person", "{n:,} people", people) + f": {told}."
    deeds = [(k, first, then) for k, _words, first, then in parts if k and first]
    if not deeds and plan.updated:
        return Consequence(sentence, _beside(plan.updated), _("Import the news"))
    if not deeds:
        nothing = _("Nothing will change: the list says what it said before.")
        return Consequence(sentence, nothing, _("Import all the same"))
    (k, first, _then), *others = deeds
    deed = [first.format(n=k), *(then.format(n=k) for k, _first, then in others)]
    more = filter(None, (_not_expected(plan), *_meaning(n, plan.updated)))
    return Consequence(sentence, " ".join(more), ", ".join(deed))


_NOT_EXPECTED = {
    RegistrationStatus.CANCELLED.value: N_("{n:,} cancelled"),
    RegistrationStatus.WAITLISTED.value: N_("{n:,} on the waiting list"),
    RegistrationStatus.PENDING.value: N_("{n:,} not confirmed yet"),
}


def _not_expected(plan: Plan) -> str:
    """How many the door will not simply let in: a status may have been misread."""
    here = (step.person for step in plan.steps if step.what is not What.WITHDRAWN)
    found = Counter(person.fields.get("status") for person in here)
    told = [
        _(words).format(n=found[status])
        for status, words in _NOT_EXPECTED.items()
        if found[status]
    ]
    if not told:
        return ""
    return _("Not expected, says the list: {told}.").format(told=", ".join(told))


def _nobody() -> Consequence:
    """Every row is left out."""
    return Consequence(
        _("Nobody on this list can be imported."),
        _("Nothing will change. Why each row is left out stands below."),
        _("Import all the same"),
    )


def _beside(updated: int) -> str:
    return ngettext(
        "{n:,} of those has news in what is only kept beside, such as the phone.",
        "{n:,} of those have news in what is only kept beside, such as the phone.",
        updated,
    )


def _meaning(n: dict[str, int], updated: int) -> Iterator[str]:
    if n["changed"]:
        yield _("Check-ins stay, and so does what was corrected at the desk.")
    if n["withdrawn"]:
        yield ngettext(
            "{n:,} left the list and is marked withdrawn, not deleted.",
            "{n:,} left the list and are marked withdrawn, not deleted.",
            n["withdrawn"],
        )
    if updated:
        yield _beside(updated)
    yield _("You can undo it as a whole.")


_SEPARATORS = {
    ",": N_("commas"),
    ";": N_("semicolons"),
    "\t": N_("tabs"),
    "|": N_("bars"),
    " ": N_("spaces"),
}
_QUOTES = {
    Quotes.BACKSLASHED: N_("backslashes before quotation marks"),
    Quotes.SINGLE: N_("single quotes around cells"),
}
_NAMED = 5
"""Rows that are named."""


def how_read(table: Table) -> str:
    """How the file was read: UTF-8, commas (not sure), headings in row 1."""
    how = table.how
    return ", ".join(
        words
        + (_(" (as you say)") if field in how.said else "")
        + (_(" (not sure)") if field in how.unsure - how.said else "")
        for field, words in _ways(table)
        if words
    )


def _ways(table: Table) -> Iterator[tuple[str, str]]:
    """(field of ReadAs, words), in the order in which they are told."""
    how = table.how
    yield "sheet", _("sheet “{name}”").format(name=how.sheet) if how.sheet else ""
    yield "encoding", encoding_words(how.encoding) if how.encoding else ""
    yield "separator", _separated(how)
    yield "", _(_QUOTES.get(how.quotes, "")) if how.quotes in _QUOTES else ""
    headings = _("headings in row {n}").format(n=table.header_row)
    yield "header_row", headings if table.header_row else _("no headings")
    yield "", _stray_quotes(how.stray_quotes)
    yield "", _other_tables(how.other_tables)


def _separated(how: HowRead) -> str:
    if not how.separator:
        return _("a single column") if "separator" in how.said else ""
    if how.separator in _SEPARATORS:
        return _(_SEPARATORS[how.separator])
    return _("“{character}” between cells").format(character=how.separator)


def _stray_quotes(rows: tuple[int, ...]) -> str:
    what = ngettext(
        "a quotation mark left out that never ends",
        "{n:,} quotation marks left out that never end",
        len(rows),
    )
    return _in_rows(what, rows)


def _other_tables(rows: tuple[int, ...]) -> str:
    what = ngettext(
        "another table with people is not read",
        "{n:,} other tables with people are not read",
        len(rows),
    )
    return _in_rows(what, rows)


def _in_rows(what: str, rows: tuple[int, ...]) -> str:
    told = ", ".join(map(str, rows[:_NAMED])) + ("…" if len(rows) > _NAMED else "")
    return _("{what} (row {rows})").format(what=what, rows=told) if rows else ""


def problem_groups(plan: Plan) -> list[ProblemGroup]:
    """The odd rows of a plan by kind; a row with two oddities is in two groups."""
    found: dict[Odd, list[OddRow]] = {}
    for step in plan.steps:
        person = step.person
        for odd in person.odd:
            who = person.name or person.email
            row = OddRow(person.row, who, odd.text, odd.field, odd.cell)
            found.setdefault(odd.kind, []).append(row)
    for problem in plan.problems:
        who = problem.name or problem.email
        row = OddRow(problem.row, who, problem.text, other=problem.other)
        found.setdefault(problem.kind, []).append(row)
    return [
        ProblemGroup(kind, tuple(sorted(found[kind], key=lambda one: one.row)))
        for kind in Odd
        if kind in found
    ]
