"""Lengths as people type them."""

import pytest

from checkin.badges.lengths import length_words, read_length, read_pair, write_length
from checkin.settings import Unit


@pytest.mark.parametrize(
    ("text", "mm"),
    [
        ("80", 80), (" 80.5 ", 80.5), ("80,5", 80.5), ("80 mm", 80), ("8cm", 80),
        ("3.5 in", 88.9), ('3 1/2"', 88.9), (",5", 0.5), ("-3", -3), ("−3", -3),
        ("0", 0),
    ],
)  # fmt: skip
def test_a_length_is_read_with_point_or_comma_and_with_its_unit(text, mm):
    assert read_length(text) == pytest.approx(mm)


@pytest.mark.parametrize("text", ["", "mm", "8O", "80 x", "1,000,0", "1e3", "9999999"])
def test_what_is_no_length_is_none(text):
    assert read_length(text) is None


def test_a_bare_number_is_in_the_unit_that_was_chosen():
    assert read_length("3.5", Unit.INCH) == pytest.approx(88.9)
    assert read_length("80 mm", Unit.INCH) == 80


@pytest.mark.parametrize("mm", [80, 17.5, 88.9, 0, 0.01, 85.725, 279.4])
@pytest.mark.parametrize("unit", Unit)
def test_a_length_that_is_written_is_read_as_the_same(mm, unit):
    assert read_length(write_length(mm, unit), unit) == pytest.approx(mm, abs=0.013)


def test_lengths_in_words_have_their_unit():
    assert length_words(17.5) == "17.5\N{NO-BREAK SPACE}mm"
    assert length_words(88.9, Unit.INCH) == "3.5\N{NO-BREAK SPACE}in"


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("80x50", (80, 50)), ("80 × 50 mm", (80, 50)), ("18,13", (18, 13)),
        ("17.5,13.5", (17.5, 13.5)), ("17,5x13,5", (17.5, 13.5)),
        ("17,5,13,5", (17.5, 13.5)), ("17,5;13", (17.5, 13)), ("95 55", (95, 55)),
        ("3.5x2in", (88.9, 50.8)), ('4 x 3 "', (101.6, 76.2)),
    ],
)  # fmt: skip
def test_a_pair_is_read_however_it_is_parted(text, pair):
    assert read_pair(text) == pytest.approx(pair)


@pytest.mark.parametrize("text", ["", "80", "80x", "80x50x3", "a,b", "1,2,3"])
def test_what_is_no_pair_is_none(text):
    assert read_pair(text) is None
