"""Arrivals as bars: contiguous, at round times, few enough to read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.followup.arrivals import histogram

AT_18_00 = 1_700_762_400_000
"""Thursday 23 November 2023 in London, in Unix ms."""
MINUTE = 60_000
HOUR = 60


def at(*minutes):
    return [AT_18_00 + int(m * MINUTE) for m in minutes]


def test_bars_stand_side_by_side_from_the_first_to_the_last_arrival():
    found = histogram(at(16, 17.9, 15, 31, 44.99), 0)
    assert found.step == 5
    assert found.labels == ("18:15", "18:20", "18:25", "18:30", "18:35", "18:40")
    assert found.counts == (3, 0, 0, 1, 0, 1)
    assert [start.hour_minute() for start in found.starts] == list(found.labels)


def test_times_are_those_of_the_clock_on_the_wall():
    found = histogram(at(0), 5 * HOUR + 45)
    assert found.labels == ("23:45",)
    assert found.starts[0].offset == 5 * HOUR + 45


def test_a_long_evening_gets_coarser_bars():
    found = histogram(at(*range(0, 240, 2)), 0)
    assert found.step == 10
    assert len(found.counts) == 24
    assert found.counts == (5,) * 24


def test_over_several_days_the_labels_name_the_day():
    found = histogram(at(0, 16 * HOUR), 0)
    assert found.labels[0] == "Thu 18:00"
    assert found.labels[-1] == "Fri 10:00"


def test_over_several_weeks_a_bar_is_a_day_or_more():
    found = histogram(at(0, 20 * 24 * HOUR), 0)
    assert (found.step, len(found.counts)) == (24 * HOUR, 21)
    assert (found.labels[0], found.labels[-1]) == ("23 Nov", "13 Dec")
    assert len(histogram(at(0, 400 * 24 * HOUR), 0).counts) <= 24


def test_the_busiest_quarter_of_an_hour_is_named():
    busiest = histogram(at(0, 1, 2, 24, 26, 33, 36, 38, 41), 0).busiest
    assert busiest.start.hour_minute() == "18:25"
    assert busiest.end.hour_minute() == "18:40"
    assert busiest.arrivals == 4


def test_of_two_equally_busy_ones_it_is_the_earlier():
    busiest = histogram(at(16, 17, 61, 62), 0).busiest
    assert (busiest.start.hour_minute(), busiest.arrivals) == ("18:15", 2)


def test_nobody_gives_no_bars():
    found = histogram([], 60)
    assert (found.starts, found.labels, found.counts) == ((), (), ())
    assert found.busiest is None


@given(
    st.lists(st.integers(0, 60 * 24 * HOUR * MINUTE), min_size=1, max_size=30),
    st.integers(-12 * HOUR, 14 * HOUR),
    st.sampled_from([5, 10, 15, 60]),
)
def test_nobody_is_lost_and_bars_are_few_and_equal(times, offset, step):
    found = histogram(times, offset, step)
    assert sum(found.counts) == len(times)
    assert 1 <= len(found.counts) == len(found.labels) <= 24
    assert found.step >= step
    assert found.counts[0] > 0
    assert found.counts[-1] > 0
    ms = [start.ms for start in found.starts]
    assert all(b - a == found.step * MINUTE for a, b in pairwise(ms))
    for start, count in zip(ms, found.counts, strict=True):
        assert count == sum(start <= t < start + found.step * MINUTE for t in times)
    most = found.busiest
    assert most.arrivals == sum(most.start.ms <= t < most.end.ms for t in times)
    assert most.end.ms - most.start.ms == 15 * MINUTE


@pytest.mark.parametrize("step", [5, 30])
def test_a_step_that_was_asked_for_is_kept_where_it_fits(step):
    assert histogram(at(0, 60), 0, step).step == step
