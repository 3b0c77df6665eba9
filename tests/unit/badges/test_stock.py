"""The shipped stocks and how they are found."""

from dataclasses import replace
from itertools import combinations

import pytest

from checkin.badges import StartOutOfRange, UnknownStock, stock, stocks
from checkin.badges.stock import Point

PLAY = 0.05
ALL = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.part)


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
def test_every_stock_says_where_its_geometry_is_from(sheet):
    assert sheet.source


def test_the_default_is_l4785_on_a4_with_two_by_five_badges():
    assert (stock().part, stock().columns, stock().rows) == ("L4785", 2, 5)
    assert stock().paper_size == (210, 297)


def test_5395_is_us_letter_with_two_by_four_badges():
    letter = stock("5395")
    assert (letter.columns, letter.rows) == (2, 4)
    assert letter.paper_size == (215.9, 279.4)


@pytest.mark.parametrize("name", ["l4785", "Avery L4785", " L-4785 ", "L4786"])
def test_a_stock_is_found_by_part_vendor_or_equivalent(name):
    assert stock(name).part == "L4785"


def test_a_part_that_two_sources_describe_differently_is_no_equivalent():
    with pytest.raises(UnknownStock):
        stock("L4784")


def test_an_unknown_stock_is_told_with_those_that_are_nearest():
    with pytest.raises(UnknownStock) as caught:
        stock("L4758")
    assert "L4785" in caught.value.words()


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


def test_a_stock_whose_badges_leave_the_paper_is_refused():
    with pytest.raises(ValueError, match="not all badges lie on the paper"):
        replace(stock(), first=Point(60, 13.5))


def test_a_badge_alone_fills_a_page_of_its_own_size():
    for known in stocks():
        alone = known.alone
        assert (alone.paper_size, alone.places) == (known.badge_size, 1)
        assert alone.cell(1) == (0, 0)
