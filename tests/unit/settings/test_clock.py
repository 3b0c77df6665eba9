"""The clock of this machine."""

from datetime import timedelta

from checkin.settings import SystemClock


def test_the_clock_of_the_system_gives_the_local_offset_and_does_not_go_back():
    one, two = SystemClock().now(), SystemClock().now()
    assert one.ms <= two.ms
    assert abs(timedelta(minutes=one.offset)) <= timedelta(hours=14)
