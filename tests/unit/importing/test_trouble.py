"""The kinds of trouble that lists come with: one short list each."""

import io
import zipfile

import pytest

from checkin.importing import how_read, load, read_as_json
from checkin.importing.errors import (
    LockedWithPassword,
    NoNameColumn,
    NoSuchSheet,
    NotAList,
)
from checkin.importing.read_as import ReadAs


@pytest.fixture
def people(written):
    """Name, e-mail, status and places of everybody on a list."""

    def read(text, name="list.csv"):
        return [
            (p.name, p.email, p.fields.get("status"), p.fields.get("places"))
            for p in load(written(text, name)).people
        ]

    return read


def names(found):
    return [one[0] for one in found]


@pytest.mark.parametrize(
    ("heading", "cells", "statuses"),
    [
        ("Checked in at", ["2026-10-01 18:00", ""], ["checked_in", "registered"]),
        ("Attended?", ["yes", "no"], ["checked_in", "registered"]),
        ("Attendance", ["present", "absent, excused"], ["checked_in", "registered"]),
        ("Order cancelled", ["1", "0"], ["cancelled", "registered"]),
        ("Cancelled on", ["3 Oct 2026", ""], ["cancelled", "registered"]),
        ("Financial status", ["Refunded", "Paid"], ["cancelled", None]),
        ("Statut", ["Annulé", "Inscrit"], ["cancelled", "registered"]),
        ("Anmeldestatus", ["Warteliste", "offen"], ["waitlisted", "pending"]),
        ("Valid tickets", ["0", "2"], ["cancelled", None]),
    ],
)
def test_a_status_can_stand_in_any_column(people, heading, cells, statuses):
    rows = "".join(f"Guest {n};{cell}\n" for n, cell in zip("ab", cells, strict=True))
    found = people(f"Name;{heading}\n{rows}")
    assert [status for _n, _e, status, _p in found] == statuses


def test_who_has_not_paid_is_expected_and_told_of_as_pending(written):
    reading = load(written("Name,Paid\nZoë,Yes\nHans,No\n"))
    assert [p.fields for p in reading.people] == [
        {"full_name": "Zoë", "payment": "paid"},
        {"full_name": "Hans", "payment": "unpaid"},
    ]
    told = [one["status"] for one in read_as_json(reading.people)]
    assert told == ["registered", "pending"]


def test_what_is_called_off_outweighs_who_came(people):
    text = "Name,Status,Checked in,Cancelled on\nZoë,Completed,yes,3 Oct 2026\n"
    assert people(text)[0][2] == "cancelled"


def test_guests_besides_count_with_the_one_who_brings_them(people):
    found = people("Name,RSVP,Guests\nZoë,Yes,2\nHans,Yes,0\n")
    assert [places for *_x, places in found] == [3, 1]


def test_last_and_first_name_in_one_column(people):
    text = "Name;E-mail\nGarcia, Gustavo;g@x.org\nDa Costa, Ana;a@x.org\nŞahin, Can;\n"
    assert names(people(text)) == ["Gustavo Garcia", "Ana Da Costa", "Can Şahin"]


def test_a_degree_behind_a_comma_is_no_first_name(people):
    text = 'Name,E-mail\n"Zoë Bell, PhD",z@x.org\n"Hans Weber, MBA",h@x.org\n'
    assert names(people(text)) == ["Zoë Bell, PhD", "Hans Weber, MBA"]


def test_nom_is_the_last_name_beside_a_first_name(people):
    assert names(people("Nom;Prénom\nBùi;John\nGuibert;Hélène\n")) == [
        "John Bùi",
        "Hélène Guibert",
    ]
    whole = "Nom;Prénom\nJohn Bùi;John\nHélène Guibert;Hélène\n"
    assert names(people(whole)) == ["John Bùi", "Hélène Guibert"]


def test_sums_and_notes_below_the_list_are_nobody(people):
    text = (
        "Name,Email,Company\nZoë,z@x.org,A\nHans,h@x.org,B\nAnna,a@x.org,C\n"
        "Total,3,\n\nConfidential: do not forward,,\n"
    )
    assert names(people(text)) == ["Zoë", "Hans", "Anna"]


def test_names_without_headings_or_addresses_are_known_by_their_shape(people):
    text = "No.;Wer kommt\n1;Zoë Bell\n2;Hans Weber\n3;Anna Schmidt\n"
    assert names(people(text)) == ["Zoë Bell", "Hans Weber", "Anna Schmidt"]


def test_somebody_called_total_stays(people):
    text = "Name,Email,Company\nZoë,z@x.org,A\nHans,h@x.org,B\nTotal,t@x.org,C\n"
    assert names(people(text))[-1] == "Total"


def test_headings_that_are_repeated_on_every_page_are_nobody(people):
    text = "Name,Email\nZoë,z@x.org\nName,Email\nHans,h@x.org\n"
    assert names(people(text)) == ["Zoë", "Hans"]


def test_the_list_of_people_is_found_among_several_tables(people):
    text = (
        "Webinar report\nTopic,Duration\nAutumn,90\n\nHost details\n"
        "User Name,Email,Join time\nSam Host,sam@x.org,18:00\n\nAttendee details\n"
        "Attended,First Name,Last Name,Email\nYes,Zoë,Bell,z@x.org\n"
        "No,Hans,Weber,h@x.org\nYes,Anna,Schmidt,a@x.org\n"
    )
    assert people(text) == [
        ("Zoë Bell", "z@x.org", "checked_in", None),
        ("Hans Weber", "h@x.org", "registered", None),
        ("Anna Schmidt", "a@x.org", "checked_in", None),
    ]


def test_a_list_without_headings_is_read_by_its_cells(people):
    text = "Zoë,Bell,zoe.bell@x.org\nHans,Weber,hans.weber@x.org\nAnna,Li,anna@x.org\n"
    assert [one[:2] for one in people(text)] == [
        ("Zoë Bell", "zoe.bell@x.org"),
        ("Hans Weber", "hans.weber@x.org"),
        ("Anna Li", "anna@x.org"),
    ]


def test_where_only_buyers_are_named_they_are_the_guests(people):
    text = "Order ID,Buyer Name,Buyer Email\n1,Zoë Bell,z@x.org\n2,Hans Weber,h@x.org\n"
    assert [one[:2] for one in people(text)] == [
        ("Zoë Bell", "z@x.org"),
        ("Hans Weber", "h@x.org"),
    ]


def test_a_ticket_that_names_only_its_buyer_is_theirs_or_a_guests(people):
    text = (
        "Attendee name,Attendee email,Order name,Order email\n"
        "Anna Li,a@x.org,Zoë Bell,z@x.org\n,,Zoë Bell,z@x.org\n,,Zoë Bell,z@x.org\n"
        "Hans Weber,h@x.org,Hans Weber,h@x.org\n,,Hans Weber,h@x.org\n"
    )
    assert [one[:2] for one in people(text)] == [
        ("Anna Li", "a@x.org"),
        ("Zoë Bell", "z@x.org"),
        ("Guest 2 of Zoë Bell", ""),
        ("Hans Weber", "h@x.org"),
        ("Guest 2 of Hans Weber", ""),
    ]


def test_an_orders_number_is_a_code_only_where_no_other_row_has_it(written):
    once = "Order ID,Name\nA1,Zoë\nA2,Hans\n"
    twice = "Order ID,Name\nA1,Zoë\nA1,Hans\n"
    codes = [
        [p.fields.get("external_code") for p in load(written(text)).people]
        for text in (once, twice)
    ]
    assert codes == [["A1", "A2"], [None, None]]


def test_mr_and_dr_are_no_job_titles(written):
    text = "Title,Name,Email\nDr.,Zoë,z@x.org\nMr,Hans,h@x.org\nMs,Anna,a@x.org\n"
    assert all("job_title" not in p.fields for p in load(written(text)).people)
    text = "Title,Name,Email\nEngineer,Zoë,z@x.org\nBaker,Hans,h@x.org\n"
    assert load(written(text)).people[0].fields["job_title"] == "Engineer"


def packed(**files):
    """A zip with these texts in it; a double underscore stands for a dot."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("__MACOSX/._guests.csv", b"\0\5\x16\7")
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return content.getvalue()


def test_the_list_in_a_zip_is_read(people):
    assert names(people(packed(guests__csv="Name\nZoë\n"), "guests.zip")) == ["Zoë"]


def test_of_several_lists_in_a_zip_one_can_be_named(written):
    path = written(packed(a__csv="Name\nZoë\nHans\n", b__csv="Name\nAnna\n"), "l.zip")
    reading = load(path)
    assert reading.table.how.sheets == ("a.csv", "b.csv")
    assert reading.table.how.sheet == "a.csv"
    assert [p.name for p in load(path, ReadAs(sheet="b.csv")).people] == ["Anna"]
    with pytest.raises(NoSuchSheet, match=r"a\.csv"):
        load(path, ReadAs(sheet="c.csv"))


def test_a_locked_zip_says_so(written):
    content = bytearray(packed(guests__csv="Name\nZoë\n"))
    for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = 0
        while (start := content.find(signature, start)) >= 0:
            content[start + at] |= 1
            start += 4
    with pytest.raises(LockedWithPassword):
        load(written(bytes(content), "l.zip"))


def test_in_a_language_nobody_knows_here_names_are_known_by_their_looks(written):
    reading = load(
        written(
            "Uchod;Jina;Ukoo;Barua\n1;Amani;Okello;a@x.org\n2;Zuri;Mwangi;b@x.org\n"
            "3;Baraka;Otieno;c@x.org\n4;Imani;Achieng;d@x.org\n"
        )
    )
    assert names((p.name,) for p in reading.people) == [
        "Amani Okello", "Zuri Mwangi", "Baraka Otieno", "Imani Achieng",
    ]  # fmt: skip
    assert not any(c.sure for c in reading.mapping.columns if c.field != "extra")


def test_words_that_stand_in_no_list_of_people_are_no_names(written):
    with pytest.raises(NoNameColumn):
        load(written("Tool;Place\nHammer;Shed\nSaw;Barn\nPliers;House\nRake;Yard\n"))


def test_headings_in_two_rows_are_read_together(people):
    text = (
        "Nr;Name;E-mail;Status;;;Notes\n"
        ";;;Came;Cancelled;On the waiting list;\n"
        "1;Zoë Bell;z@x.org;x;;;\n2;Jo Ng;j@x.org;;x;;vegan\n3;Ada Ito;a@x.org;;;x;\n"
    )
    assert [(n, s) for n, _e, s, _p in people(text)] == [
        ("Zoë Bell", "checked_in"), ("Jo Ng", "cancelled"), ("Ada Ito", "waitlisted"),
    ]  # fmt: skip


def test_a_second_row_of_headings_that_means_nothing_alone_is_kept_with_its_group(
    written,
):
    text = "Name,Meals,,\n,Friday,Saturday,Sunday\nZoë,yes,no,yes\nJo,no,no,yes\n"
    reading = load(written(text))
    assert reading.table.header == (
        "Name", "Meals: Friday", "Meals: Saturday", "Meals: Sunday",
    )  # fmt: skip
    assert [p.name for p in reading.people] == ["Zoë", "Jo"]


def test_codes_that_are_kept_from_being_numbers_are_read_plainly(written):
    reading = load(written('Name,Ticket code\nZoë,"=""00123"""\nJo,"=""00124"""\n'))
    codes = [p.fields["external_code"] for p in reading.people]
    assert codes == ["00123", "00124"]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Oui, avec plaisir", "registered"),
        ("Non, je ne pourrai pas venir", "cancelled"),
        ("Yes, I'll be there", "registered"),
        ("No, I have to cancel", "cancelled"),
        ("Maybe - depends on work", "pending"),
    ],
)
def test_an_answer_in_a_sentence_is_understood(people, answer, status):
    found = people(f'Name;Will you come?\nZoë;"{answer}"\nJo;yes\nAda;no\n')
    assert found[0][2] == status


def test_where_only_buyers_are_named_they_come_with_their_company(written):
    text = (
        "Order Number,First Name (Billing),Last Name (Billing),Company (Billing),"
        "Email (Billing)\n1,Zoë,Bell,Harbour Makers,z@x.org\n"
    )
    (person,) = load(written(text)).people
    assert person.name == "Zoë Bell"
    assert person.fields["company"] == "Harbour Makers"


ADDRESSES = "".join(
    f"{name};{name.lower()}@x.org;Mill Lane {n}\nFlat 2\n10115 Berlin;DE;note {n}\n"
    for n, name in enumerate(["Zoë", "Jo", "Ada", "Hans"])
)
HEADED = "Name;E-mail;Address;Country;Notes\n"


def test_rows_that_an_unquoted_line_break_has_broken_are_joined(written):
    reading = load(written(HEADED + ADDRESSES + "Li;li@x.org;Elm Row 1;IE;\n"))
    assert names((p.name,) for p in reading.people) == [
        "Zoë",
        "Jo",
        "Ada",
        "Hans",
        "Li",
    ]
    assert reading.people[0].extra["Address"] == "Mill Lane 0\nFlat 2\n10115 Berlin"
    assert reading.people[3].fields["note"] == "note 3"


def test_rows_that_are_short_for_another_reason_stay_as_they_are(written):
    ragged = "".join(
        f"{name};{name.lower()}@x.org;x\n" for name in ("Zoë", "Jo", "Ada")
    )
    reading = load(written(HEADED + ragged + ragged.replace("@x", "@y")))
    assert len(reading.people) == 6


PLAIN = (
    "First name,Last name,Email,Company\n"
    "Zoë,Bell,zoe@x.org,Harbour Makers\nHans,Weber,hans@x.org,\nJo,Ng,jo@x.org,Mina\n"
)
THREE = ["Zoë Bell", "Hans Weber", "Jo Ng"]


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


def test_companions_are_counted_however_they_are_written(people):
    text = (
        "Name;Persons;Plus one\nZoë;3 persons;\nHans;2.0;\nJo;;+1\nAda;;yes\nLi;;no\n"
        "Bo;;Anna Weber\n"
    )
    assert [places for _n, _e, _s, places in people(text)[:2]] == [3, 2]
    only = people(text.replace("Persons", "Colour"))
    assert [places for _n, _e, _s, places in only[2:]] == [2, 2, 1, 2]


def test_a_place_in_the_queue_is_a_place_on_the_waiting_list(people):
    text = "Name,Waiting list position\nZoë,\nHans,\nJo,1\nAda,2\n"
    assert [status for _n, _e, status, _p in people(text)] == [
        "registered", "registered", "waitlisted", "waitlisted",
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


@pytest.mark.parametrize(
    "heading", ["Attending {day}", "Will you attend on {day}?", "Kommst du am {day}?"]
)
def test_who_comes_on_one_day_only_is_not_taken_for_cancelled(people, heading):
    days = ",".join(heading.format(day=day) for day in ("Friday", "Saturday"))
    found = people(f"Name,{days}\nAnna,No,Yes\nBo,Yes,No\nCy,Yes,Yes\n")
    assert [status for _n, _e, status, _p in found] == [None, None, None]


def test_with_a_ticket_nobody_is_cancelled_by_a_question_about_the_boat_trip(people):
    found = people(
        "Name,Ticket code,Are you joining us for the boat trip?\n"
        "Anna,A1,No\nBo,B2,Yes\nCy,C3,No\n"
    )
    assert [status for _n, _e, status, _p in found] == [None, None, None]


def test_who_is_confirmed_with_no_places_comes_alone_and_is_told(written):
    text = "Name,Status,Number of people\nAnna,Confirmed,0\nBo,Confirmed,2\nCy,No,0\n"
    people = load(written(text)).people
    assert [p.fields["status"] for p in people] == ["registered"] * 2 + ["cancelled"]
    assert [p.fields.get("places") for p in people] == [None, 2, 0]
    assert people[0].problem == "no places, but not called off; counted as 1"


@pytest.mark.parametrize(("yes", "no"), [("Y", "N"), ("TRUE", "FALSE"), ("✓", "✗")])
def test_whether_somebody_is_coming_may_be_a_letter_or_a_tick(people, yes, no):
    found = people(f"Name,Attending\nAnna,{no}\nBo,{yes}\nCy,{yes}\n")
    said = [status for _n, _e, status, _p in found]
    assert said == ["cancelled", "registered", "registered"]


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


def test_a_second_address_stands_in_where_the_first_is_missing(people):
    text = (
        "Name,E-mail,Mail address\nZoë,z@x.org,old@x.org\nJo,,jo@x.org\nLi,l@x.org,\n"
    )
    assert [e for _n, e, _s, _p in people(text)] == ["z@x.org", "jo@x.org", "l@x.org"]


def test_letters_that_a_web_page_has_written_as_codes_are_read(people):
    text = (
        "Name,Email,Company\nRita D&#039;Angelo,r@x.org,Bell &amp; Sons\nJo,j@x.org,\n"
    )
    assert names(people(text)) == ["Rita D'Angelo", "Jo"]


def test_direction_marks_are_litter_only_where_nothing_goes_from_the_right(people):
    text = "Name,Email\nmercy wanjiru\u200e,m@x.org\n\u200fנועה כהן\u200f,n@x.org\n"
    assert names(people(text)) == ["mercy wanjiru", "\u200fנועה כהן\u200f"]


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


def test_a_second_table_with_its_columns_in_another_order_goes_on_with_the_first(
    people,
):
    two = "Guests\nName,E-mail,Company\nAnna,a@x.org,A\n"
    three = "Speakers\nCompany,Name,E-mail\nB,Bo,b@x.org\nC,Cy,c@x.org\nD,Di,d@x.org\n"
    found = people(f"{two}\n{three}")
    assert [(name, email) for name, email, _s, _p in found] == [
        ("Anna", "a@x.org"),
        ("Bo", "b@x.org"),
        ("Cy", "c@x.org"),
        ("Di", "d@x.org"),
    ]


def test_that_another_table_with_people_is_not_read_is_told_and_it_can_be_chosen(
    written,
):
    members = "Members\nName,E-mail,Fee\nAnna,a@x.org,1\nBo,b@x.org,2\nCy,c@x.org,3\n"
    guests = "Guests\nName,E-mail,Company\nDi,d@x.org,Acme\nEd,e@x.org,Acme\n"
    path = written(f"{members}\n{guests}")
    table = load(path).table
    assert "another table with people is not read (row 8)" in how_read(table)
    assert (8, ("Name", "E-mail", "Company")) in table.top
    other = load(path, ReadAs(header_row=8))
    assert [person.name for person in other.people] == ["Di", "Ed"]


def test_a_day_on_every_row_is_no_day_on_which_all_have_cancelled(people):
    rows = "".join(f"Guest {n};yes;{n}.10.2026\n" for n in range(1, 9))
    found = people(f"Name;RSVP;Cancelled on\n{rows}")
    assert {status for _n, _e, status, _p in found} == {"registered"}


def test_what_a_scanner_reads_is_the_code_and_not_the_number_beside(written):
    text = (
        "Nom,N° de participant,N° de code-barres\nZoë,17440,3131818\nJo,17441,3581433\n"
    )
    codes = [p.fields["external_code"] for p in load(written(text)).people]
    assert codes == ["3131818", "3581433"]


def test_a_dash_says_nothing_and_na_may_be_a_name(people, written):
    text = "First name,Last name,Company\nZoë,Bell,-\nJo,N/A,--\n"
    found = load(written(text)).people
    assert [p.name for p in found] == ["Zoë Bell", "Jo N/A"]
    assert not any("company" in p.fields for p in found)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("¿Cuál es tu nombre?", "¿Cuáles son tus apellidos?"),
        ("Wie lautet Ihr Vorname?", "Und Ihr Nachname?"),
        ("Wat is je voornaam?", "Wat is je achternaam?"),
        ("Podaj swoje imię", "Podaj swoje nazwisko"),
    ],
)
def test_parts_of_a_name_are_asked_for_in_many_languages(people, first, last):
    text = f"ID;Name;{first};{last}\n1;;Zoë;Bell\n2;;Jo;Ng\n3;;Ada;Ito\n"
    assert names(people(text)) == ["Zoë Bell", "Jo Ng", "Ada Ito"]


def test_guests_whom_only_some_bring_are_not_those_who_were_invited(people):
    found = people(
        "First Name,Last Name,Email,Guest First Name,Guest Last Name\n"
        "Ann,Boss,ann@x.org,Bo,Berg\nDi,Eve,di@x.org,,\nEd,Fox,ed@x.org,Gi,Ha\n"
    )
    assert [one[:2] for one in found] == [
        ("Ann Boss", "ann@x.org"),
        ("Di Eve", "di@x.org"),
        ("Ed Fox", "ed@x.org"),
    ]


def test_nobody_is_welcomed_because_their_name_is_that_of_a_parent(written):
    rows = (
        "Ann Boss,ann@x.org,Bo Boss\nDi Eve,di@x.org,Ed Eve\nEd Fox,ed@x.org,Gi Fox\n"
    )
    with pytest.raises(NoNameColumn):
        load(written(f"Parent name,Parent email,Child name\n{rows}"))


@pytest.mark.parametrize("never", ["0000-00-00 00:00:00", "1970-01-01", "00.00.0000"])
@pytest.mark.parametrize("heading", ["Cancelled at", "Checked in at"])
def test_a_day_that_never_was_is_no_day_on_which_anything_happened(
    people, heading, never
):
    found = people(f"Name,{heading}\nAnn,{never}\nBo,{never}\n")
    assert [status for _n, _e, status, _p in found] == ["registered", "registered"]


def test_of_three_places_one_may_be_cancelled(written):
    reading = load(written("Name,Quantity,Cancelled\nAnn,3,1\nBo,2,0\nDi,1,1\n"))
    said = [(p.fields["status"], p.fields["places"]) for p in reading.people]
    assert said == [("registered", 3), ("registered", 2), ("cancelled", 1)]
    assert reading.people[0].problem == "“1” of 3 called off; still counted as 3"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Promoted from waitlist", "registered"),
        ("Confirmed from waiting list", "registered"),
        ("Hasn't registered", "pending"),
    ],
)
def test_who_was_on_the_waiting_list_is_told_from_who_is(people, said, status):
    found = people(f"Name,Status\nAnn,{said}\nBo,Waitlist\nCy,Registered\n")
    assert [one[2] for one in found] == [status, "waitlisted", "registered"]


@pytest.mark.parametrize("heading", ["Membership status", "Background check status"])
def test_a_status_of_something_else_cancels_nobody(people, heading):
    found = people(f"Name,{heading}\nAnn,Expired\nBo,Active\nCy,Rejected\n")
    assert [one[2] for one in found] == [None, None, None]
