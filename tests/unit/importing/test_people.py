"""Rows become people: tidied, never guessed."""

import unicodedata

import pytest

from checkin.importing import Odd, load, read_as_json, remap
from checkin.importing.people_words import answer_of, places_of, status_of
from checkin.model.attendee import Details, RegistrationStatus
from checkin.model.permission import Answer
from checkin.model.progress import WasCancelled


@pytest.fixture
def people(written):
    def read(text):
        return load(written(text)).people

    return read


def test_names_are_tidied_but_keep_their_case_and_their_parts(people):
    (person,) = people("First name,Last name\n  marek\u00a0 , van  der\tBERG \n")
    assert person.fields == {"first_name": "marek", "last_name": "van der BERG"}
    assert person.name == "marek van der BERG"


def test_letters_and_accents_stored_apart_are_composed(people):
    apart = unicodedata.normalize("NFD", "Renée Desprées")
    (person,) = people(f"Name\n{apart}\n")
    assert person.fields == {"full_name": "Renée Desprées"}


def test_invisible_litter_goes_and_joiners_of_names_stay(people):
    (person,) = people("Name\n\ufeffZo\u200bë\x07 علی\u200cرضا\n")
    assert person.name == "Zoë علی\u200cرضا"


def test_a_whole_name_is_not_split_and_parts_are_not_put_together(people):
    first, second = people("Name,First name,Last name\nZoë Bell,,\n,Jo,Ng\n")
    assert first.fields == {"full_name": "Zoë Bell"}
    assert second.fields == {"first_name": "Jo", "last_name": "Ng"}


def test_only_what_is_said_is_kept_and_makes_a_value_of_the_model(people):
    text = (
        "Name,E-mail,Status,Places,Seat,May we write to you?,Notes,Dietary\n"
        "Zoë, zoe@Example.org ,Checked In,3,A4,No,,vegan\n"
        "Jo,,,,,,,\n"
    )
    zoe, jo = people(text)
    assert zoe.details == Details(
        full_name="Zoë", email="zoe@Example.org", status="checked_in", places=3,
    )  # fmt: skip
    assert zoe.extra == {"Seat": "A4", "Dietary": "vegan"}
    assert zoe.permissions == {"contact": "no"}
    assert jo.fields == {"full_name": "Jo"}
    assert jo.permissions == {}


def test_the_first_timers_and_the_handles_are_known(people):
    text = (
        "Name,First time here?,LinkedIn,Mastodon\nZoë,Yes,zoe-b,@z@x.org\nJo,No,jo-n,\n"
    )
    zoe, jo = people(text)
    assert zoe.details.first_time is True
    assert (zoe.details.handle, zoe.extra) == ("@z@x.org", {"LinkedIn": "zoe-b"})
    assert (jo.details.first_time, jo.details.handle) == (False, "jo-n")


def test_an_address_in_angle_brackets_is_taken_out(people):
    (person,) = people('Name,Email\nZoë,"Zoë Bell <zoe@example.org>"\n')
    assert person.email == "zoe@example.org"


def test_a_word_that_is_not_understood_is_told_and_the_guest_is_kept(people):
    text = "Name,Status,Places,Newsletter\nZoë,quantum,many,perhaps\n"
    (person,) = people(text)
    assert person.fields == {"full_name": "Zoë"}
    assert person.permissions == {}
    assert [word in person.problem for word in ("quantum", "many", "perhaps")] == [
        True, True, True,
    ]  # fmt: skip


def test_what_is_odd_says_which_kind_where_and_what_the_list_has_there(people):
    text = "Name,Email,Status,Places,Newsletter\n,zoe@@x.org,quantum,many,perhaps\n"
    (person,) = people(text)
    assert {(odd.kind, odd.field, odd.cell) for odd in person.odd} == {
        (Odd.EMAIL, "email", "zoe@@x.org"),
        (Odd.NO_NAME, "email", "zoe@@x.org"),
        (Odd.STATUS, "status", "quantum"),
        (Odd.PLACES, "places", "many"),
        (Odd.ANSWER, "contact", "perhaps"),
    }


def test_an_address_that_looks_wrong_is_told_and_kept(people):
    (person,) = people("Name,Email\nŁukasz,lukasz@@tartu.example\n")
    assert person.email == "lukasz@@tartu.example"
    assert person.problem == (
        "“lukasz@@tartu.example” looks wrong for an e-mail address; kept as it is"
    )


def test_reading_tells_how_far_it_is_and_can_be_stopped(written):
    path = written("Name\n" + "".join(f"Guest {n}\n" for n in range(2500)))
    heard = []
    load(path, progress=lambda *step: heard.append(step))
    assert heard == [(0, 2500), (1000, 2500), (2000, 2500), (2500, 2500)]
    with pytest.raises(WasCancelled):
        load(path, cancelled=lambda: True)


def test_columns_can_be_taken_for_something_else_without_the_file(written):
    path = written("Name,Firm,Email\nZoë,Harbour,z@x.org\nZoë,Quay,z@x.org\n")
    reading = load(path)
    path.unlink()
    other = remap(reading, ["Firm=company", "Email=ignore"])
    assert [p.fields for p in other.people] == [
        {"full_name": "Zoë", "company": "Harbour"},
        {"full_name": "Zoë", "company": "Quay"},
    ]
    assert other.table is reading.table
    with pytest.raises(WasCancelled):
        remap(reading, [], cancelled=lambda: True)
    assert remap(other, []) == reading


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Company", ["Acme", "Globex"]), ("Phone", ["030 123456", "030 654321"])],
)
def test_two_of_one_name_are_two_guests_where_something_tells_them_apart(
    written, heading, cells
):
    one, other = cells
    text = f"Name,{heading}\nJohn Smith,{one}\nJohn Smith,{other}\n"
    reading = load(written(f"{text}JOHN SMITH,{other}\nJohn Smith,\n"))
    assert [person.row for person in reading.people] == [2, 3]
    told = [(p.row, p.text) for p in reading.problems]
    assert told == [(4, "the same as row 3"), (5, "the same as row 2")]


def test_a_row_twice_counts_once_whatever_its_case_and_spaces(written):
    reading = load(
        written(
            "Name,Email,Code\nJo Ng,jo@x.org,7\nJO  NG,JO@X.ORG ,7\nJo Ng,jo@x.org,8"
        )
    )
    assert [person.row for person in reading.people] == [2, 4]
    assert [(p.row, p.text) for p in reading.problems] == [(3, "the same as row 2")]


def test_family_members_and_namesakes_are_people_of_their_own(people):
    text = "Name,Email\nTom Reed,reed@x.org\nInes Reed,reed@x.org\nTom Reed,tom@y.org\n"
    assert len(people(text)) == 3


def test_a_row_without_name_and_address_is_a_problem(written):
    reading = load(written("Name,Email,Notes\n,,Total 2\nZoë,,\n,only@x.org,\n"))
    assert [p.row for p in reading.people] == [3, 4]
    assert [(p.row, p.kind) for p in reading.problems] == [(2, Odd.NOBODY)]


def test_a_row_that_no_entry_could_hold_is_a_problem(written):
    essay = ",".join(["é" * 20_000, "ü" * 20_000])
    reading = load(written(f"Name,Notes,Essay\nZoë,{essay}\nJo,short,\n"))
    assert [p.row for p in reading.people] == [3]
    assert "kB" in reading.problems[0].text
    assert reading.problems[0].kind is Odd.LONG


def test_ignored_columns_leave_no_trace(written):
    reading = load(written("Name,Secret\nZoë,42\n"), overrides=["Secret=ignore"])
    assert reading.people[0].extra == {}
    assert "Secret" not in reading.mapping.header


def test_what_the_terminal_gets_is_null_where_the_file_says_nothing(people):
    (row,) = read_as_json(people("First name,Email,Dietary\nZoë,,vegan\n"))
    assert row == {
        "full_name": None, "first_name": "Zoë", "last_name": None, "email": None,
        "company": None, "job_title": None, "ticket_type": None,
        "external_code": None, "status": None, "places": None,
        "extra": {"Dietary": "vegan"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Attending", RegistrationStatus.REGISTERED),
        ("approved", RegistrationStatus.REGISTERED),
        ("Checked In", RegistrationStatus.CHECKED_IN),
        ("checked_in", RegistrationStatus.CHECKED_IN),
        ("Refunded", RegistrationStatus.CANCELLED),
        ("Not Attending", RegistrationStatus.CANCELLED),
        ("Deleted", RegistrationStatus.CANCELLED),
        ("Transferred", RegistrationStatus.CANCELLED),
        ("canceled", RegistrationStatus.CANCELLED),
        ("Waitlist", RegistrationStatus.WAITLISTED),
        ("pending_approval", RegistrationStatus.PENDING),
        ("whatever", None),
    ],
)
def test_status_words_become_five(word, status):
    assert status_of(word) is status


def test_yes_and_no_in_the_forms_that_lists_use():
    assert {answer_of(w) for w in ("Yes", "y", "TRUE", "1", "Yes, please!")} == {
        Answer.YES
    }
    assert {answer_of(w) for w in ("No", "n", "false", "0", "No thanks")} == {Answer.NO}
    assert answer_of("maybe") is None


def test_places_are_a_plain_number_of_people():
    assert [places_of(t) for t in ("1", " 3 ", "2.0", "50", "0")] == [1, 3, 2, 50, 0]
    assert {places_of(t) for t in ("-1", "51", "two", "1e3", "٣", "")} == {None}


@pytest.mark.parametrize(
    ("cell", "email", "odd"),
    [
        ("mailto:zoe@x.org", "zoe@x.org", False),
        ("Zoë Bell <zoe@x.org>", "zoe@x.org", False),
        ("zoe@x.org (private)", "zoe@x.org", False),
        ("zoe@x.org ::: z.bell@work.example", "zoe@x.org", True),
        ("zoe@x.org; z.bell@work.example", "zoe@x.org", True),
        ("smtp:old@x.org SMTP:zoe@x.org X500:/o=Org", "zoe@x.org", False),
        ("lukasz@@tartu.example", "lukasz@@tartu.example", True),
        ("a@b@c.example", "a@b@c.example", True),
    ],
)
def test_of_a_cell_with_more_than_an_address_the_address_is_taken(
    people, cell, email, odd
):
    (person,) = people(f'Name,Email\nZoë,"{cell}"\n')
    assert person.email == email
    assert bool(person.odd) is odd


def test_a_particle_in_a_column_of_its_own_stands_before_the_last_name(people):
    found = people(
        "Voornaam,Tussenvoegsel,Achternaam\n"
        "Jan,van der,Meer\nAnna,,Bakker\nPiet,de,de Wit\n"
    )
    assert [p.name for p in found] == ["Jan van der Meer", "Anna Bakker", "Piet de Wit"]


def test_a_surname_that_comes_first_without_a_comma_is_told_only_of_two_words(people):
    found = people("Nazwisko i imię\nKowalska Anna\nde la Cruz Maria\n")
    assert found[0].fields == {
        "first_name": "Anna", "last_name": "Kowalska", "full_name": "Anna Kowalska",
    }  # fmt: skip
    assert found[1].fields == {"full_name": "de la Cruz Maria"}


def test_names_in_parts_are_not_undone_by_a_column_with_the_last_name_first(people):
    found = people(
        "DisplayName,FirstName,LastName\n"
        '"Ruiz, Lucía (EXT)",Lucía,Ruiz\n"Bell, Zoë",Zoë,Bell\n"Ng, Jo",Jo,Ng\n'
    )
    assert [p.name for p in found] == ["Lucía Ruiz", "Zoë Bell", "Jo Ng"]


def test_a_degree_behind_a_comma_is_no_first_name(people):
    text = 'Surname First Name\n"Bell, PhD"\n"Ng, Jo"\n"Ito, Ada"\n"Weber, Hans"\n'
    assert [p.name for p in people(text)][:2] == ["Bell, PhD", "Jo Ng"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("cancelled by self", "cancelled"),
        ("Pending approval by host", "pending"),
        ("Registered - on the waiting list", "waitlisted"),
        ("参加キャンセル", "cancelled"),
        ("不参加", "cancelled"),
        ("not confirmed by anybody", "pending"),
        ("nicht angemeldet", None),
        ("quantum", None),
    ],
)
def test_a_status_is_found_in_a_few_words(cell, status):
    found = status_of(cell)
    assert (found and found.value) == status
