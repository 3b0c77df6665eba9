"""The law of print runs: however they stop, go on and are undone, each badge counts
once for every sheet that it is noted on, and for no other.
"""

from histories import desks, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.badges.continuing import rest_of
from checkin.badges.errors import NotOnRun
from checkin.badges.places import Place
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind
from checkin.store.prints import Facts, Print, record_prints

FEW = settings(max_examples=40)
A_SHEET = 3


def listed(event, n):
    people = [AttendeeId(event.new_id()) for _ in range(n)]
    with event.write() as write:
        for who in people:
            said = {"fields": {"full_name": f"Guest {who.hex()[-4:]}"}}
            write.append(Draft(Kind.ATTENDEE_LISTED, who, said))
    return people


def printed(event, people, **facts):
    prints = [
        Print(who, f"CODE{n}", "Guest", 1 + n // A_SHEET, 1 + n % A_SHEET)
        for n, who in enumerate(people)
    ]
    return record_prints(event, prints, Facts("L4785", "classic", **facts))


def noted(event, runs, who):
    """On how many sheets somebody's badge counts, by the runs themselves."""
    badges = (badge for act in runs for badge in event.read.on_run(act))
    return sum(badge.attendee == who and badge.counts for badge in badges)


def go_on(event, act, place):
    """As `continue_run`, without the sheets; None where there is nobody."""
    try:
        rest = rest_of(event, act, place)
    except NotOnRun:
        return None
    whose = [badge.attendee for badge in rest]
    entries = [badge.entry for badge in rest]
    return printed(event, whose, continues=act, rest=entries)


steps = st.lists(
    st.tuples(
        st.sampled_from(["go on", "go on", "undo", "print"]),
        st.integers(0, 9),
        st.integers(1, 3),
        st.integers(1, A_SHEET),
    ),
    max_size=6,
)


@FEW
@given(people=st.integers(1, 8), steps=steps)
def test_what_counts_is_what_the_runs_say_whatever_is_done(people, steps):
    with desks(2) as (event, other):
        guests = listed(event, people)
        runs, undos = [printed(event, guests)], []
        for what, which, sheet, cell in steps:
            act = runs[which % len(runs)]
            if what == "print":
                runs.append(printed(event, guests[: which + 1]))
            elif what == "go on":
                new = go_on(event, act, Place(sheet, cell))
                runs += [new] if new else []
            elif not event.read.is_target_undone(act):
                undos.append(event.undo(act).id)
        told = {run.act: run for run in event.read.print_runs()}
        assert set(told) == set(runs)
        for who in guests:
            assert event.read.attendee(who).printed == noted(event, runs, who)
        for act in runs:
            gone = sum(not badge.counts for badge in event.read.on_run(act))
            assert told[act].gone == gone
        assert event.check() == []
        with other.write() as write:
            write.receive(reversed(list(event.entries())))
        assert tables(other) == tables(event)


@FEW
@given(people=st.integers(1, 8), sheet=st.integers(1, 3), cell=st.integers(1, A_SHEET))
def test_going_on_and_undoing_that_leaves_all_as_it_was(people, sheet, cell):
    with desks(1) as (event,):
        guests = listed(event, people)
        act = printed(event, guests)
        before = [event.read.attendee(who) for who in guests]
        new = go_on(event, act, Place(sheet, cell))
        assert [event.read.attendee(who).printed for who in guests] == [1] * people
        if new is not None:
            event.undo(new)
        assert [event.read.attendee(who) for who in guests] == before
