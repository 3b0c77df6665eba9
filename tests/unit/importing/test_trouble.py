"""The kinds of trouble that lists come with: one short list each."""

import io
import zipfile

import pytest

from checkin.importing import load, read_as_json
from checkin.importing.errors import (
    LockedWithPassword,
    NoNameColumn,
    NoSuchSheet,
)
from checkin.importing.read_as import ReadAs


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
