"""Lists that stand in their files in an odd way lose nobody."""

import pytest

from checkin.importing import load
from checkin.importing.errors import (
    NotAList,
)

PLAIN = (
    "First name,Last name,Email,Company\n"
    "Zoë,Bell,zoe@x.org,Harbour Makers\nHans,Weber,hans@x.org,\nJo,Ng,jo@x.org,Mina\n"
)
THREE = ["Zoë Bell", "Hans Weber", "Jo Ng"]


def names(found):
    return [one[0] for one in found]


def fixed(line):
    first, last, email, company = line.split(",")
    return f"{first:<12}{last:<12}{email:<16}{company}"


@pytest.mark.parametrize(
    "text",
    [
        "".join(f'"{line}"\n' for line in PLAIN.splitlines()),
        "".join(f"{fixed(line)}\n" for line in PLAIN.splitlines()),
        PLAIN.replace("\n", "\nVorname,Nachname,E-Mail,Firma\n", 1),
        PLAIN.replace(",", " | ").replace("\n", "\n---|---|---|---\n", 1),
        "# the list of the club\n# do not edit, please\n" + PLAIN,
        "Zoë Bell <zoe@x.org>\nHans Weber <hans@x.org>\nJo Ng <jo@x.org>\n",
        "Zoë Bell\nHans Weber\nJo Ng\n",
    ],
    ids=[
        "quoted lines",
        "fixed width",
        "two headings",
        "rule",
        "remarks",
        "mail",
        "bare",
    ],
)
def test_a_list_in_an_odd_shape_loses_nobody(written, text):
    reading = load(written(text))
    assert [p.name for p in reading.people] == THREE
    assert reading.problems == ()


def test_the_recipients_of_an_e_mail_are_one_guest_each(written):
    line = "Zoë Bell <zoe@x.org>; Hans Weber <hans@x.org>; Jo Ng <jo@x.org>; li@x.org\n"
    found = [(p.name, p.email) for p in load(written(line)).people]
    assert found[:2] == [("Zoë Bell", "zoe@x.org"), ("Hans Weber", "hans@x.org")]
    assert found[3] == ("", "li@x.org")


def test_tables_with_titles_and_the_same_headings_are_one_list(people):
    head = "Name,Email,Company\n"
    text = f"Table 1\n{head}Zoë Bell,z@x.org,A\nJo Ng,j@x.org,B\n\nTable 2\n{head}"
    assert names(people(f"{text}Ada Ito,a@x.org,C\nHans Weber,h@x.org,D\n")) == [
        "Zoë Bell", "Jo Ng", "Ada Ito", "Hans Weber",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["BEGIN:VCARD\nFN:Zoë\n", "BEGIN:VCALENDAR\n", '[{"name": "Zoë"}]']
)
def test_files_of_other_programs_are_told_by_what_they_are(written, text):
    with pytest.raises(NotAList):
        load(written(text))


def test_a_list_that_goes_on_further_right_loses_nobody(people):
    text = (
        "Name,Email,,Name,Email\nZoë Bell,z@x.org,,Ada Ito,a@x.org\n"
        "Jo Ng,j@x.org,,Hans Weber,h@x.org\nLi Wu,l@x.org,,,\n"
    )
    assert names(people(text)) == [
        "Zoë Bell", "Jo Ng", "Li Wu", "Ada Ito", "Hans Weber",
    ]  # fmt: skip


def test_a_second_block_of_other_headings_is_no_list_of_guests(people):
    text = "Name,Email,,Name,Room\nZoë Bell,z@x.org,,Alster,4\nJo Ng,j@x.org,,Elbe,5\n"
    assert names(people(text)) == ["Zoë Bell", "Jo Ng"]


def test_what_a_database_prints_is_read_by_the_line_below_its_headings(written):
    text = (
        "Changed database context to 'Guests'.\n"
        "id   first_name email            called_off\n"
        "---- ---------- ---------------- ----------\n"
        "0031 Zoë        z@x.org          NULL      \n"
        "0032 Jo, Ada    j@x.org          2026-11-05\n\n(2 rows affected)\n"
    )
    zoe, jo = load(written(text, "guests.rpt")).people
    assert (zoe.name, zoe.email, jo.name) == ("Zoë", "z@x.org", "Jo, Ada")


def test_rows_below_a_numbered_list_that_have_no_number_are_no_guests(people):
    text = "#,Name,Email\n" + "".join(
        f"{n},Guest {n},g{n}@x.org\n" for n in range(1, 9)
    )
    assert len(people(f"{text}Showing 1 to 8,Previous,Next\n")) == 8
    assert len(people(f"{text},Somebody more,s@x.org\n")) == 9


def test_headings_a_row_higher_are_read_where_the_own_row_has_none(people):
    text = (
        "Parish fair,,,,\nHousehold,,,Reply,Cake?\nSurname,First name,E-mail,,\n"
        "Huber,Josef,h@x.org,coming,yes\nReiter,Maria,r@x.org,not coming,\n"
    )
    assert [(n, s) for n, _e, s, _p in people(text)] == [
        ("Josef Huber", "registered"), ("Maria Reiter", "cancelled"),
    ]  # fmt: skip


def test_a_line_break_within_a_quoted_line_ends_nothing(written):
    assert load(written(b'Name\r"\r,"')).table.rows


def test_without_headings_codes_companies_and_tickets_are_known_by_their_cells(written):
    rows = "".join(
        f"Guest {name},g{n}@x.org,{company},0000{5000 + 37 * n},{ticket}\n"
        for n, (name, company, ticket) in enumerate(
            [
                ("Ada", "Nordlicht", "Member"), ("Bo", "", "Guest"),
                ("Cy", "Harbour Makers", "Member"), ("Di", "Mälzer", "Member"),
                ("Ed", "Nordlicht", "Guest"), ("Flo", "Tartu Robotics", "Member"),
                ("Gus", "Alster", "Guest"), ("Hal", "Mina Library", "Guest"),
            ]
        )
    )  # fmt: skip
    reading = load(written(rows))
    assert reading.people[0].fields == {
        "full_name": "Guest Ada", "email": "g0@x.org", "company": "Nordlicht",
        "external_code": "00005000", "ticket_type": "Member",
    }  # fmt: skip
    assert not any(c.sure for c in reading.mapping.columns)
