"""Which way letters run on one line."""

from checkin.typeset.bidi import levels, visual_order


def test_latin_text_runs_from_left_to_right():
    assert levels("Anna 12") == [0] * 7


def test_arabic_text_runs_from_right_to_left():
    assert levels("محمد علي") == [1] * 8


def test_a_number_in_arabic_text_keeps_its_own_direction():
    assert levels("ع 24") == [1, 1, 2, 2]


def test_brackets_after_a_number_in_hebrew_text_belong_to_the_hebrew():
    text = "א 24 (Ltd) ב"
    assert levels(text) == [1, 1, 2, 2, 1, 1, 2, 2, 2, 1, 1, 1]


def test_a_latin_line_with_one_arabic_word_turns_only_that_word():
    assert levels("A عل B") == [0, 0, 1, 1, 0, 0]


def test_runs_of_a_line_from_the_right_are_read_from_its_right_end():
    assert visual_order([1, 2, 1]) == [2, 1, 0]


def test_runs_of_a_line_from_the_left_stay_in_order():
    assert visual_order([0, 1, 0]) == [0, 1, 2]


def test_two_runs_from_the_right_within_latin_change_places():
    assert visual_order([0, 1, 1, 0]) == [0, 2, 1, 3]
