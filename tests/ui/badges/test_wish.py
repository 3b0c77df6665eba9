"""The sums in words."""

import pytest

from checkin.badges import stock
from checkin.ui.badges.wish import nth, print_words, stock_words, sum_words


@pytest.mark.parametrize(
    ("badges", "used", "words"),
    [
        (
            43,
            {1, 2, 3},
            "7 badges on the first sheet, starting at the 4th place. "
            "The other 36 fill sheets 2 to 5.",
        ),
        (43, set(), "10 badges on the first sheet. The other 33 fill sheets 2 to 5."),
        (11, set(), "10 badges on the first sheet. The other one is on sheet 2."),
        (
            16,
            {10},
            "9 badges on the first sheet, in the places that are left. "
            "The other 7 are on sheet 2.",
        ),
        (10, set(), "10 badges fill one sheet."),
        (1, set(), "1 badge on one sheet."),
        (2, {5}, "2 badges on one sheet, in the places that are left."),
        (10, set(range(1, 11)), "10 badges fill one sheet."),
        (
            20_010,
            set(),
            "10 badges on the first sheet. The other 20,000 fill sheets 2 to 2,001.",
        ),
    ],
)
def test_the_sum_is_explained(badges, used, words):
    assert sum_words(badges, stock("L4785"), used) == words


def test_the_button_counts_one_and_many():
    assert print_words(1, 1) == "Print 1 badge on 1 sheet"
    assert print_words(10_000, 1000) == "Print 10,000 badges on 1,000 sheets"
    assert print_words(43, 5) == "Print 43 badges on 5 sheets"


def test_ordinals_are_those_of_english():
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 24)
    assert (
        " ".join(map(nth, numbers)) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 24th"
    )


def test_a_stock_is_told_by_paper_and_size():
    words = stock_words(stock("5395")).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "US Letter, 8 badges of 85.7 × 59.3 mm"
