"""What columns were put right to before, for lists with the same headings."""

from checkin.importing.recalled import header_key, put_right

HEADER = ("Name", "Called", "Food")


def test_headings_in_another_order_are_the_same_headings():
    assert header_key(HEADER) == header_key(reversed(HEADER))
    assert header_key(HEADER) != header_key(HEADER[:2])


def test_only_what_is_guessed_otherwise_is_put_right():
    guessed = {"Name": "full_name", "Called": "extra", "Food": "extra"}
    before = {"Name": "extra", "Called": "full_name", "Food": "extra"}
    assert put_right(guessed, before, {}) == {"Name": "extra", "Called": "full_name"}


def test_what_the_user_says_now_comes_before_what_was_said_before():
    guessed = {"Name": "full_name", "Called": "extra"}
    before = {"Called": "full_name"}
    assert put_right(guessed, before, {"Called": "company"}) == {}
    assert put_right(guessed, before, {"Name": "full_name"}) == {}


def test_a_field_that_is_not_known_any_more_is_left_out():
    assert put_right({"Called": "extra"}, {"Called": "shoe_size"}, {}) == {}
