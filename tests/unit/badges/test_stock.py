"""What a stock is, and that all shipped ones can be printed on."""

from dataclasses import replace
from itertools import combinations

import pytest

from checkin.badges import Kind, Size, StartOutOfRange, stock, stocks
from checkin.badges.stock import PLAY, Fold, Point

ALL = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.title)
ROUNDED = 0.5
"""mm by which opposite margins may differ without a word."""


@ALL
def test_every_badge_lies_on_the_paper(sheet):
    for place in range(1, sheet.places + 1):
        left, top = sheet.cell(place)
        assert left >= 0
        assert top >= 0
        assert left + sheet.badge_size.width <= sheet.paper_size.width + PLAY
        assert top + sheet.badge_size.height <= sheet.paper_size.height + PLAY


@ALL
def test_no_two_badges_overlap(sheet):
    cells = [sheet.cell(place) for place in range(1, sheet.places + 1)]
    for one, other in combinations(cells, 2):
        beside = abs(one.left - other.left) >= sheet.badge_size.width - PLAY
        below = abs(one.top - other.top) >= sheet.badge_size.height - PLAY
        assert beside or below


@ALL
def test_opposite_margins_are_equal_or_the_stock_is_said_to_be_doubtful(sheet):
    last = sheet.cell(sheet.places)
    right = sheet.paper_size.width - last.left - sheet.badge_size.width
    bottom = sheet.paper_size.height - last.top - sheet.badge_size.height
    uneven = max(abs(right - sheet.first.left), abs(bottom - sheet.first.top))
    assert uneven <= max(ROUNDED, sheet.unsure + PLAY * 5)
    assert bool(sheet.doubt) == (sheet.unsure > 0)


@ALL
def test_every_stock_says_what_it_is_and_where_its_geometry_is_from(sheet):
    assert sheet.description
    assert sheet.source


@ALL
def test_rolls_alone_have_a_width_and_dots_and_one_label_a_page(sheet):
    roll = sheet.kind is Kind.ROLL
    assert (sheet.across is not None) == roll
    assert roll <= (sheet.dots in (203, 300))
    assert sheet.dots is None or sheet.places == 1
    if roll:
        assert sheet.across in sheet.paper_size
        assert sheet.paper_size == sheet.badge_size


@ALL
def test_badges_are_folded_where_their_kind_says_so(sheet):
    assert (sheet.fold is not None) == (sheet.kind is Kind.FOLD)


def test_there_are_at_least_forty_stocks_and_some_of_every_kind():
    assert len(stocks()) >= 40
    assert {known.kind for known in stocks()} == set(Kind)
    assert {"A4", "US Letter", "A6", "A7", "Roll"} <= {s.paper for s in stocks()}


def test_no_two_stocks_have_one_name():
    titles = [known.title.casefold() for known in stocks()]
    assert len(set(titles)) == len(titles)


def test_doubtful_measures_are_told_in_words():
    assert stock("J8414").doubt == (
        "Its known measures may be 2.2 mm off: print a test sheet first."
    )
    assert stock("5395").doubt == ""


def test_a_generic_size_is_called_by_its_name_alone():
    assert stock("A7 4-up").generic
    assert stock("A7 4-up").title == "A7 4-up"
    assert stock("L4785").title == "Avery L4785"


def test_places_count_along_the_rows():
    sheet = stock("L4785")
    assert sheet.cell(1) == (17.5, 13.5)
    assert sheet.cell(2) == (112.5, 13.5)
    assert sheet.cell(3) == (17.5, 68.5)


@pytest.mark.parametrize("place", [0, -1, 11])
def test_a_place_that_the_sheet_does_not_have_is_told_in_words(place):
    with pytest.raises(StartOutOfRange) as caught:
        stock("L4785").cell(place)
    assert "10" in caught.value.words()


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ({"first": Point(60, 13.5)}, "not all badges lie on the paper"),
        ({"first": Point(-1, 13.5)}, "not all badges lie on the paper"),
        ({"pitch": Size(79, 55)}, "the badges overlap"),
        ({"pitch": Size(95, 49.9)}, "the badges overlap"),
        ({"columns": 0}, "there is no badge"),
        ({"badge_size": Size(80, 0)}, "there is no badge"),
        ({"corner": 25.1}, "rounder than its badge"),
    ],
)
def test_a_stock_that_can_not_be_is_refused(what, why):
    with pytest.raises(ValueError, match=why):
        replace(stock(), **what)


def test_a_badge_alone_fills_a_page_of_its_own_size():
    for known in stocks():
        alone = known.alone
        assert (alone.paper_size, alone.places) == (known.panel_size, 1)
        assert (alone.panel_size, alone.fold) == (known.panel_size, None)
        assert alone.cell(1) == (0, 0)


def test_a_folded_badge_has_its_front_below_the_fold_and_its_back_above():
    tent = stock("CR80 tent 4-up")
    assert tent.fold is Fold.TOP
    assert tent.panel_size == (85.6, 53.98)
    assert tent.folded_back(1) == tent.cell(1)
    left, top = tent.cell(1)
    assert tent.front(1) == (left, top + 53.98)


def test_a_flat_badge_is_its_own_front_and_has_no_other_panel():
    flat = stock()
    assert flat.panel_size == flat.badge_size
    assert flat.front(2) == flat.cell(2)
    assert flat.folded_back(2) is None
