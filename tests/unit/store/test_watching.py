"""Watching: who subscribed hears of each commit once, and of other processes."""

import pytest

from checkin.model.entry import Draft
from checkin.model.kinds import Kind


@pytest.fixture
def told(event):
    changes = []
    event.subscribe(changes.append)
    return changes


def test_a_subscriber_is_told_once_a_commit_with_all_entries_of_it(event, told, listed):
    listed(event, "Zoë", "Łukasz")
    (change,) = told
    assert [e.kind for e in change.entries] == [Kind.ATTENDEE_LISTED] * 2
    assert not change.from_elsewhere


def test_a_subscriber_sees_the_tables_as_they_are_afterwards(event, listed):
    seen = []
    event.subscribe(lambda _: seen.append(event.read.tally("people")))
    listed(event, "Zoë", "Łukasz")
    assert seen == [2]


def test_nobody_is_told_of_what_was_rolled_back(event, told, listed):
    def fail():
        with event.write() as write:
            data = {"fields": {"full_name": "Zoë"}}
            write.append(Draft(Kind.ATTENDEE_LISTED, event.new_id(), data))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert told == []
    assert event.read.tally("people") == 0
    listed(event, "Łukasz")
    assert len(told) == 1


def test_nobody_is_told_of_a_transaction_that_wrote_nothing(event, told):
    with event.write():
        pass
    assert told == []


def test_who_has_ended_the_subscription_is_not_told(event, told, listed):
    changes = []
    end = event.subscribe(changes.append)
    end()
    listed(event, "Zoë")
    assert (len(told), len(changes)) == (1, 0)


def test_a_subscriber_may_end_its_subscription_while_being_told(event, told, listed):
    changes = []
    end = event.subscribe(lambda change: (changes.append(change), end()))
    listed(event, "Zoë")
    listed(event, "Łukasz")
    assert (len(changes), len(told)) == (1, 2)


def test_a_poll_notices_what_another_connection_wrote(event, told, opened, listed):
    other = opened(event.path, "Side door")
    assert not event.poll()
    (zoe,) = listed(other, "Zoë")
    assert event.poll()
    assert not event.poll()
    (change,) = told
    assert change.from_elsewhere
    assert event.read.attendee(zoe).name == "Zoë"


def test_a_poll_takes_no_notice_of_what_was_written_here(event, told, listed):
    listed(event, "Zoë")
    assert not event.poll()
    assert len(told) == 1


def test_a_poll_takes_no_notice_of_a_checkpoint(event, listed):
    listed(event, "Zoë")
    event.checkpoint(force=True)
    assert not event.poll()
