"""The one channel of messages: what it tells, and what it does not take."""

import pytest

from checkin.model.errors import DiskFull


def test_a_condition_is_told_in_its_own_words(around, heard):
    around.messages.problem(DiskFull(file="autumn.checkin"), about="list")
    assert [(one.title, one.about) for one in heard] == [("The disk is full", "list")]


def test_a_bug_is_no_message_and_goes_on_to_whoever_catches_bugs(around, heard):
    with pytest.raises(LookupError):
        around.messages.problem(LookupError("guest"))
    assert heard == []
