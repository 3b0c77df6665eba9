"""Who waits for a badge, and that the numbers beside the choice are true."""

import pytest

from checkin.badges import (
    Looks,
    Sheeting,
    Which,
    counts,
    design,
    print_badges,
    stock,
    who_is_waiting,
)
from checkin.model.kinds import Kind


def names(event, which):
    return [guest.called for guest in who_is_waiting(event, which)]


def show(guests, tmp_path, *whom):
    print_badges(
        guests.event, tmp_path / "b.pdf", whom, Sheeting(stock()), Looks(design())
    )


@pytest.fixture
def mixed(guests, tmp_path):
    """Of each kind one, half of them with a badge."""
    printed = [
        guests.add("Anna", "A"),
        guests.add("Late", "B", status="checked_in"),
        guests.add("Off", "C"),
        guests.add("Gone", "D"),
        guests.add("Erased", "E"),
        guests.add("Odd", "F"),
    ]
    show(guests, tmp_path, *printed)
    guests.add("Zoë", "G")
    guests.add("Hans", "H", status="registered")
    guests.add("Petra", "I", status="cancelled")
    guests.add("Ines", "J", status="waitlisted")
    guests.add("Newer", "K", status="a word of a later version")
    _anna, _late, off, gone, erased, odd = printed
    for who, status in ((off, "cancelled"), (odd, "a word of a later version")):
        guests.happens(Kind.ATTENDEE_CORRECTED, who, fields={"status": status})
    guests.withdraw(gone)
    guests.happens(Kind.ATTENDEE_ERASED, erased)
    return guests.event


def test_only_those_who_are_coming_wait_for_a_badge(mixed):
    assert names(mixed, Which.UNPRINTED) == ["Zoë", "Hans"]
    assert names(mixed, Which.ALL) == ["Anna", "Late", "Zoë", "Hans"]


def test_the_counts_are_those_of_the_lists(mixed):
    assert counts(mixed) == {which: len(names(mixed, which)) for which in Which}


def test_an_empty_event_has_nobody_waiting(guests):
    assert counts(guests.event) == dict.fromkeys(Which, 0)
    assert names(guests.event, Which.ALL) == []


def test_whoever_has_another_name_by_now_waits_for_a_new_badge(guests, tmp_path):
    anna, ben, cora = guests.add("Anna"), guests.add("Ben"), guests.add("Cora")
    show(guests, tmp_path, anna, ben, cora)
    for who, name in ((anna, "Hannah"), (cora, "Clara")):
        guests.happens(Kind.ATTENDEE_CORRECTED, who, fields={"first_name": name})
    guests.withdraw(cora)
    assert names(guests.event, Which.CHANGED) == ["Hannah"]
    assert counts(guests.event)[Which.CHANGED] == 1
    show(guests, tmp_path, guests.again(anna))
    assert names(guests.event, Which.CHANGED) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"pronouns": "they/them"},
        {"company": "Tea Club"},
        {"job_title": "Chair"},
        {"ticket_type": "Speaker"},
    ],
)
def test_other_words_on_the_badge_count_as_a_change_too(guests, tmp_path, fields):
    anna, ben = guests.add("Anna"), guests.add("Ben")
    show(guests, tmp_path, anna, ben)
    guests.happens(Kind.ATTENDEE_CORRECTED, ben, fields={"email": "ben@b.example"})
    assert names(guests.event, Which.CHANGED) == []
    guests.happens(Kind.ATTENDEE_CORRECTED, anna, fields=fields)
    assert names(guests.event, Which.CHANGED) == ["Anna"]
    assert guests.again(anna).badge_changed


def test_a_badge_of_an_older_version_is_compared_by_its_name(guests):
    anna = guests.add("Anna", "Berger", company="Tea")
    guests.happens(Kind.BADGE_PRINTED, anna, name="Anna Berger", sheet=1, cell=1)
    guests.happens(Kind.ATTENDEE_CORRECTED, anna, fields={"company": "Coffee"})
    assert names(guests.event, Which.CHANGED) == []
    guests.happens(Kind.ATTENDEE_CORRECTED, anna, fields={"first_name": "Anne"})
    assert names(guests.event, Which.CHANGED) == ["Anne"]


def test_words_that_the_design_does_not_show_are_no_change(guests, tmp_path):
    anna = guests.add("Anna")
    out, on = tmp_path / "b.pdf", Sheeting(stock())
    print_badges(guests.event, out, [anna], on, Looks(design("big-first-name")))
    guests.happens(Kind.ATTENDEE_CORRECTED, anna, fields={"job_title": "Chair"})
    assert names(guests.event, Which.CHANGED) == []
    guests.happens(Kind.ATTENDEE_CORRECTED, anna, fields={"company": "Tea"})
    assert names(guests.event, Which.CHANGED) == ["Anna"]
