"""Which list a file is a version of."""

import pytest

from checkin.importing import load, make_plan

FIVE = "Name,Email\n" + "".join(f"Guest {n},g{n}@x.org\n" for n in range(5))


@pytest.fixture
def planned(office):
    """The plan for a text in a file of some name, without or with a source."""

    def plan(text, name, source=""):
        return make_plan(office.event, load(office.file(text, name)), source)

    office.take(FIVE)
    return plan


def test_an_export_under_another_name_continues_the_list_it_mostly_repeats(planned):
    later = FIVE.replace("Guest 0,g0@x.org\n", "") + "Jo Ng,jo@x.org\n"
    plan = planned(later, "guests-2026-11-25.csv")
    counts = plan.counts()
    assert plan.name == "guests"
    assert (counts["new"], counts["same"], counts["withdrawn"]) == (1, 4, 1)


def test_a_co_hosts_list_with_some_of_our_guests_is_a_list_of_its_own(planned):
    plan = planned("Name,Email\nGuest 1,g1@x.org\nGuest 2,g2@x.org\n", "theirs.csv")
    assert plan.name == "theirs"
    assert plan.counts()["withdrawn"] == 0


def test_a_list_of_all_is_no_newer_version_of_the_few_who_speak(planned):
    everybody = "Full name,E-mail,Ticket\n" + "".join(
        f"Guest {n},g{n}@x.org,Day\n" for n in range(20)
    )
    plan = planned(everybody, "everybody.csv")
    assert (plan.name, plan.counts()["new"]) == ("everybody", 20)
    grown = "Name,Email\n" + everybody.partition("\n")[2].replace(",Day", "")
    assert planned(grown, "export-2.csv").name == "guests", "it may grow, though"


def test_who_left_a_list_long_ago_does_not_make_the_next_export_a_stranger(
    office, planned
):
    two = "Name,Email\nGuest 1,g1@x.org\nGuest 2,g2@x.org\n"
    office.take(two)
    assert planned(two, "export-3.csv").name == "guests"


def test_a_list_can_be_named_with_the_ending_of_its_file(planned):
    assert planned(FIVE, "other.csv", "Guests.csv").counts()["same"] == 5


def test_a_name_that_was_said_is_never_replaced_by_a_guess(planned):
    plan = planned(FIVE, "guests.csv", "co-host v1.2")
    assert (plan.name, plan.counts()["new"]) == ("co-host v1.2", 5)


def test_a_row_without_a_name_is_imported_and_spoken_of(office):
    plan = office.plan("Name,Email\n,only@mail.org\nJo,jo@x.org\n")
    told = plan.as_json()
    assert (told["new"], told["problems"]) == (2, 1)
    assert "only@mail.org" in told["rows"][0]["problem"]
