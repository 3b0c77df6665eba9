"""Which places of the sheets badges take: the same for the PDF and for the ledger."""

from itertools import islice

import pytest

from checkin.badges import (
    Place,
    Sheeting,
    StartOutOfRange,
    places,
    sheets_needed,
    stock,
)
from checkin.badges.places import on_sheet, place_of

EIGHT = stock("5395")


def on(used=(), start=1):
    return Sheeting(EIGHT, frozenset(used), start)


def first(count, used=(), start=1):
    return [tuple(place) for place in islice(places(on(used, start)), count)]


def test_badges_go_along_the_rows_and_on_to_the_next_sheet():
    assert first(10) == [*((1, n) for n in range(1, 9)), (2, 1), (2, 2)]


def test_a_start_means_that_all_places_before_it_are_used():
    assert first(4, start=7) == [(1, 7), (1, 8), (2, 1), (2, 2)]
    assert first(9, start=7) == first(9, used=range(1, 7))


def test_any_places_of_the_first_sheet_may_be_gone():
    assert first(6, used={1, 4, 5, 6}) == [
        (1, 2), (1, 3), (1, 7), (1, 8), (2, 1), (2, 2),
    ]  # fmt: skip


def test_used_places_and_a_start_add_up():
    assert first(3, used={4}, start=3) == [(1, 3), (1, 5), (1, 6)]


@pytest.mark.parametrize(
    ("used", "start"), [(range(1, 9), 1), ({8}, 8), (range(1, 9), 8)]
)
def test_a_sheet_with_nothing_left_gives_way_to_a_fresh_one(used, start):
    assert first(9, used, start) == first(9)
    assert sheets_needed(8, on(used, start)) == 1


@pytest.mark.parametrize("used", [{0}, {9}, {-1, 3}])
def test_places_that_the_sheet_does_not_have_are_told(used):
    with pytest.raises(StartOutOfRange):
        on(used)


@pytest.mark.parametrize("used", [(), {1}, {2, 8}, set(range(1, 8)), range(1, 9)])
@pytest.mark.parametrize("badges", [1, 5, 8, 9, 16, 17, 43])
def test_sheets_are_counted_as_badges_are_placed(badges, used):
    taken = [Place(*place) for place in first(badges, used)]
    assert sheets_needed(badges, on(used)) == taken[-1].sheet
    for sheet in range(1, taken[-1].sheet + 1):
        here = [place for place in taken if place.sheet == sheet]
        assert taken[on_sheet(sheet, on(used))] == here
    assert [place_of(badge, on(used)) for badge in range(badges)] == taken


def test_no_badges_take_no_sheet():
    assert sheets_needed(0, on({3})) == 0
