"""Which places of the sheets badges take: the same for the PDF and for the ledger."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.badges import (
    Fill,
    Place,
    Sheeting,
    StartOutOfRange,
    arranged,
    on_sheet,
    place_of,
    places,
    sheets_needed,
    stock,
)

EIGHT = stock("5395")


def on(used=(), start=1, fill=Fill.ROWS, copies=1, sheet=EIGHT):
    return Sheeting(sheet, frozenset(used), start, fill, copies)


def first(count, used=(), start=1):
    return [tuple(one.place) for one in places(count, on(used, start))]


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


def test_no_badges_take_no_sheet():
    for fill in Fill:
        assert sheets_needed(0, on({3}, fill=fill)) == 0
        assert list(places(0, on({3}, fill=fill))) == []


def test_copies_of_a_badge_stand_side_by_side():
    both = [(one.badge, one.copy, one.place.cell) for one in places(3, on(copies=2))]
    assert both == [(0, 0, 1), (0, 1, 2), (1, 0, 3), (1, 1, 4), (2, 0, 5), (2, 1, 6)]
    assert place_of(2, 3, on(copies=2)) == (1, 5)


def test_badges_to_be_stacked_go_down_through_the_sheets():
    here = [one.badge for one in on_sheet(1, 20, on(fill=Fill.STACK))]
    assert here == [0, 3, 6, 9, 12, 14, 16, 18]
    assert [one.badge for one in on_sheet(3, 20, on(fill=Fill.STACK))] == [2, 5, 8, 11]


def test_badges_that_come_one_by_one_are_placed_as_they_come():
    gone_through = []
    names = (gone_through.append(name) or name for name in "abc")
    name, at = next(arranged(names, on(copies=2)))
    assert (name, at.place, gone_through) == ("a", (1, 1), ["a"])


def test_badges_to_be_stacked_are_taken_out_of_their_order():
    names = "abcdefghijklmnopqrst"
    told = [name for name, _at in arranged(names, on(fill=Fill.STACK))]
    assert "".join(told[:8]) == "adgjmoqs"
    assert sorted(told) == sorted(names)


# -- laws

sheetings = st.builds(
    on,
    used=st.sets(st.integers(1, 8)),
    start=st.integers(1, 8),
    fill=st.sampled_from(Fill),
    copies=st.integers(1, 4),
)
many = st.integers(0, 60)


@given(many, sheetings)
def test_every_copy_has_one_place_and_no_place_has_two(badges, sheeting):
    every = list(places(badges, sheeting))
    copies = Counter((one.badge, one.copy) for one in every)
    wanted = {(b, c) for b in range(badges) for c in range(sheeting.copies)}
    assert copies == Counter(wanted)
    taken = [one.place for one in every]
    assert len(set(taken)) == len(taken)
    assert all(p.cell in sheeting.free for p in taken if p.sheet == 1)
    assert taken == sorted(taken)


@given(many, sheetings)
def test_sheets_are_counted_as_badges_are_placed(badges, sheeting):
    every = list(places(badges, sheeting))
    assert sheets_needed(badges, sheeting) == max(
        (one.place.sheet for one in every), default=0
    )
    for sheet in range(1, sheets_needed(badges, sheeting) + 1):
        here = [one for one in every if one.place.sheet == sheet]
        assert on_sheet(sheet, badges, sheeting) == here
    assert on_sheet(sheets_needed(badges, sheeting) + 1, badges, sheeting) == []
    firsts = {one.badge: one.place for one in every if not one.copy}
    for badge in range(badges):
        assert place_of(badge, badges, sheeting) == firsts[badge]


@given(many, sheetings)
def test_the_pile_cut_up_and_its_stacks_put_together_is_in_order(badges, sheeting):
    """Whichever way they are filled, the same places are taken."""
    stacks: dict[int, list[tuple[int, int]]] = {}
    for one in places(badges, sheeting):
        stacks.setdefault(one.place.cell, []).append((one.badge, one.copy))
    if sheeting.fill is Fill.STACK:
        pile = [one for cell in sorted(stacks) for one in stacks[cell]]
        assert pile == sorted(pile)
    rows = on(sheeting.used, sheeting.start, Fill.ROWS, sheeting.copies)
    taken = {one.place for one in places(badges, sheeting)}
    assert taken == {one.place for one in places(badges, rows)}


@given(st.sampled_from(["a", "abc", "abcdefghijklmnopq"]), sheetings)
def test_what_is_arranged_stands_where_it_is_said_to(names, sheeting):
    told = list(arranged(names, sheeting))
    assert [at for _name, at in told] == list(places(len(names), sheeting))
    assert all(names[at.badge] == name for name, at in told)


def test_a_place_is_a_pair_of_sheet_and_cell():
    assert Place(2, 3) == (2, 3)
