"""Rows and guests that somebody says are one: codes, badges and check-ins stay."""

import pytest

from checkin.importing import apply_plan, load, make_plan
from checkin.importing.choices import Choices
from checkin.model.permission import Answer, Purpose
from checkin.store import acts

TWICE = (
    "Name,Email,Company,Code,May we write to you?,Dietary\n"
    "John Smith,js@x.org,,A1,yes,\n"
    "J. Smith,js@x.org,Harbour,A2,no,vegan\n"
    "Jo Ng,jo@x.org,Ng,A3,,\n"
)


@pytest.fixture
def merge(office):
    """Imports a text, and makes one of all that may be doubles."""

    def take(text, source="guests", rows=None):
        first = office.plan(text, source)
        keys = frozenset(d.key for d in first.doubles if rows is None or d.row in rows)
        reading = load(office.file(text))
        plan = make_plan(office.event, reading, source, Choices(merge=keys))
        return plan, apply_plan(office.event, plan)

    return take


def counts(plan):
    return tuple(plan.counts()[what] for what in ("new", "changed", "same"))


def whose(office, code):
    return office.event.read.by_code(code)[0]


def test_the_first_row_holds_and_the_other_fills_its_gaps(office, merge):
    plan, _act = merge(TWICE)
    assert counts(plan) == (2, 0, 0)
    assert set(office.guests()) == {"John Smith", "Jo Ng"}
    john = office.named("John Smith")
    assert (john.details.company, john.details.external_code) == ("Harbour", "A1")
    assert office.event.read.extra_of(john.id) == {"Dietary": "vegan"}
    assert john.may(Purpose.CONTACT) is Answer.NO, "one no is enough"


def test_both_codes_of_the_list_find_the_guest_and_ours_is_printed(office, merge):
    merge(TWICE)
    john = office.named("John Smith")
    assert whose(office, "A1") == whose(office, "A2") == [john.id]
    assert office.event.codes.origin(john.code).name == "OURS"


def test_who_became_one_stays_one_at_the_next_import_unasked(office, merge):
    merge(TWICE)
    plan, _act = office.take(TWICE)
    assert (counts(plan), plan.doubles) == ((0, 0, 2), ())
    plan, _act = office.take(TWICE.replace("Harbour", "Quay"))
    assert (counts(plan), plan.doubles) == ((0, 1, 1), ())
    assert office.named("John Smith").details.company == "Quay"


@pytest.mark.parametrize("left", ["John Smith", "J. Smith"])
def test_whichever_row_is_left_it_is_the_same_guest(office, merge, left):
    merge(TWICE)
    john = office.named("John Smith")
    lines = TWICE.splitlines(keepends=True)
    kept = [line for line in lines if "Smith" not in line or line.startswith(left)]
    plan, _act = office.take("".join(kept))
    assert plan.counts()["new"] == plan.counts()["withdrawn"] == 0
    assert office.named(left).id == john.id
    plan, _act = office.take(TWICE)
    assert plan.counts()["new"] == plan.counts()["withdrawn"] == 0
    assert {one.id for one in office.guests().values() if "Smith" in one.name} == {
        john.id
    }
    assert whose(office, "A1") == whose(office, "A2") == [john.id]
    assert office.named(left).code == john.code


def test_a_first_row_without_an_address_is_found_again_among_namesakes(office, merge):
    text = (
        "Name,Email,Company\nAnna Bell,,Harbour\nAnna Bell,a@x.org,Harbour\n"
        "Anna Bell,b@y.org,Quay\n"
    )
    merge(text, rows={3})
    assert len(list(office.event.read.attendees())) == 2
    plan, _act = office.take(text)
    assert counts(plan) == (0, 0, 2)


def test_undoing_makes_two_of_them_possible_again(office, merge):
    _plan, act = merge(TWICE)
    office.event.undo(act)
    assert office.guests() == {}
    plan, _act = office.take(TWICE)
    assert counts(plan) == (3, 0, 0)


def test_a_new_row_becomes_part_of_a_guest_who_has_a_badge(office, merge):
    text = "".join(
        line for line in TWICE.splitlines(keepends=True) if "J. Sm" not in line
    )
    office.take(text)
    john = office.named("John Smith")
    plan, _act = merge(TWICE)
    assert counts(plan) == (0, 1, 1)
    after = office.named("John Smith")
    assert (after.id, after.code) == (john.id, john.code)
    assert whose(office, "A2") == [john.id]
    assert office.plan(TWICE).counts()["same"] == 2


def test_a_newcomer_becomes_who_left_with_code_badge_and_check_in(office, merge):
    header = "Name,Email,Code\n"
    office.take(header + "Zoë Bell,zoe@x.org,1\n")
    zoe = office.named("Zoë Bell")
    office.comes(zoe.id)
    plan, act = merge(header + "Zoë Bell,zoe@y.org,9\n")
    assert (counts(plan), plan.counts()["withdrawn"]) == ((0, 1, 0), 0)
    after = office.named("Zoë Bell")
    assert (after.id, after.code, after.attended) == (zoe.id, zoe.code, True)
    assert after.details.email == "zoe@y.org"
    assert whose(office, "1") == whose(office, "9") == [zoe.id]
    office.event.undo(act)
    assert office.named("Zoë Bell").details.email == "zoe@x.org"
    assert office.named("Zoë Bell").code == zoe.code


def test_whoever_walked_in_becomes_a_guest_of_the_list(office, merge, walk_in):
    otis = walk_in("Otis Okoro", company="Quay", job_title="Welder")
    text = "Name,Email,Company\nOtis Okoro,o@x.org,\n"
    plan, act = merge(text)
    assert counts(plan) == (0, 1, 0)
    after = office.named("Otis Okoro")
    assert (after.id, after.walk_in, after.attended) == (otis.id, False, True)
    assert (after.details.email, after.code) == ("o@x.org", otis.code)
    assert (after.details.company, after.details.job_title) == ("Quay", "Welder")
    assert counts(office.plan(text)) == (0, 0, 1)
    office.event.undo(act)
    again = office.named("Otis Okoro")
    assert (again.walk_in, again.details.email) == (True, "")
    assert again.details.company == "Quay"


def test_when_the_list_drops_a_walk_in_again_they_are_a_walk_in_still(
    office, merge, walk_in
):
    walk_in("Otis Okoro")
    merge("Name\nOtis Okoro\nJo\n")
    office.take("Name\nJo\n")
    assert office.named("Otis Okoro").walk_in


def test_a_guest_of_another_list_is_not_added_twice(office, merge):
    office.take("Name,Email\nZoë Bell,zoe@x.org\n", "ours")
    plan, _act = merge("Name,Email\nZoe Bell,zoe@x.org\nJo Ng,\n", "theirs")
    assert counts(plan) == (1, 0, 0)
    (problem,) = plan.problems
    assert (problem.row, problem.text) == (2, "on another list already: ours")
    assert set(office.guests()) == {"Zoë Bell", "Jo Ng"}
    assert office.plan("Name,Email\nZoë Bell,zoe@x.org\n", "ours").counts()["same"] == 1


def test_the_ticket_of_another_list_finds_its_guest_and_nobody_is_asked_again(
    office, merge
):
    office.take("Name,Email,Code\nZoë Bell,zoe@x.org,A1\n", "ours")
    ours = office.named("Zoë Bell").code
    theirs = "Name,Email,Code\nZoe Bell,zoe@x.org,B1\nJo Ng,,B2\n"
    _plan, act = merge(theirs, "theirs")
    zoe = office.named("Zoë Bell")
    assert whose(office, "B1") == whose(office, "A1") == [zoe.id]
    assert zoe.code == ours, "the badge to print is the same"
    again = office.plan(theirs, "theirs")
    assert (counts(again), again.doubles) == ((0, 0, 1), ())
    assert [problem.row for problem in again.problems] == [2]
    office.event.undo(act)
    assert set(office.guests()) == {"Zoë Bell"}


def test_three_rows_of_one_guest(office, merge):
    text = (
        "Name,Email,Code\nJ. Smith,js@x.org,1\nJohn Smith,js@x.org,2\n"
        "John A. Smith,js@x.org,3\n"
    )
    plan, _act = merge(text)
    assert counts(plan) == (1, 0, 0)
    (john,) = office.guests().values()
    assert {code for code in "123" if whose(office, code) == [john.id]} == set("123")
    assert counts(office.plan(text)) == (0, 0, 1)


def test_a_key_of_nobody_is_left_alone(office):
    keys = frozenset({(2, "77"), (3, "00ff"), (99, "2")})
    reading = load(office.file(TWICE))
    plan = make_plan(office.event, reading, "guests", Choices(merge=keys))
    assert counts(plan) == (3, 0, 0)


def test_who_is_forgotten_is_so_by_all_their_rows(office, merge):
    merge(TWICE.replace("J. Smith,js@x.org", "John Smith,john@y.org").replace(
        "js@x.org,,A1", "js@x.org,Harbour,A1"
    ))  # fmt: skip
    john = office.named("John Smith")
    acts.erase(office.event, john)
    plan = office.plan("Name,Email\nJohn Smith,john@y.org\nJohn Smith,js@x.org\n")
    assert counts(plan) == (0, 0, 0)
    assert {problem.kind.value for problem in plan.problems} == {"forgotten"}


LEFT = "Name,Email,Phone\nRobert Reed,rob@x.org,020 7946 0958\nJo Ng,jo@x.org,\n"
CAME = (
    "Name,Email,Phone\n"
    "Bob Reed,bob@y.org,020 7946 0958\n"
    "R. Reed,rr@z.org,020 7946 0958\n"
    "Jo Ng,jo@x.org,\n"
)


def test_two_newcomers_can_be_one_who_was_there_already(office, merge):
    office.take(LEFT)
    robert = office.named("Robert Reed")
    plan, act = merge(CAME)
    assert counts(plan) == (0, 1, 1)
    assert plan.counts()["withdrawn"] == 0
    assert office.named("Bob Reed").id == robert.id
    again = office.plan(CAME)
    assert (counts(again), again.doubles) == ((0, 0, 2), ())
    office.event.undo(act)
    assert set(office.guests()) == {"Robert Reed", "Jo Ng"}


def test_a_row_that_is_named_alone_becomes_the_first_who_it_may_be(office):
    rows = (
        "Name,Email,Phone\n"
        "John Smith,a@x.org,020 7946 0958\n"
        "Johnny Smith,b@y.org,\n"
        "J. Smith,b@y.org,020 7946 0958\n"
    )
    reading = load(office.file(rows))
    plan = make_plan(office.event, reading, "", Choices(merge=frozenset({(4, "")})))
    assert [double.row for double in plan.doubles].count(4) == 2
    assert len(plan.choices.merge) == 1
    assert counts(plan) == (2, 0, 0)


def test_who_may_be_two_others_makes_one_of_all_three(office, merge):
    rows = (
        "Name,Email,Phone\n"
        "John Smith,a@x.org,020 7946 0958\n"
        "Johnny Smith,b@y.org,\n"
        "J. Smith,b@y.org,020 7946 0958\n"
    )
    merge(rows)
    assert set(office.guests()) == {"John Smith"}
    assert counts(office.plan(rows)) == (0, 0, 1)
