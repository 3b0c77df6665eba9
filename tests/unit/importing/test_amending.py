"""Cells that are put right and rows that are left out, before people are read."""

import pytest

from checkin.importing import load, remap
from checkin.importing.amending import Amendments, amended, parse_amendments
from checkin.importing.errors import NoSuchColumn, NoSuchRow
from checkin.importing.table import HowRead, make_table
from checkin.model.errors import BadArgument


@pytest.fixture
def table():
    rows = [["Name", "E-mail"], ["Zoë", "zoe@@example.org"], ["", ""], ["Tom", ""]]
    return make_table("list.csv", "", enumerate(rows, 1), HowRead())


def test_a_cell_says_from_now_on_what_the_user_wrote(table):
    made = amended(table, Amendments({(2, "E-mail"): "zoe@example.org"}))
    assert made.rows == (("Zoë", "zoe@example.org"), ("Tom", ""))
    assert table.rows[0] == ("Zoë", "zoe@@example.org")


def test_several_cells_of_one_row_are_put_right_together(table):
    made = amended(table, Amendments({(4, "Name"): "Tam", (4, "e mail"): "t@a.org"}))
    assert made.rows[1] == ("Tam", "t@a.org")


def test_a_row_that_is_left_out_is_not_there_and_the_others_keep_their_numbers(table):
    made = amended(table, Amendments(left_out=frozenset({2})))
    assert (made.numbers, made.rows) == ((4,), (("Tom", ""),))


def test_where_nothing_is_put_right_the_table_stays_the_same_one(table):
    assert amended(table, Amendments()) is table


@pytest.mark.parametrize(
    "amendments",
    [Amendments({(3, "Name"): "Nobody"}), Amendments(left_out=frozenset({17}))],
)
def test_a_row_that_is_not_there_is_told_with_those_that_are(table, amendments):
    with pytest.raises(NoSuchRow) as caught:
        amended(table, amendments)
    assert "rows 2 to 4" in caught.value.words()


def test_a_heading_that_is_not_there_is_told_with_those_that_are(table):
    with pytest.raises(NoSuchColumn, match="E-mail"):
        amended(table, Amendments({(2, "Mail"): "zoe@example.org"}))


def test_the_terminal_says_row_heading_and_text():
    made = parse_amendments(["14:E-mail=zoe+a=b@example.org", "2: Note = "], [17])
    assert made.cells == {(14, "E-mail"): "zoe+a=b@example.org", (2, "Note"): ""}
    assert made.left_out == {17}


@pytest.mark.parametrize("text", ["14", "14:E-mail", "E-mail=zoe", "x:A=b", "4:=b"])
def test_anything_else_is_told_how_to_write_it(text):
    with pytest.raises(BadArgument, match="--fix “14:E-mail"):
        parse_amendments([text], [])


LIST = "Name,E-mail\nZoë,zoe@@x.org\n,\nTom,tom@x.org\nTom,tom@x.org\n"


def test_people_are_read_from_what_was_put_right_and_the_file_stays_as_it_was(written):
    fixes = parse_amendments(["2:E-mail=zoe@x.org", "5:Name=Tam"], [4])
    reading = load(written(LIST), amendments=fixes)
    assert [(p.row, p.name, p.email) for p in reading.people] == [
        (2, "Zoë", "zoe@x.org"), (5, "Tam", "tom@x.org"),
    ]  # fmt: skip
    assert not any(person.odd for person in reading.people)
    assert reading.table.rows[0] == ("Zoë", "zoe@@x.org")


def test_what_was_put_right_can_be_set_back(written):
    reading = load(written(LIST), amendments=parse_amendments(["2:Name=Zoe"], [4]))
    again = remap(reading, [])
    assert [person.name for person in again.people] == ["Zoë", "Tom"]
