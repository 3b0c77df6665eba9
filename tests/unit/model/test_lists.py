"""Check-in lists: their rules travel in entries, and say their times in words."""

import pytest

from checkin.model.entry import canonical
from checkin.model.ids import ListId, SubjectId
from checkin.model.lists import CheckInList, Question, Rules

ALL = Rules(
    ticket_types=("Member", "Speaker"),
    opens=1_763_663_520_000,
    closes=1_763_667_120_000,
    offset=60,
    repeats=True,
    exits=True,
    capacity=80,
    accept_unpaid=True,
    questions=(Question("diet", "Any allergies?"),),
)


@pytest.mark.parametrize("rules", [Rules(), ALL, Rules(capacity=2)])
def test_rules_come_back_from_an_entry_as_they_were(rules):
    import json

    assert Rules.from_data(json.loads(canonical(rules.to_data()))) == rules


def test_only_what_differs_from_the_defaults_is_written():
    assert Rules().to_data() == {}
    assert Rules(capacity=2).to_data() == {"capacity": 2}


def test_what_a_later_version_added_is_left_aside():
    assert Rules.from_data({"capacity": 2, "dress_code": "black tie"}) == Rules(
        capacity=2
    )


def test_a_list_says_when_it_opens_and_closes_in_local_time():
    door = CheckInList(ListId(SubjectId(b"1" * 16)), "Main", ALL)
    assert door.opening().hour_minute() == "19:32"
    assert door.closing().hour_minute() == "20:32"
    always = CheckInList(door.id, "Main")
    assert (always.opening(), always.closing()) == (None, None)
