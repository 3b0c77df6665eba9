"""Stocks are found by whatever stands on the pack, best first."""

from dataclasses import replace

import pytest

from checkin.badges import find_stocks, stock, stocks


def titles(text, among=None):
    return [one.title for one in find_stocks(text, among or stocks())]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("L4785", "Avery L4785"),
        ("l 4785", "Avery L4785"),
        ("avery l-4785", "Avery L4785"),
        ("8395", "Avery 5395"),
        ("DK-11202", "Brother DK-1202"),
        ("80x50", "Avery L4785"),
        ("80 × 50", "Avery L4785"),
        ("50*80 mm", "Avery L4785"),
        ("80x5", "Avery L4785"),
        ("85,6 x 53,98", "CR80"),
        ("4x6 in", "4x6 in 2-up"),
        ("4x6 in roll", "4x6 in roll"),
        ("roll 62", "62 mm roll"),
        ("herma 90x60", "HERMA 9012"),
        ("a7 inserts", "A7"),
    ],
)
def test_the_best_comes_first(text, first):
    assert titles(text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("L4758", "Avery L4785"),
        ("avrey 5395", "Avery 5395"),
        ("Decadri", "DECAdry OCC-3342"),
        ("duralbe 1445", "DURABLE 1445-02"),
        ("lables 3475", "Zweckform 3475"),
    ],
)
def test_typos_are_forgiven(text, first):
    assert titles(text)[0] == first


def test_what_is_typed_right_brings_nothing_that_is_only_like_it():
    assert titles("5395") == ["Avery 5395"]


def test_every_word_has_to_fit():
    assert titles("herma 5395") == []
    found = find_stocks("avery letter", stocks())
    assert found
    assert {(one.vendor, one.paper) for one in found} == {("Avery", "US Letter")}


def test_nothing_typed_leaves_them_as_they_are():
    assert find_stocks("  ", stocks()) == list(stocks())


def test_a_size_is_found_nearly_and_the_nearest_comes_first():
    sizes = [one.badge_size for one in find_stocks("85x54", stocks())]
    assert sizes[0] == (85, 54)
    assert all(abs(size.width - 85) <= 3 for size in sizes)
    assert len(sizes) > 3


def test_a_folded_badge_is_found_as_it_is_worn_and_as_it_is_cut():
    assert "CR80 tent 4-up" in titles("85.6x53.98")
    assert "CR80 tent 4-up" in titles("85.6x107.96")


def test_one_s_own_sheet_is_found_by_its_name():
    mine = replace(stock(), part="Rossmann 10", vendor="", own=True)
    assert titles("rosmann", [mine, *stocks()]) == ["Rossmann 10"]


@pytest.mark.parametrize("text", ["xyzzy", "×", "(", "80x", "\u2068", "5" * 500])
def test_whatever_is_typed_something_or_nothing_is_found(text):
    assert isinstance(titles(text), list)


def test_every_stock_is_found_first_by_its_own_name():
    for one in stocks():
        assert find_stocks(one.title, stocks())[0] is one
