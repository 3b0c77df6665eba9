"""Measuring, fitting, breaking and shortening."""

import unicodedata

import pytest

from checkin.typeset import (
    Style,
    break_at,
    fit,
    in_two,
    measure,
    missing,
    shape,
    shorten,
)

LONG = "Gesellschaft zur Förderung der Hafenkultur"


def test_a_text_is_twice_as_wide_at_twice_the_size():
    assert measure("Anna", Style.BOLD, 20) == 2 * measure("Anna", Style.BOLD, 10)


def test_bold_text_is_wider():
    assert measure(LONG, Style.BOLD, 10) > measure(LONG, Style.REGULAR, 10)


def test_a_short_name_keeps_the_largest_size():
    assert fit("Jo", Style.BOLD, 200, 33, 15) == 33


def test_a_long_name_shrinks_until_it_just_fits():
    size = fit(LONG, Style.BOLD, 200, 33, 5)
    assert measure(LONG, Style.BOLD, size) <= 200
    assert measure(LONG, Style.BOLD, size + 0.25) > 200


def test_no_name_shrinks_below_the_smallest_size():
    assert fit(LONG, Style.BOLD, 10, 33, 15) == 15


@pytest.mark.parametrize("width", [20, 60, 100, 150])
def test_a_text_that_is_too_long_ends_in_an_ellipsis_and_fits(width):
    short = shorten(LONG, Style.REGULAR, 10, width)
    assert short.endswith("…")
    assert LONG.startswith(short[:-1])
    assert measure(short, Style.REGULAR, 10) <= width


def test_a_text_that_fits_is_not_shortened():
    assert shorten("Anna", Style.REGULAR, 10, 100) == "Anna"


def test_a_shortened_text_does_not_end_in_a_space_before_the_dots():
    assert " …" not in {shorten(LONG, Style.BOLD, 9, width) for width in range(200)}


def test_a_name_breaks_in_two_where_the_longer_half_is_shortest():
    assert in_two("Maria Magdalena Papadopoulou", Style.BOLD) == (
        "Maria Magdalena",
        "Papadopoulou",
    )


def test_a_double_barrelled_name_breaks_after_its_hyphen():
    assert in_two("Papadopoulou-Christodoulou", Style.BOLD) == (
        "Papadopoulou-",
        "Christodoulou",
    )


def test_a_single_word_does_not_break():
    assert in_two("Wolfeschlegelsteinhausen", Style.BOLD) is None


def test_breaking_by_width_fills_the_first_line():
    first, second = break_at(LONG, Style.REGULAR, 10, 120)
    assert f"{first} {second}" == LONG
    assert measure(first, Style.REGULAR, 10) <= 120
    word = second.split()[0]
    assert measure(f"{first} {word}", Style.REGULAR, 10) > 120


def test_chinese_and_japanese_break_between_their_letters():
    library = "国立図書館情報学研究所"
    assert "".join(in_two(library, Style.BOLD)) == library
    first, second = break_at(library, Style.BOLD, 10, 55)
    assert (first, second) == ("国立図書館", "情報学研究所")


@pytest.mark.parametrize(
    "text", ["コンピューター", "きょうと", "山々山々", "東京。大阪、"]
)
def test_no_row_begins_with_what_belongs_to_the_letter_before_it(text):
    for width in range(10, 80, 5):
        if halves := break_at(text, Style.BOLD, 10, width):
            assert "".join(halves) == text
            assert halves[1][0] not in "ーょ々。、"


def test_missing_names_the_letters_that_no_font_has():
    assert missing("Anna \ue000\ue000 Łukasz") == {"\ue000"}
    assert missing("محمد 王 Zoë") == frozenset()


def test_shaping_the_same_text_again_costs_nothing():
    assert shape("Anna", Style.BOLD) is shape("Anna", Style.BOLD)


def test_a_shortened_text_keeps_letters_and_their_marks_together():
    text = "क्षि" * 8 + "e\u0317" * 8
    for width in range(10, 200, 5):
        kept = shorten(text, Style.BOLD, 10, width).removesuffix("…")
        after = text[len(kept) : len(kept) + 1]
        assert not after or not unicodedata.category(after).startswith("M")
