"""Whose badges come next: small to keep, told apart by all that the badges say."""

import pytest

from checkin.badges import Guests, Order, Queue, Which, line_up, line_up_these
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind


@pytest.fixture
def three(guests):
    """By first name."""
    return [guests.add(name) for name in ("Ada", "Ben", "Cleo")]


def everyone(event):
    return line_up(event, Which.ALL, Order.FIRST_NAME)


def names(event, queue):
    return [guest.called for guest in Guests(event, queue)]


def test_a_queue_is_the_ids_in_their_order(event, three):
    queue = everyone(event)
    assert list(queue) == [guest.id for guest in three]
    assert queue[1:] == tuple(guest.id for guest in three[1:])
    assert queue[-1] == three[-1].id
    with pytest.raises(IndexError):
        queue[3]


def test_it_takes_16_bytes_a_guest(event, three):
    assert len(everyone(event).packed) == 48


def test_nobody_waits_in_an_empty_one(event):
    assert not everyone(event)
    assert everyone(event) == Queue()


def test_it_says_where_somebody_stands(event, three):
    queue = everyone(event)
    assert [queue.position(guest.id) for guest in three] == [0, 1, 2]
    assert queue.position(AttendeeId(event.new_id())) is None


def test_the_end_of_one_id_and_the_beginning_of_the_next_are_nobody():
    queue = Queue(b"a" * 8 + b"b" * 16 + b"c" * 8 + b"b" * 16)
    assert queue.position(AttendeeId(b"b" * 16)) == 2
    assert queue.position(AttendeeId(b"c" * 8 + b"b" * 8)) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"last_name": "Li"}, {"full_name": "Ada G."}, {"company": "Zinc"},
        {"job_title": "Poet"}, {"pronouns": "she"}, {"ticket_type": "Guest"},
    ],
)  # fmt: skip
def test_another_word_on_a_badge_makes_another_queue(guests, event, three, fields):
    before = everyone(event)
    guests.happens(Kind.ATTENDEE_CORRECTED, three[0], fields=fields)
    assert list(everyone(event)) == list(before)
    assert everyone(event) != before


def test_another_code_makes_another_queue(guests, event, three):
    before = everyone(event)
    guests.happens(Kind.CODE_REVOKED, three[0], code=three[0].code)
    guests.happens(Kind.CODE_GIVEN, three[0], code=event.new_code())
    assert everyone(event) != before


def test_what_no_badge_says_makes_no_other_queue(guests, event, three):
    before = everyone(event)
    guests.happens(Kind.ATTENDEE_CORRECTED, three[0], fields={"note": "vegan"})
    assert everyone(event) == before


def test_those_who_are_chosen_stand_in_order_coming_or_not(guests, event, three):
    ada, ben, cleo = three
    off = guests.add("Bea", status="cancelled")
    guests.happens(Kind.ATTENDEE_ERASED, ben)
    nobody = AttendeeId(event.new_id())
    whose = [cleo.id, off.id, ben.id, nobody, ada.id, cleo.id]
    queue = line_up_these(event, whose, Order.FIRST_NAME)
    assert names(event, queue) == ["Ada", "Bea", "Cleo"]


def test_guests_are_read_some_at_a_time_and_those_erased_meanwhile_left_out(
    guests, event, three, monkeypatch
):
    monkeypatch.setattr("checkin.badges.queue._CHUNK", 2)
    later = Guests(event, everyone(event))
    going = iter(later)
    first = next(going)
    guests.happens(Kind.ATTENDEE_ERASED, three[2])
    assert [first, *going] == three[:2]


def test_some_of_them_can_be_read_alone(event, three):
    found = Guests(event, everyone(event))
    assert (len(found), len(found[1:])) == (3, 2)
    assert list(found[1:]) == three[1:]
    assert found[2] == three[2]
