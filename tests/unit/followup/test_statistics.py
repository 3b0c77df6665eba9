"""The numbers of an event."""

import json

from checkin.followup.audiences import choose
from checkin.followup.statistics import Rate, rates, stats
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store.arrivals import arrivals


def test_the_numbers_say_how_the_evening_stands(party):
    told = stats(party.event).as_json()
    assert told == {
        "expected": 3,
        "attended": 3,
        "inside": 3,
        "missed": 1,
        "walk_ins": 1,
        "cancelled": 1,
        "waitlisted": 1,
        "pending": 0,
        "printed": 0,
        "handed_out": 0,
        "first_time": 1,
        "show_rate": 0.6667,
        "by_type": {
            "": {"expected": 1, "attended": 2},
            "Guest": {"expected": 2, "attended": 1},
        },
        "lists": {"Main": {"attended": 3, "inside": 3}},
    }
    assert json.loads(json.dumps(told)) == told


def test_before_anybody_is_invited_there_is_no_show_rate(evening):
    told = stats(evening.event)
    assert told.show_rate is None
    assert told.expected == told.attended == told.missed == 0


def test_the_numbers_agree_with_the_audiences(party):
    told = stats(party.event)
    assert told.attended == len(choose(party.event, "attended"))
    assert told.missed == len(choose(party.event, "missed"))
    assert told.walk_ins == len(choose(party.event, "walk-ins"))


def test_whoever_came_was_expected_or_a_walk_in_or_let_in_anyway(party):
    petra = next(g for g in choose(party.event, "everyone") if "Petra" in g.name)
    party.comes(petra.id)
    party.erase(choose(party.event, "first-timers")[0].id)
    told = stats(party.event)
    assert (told.came, told.walk_ins, told.others) == (1, 1, 2)
    assert told.attended == told.came + told.walk_ins + told.others


def test_a_walk_in_who_was_only_put_down_has_not_come(party):
    party.guest(full_name="Late", walk_in=True, permissions={"contact": "yes"})
    told = stats(party.event)
    assert told.walk_ins == len(choose(party.event, "walk-ins")) == 1


def test_a_rate_is_that_of_those_who_were_expected(party):
    walk_in = party.guest(full_name="Ann", walk_in=True, ticket_type="Guest")
    party.comes(walk_in)
    told = rates(stats(party.event), arrivals(party.event.read))
    assert told == [Rate("Guest", 1, 2), Rate("No ticket type", 1, 1)]
    assert [rate.words for rate in told] == ["1 of 2", "1 of 1"]


def test_who_was_erased_still_counts_as_somebody_who_came(party):
    party.erase(choose(party.event, "first-timers")[0].id)
    told = stats(party.event)
    assert told.attended == 3
    assert told.expected == 2


def test_a_ticket_type_may_have_colons_in_its_name(evening):
    evening.comes(evening.guest(full_name="Ada", ticket_type="Day 1: talks:all"))
    by_type = stats(evening.event).as_json()["by_type"]
    assert by_type == {"Day 1: talks:all": {"expected": 1, "attended": 1}}


def test_lists_of_the_same_name_are_told_apart(evening):
    again = evening.event.new_id()
    with evening.event.write() as write:
        write.append(Draft(Kind.LIST_SET, again, {"name": "main", "rules": {}}))
    evening.comes(evening.guest(full_name="Ada"))
    lists = stats(evening.event).as_json()["lists"]
    assert lists == {
        "Main": {"attended": 1, "inside": 1},
        "main (2)": {"attended": 0, "inside": 0},
    }
