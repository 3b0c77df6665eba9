"""What columns were taken for last time, in an event on disk."""

from pathlib import Path

import pytest

from checkin.importing import apply_plan, load, make_plan
from checkin.importing.familiar import taken_for_before

HEADER = ("Name", "Called", "Food")


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text("Name,Called,Food\nZoë Bell,Zoë,vegan\n", "utf-8")
    return path


def test_a_list_that_was_never_imported_has_no_before(office):
    assert taken_for_before(office.event, HEADER, "members") == {}


def test_the_columns_are_known_as_they_were_taken_also_the_extra_ones(office, members):
    reading = load(members, overrides=["Called=full_name"])
    apply_plan(office.event, make_plan(office.event, reading))
    assert taken_for_before(office.event, HEADER, "members") == {
        "Name": "extra",
        "Called": "full_name",
        "Food": "extra",
    }


def test_under_other_headings_nothing_is_known(office, members):
    apply_plan(office.event, make_plan(office.event, load(members)))
    assert taken_for_before(office.event, (*HEADER, "Shoe size"), "members") == {}


def test_an_import_that_was_undone_does_not_count(office, members):
    act = apply_plan(office.event, make_plan(office.event, load(members)))
    office.event.undo(act)
    assert taken_for_before(office.event, HEADER, "members") == {}
