"""Who came when, for the charts."""

from checkin.model.clock import Instant
from checkin.model.kinds import Kind
from checkin.store.arrivals import arrivals, walk_ins


def test_nobody_has_come_to_a_new_event(event):
    found = arrivals(event.read)
    assert (list(found.minutes), found.expected) == ([], {})


def test_everybody_is_there_once_when_they_first_came(event, listed, note, clock):
    anna, bo, _cy = listed(event, "Anna", "Bo", "Cy")
    first = clock.ms // 60_000
    note(event, Kind.CHECKIN_ADMITTED, bo, direction="in")
    clock.advance(60)
    note(event, Kind.CHECKIN_ADMITTED, anna, direction="in")
    clock.advance(60)
    note(event, Kind.CHECKIN_LEFT, bo)
    note(event, Kind.CHECKIN_ADMITTED, bo, direction="in")
    assert list(arrivals(event.read).minutes) == [first, first + 1]


def test_only_those_who_were_expected_count_by_ticket_type(event, listed, note):
    member, _missed = listed(event, "Anna", "Bo", ticket_type="Member")
    (guest,) = listed(event, "Cy", ticket_type="Guest", status="checked_in")
    (cancelled,) = listed(event, "Di", ticket_type="Guest", status="cancelled")
    gone, walk_in, source = event.new_id(), event.new_id(), event.new_id().hex()
    said = {"fields": {"full_name": "Ed", "ticket_type": "Guest"}, "source": source}
    note(event, Kind.ATTENDEE_LISTED, gone, **said)
    said = {"fields": {"full_name": "Flo", "ticket_type": "Guest"}, "walk_in": True}
    note(event, Kind.ATTENDEE_LISTED, walk_in, **said)
    for who in (member, guest, cancelled, gone, walk_in):
        note(event, Kind.CHECKIN_ADMITTED, who, direction="in")
    note(event, Kind.ATTENDEE_WITHDRAWN, gone, source=source)
    found = arrivals(event.read)
    assert found.expected == {"Member": 1, "Guest": 1}
    assert sum(found.expected.values()) == event.read.tally("expected_attended")
    assert len(found.minutes) == 5
    assert walk_ins(event.read) == 1


def test_somebody_erased_has_still_come(event, listed, note):
    (anna,) = listed(event, "Anna", ticket_type="Member")
    note(event, Kind.CHECKIN_ADMITTED, anna, direction="in")
    note(event, Kind.ATTENDEE_ERASED, anna)
    found = arrivals(event.read)
    assert (len(found.minutes), found.expected) == (1, {})


def test_the_time_is_that_of_most_desks_of_that_day(event, listed, note, clock):
    """One laptop of three has the time of another country, and clocks are changed."""
    saturday = [*listed(event, "Anna", "Bo", "Cy")]
    sunday = [*listed(event, "Di", "Ed", "Flo")]
    ahead = iter((60, 60, -300, 0, -300, 0))
    clock.now = lambda: Instant(clock.ms, next(ahead, 0))
    for people in (saturday, sunday):
        for who in people:
            note(event, Kind.CHECKIN_ADMITTED, who, direction="in")
        clock.advance(24 * 60 * 60)
    first = (clock.ms - 2 * 24 * 60 * 60_000) // 60_000
    expected = [first + 60] * 3 + [first + 24 * 60] * 3
    assert list(arrivals(event.read).minutes) == expected
