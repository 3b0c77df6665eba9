"""Headings and the width of rows."""

import pytest

from checkin.importing.errors import EmptyFile, NothingBelow, TooLarge
from checkin.importing.table import MAX_COLUMNS, MAX_ROWS, HowRead, distinct, make_table


def table(*rows):
    return make_table("list.csv", "", enumerate(rows, 1), HowRead())


def test_short_rows_are_filled_and_blank_ones_left_out():
    made = table(["Name", "Email"], ["Zoë"], ["", " "], ["Sukma", "s@example.org"])
    assert made.rows == (("Zoë", ""), ("Sukma", "s@example.org"))
    assert made.numbers == (2, 4)


def test_a_cell_beyond_the_headings_gets_a_heading_of_its_own():
    made = table(["Name"], ["Zoë", "", "VIP!"], ["Sukma"])
    assert made.header == ("Name", "Column 3")
    assert made.rows == (("Zoë", "VIP!"), ("Sukma", ""))


def test_a_stray_cell_far_to_the_right_makes_no_columns_and_is_told():
    made = table(["Name"], ["Zoë"], ["Sukma", *[""] * MAX_COLUMNS, "x"])
    assert made.header == ("Name",)
    assert made.strays == {3}


def test_headings_are_found_below_titles():
    made = table(
        ["Autumn fair"], ["by Sam", "2026"], ["Name", "E-mail"], ["Zoë", "z@x"]
    )
    assert made.header == ("Name", "E-mail")
    assert made.numbers == (4,)


def test_without_a_known_heading_the_first_row_is_the_heading():
    assert table(["Foo", "Bar"], ["Zoë", "z"]).header == ("Foo", "Bar")
    # somebody may be called like a heading
    assert table(["Foo", "Bar"], ["Zoë", "z"], ["Guest", "g"]).header == ("Foo", "Bar")


def test_repeated_headings_become_distinct():
    names = distinct(["Notes", "Notes (2)", "Notes", "", "Notes"], 5)
    assert names == ("Notes", "Notes (2)", "Notes (3)", "Column 4", "Notes (4)")


def test_nothing_at_all_and_nobody_below_the_headings_are_told_apart():
    with pytest.raises(EmptyFile):
        table(["", " "])
    with pytest.raises(NothingBelow):
        table(["Name", "Email"], ["", ""])


def test_more_rows_than_any_hall_holds_are_refused():
    rows = ((n, ("x",)) for n in range(1, MAX_ROWS + 2))
    with pytest.raises(TooLarge, match=str(MAX_ROWS)):
        make_table("list.csv", "", rows, HowRead())
