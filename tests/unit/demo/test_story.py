"""The script of the evening: its times, as they are and moved."""

from datetime import timedelta

import pytest

from checkin.demo import Evening
from checkin.model.clock import Instant
from checkin.resources import resource

SOON = Instant(1_900_000_000_000, -5 * 60)
"""12:46:40 of Sunday 17 March 2030, five hours behind UTC."""


@pytest.fixture
def evening():
    return Evening.load(resource("demo"))


def test_the_script_is_told_in_the_order_of_its_time(evening):
    moments = [evening.after(step.after_minutes) for step in evening.steps]
    assert moments == sorted(moments)
    assert moments[0] == evening.moment("starts")


def test_times_are_those_of_the_place(evening):
    assert evening.moment("picture_at").iso() == "2023-11-23T18:42:45+00:00"
    assert evening.fields() == {
        "name": "Autumn Networking Evening",
        "venue": "The Old Customs House, Harbour Quay",
        "directions": "Drinks are through the doors on the left.",
        "timezone": "Europe/London",
        "starts": "2023-11-23T18:15",
        "ends": "2023-11-23T22:00",
    }


def test_a_moved_story_keeps_all_its_distances(evening):
    moved = evening.moved("picture_at", SOON)
    assert moved.moment("picture_at") == SOON
    assert moved.moment("starts").iso() == "2030-03-17T12:18:55-05:00"
    for name in ("list_imported", "badges_printed", "starts", "ends", "follow_up"):
        assert (
            moved.moment(name).ms - SOON.ms
            == evening.moment(name).ms - evening.moment("picture_at").ms
        )
    for minutes in (0, 24.33):
        later = moved.after(minutes).ms - moved.moment("starts").ms
        assert later == timedelta(minutes=minutes) // timedelta(milliseconds=1)


def test_a_moved_event_begins_at_a_round_time_of_this_machine(evening):
    fields = evening.moved("picture_at", SOON).fields()
    assert fields["starts"] == "2030-03-17T12:20"
    assert fields["ends"] == "2030-03-17T16:05"
    assert fields["timezone"] == ""
