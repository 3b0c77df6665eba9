"""What two desks don't agree about: found, and settled."""

import pytest

from checkin.model.kinds import Kind
from checkin.store.conflicts import conflicts_of, settle


@pytest.fixture
def anna(event, listed):
    return listed(event, "Anna Schmidt")[0]


@pytest.fixture
def twice(event, anna, note, clock):
    """Anna was let in twice, by desks that did not know of each other."""
    note(event, Kind.CHECKIN_ADMITTED, anna)
    clock.advance(120)
    note(event, Kind.CHECKIN_ADMITTED, anna)
    return anna


def test_two_arrivals_of_one_guest_are_both_named(event, twice):
    (found,) = conflicts_of(event, twice)
    assert found.detail == ""
    assert found.second.at - found.first.at == 120_000
    assert event.read.attendee(twice).conflicts == 1


def test_settled_is_settled_until_that_is_undone(event, twice):
    (found,) = conflicts_of(event, twice)
    entry = settle(event, twice, found.key)
    assert conflicts_of(event, twice) == []
    assert event.read.attendee(twice).conflicts == 0
    event.undo(entry.id)
    assert conflicts_of(event, twice) == [found]
    assert event.check() == []


def test_two_corrections_name_the_detail_and_the_second_holds(
    event, anna, path, opened, note
):
    note(event, Kind.ATTENDEE_CORRECTED, anna, fields={"company": "Tea"}, seen={})
    other = opened(path, "Side door")
    note(other, Kind.ATTENDEE_CORRECTED, anna, fields={"company": "Coffee"}, seen={})
    (found,) = conflicts_of(event, anna)
    assert found.detail == "company"
    assert [found.first.actor, found.second.actor] == ["Main door", "Side door"]
    assert event.read.attendee(anna).details.company == "Coffee"
