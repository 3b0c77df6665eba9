"""What headings are taken for, and what the user says instead."""

import pytest

from checkin.importing.columns import map_columns
from checkin.importing.columns_words import meaning
from checkin.importing.errors import NoNameColumn, NoSuchColumn, NoSuchField, TooLarge
from checkin.importing.table import HowRead, make_table
from checkin.model.attendee import DETAIL_NAMES
from checkin.model.errors import BadArgument, CheckinError
from checkin.model.permission import Purpose


def taken(*header, overrides=()):
    rows = [(1, header), (2, ["x"] * len(header))]
    table = make_table("list.csv", "", rows, HowRead())
    return map_columns(table, overrides).taken_for()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name", "full_name"),
        ("Full name", "full_name"),
        ("Attendee", "full_name"),
        ("First Name", "first_name"),
        ("given_name", "first_name"),
        ("Surname", "last_name"),
        ("Family name", "last_name"),
        ("E-mail", "email"),
        ("E-Mail Address:", "email"),
        ("Organisation", "company"),
        ("Organization", "company"),
        ("Company name", "company"),
        ("Role", "job_title"),
        ("Position", "job_title"),
        ("Ticket type", "ticket_type"),
        ("Barcode #", "external_code"),
        ("Ticket reference", "external_code"),
        ("Attendee Status", "status"),
        ("Places", "places"),
        ("Pronouns", "pronouns"),
        ("Mobile", "phone"),
        ("First time here?", "first_time"),
        ("LinkedIn", "handle"),
        ("Plus one", "plus_one"),
        ("Notes", "note"),
        ("May we write to you?", "contact"),
        ("Marketing opt-in", "contact"),
        ("Dietary", "extra"),
        ("Buyer Name", "extra"),
        ("Order Email", "extra"),
        ("Order Reference", "extra"),
        ("Attendee #", "extra"),
        ("Order #", "extra"),
        ("Home Address 1", "extra"),
        ("Manager's Name", "extra"),
    ],
)
def test_a_heading_is_taken_for_what_it_says(heading, field):
    assert (meaning(heading) or ("extra", 0))[0] == field


def test_every_field_that_headings_mean_is_one_of_the_model():
    from checkin.importing.columns_words import known

    fields = {field for field, _rank in known().values()}
    assert fields <= {*DETAIL_NAMES, *Purpose}


def test_the_attendee_wins_over_the_buyer_wherever_the_columns_stand():
    fields = taken("Email", "Buyer Email", "Name", "Attendee Email", "Attendee Name")
    assert fields == {
        "Email": "extra",
        "Buyer Email": "extra",
        "Name": "extra",
        "Attendee Email": "email",
        "Attendee Name": "full_name",
    }


def test_how_many_were_bought_is_no_places_where_each_row_has_its_ticket():
    assert taken("Name", "Quantity", "Barcode")["Quantity"] == "extra"
    assert taken("Name", "Quantity")["Quantity"] == "places"


def test_the_user_has_the_last_word():
    fields = taken(
        "Name", "Nickname", "Firm", "Phone",
        overrides=["Nickname=full_name", "firm = company", "Phone=ignore"],
    )  # fmt: skip
    assert fields == {
        "Name": "extra",
        "Nickname": "full_name",
        "Firm": "company",
        "Phone": "ignore",
    }


def test_a_heading_with_an_equals_sign_can_be_named():
    assert taken("Name", "a=b", overrides=["a=b=note"])["a=b"] == "note"


@pytest.mark.parametrize(
    ("override", "error", "words"),
    [
        ("Compny=company", NoSuchColumn, "Company"),
        ("Company=compny", NoSuchField, "company"),
        ("Company", BadArgument, "--map"),
        ("=company", BadArgument, "--map"),
        ("Company=approval", NoSuchField, "approval"),
    ],
)
def test_a_slip_in_an_override_names_what_was_meant(override, error, words):
    with pytest.raises(error, match=words):
        taken("Name", "Company", overrides=[override])


def test_two_columns_cannot_be_one_field():
    with pytest.raises(BadArgument, match="full_name"):
        taken("A", "B", overrides=["A=full_name", "B=full_name"])


def test_a_list_without_names_is_refused_with_its_headings():
    with pytest.raises(NoNameColumn, match="Foo, Email") as told:
        taken("Foo", "Email")
    assert isinstance(told.value, CheckinError)
    assert taken("Foo", "Email", overrides=["Foo=full_name"])["Foo"] == "full_name"


def test_headings_that_no_entry_could_hold_are_refused():
    essays = [f"{n} " + "ж" * 190 for n in range(200)]
    with pytest.raises(TooLarge, match="headings"):
        taken("Name", *essays)


def test_the_extra_columns_have_an_id_that_follows_from_their_headings():
    def header_id(*header):
        table = make_table("l", "", [(1, header), (2, "x" * len(header))], HowRead())
        return map_columns(table).header_id

    assert header_id("Name", "Dietary") == header_id("Dietary", "Full name")
    assert header_id("Name", "Dietary") != header_id("Name", "Diet")
    assert len(header_id("Name")) == 16
