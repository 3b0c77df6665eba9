"""Sums, notes, group headings and repeated headings among the guests."""

import pytest

from checkin.importing import Odd, load

HEADER = "No;Surname;First name;Email;Fee;Places\n"
GUESTS = [
    f"{n};{last};{first};{first.lower()}@x.org;25;1\n"
    for n, (first, last) in enumerate(
        [("Zoë", "Bell"), ("Hans", "Weber"), ("Jo", "Ng"), ("Ada", "Ito")], 1
    )
]


@pytest.fixture
def names(written):
    def read(text):
        reading = load(written(text))
        return [p.name for p in reading.people], [p.kind for p in reading.problems]

    return read


ALL = ["Zoë Bell", "Hans Weber", "Jo Ng", "Ada Ito"]


@pytest.mark.parametrize(
    "line",
    [
        ";Total members;;;50;2",
        ";Summe:;;;50,00 €;2",
        "Totale non soci;;;;540;18",
        ";Suma wpłat;;;100,00 zł;",
    ],
)
def test_a_sum_between_the_guests_is_left_out(names, line):
    found, problems = names(HEADER + "".join([*GUESTS[:2], f"{line}\n", *GUESTS[2:]]))
    assert found == ALL
    assert problems == []


def test_somebody_called_as_a_sum_is_a_guest(names):
    text = HEADER + "".join(GUESTS) + "5;Suma;Rao;suma@x.org;25;1\n"
    assert names(text)[0] == [*ALL, "Rao Suma"]


@pytest.mark.parametrize("line", [";MEMBERS;;;;", ";Table 4;;;;", ";Members:;;;;"])
def test_a_line_that_names_a_group_is_no_guest_and_is_told(names, line):
    found, problems = names(HEADER + "".join([*GUESTS[:2], f"{line}\n", *GUESTS[2:]]))
    assert found == ALL
    assert problems == [Odd.NOBODY]


def test_a_guest_of_whom_only_the_name_is_known_is_a_guest(names):
    text = HEADER + "".join([*GUESTS[:2], ";Okafor;;;;\n", *GUESTS[2:]])
    assert "Okafor" in names(text)[0]


def test_a_label_and_a_number_behind_a_gap_end_the_list(names):
    text = "First name,Surname,Email\nZoë,Bell,z@x.org\nJo,Ng,j@x.org\n\nAttended,26\n"
    assert names(text)[0] == ["Zoë Bell", "Jo Ng"]


def test_a_second_table_is_told_by_its_title_and_the_headings_it_repeats(names):
    text = (
        "Attendee Details\n"
        "Attended,First Name,Last Name,Email,Join Time,Leave Time\n"
        "Yes,Zoë,Bell,z@x.org,18:00,19:00\n"
        "Yes,Jo,Ng,j@x.org,18:00,19:00\n"
        "Other Attended\n"
        "User Name,Join Time,Leave Time\n"
        "+35387*****21,19:02,20:10\n"
    )
    assert names(text)[0] == ["Zoë Bell", "Jo Ng"]


def test_a_guest_called_as_a_sum_is_kept(names):
    header = "Name;Table;Seats\n"
    guests = "Zoë Bell;1;2\nSum Wong;4;1\nCount Basie;4;2\n"
    assert names(f"{header}{guests}Total;;5\n")[0] == [
        "Zoë Bell",
        "Sum Wong",
        "Count Basie",
    ]


@pytest.mark.parametrize("last", ["Peter Fischer", "Piet van Dam"])
def test_somebody_added_by_hand_below_the_list_is_a_guest(names, last):
    header = "Name;Company;Email\n"
    guests = "Zoë Bell;Acme;z@x.org\nHans Weber;Acme;h@x.org\nJo Ng;Acme;j@x.org\n"
    found = names(f"{header}{guests};;\n{last};;\n;;\nExported on Monday;;\n")
    assert found == (["Zoë Bell", "Hans Weber", "Jo Ng", last], [])


def test_a_new_guest_with_a_mark_instead_of_a_number_is_kept(names):
    found = names(f"{HEADER}{''.join(GUESTS)}new;Fox;Ed;;25;1\n")
    assert found == ([*ALL, "Ed Fox"], [])
