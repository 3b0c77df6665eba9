"""Arrivals as bars: contiguous, at round times, few enough to read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.followup.arrivals import histogram

AT_18_00 = 28_346_040
"""Thursday 23 November 2023, in minutes since 1970."""
MINUTE = 60_000
HOUR = 60


def at(*minutes):
    return [AT_18_00 + int(m) for m in minutes]


def test_bars_stand_side_by_side_from_the_first_to_the_last_arrival():
    found = histogram(at(16, 17.9, 15, 31, 44.99))
    assert found.step == 5
    assert found.labels == ("18:15", "18:20", "18:25", "18:30", "18:35", "18:40")
    assert found.counts == (3, 0, 0, 1, 0, 1)
    assert [start.hour_minute() for start in found.starts] == list(found.labels)


def test_a_long_evening_gets_coarser_bars():
    found = histogram(at(*range(0, 240, 2)))
    assert found.step == 30
    assert found.counts == (15,) * 8


def test_over_several_days_the_labels_name_the_day():
    found = histogram(at(0, 16 * HOUR))
    assert found.labels[0] == "Thu 18:00"
    assert found.labels[-1] == "Fri 10:00"


def test_over_several_weeks_a_bar_is_a_day_or_more():
    found = histogram(at(0, 20 * 24 * HOUR))
    assert (found.step, len(found.counts)) == (48 * HOUR, 11)
    assert (found.labels[0], found.labels[-1]) == ("23 Nov", "13 Dec")
    assert len(histogram(at(0, 400 * 24 * HOUR)).counts) <= 14


def test_the_busiest_quarter_of_an_hour_is_named():
    found = histogram(at(0, 1, 2, 24, 26, 33, 36, 38, 41))
    busiest = found.busiest
    assert busiest.start.hour_minute() == "18:25"
    assert busiest.end.hour_minute() == "18:40"
    assert busiest.arrivals == 4
    assert found.busiest_words == "Busiest: 18:25 to 18:40, 4 people"


def test_of_two_equally_busy_ones_it_is_the_earlier():
    busiest = histogram(at(16, 17, 61, 62)).busiest
    assert (busiest.start.hour_minute(), busiest.arrivals) == ("18:15", 2)


def test_over_midnight_the_busiest_quarter_is_named_with_its_day():
    found = histogram(at(0, 5 * HOUR + 55, 6 * HOUR + 1))
    assert found.busiest_words == "Busiest: Thu 23 Nov, 23:55 to 00:10, 2 people"


def test_nobody_gives_no_bars():
    found = histogram([])
    assert (found.starts, found.labels, found.counts) == ((), (), ())
    assert (found.busiest, found.busiest_words) == (None, "")


@given(
    st.lists(st.integers(0, 60 * 24 * HOUR), min_size=1, max_size=30),
    st.sampled_from([5, 10, 15, 60]),
)
def test_nobody_is_lost_and_bars_are_few_and_equal(times, step):
    found = histogram(times, step)
    assert sum(found.counts) == len(times)
    assert 1 <= len(found.counts) == len(found.labels) <= 14
    assert found.step >= step
    assert found.counts[0] > 0
    assert found.counts[-1] > 0
    starts = [start.ms // MINUTE for start in found.starts]
    assert all(b - a == found.step for a, b in pairwise(starts))
    for start, count in zip(starts, found.counts, strict=True):
        assert count == sum(start <= t < start + found.step for t in times)
    most = found.busiest
    start, end = most.start.ms // MINUTE, most.end.ms // MINUTE
    assert most.arrivals == sum(start <= t < end for t in times)
    assert end - start == 15


@pytest.mark.parametrize("step", [5, 30])
def test_a_step_that_was_asked_for_is_kept_where_it_fits(step):
    assert histogram(at(0, 60), step).step == step
