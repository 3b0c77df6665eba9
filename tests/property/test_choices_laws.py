"""Laws of the answers to an import: undone as a whole, and asked for once."""

import csv
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.importing import Plan, Reading, apply_plan, load, make_plan
from checkin.importing.choices import Choices
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store import acts
from checkin.store.eventfile import EventFile

from .events import Ticking, an_event
from .histories import desks, receive, tables

HEADER = ("Name", "Email", "Company", "Phone", "Code", "Checked in")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(
            ["John Smith", "J. Smith", "John Smtih", "Bob Reed", "Robert Reed", ""]
        ),
        st.sampled_from(["", "a@x.org", "b@x.org", "c@y.org"]),
        st.sampled_from(["", "Harbour", "Quay"]),
        st.sampled_from(["", "020 7946 0958"]),
        st.sampled_from(["", "1", "2", "3"]),
        st.sampled_from(["no", "yes"]),
    ).filter(lambda row: row[0] or row[1]),
    min_size=1,
    max_size=5,
)
TICKETS = ROWS.map(
    lambda rows: [(row[0] or "Otis", *row[1:4], f"T{n}", row[5])
                  for n, row in enumerate(rows)]
)  # fmt: skip
"""Each with a code of its own, as a shop gives them: rows that share one at random are
told apart by nothing."""
CHANCE = st.randoms(use_true_random=False)


def written(folder: Path, rows: list[tuple[str, ...]]) -> Reading:
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows, ("Sukma", "", "", "", "", "no")])
    return load(path)


def answered(event: EventFile, reading: Reading, chance: random.Random) -> Plan:
    """A plan with some of what it asks answered."""
    asked = make_plan(event, reading, "guests")
    choices = Choices(
        frozenset(one.key for one in asked.conflicts if chance.random() < 0.5),
        frozenset(one.key for one in asked.doubles if chance.random() < 0.6),
        chance.random() < 0.5,
    )
    return make_plan(event, reading, "guests", choices)


def evening(event: EventFile, chance: random.Random) -> None:
    """Some are corrected, some come in, somebody walks in."""
    for guest in list(event.read.attendees()):
        if chance.random() < 0.5:
            acts.correct(event, guest, {"company": chance.choice(["Desk", "Quay"])})
        if chance.random() < 0.3:
            came = {"list": event.main_list().hex()}
            with event.write() as write:
                write.append(Draft(Kind.CHECKIN_ADMITTED, guest.id, came))
    details = acts.Details(full_name="Bob Reed", job_title="Welder")
    acts.add_guest(event, details)


def as_seen(event: EventFile) -> list[object]:
    """Everybody, with what holds of them."""
    return [
        (guest, event.read.extra_of(guest.id), event.read.corrections_of(guest.id))
        for guest in event.read.attendees()
    ]


@settings(max_examples=10)
@given(ROWS, ROWS, CHANCE)
def test_an_answered_import_undone_leaves_all_as_it_was(first, second, chance):
    with an_event(Ticking()) as (event, folder):
        apply_plan(event, answered(event, written(folder, first), chance))
        evening(event, chance)
        before = as_seen(event)
        act = apply_plan(event, answered(event, written(folder, second), chance))
        after = as_seen(event)
        undo = event.undo(act)
        assert without_codes(as_seen(event)) == without_codes(before)
        event.undo(undo.id)
        assert as_seen(event) == after


def without_codes(seen):
    """Codes once given stay found, whatever is undone: see the fold."""
    return [(g.id, g.details, g.presences, g.withdrawn, g.walk_in, g.permissions, *more)
            for g, *more in seen]  # fmt: skip


@settings(max_examples=10)
@given(ROWS, TICKETS, CHANCE)
def test_what_was_answered_once_is_not_asked_again(first, second, chance):
    with an_event(Ticking()) as (event, folder):
        apply_plan(event, answered(event, written(folder, first), chance))
        evening(event, chance)
        reading = written(folder, second)
        plan = answered(event, reading, chance)
        apply_plan(event, plan)
        left_out = [one.row for one in plan.problems]
        again = make_plan(event, reading, "guests")
        counts = again.counts()
        assert counts["new"] == counts["changed"] == counts["withdrawn"] == 0
        assert again.conflicts == again.doubles == ()
        assert [one.row for one in again.problems] == left_out
        if plan.choices.arrivals:
            assert again.arrivals == 0


@settings(max_examples=10)
@given(ROWS, ROWS, CHANCE)
def test_the_desk_keeps_its_word_unless_somebody_gives_it_up(first, second, chance):
    with an_event(Ticking()) as (event, folder):
        apply_plan(event, make_plan(event, written(folder, first), "guests"))
        evening(event, chance)
        held = {g.id: event.read.corrections_of(g.id) for g in event.read.attendees()}
        plan = answered(event, written(folder, second), chance)
        apply_plan(event, plan)
        # merged with another row, the list may say what the desk says: then it stays
        asked = {one.key for one in plan.conflicts} & plan.choices.replace
        for who, fields in held.items():
            gone = {f for own, f in asked if own == who}
            now = event.read.corrections_of(who)
            assert fields.items() - now.items() <= {(f, fields.get(f)) for f in gone}
            assert gone.isdisjoint(now)


@settings(max_examples=6)
@given(ROWS, ROWS, CHANCE)
def test_another_desk_sees_the_same_in_any_order(first, second, chance):
    with an_event(Ticking()) as (event, folder), desks(1) as (other,):
        apply_plan(event, answered(event, written(folder, first), chance))
        evening(event, chance)
        act = apply_plan(event, answered(event, written(folder, second), chance))
        if chance.random() < 0.5:
            event.undo(act)
        entries = list(event.entries())
        before = tables(other)
        receive(other, entries)
        once = tables(other)
        assert once != before
        with desks(1) as (third,):
            chance.shuffle(entries)
            receive(third, entries[:7], entries[3:], entries)
            assert tables(third) == once
