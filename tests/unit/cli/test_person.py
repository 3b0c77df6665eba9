"""`checkin show` and `settle`: one attendee, and what desks don't agree about."""

import pytest

from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, DeskId, SubjectId
from checkin.model.kinds import Kind
from checkin.settings import SystemClock
from checkin.store.eventfile import Desk, EventFile


def shown(checkin, event, name):
    return checkin("show", event, name, "--json").json


@pytest.fixture
def disagreement(checkin, event):
    """Two desks that knew nothing of each other put Anna's company right."""
    who = AttendeeId(SubjectId(bytes.fromhex(shown(checkin, event, "EB-0001")["id"])))
    for n, company in enumerate(("Tea", "Coffee")):
        desk = Desk(DeskId(bytes([n]) * 16), f"Desk {n}")
        with EventFile.open(event, SystemClock(), desk) as file, file.write() as write:
            data = {"fields": {"company": company}, "seen": {}}
            write.append(Draft(Kind.ATTENDEE_CORRECTED, who, data))
    return event


def test_show_tells_details_answers_and_the_lists_other_columns(checkin, event):
    checkin("correct", event, "EB-0001", "phone=+44 20 7946 0000", "places=2")
    checkin("permission", event, "EB-0001", "contact", "yes")
    lines = checkin("show", event, "anna schmidt").out.splitlines()
    assert lines[0] == "Anna Schmidt (Nordlicht)"
    for line in (
        "  E-mail: anna@example.org", "  Phone: +44 20 7946 0000", "  Places: 2",
        "  Ticket: Member", "  May we write?: yes", "  Pictures?: not asked",
        "  Table: 1", "  Badges printed: 0",
    ):  # fmt: skip
        assert line in lines
    details = lines[: lines.index("History, newest first:")]
    assert not [line for line in details if "–" in line]


def test_show_tells_the_history_newest_first_and_what_was_undone(checkin, event):
    (admitted,) = checkin("scan", event, "EB-0001", "--json").lines
    checkin("undo", event)
    lines = checkin("show", event, "EB-0001").out.splitlines()
    came, listed = lines[lines.index("History, newest first:") + 1 :]
    assert came.startswith("  Today ")
    assert came.endswith("Came in at Main door · Main door · undone")
    assert "Put on the list: guests" in listed
    newest, _ = shown(checkin, event, "EB-0001")["history"]
    assert newest["entry"] == admitted["entry"]
    assert newest["undone"] is True


def test_show_in_json_has_all_that_attendees_has_and_more(checkin, event):
    (listed,) = checkin("attendees", event, "--search", "zoe", "--json").json
    person = shown(checkin, event, "EB-0002")
    assert {name: person[name] for name in listed} == listed
    more = {"phone", "note", "companion_of", "conflicts", "history", "answers"}
    assert more <= set(person)


def test_show_says_whose_badge_has_an_old_name_and_who_brings_whom(
    checkin, event, tmp_path
):
    checkin("badges", event, tmp_path / "b.pdf")
    checkin("correct", event, "EB-0001", "full_name=Anna Schmidt-Okafor")
    assert "  Printed badge: Anna Schmidt\n" in checkin("show", event, "EB-0001").out
    checkin("walkin", event, "--name", "Bo Ek", "--with", "EB-0001")
    words = checkin("show", event, "Bo Ek").out
    assert "  Comes with: Anna Schmidt-Okafor (Nordlicht)\n" in words
    host = shown(checkin, event, "EB-0001")["id"]
    assert shown(checkin, event, "Bo Ek")["companion_of"] == host


def test_somebody_brought_by_nobody_on_the_list_is_not_added(checkin, event, complains):
    complains("walkin", event, "--name", "Bo Ek", "--with", "Nemo")


@pytest.mark.parametrize("command", ["show", "settle"])
def test_nobody_of_that_name_is_said_to_be_nobody(event, complains, command):
    assert "Did you mean Anna Schmidt" in complains(command, event, "Anna Shmidt")


def test_what_two_desks_say_is_shown_with_both_and_settled_as_it_stands(
    checkin, disagreement
):
    event = disagreement
    (look,) = checkin(
        "attendees", event, "--state", "look", "--type", "member", "--json"
    ).json
    assert look["full_name"] == "Anna Schmidt"
    told = (
        "Company was put right twice."
        " Desk 0 wrote Tea, Desk 1 wrote Coffee, which holds."
    )
    assert f"Needs a look: {told}\n" in checkin("show", event, "EB-0001").out
    (conflict,) = shown(checkin, event, "EB-0001")["conflicts"]
    assert (conflict["detail"], conflict["say"]) == ("company", told)

    lines = checkin("settle", event, "EB-0001").out.splitlines()
    assert lines[0] == f"Settled for Anna Schmidt (Coffee): {told}"
    assert shown(checkin, event, "EB-0001")["conflicts"] == []
    undo = lines[1].partition("checkin ")[2].split()
    assert checkin(*undo).code == 0
    assert shown(checkin, event, "EB-0001")["conflicts"] == [conflict]


def test_settle_in_json_names_the_conflict_and_the_entry(checkin, disagreement):
    (conflict,) = shown(checkin, disagreement, "EB-0001")["conflicts"]
    (done,) = checkin("settle", disagreement, "EB-0001", "--json").json
    assert done["conflict"] == conflict["conflict"]
    assert checkin("undo", disagreement, done["entry"]).code == 0


def test_where_all_agree_there_is_nothing_to_settle(event, complains):
    assert "nothing to settle about Anna Schmidt" in complains(
        "settle", event, "EB-0001"
    )
