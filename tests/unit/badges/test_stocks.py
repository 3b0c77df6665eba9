"""How a stock is found by its name."""

from dataclasses import replace

import pytest

from checkin.badges import UnknownStock, find_stocks, stock, stocks
from checkin.badges.errors import StockTooSmall
from checkin.badges.stocks import too_small


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


@pytest.mark.parametrize("name", ["DK-1202", "dk1202", "Brother DK-11202"])
def test_a_roll_is_found_by_its_number_here_and_there(name):
    assert stock(name).part == "DK-1202"


@pytest.mark.parametrize("name", ["L4784", "avery l4784", "5260", "DK-11201", "99010"])
def test_labels_that_are_too_small_are_told_so_and_not_taken_for_others(name):
    with pytest.raises(StockTooSmall) as caught:
        stock(name)
    assert "too small for badges" in caught.value.words()
    assert find_stocks(name, stocks()) == []


def test_no_stock_is_too_small_and_shipped_at_once():
    for one in stocks():
        assert all(not too_small(name) for name in (one.part, *one.equivalents))


def test_an_unknown_stock_is_told_with_those_that_are_nearest():
    with pytest.raises(UnknownStock) as caught:
        stock("L4758")
    assert "L4785" in caught.value.words()


def test_a_stock_of_the_user_goes_before_a_shipped_one():
    mine = replace(stock(), part="Tray 2", vendor="")
    same = replace(stock(), part="5395", vendor="")
    assert stock("tray 2", [mine]) is mine
    assert stock("5395", [same]) is same
    assert stock("Avery 5395", [same]).columns == 2


def test_an_unknown_name_is_told_with_the_user_s_own_that_is_near():
    mine = replace(stock(), part="Tray 2", vendor="")
    with pytest.raises(UnknownStock) as caught:
        stock("Tray 3", [mine])
    assert "Tray 2" in caught.value.words()
