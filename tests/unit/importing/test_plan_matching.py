"""Who on a newer list is whom: as somebody who knows the guests would say."""

import pytest

from checkin.importing.person import Person
from checkin.importing.plan_matching import Known, match
from checkin.store import acts


def matched(before, now):
    """Index now → index before; each is (name, email, code), cut short at will."""
    return {i: one.id for i, one in match(people(now), known(before)).items()}


def known(rows):
    return [Known(i, fields(*row)) for i, row in enumerate(rows)]


def people(rows):
    return [Person(i + 2, fields(*row)) for i, row in enumerate(rows)]


def fields(name, email="", code=""):
    said = {"full_name": name, "email": email, "external_code": code}
    return {field: text for field, text in said.items() if text}


ANNA, BEN = ("Anna Berg", "anna@a.org"), ("Ben Cole", "ben@b.org")


def test_whose_addresses_were_swapped_stay_who_they_are():
    now = [("Anna Berg", "ben@b.org"), ("Ben Cole", "anna@a.org")]
    assert matched([ANNA, BEN], now) == {0: 0, 1: 1}


def test_who_uses_the_address_of_somebody_who_left_does_not_become_them():
    assert matched([ANNA, BEN], [("Ben Cole", "anna@a.org")]) == {0: 1}


def test_an_address_says_nothing_of_who_has_a_name_that_others_had():
    namesakes = [("Anna Berg", "anna@a.org"), ("Anna Berg", "berg@a.org"), BEN]
    assert matched(namesakes, [("Anna Berg", "ben@b.org")]) == {}


@pytest.mark.parametrize("name", ["Anna Müller", "A. Berg", "", "anna BERG"])
def test_an_address_of_their_own_finds_whoever_is_called_otherwise_now(name):
    assert matched([ANNA, BEN], [BEN, (name, "anna@a.org")]) == {0: 1, 1: 0}


def test_an_address_with_a_name_like_it_is_more_than_a_name_alone():
    father, son = ("J. Smith", "js@x.org"), ("John Smith", "jr@x.org")
    assert matched([("John Smith", "js@x.org")], [son, father]) == {1: 0}


def test_one_address_for_all_tells_nobody_from_others():
    all_ = [(name, "info@x.org") for name in ("Anna Berg", "Ben Cole", "Cy Dee")]
    now = [all_[2], ("Ed Fox", "info@x.org"), all_[0]]
    assert matched(all_, now) == {0: 2, 2: 0}


def test_many_of_one_name_are_told_by_their_codes_or_not_at_all():
    many = [("John Smith", "", f"T{n}") for n in range(5)]
    new_codes = [("John Smith", "", f"U{n}") for n in range(3)]
    assert matched(many, [*new_codes, *many[3:]]) == {3: 3, 4: 4}


def test_a_name_that_is_there_once_and_says_all_holds_under_a_new_code():
    assert matched([("Anna Berg", "", "T1")], [("Anna Berg", "", "U1")]) == {0: 0}


def test_two_tickets_of_one_number_are_told_by_the_rest_in_any_order():
    tickets = [(name, "", code) for name in ("Anna", "Ben") for code in ("1", "2")]
    assert matched(tickets, tickets[::-1]) == {0: 3, 1: 2, 2: 1, 3: 0}


def test_an_address_in_capitals_is_no_news(office):
    office.take("Name,Email\nAnna Berg,anna@a.org\n")
    assert office.plan("Name,Email\nAnna Berg,Anna@A.org\n").counts()["same"] == 1


def test_a_list_that_says_what_the_desk_put_right_names_the_same_guest(office):
    office.take("Name,Email\nAna Brg,ana@a.org\nBen Cole,ben@b.org\n")
    anna = office.named("Ana Brg")
    acts.correct(office.event, anna, {"full_name": "Anna Berg", "email": "anna@a.org"})
    office.comes(anna.id)
    right = "Name,Email\nAnna Berg,anna@a.org\nBen Cole,ben@b.org\n"
    plan, _act = office.take(right)
    assert (plan.steps[0].who, plan.counts()["changed"]) == (anna.id, 1)
    assert plan.counts()["new"] == plan.counts()["withdrawn"] == 0
    assert plan.conflicts == ()
    assert office.plan(right).counts()["same"] == 2
