"""Guesses that would do harm unseen: guests lost, cancelled, or taken for others."""

import pytest

from checkin.importing import how_read, load
from checkin.importing.errors import NoNameColumn
from checkin.importing.read_as import ReadAs


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


def test_the_first_guest_is_no_second_row_of_headings(people):
    found = people("Name,,Company,\nAnna,,Acme,\nJan,,Globex,Lead\nZoe,,Init,Dev\n")
    assert [one[0] for one in found] == ["Anna", "Jan", "Zoe"]


@pytest.mark.parametrize("heading", ["Guest Name", "Name of guest"])
def test_a_second_name_that_some_have_is_of_whom_they_bring(written, heading):
    rows = "Ann Boss,Bo Berg\nDi Eve,\nEd Fox,Gi Ha\nHu Ik,\n"
    people = load(written(f"Name,{heading}\n{rows}")).people
    assert [p.fields.get("places") for p in people] == [2, None, 2, None]
    assert [p.fields.get("plus_one") for p in people] == [
        "Bo Berg",
        None,
        "Gi Ha",
        None,
    ]


def test_a_name_for_the_badge_is_no_companion(written):
    rows = "Ann Boss,Annie Boss\nDi Eve,\nEd Fox,Eddie Fox\nHu Ik,\n"
    people = load(written(f"Name,Name on badge\n{rows}")).people
    assert not any("places" in person.fields for person in people)
