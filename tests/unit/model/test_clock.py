"""Moments: from and to local time, and as people and files read them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.model.clock import Instant

DELHI = timezone(timedelta(hours=5, minutes=30))


def test_a_moment_is_said_as_the_clock_on_the_wall_showed_it():
    moment = Instant.from_datetime(datetime(2026, 11, 20, 18, 42, 7, tzinfo=DELHI))
    assert moment.offset == 330
    assert moment.hour_minute() == "18:42"
    assert moment.iso() == "2026-11-20T18:42:07+05:30"


def test_the_same_moment_elsewhere_is_the_same_number():
    here = datetime(2026, 11, 20, 18, 42, tzinfo=DELHI)
    there = here.astimezone(UTC)
    assert Instant.from_datetime(here).ms == Instant.from_datetime(there).ms


def test_before_1970_is_a_moment_too():
    moment = datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC)
    assert Instant.from_datetime(moment).ms == -500
    assert Instant(-500).local() == moment


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Instant.from_datetime(datetime(2026, 11, 20, 18, 42))  # noqa: DTZ001


@given(st.integers(0, 4_102_444_800_000), st.integers(-14 * 60, 14 * 60))
def test_there_and_back_gives_the_same_moment(ms, offset):
    moment = Instant(ms, offset)
    assert Instant.from_datetime(moment.local()) == moment


def test_the_earlier_moment_comes_first():
    assert Instant(1, 60) < Instant(2, 0)
