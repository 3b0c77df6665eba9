"""Attendees: how they are called, whether they are expected, whether they came."""

import pytest

from checkin.model.attendee import Attendee, Details, Presence, RegistrationStatus
from checkin.model.clock import Instant
from checkin.model.ids import AttendeeId, ListId, SubjectId
from checkin.model.permission import Answer, Purpose

DOOR, DINNER = ListId(SubjectId(b"1" * 16)), ListId(SubjectId(b"2" * 16))


def somebody(details=None, **more):
    return Attendee(AttendeeId(SubjectId(b"a" * 16)), details or Details(), **more)


def presence(list_id=DOOR, came=True, inside=True):
    first = Instant(5) if came else None
    return Presence(list_id, first, "Main door", Instant(9), inside, 1)


@pytest.mark.parametrize(
    ("said", "name", "called"),
    [
        (Details(first_name="Zoë", last_name="Nowak"), "Zoë Nowak", "Zoë"),
        (Details(full_name="Teller"), "Teller", "Teller"),
        (Details(full_name="Zoë N.", first_name="Zoë"), "Zoë N.", "Zoë"),
        (Details(first_name="太郎", last_name="山田"), "山田太郎", "太郎"),
        (Details(), "", ""),
    ],
)
def test_people_are_called_by_their_first_name_and_shown_by_the_whole(
    said, name, called
):
    assert (somebody(said).name, somebody(said).called) == (name, called)


@pytest.mark.parametrize("status", ["", "registered", "checked_in"])
def test_the_host_counts_on_those_who_are_registered(status):
    assert somebody(Details(status=status)).expected


@pytest.mark.parametrize("status", ["cancelled", "waitlisted", "pending"])
def test_the_host_does_not_count_on_the_others(status):
    assert not somebody(Details(status=status)).expected


@pytest.mark.parametrize("flag", ["withdrawn", "erased", "walk_in"])
def test_who_is_off_the_list_is_not_expected(flag):
    assert not somebody(**{flag: True}).expected


def test_somebody_taken_off_the_list_counts_as_cancelled():
    assert somebody(withdrawn=True).status is RegistrationStatus.CANCELLED


def test_who_came_in_and_left_attended_but_is_not_inside():
    gone = somebody(presences=(presence(inside=False),))
    assert (gone.attended, gone.inside) == (True, False)


def test_who_was_only_scanned_on_the_way_out_did_not_come_in():
    odd = somebody(presences=(presence(came=False, inside=False),))
    assert not odd.attended


def test_each_list_is_asked_for_itself():
    guest = somebody(presences=(presence(DOOR), presence(DINNER, inside=False)))
    assert guest.at(DINNER) == presence(DINNER, inside=False)
    assert somebody().at(DINNER) is None


def test_silence_is_no_permission():
    guest = somebody(permissions={Purpose.PHOTOS: Answer.YES})
    assert guest.may(Purpose.PHOTOS) is Answer.YES
    assert guest.may(Purpose.CONTACT) is Answer.NOT_ASKED


def test_the_code_to_print_is_the_first():
    assert somebody(codes=("OURS", "theirs")).code == "OURS"
    assert somebody().code == ""
