"""Somebody who is on no list: put down, given a code, let in; undone as one."""

import pytest

from checkin.door.walkin import add_walk_in
from checkin.model.attendee import Details
from checkin.model.code import Origin
from checkin.model.entry import Draft
from checkin.model.errors import DiskFull
from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.model.verdict import Verdict
from checkin.store import acts

BO = Details(full_name="Bo Ek", company="Lantern Repairs", email="bo@example.org")


def tallies(evening):
    names = ("people", "walk_ins", "attended", "inside", "expected")
    return tuple(evening.event.read.tally(name) for name in names)


def test_a_walk_in_is_in_with_a_code_of_ours(evening):
    guest, act = add_walk_in(evening.event, BO, evening.main)
    assert guest.details == BO
    assert guest.walk_in
    assert guest.inside
    assert not guest.expected
    assert evening.event.codes.origin(guest.code) is Origin.OURS
    assert len(evening.event.read.act(act)) == 3
    assert tallies(evening) == (1, 1, 1, 1, 0)
    assert evening.scan(guest.code).decision.verdict is Verdict.ALREADY_IN


def test_a_walk_in_is_found_by_name_at_once(evening):
    guest, _ = add_walk_in(evening.event, BO, None)
    assert evening.event.search("lantern") == [guest.id]
    assert not guest.inside
    assert evening.scan(guest.code).decision.verdict is Verdict.ADMITTED


def test_undoing_the_act_takes_the_whole_walk_in_away(evening):
    guest, act = add_walk_in(evening.event, BO, evening.main, may_contact=True)
    undone, _ = acts.undo_newest(evening.event)
    assert undone.act == act
    assert evening.event.read.attendee(guest.id) is None
    assert tallies(evening) == (0, 0, 0, 0, 0)
    assert evening.scan(guest.code).decision.verdict is Verdict.GENUINE_UNLISTED


def test_undoing_the_undo_brings_the_walk_in_back(evening):
    guest, act = add_walk_in(evening.event, BO, evening.main)
    _, undo = acts.undo_named(evening.event, act)
    acts.undo_named(evening.event, undo.id)
    assert evening.event.read.attendee(guest.id) == guest


@pytest.mark.parametrize(
    ("may", "answer"),
    [(True, Answer.YES), (False, Answer.NO), (None, Answer.NOT_ASKED)],
)
def test_what_a_walk_in_said_of_being_written_to_is_kept(evening, may, answer):
    guest, _ = add_walk_in(evening.event, BO, evening.main, may)
    assert guest.may(Purpose.CONTACT) is answer


@pytest.mark.parametrize(
    "details", [Details(), Details(company="Lantern Repairs", email="bo@example.org")]
)
def test_nobody_is_put_down_without_a_name(evening, details):
    before = evening.event.read.count_entries()
    with pytest.raises(acts.NobodyNamed):
        add_walk_in(evening.event, details, evening.main)
    assert evening.event.read.count_entries() == before


@pytest.mark.parametrize("name", ["first_name", "last_name", "full_name"])
def test_one_name_is_enough(evening, name):
    guest, _ = add_walk_in(evening.event, Details(**{name: "Sukma"}), evening.main)
    assert guest.name == "Sukma"


def test_a_walk_in_that_could_not_be_written_is_nobody(evening):
    conn = evening.event._conn
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {pages}")
    long = Details(full_name="Bo Ek", note="x" * 60_000)
    with pytest.raises(DiskFull):
        add_walk_in(evening.event, long, evening.main)
    assert tallies(evening) == (0, 0, 0, 0, 0)
    conn.execute("PRAGMA max_page_count = 1000000000")
    guest, _ = add_walk_in(evening.event, BO, evening.main)
    assert evening.event.search("Bo") == [guest.id]


def test_a_walk_in_outlives_a_list_that_brings_the_same_person(evening):
    guest, _ = add_walk_in(evening.event, BO, evening.main)
    fields = {"full_name": "Bo Ek", "email": "bo@example.org"}
    with evening.event.write() as write:
        other = evening.event.new_id()
        write.append(Draft(Kind.ATTENDEE_LISTED, other, {"fields": fields}))
    assert evening.again(guest.id).inside
    assert tallies(evening) == (2, 1, 1, 1, 1)


def test_a_walk_in_past_a_rule_is_written_down_as_let_in_anyway(evening):
    event = evening.event
    acts.close_list(event, event.read.lists()[0], "we are full")
    guest, _act = add_walk_in(event, Details(full_name="Bo"), event.main_list())
    (came,) = [e for e in event.read.history(guest.id) if e.kind == "checkin.admitted"]
    assert came.data["forced"] is True
    assert "closed" in came.data["reason"]
    assert guest.inside


def test_whoever_brings_a_walk_in_is_written_down_with_them(evening, anna):
    guest, _ = add_walk_in(evening.event, BO, evening.main, companion_of=anna.id)
    assert guest.companion_of == anna.id
    assert guest.walk_in


def test_a_walk_in_written_down_later_came_in_when_they_came(evening):
    came = evening.clock.now()
    evening.clock.advance(minutes=7)
    guest, _ = add_walk_in(evening.event, BO, evening.main, at=came)
    there = guest.at(evening.main)
    assert there is not None
    assert there.first_at == came
