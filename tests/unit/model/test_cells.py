"""Cells that a spreadsheet would run, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.model.cells import guarded, unguarded

RISKY = "=+-@＝＋－＠\t\r\n\0;\"' ab1"
cells = st.text(st.sampled_from(RISKY), max_size=12) | st.text()


@pytest.mark.parametrize("first", "=+-@\t\r\n\0＝＋－＠−")
def test_a_cell_that_could_be_run_begins_with_an_apostrophe(first):
    assert guarded(f"{first}1+1").startswith("'")


@pytest.mark.parametrize(
    "cell", ["", "Anna", "O'Donoghue", "’t Hooft", "'t Hooft", "a=b", "10-12", "a, -b"]
)
def test_an_ordinary_cell_stays_as_it_is(cell):
    assert guarded(cell) == unguarded(cell) == cell


@pytest.mark.parametrize("cell", [" =1", '"=1', "\u00a0=1", "\ufeff=1"])
def test_what_a_spreadsheet_strips_hides_nothing(cell):
    assert guarded(cell) == f"'{cell}"


def test_a_new_cell_that_a_semicolon_opens_is_guarded_too():
    assert guarded("Anna;=1+1") == "Anna;'=1+1"
    assert guarded('Anna\n"=1+1') == "Anna\n'\"=1+1"


@given(cells)
def test_what_was_guarded_can_be_freed_again_exactly(cell):
    assert unguarded(guarded(cell)) == cell


@given(cells)
def test_no_part_that_a_spreadsheet_may_see_as_a_cell_begins_a_formula(cell):
    for part in guarded(cell).replace("\t", ";").replace("\n", ";").split(";"):
        assert not part.lstrip(' "\u00a0\u3000').startswith(tuple("=+-@＝＋－＠"))
