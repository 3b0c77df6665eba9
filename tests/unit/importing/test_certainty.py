"""How sure a column is: its heading, its cells, and who said so."""

import pytest

from checkin.importing import Certainty, certainties, load

SURE, CHECK, EXTRA = Certainty.SURE, Certainty.CHECK, Certainty.EXTRA


@pytest.fixture
def sure(written):
    """The certainty of each column of a list, by its heading."""

    def of(text, *overrides):
        reading = load(written(text), overrides=overrides)
        columns = reading.mapping.columns
        found = certainties(reading)
        return {c.heading: how for c, how in zip(columns, found, strict=True)}

    return of


def test_plain_headings_are_sure_and_strange_ones_are_kept(sure):
    assert sure("Full name,E-Mail:,Barcode #,Food\nZoë,z@x.org,1,vegan\n") == {
        "Full name": SURE, "E-Mail:": SURE, "Barcode #": SURE, "Food": EXTRA,
    }  # fmt: skip


def test_the_demo_list_needs_no_look():
    from checkin.resources import resource

    assert CHECK not in certainties(load(resource("demo", "guests.csv")))


@pytest.mark.parametrize("heading", ["Role", "Ticket", "Secret", "Comments", "Code"])
def test_a_heading_that_could_mean_something_else_is_worth_a_look(sure, heading):
    assert sure(f"Name,{heading}\nZoë,x\n")[heading] is CHECK


def test_what_the_user_said_is_sure(sure):
    found = sure("Name,Role,Nick\nZoë,x,y\n", "Role=job_title", "Name=ignore",
                 "Nick=full_name")  # fmt: skip
    assert found == {"Name": SURE, "Role": SURE, "Nick": SURE}
    assert sure("Name,Role\nZoë,x\n", "Role=extra")["Role"] is EXTRA


def test_of_two_columns_for_one_field_the_winner_is_worth_a_look(sure):
    assert sure("Name,Phone,Mobile\nZoë,1,2\n") == {
        "Name": SURE, "Phone": CHECK, "Mobile": EXTRA,
    }  # fmt: skip


def test_the_attendees_own_column_is_sure_beside_a_general_one(sure):
    found = sure("Attendee Name,Email,Attendee Email\nZoë,a@x.org,z@x.org\n")
    assert (found["Attendee Email"], found["Email"]) == (SURE, EXTRA)


@pytest.mark.parametrize(
    ("heading", "cells", "how"),
    [
        ("Status", ["Purple", "Orange", "attending"], CHECK),
        ("Status", ["attending", "cancelled", ""], SURE),
        ("Email", ["Zoë", "Hans"], CHECK),
        ("Email", ["zoe@@x.org", "Zoë <z@x.org>"], SURE),
        ("Email", ["", ""], SURE),
        ("Places", ["table 1", "table 2"], CHECK),
        ("May we write to you?", ["weekly", "monthly"], CHECK),
        ("First time here?", ["yes", "no"], SURE),
    ],
)
def test_cells_that_make_no_sense_are_worth_a_look(sure, heading, cells, how):
    rows = "".join(f"Guest {n},{cell}\n" for n, cell in enumerate(cells))
    assert sure(f"Name,{heading}\n{rows}")[heading] is how


def test_few_slips_among_many_cells_are_no_doubt(sure):
    rows = "".join(f"Guest {n},{'yes' if n else 'hm'}\n" for n in range(6))
    assert sure(f"Name,Newsletter consent,Photos\n{rows}")["Name"] is SURE
    assert sure(f"Name,Photo consent\n{rows}")["Photo consent"] is SURE


def test_a_second_handle_is_an_extra_column(sure):
    found = sure("Name,LinkedIn,Mastodon\nZoë,zoe-b,@z@x.org\n")
    assert sorted(found.values()) == sorted([SURE, SURE, EXTRA])
