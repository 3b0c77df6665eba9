"""What headings are taken for, and what the user says instead."""

import pytest

from checkin.importing.columns import FIELDS, map_columns
from checkin.importing.columns_words import meaning
from checkin.importing.errors import NoNameColumn, NoSuchColumn, NoSuchField, TooLarge
from checkin.importing.table import HowRead, make_table
from checkin.importing.vocabulary import languages
from checkin.model.errors import BadArgument, CheckinError


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
        ("Buyer Name", "buyer_name"),
        ("Order Email", "buyer_email"),
        ("Order Reference", "order_code"),
        ("#", "extra"),
        ("No.", "extra"),
        ("Attendee #", "external_code"),
        ("Order #", "order_code"),
        ("Nachname", "last_name"),
        ("Prénom", "first_name"),
        ("Nombre y apellidos", "full_name"),
        ("Cognome", "last_name"),
        ("Achternaam", "last_name"),
        ("Imię i nazwisko", "full_name"),
        ("Sobrenome", "last_name"),
        ("Förnamn", "first_name"),
        ("Adres e-mail", "email"),
        ("N° de billet", "external_code"),
        ("Name (Last, First)", "last_first"),
        ("Attendee name: Given name", "first_name"),
        ("Name / Nom", "full_name"),
        ("Frist name", "first_name"),
        ("What is your full name?", "full_name"),
        ("Which organisation do you represent?", "company"),
        ("Wo arbeiten Sie?", "company"),
        ("May we keep in touch after the event?", "contact"),
        ("Will you join us for lunch?", "extra"),
        ("How did you hear about us?", "extra"),
        ("Emergency contact name", "extra"),
        ("Cancelled on", "called_off"),
        ("Attended?", "came"),
        ("Home Address 1", "extra"),
        ("Manager's Name", "extra"),
    ],
)
def test_a_heading_is_taken_for_what_it_says(heading, field):
    found = meaning(heading)
    assert (found.field if found else "extra") == field


def test_every_field_that_words_mean_can_be_chosen():
    fields = {field for words in languages() for field in words.headings}
    assert fields - {"order_code", "salutation"} <= set(FIELDS)
    asked = {field for words in languages() for field in words.questions}
    assert asked <= set(FIELDS)


def test_a_question_comes_in_every_language_that_has_headings():
    assert len(languages()) >= 9
    for words in languages():
        assert {"full_name", "email", "company", "status"} <= set(words.headings)
        assert {"full_name", "company", "contact"} <= set(words.questions)


def test_the_attendee_wins_over_the_buyer_wherever_the_columns_stand():
    fields = taken("Email", "Buyer Email", "Name", "Attendee Email", "Attendee Name")
    assert fields == {
        "Email": "extra",
        "Buyer Email": "buyer_email",
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
