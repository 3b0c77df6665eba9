"""The laws of undo: latest first, whatever arrived first; an undo can be undone."""

from functools import cache

import pytest
from histories import COMMON, PEOPLE, START, arrivals, desks, histories, receive, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.model.entry import Draft
from checkin.model.kinds import Kind

EXAMPLES = settings(max_examples=80)
UNDOING = [*COMMON, *[Kind.UNDO_MADE] * 8]


def undone_by_the_book(entries):
    """What is undone, said the slow way: an undo counts unless a later one that
    counts names it, or the act that it belongs to.
    """
    undos = {e.id: e for e in entries if e.kind == Kind.UNDO_MADE}

    @cache
    def counts(own):
        undo = undos[own]
        named = {undo.id.hex(), undo.act.hex() if undo.act else ""}
        return not any(
            later.order > undo.order
            and later.data["target"] in named
            and counts(later.id)
            for later in undos.values()
        )

    return {bytes.fromhex(undos[own].data["target"]) for own in undos if counts(own)}


@EXAMPLES
@given(st.data())
def test_what_is_undone_depends_on_the_order_of_the_ledger_and_not_of_arrival(data):
    entries = data.draw(histories(kinds=UNDOING))
    with desks(1) as (event,):
        receive(event, *data.draw(arrivals(entries)))
        assert {row[0] for row in tables(event)["undone"]} == undone_by_the_book(
            entries
        )
        for entry in entries:
            gone = {entry.id, entry.act} & undone_by_the_book(entries)
            assert event.read.is_undone(entry) == bool(gone)


@EXAMPLES
@given(st.data())
def test_an_undo_that_comes_before_its_target_waits_for_it(data):
    entries = data.draw(histories(kinds=UNDOING))
    undos = [e for e in entries if e.kind == Kind.UNDO_MADE]
    others = [e for e in entries if e.kind != Kind.UNDO_MADE]
    with desks(2) as (early, late):
        receive(early, undos, others)
        receive(late, others, undos)
        assert tables(early) == tables(late)


@EXAMPLES
@given(histories(kinds=[*COMMON, Kind.LIST_SET, Kind.EVENT_SET, Kind.SOURCE_IMPORTED]))
def test_undoing_the_undo_brings_back_all_that_was(entries):
    with desks(1) as (event,):
        receive(event, entries)
        before = tables(event)
        target = entries[-1].act or entries[-1].id
        undo = event.undo(target)
        event.undo(undo.id)
        after = tables(event)
        for noted in ("undos", "undone"):  # these remember that there were undos
            before.pop(noted)
            after.pop(noted)
        assert after == before


@pytest.fixture
def came_in():
    """An event where one person was admitted: (event, the entry of it)."""
    with desks(1) as (event,):
        admitted = {"list": event.main_list().hex()}
        with event.write() as write:
            fields = {"full_name": "Zoë Ångström"}
            write.append(Draft(Kind.ATTENDEE_LISTED, PEOPLE[0], {"fields": fields}))
            (entry,) = write.append(Draft(Kind.CHECKIN_ADMITTED, PEOPLE[0], admitted))
        yield event, entry


def test_each_undo_of_an_undo_turns_it_round_once_more(came_in):
    event, entry = came_in
    seen = []
    target = entry.id
    for _ in range(5):
        seen.append(event.read.attendee(PEOPLE[0]).attended)
        target = event.undo(target).id
    assert seen == [True, False, True, False, True]
    assert event.check() == []


def test_undoing_an_act_that_holds_an_undo_brings_back_what_that_had_undone(came_in):
    event, entry = came_in
    act = event.new_act()
    with event.write(act) as write:
        undo = {"target": entry.id.hex()}
        corrected = {"fields": {"full_name": "Zoe"}}
        write.append(
            Draft(Kind.UNDO_MADE, event.event_id, undo),
            Draft(Kind.ATTENDEE_CORRECTED, PEOPLE[0], corrected),
        )
    assert not event.read.attendee(PEOPLE[0]).attended
    event.undo(act)
    attendee = event.read.attendee(PEOPLE[0])
    assert (attendee.attended, attendee.name) == (True, "Zoë Ångström")
    assert event.check() == []


def test_two_who_undo_the_same_need_only_one_undo_of_each(came_in):
    event, entry = came_in
    first, second = event.undo(entry.id), event.undo(entry.id)
    event.undo(first.id)
    assert not event.read.attendee(PEOPLE[0]).attended
    event.undo(second.id)
    assert event.read.attendee(PEOPLE[0]).attended


def test_what_was_typed_in_as_the_time_stays_after_undoing_an_undo(came_in):
    event, entry = came_in
    typed = {"list": event.main_list().hex(), "when": START - 60_000}
    with event.write() as write:
        write.append(Draft(Kind.CHECKIN_ADMITTED, PEOPLE[0], typed))
    undo = event.undo(entry.id)
    event.undo(undo.id)
    presence = event.read.attendee(PEOPLE[0]).presences[0]
    assert presence.first_at.ms == START - 60_000
    assert presence.times == 2
