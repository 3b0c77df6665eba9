"""The attendee list as people look at it: filters with counts, orders, positions."""

import pytest

from checkin.model.clock import Instant
from checkin.model.kinds import Kind
from checkin.model.names import fold
from checkin.store import acts
from checkin.store.roll import BadgeState, Filter, Roll, Sort, State, roll


def names(event, shown: Roll) -> list[str]:
    return [guest.name for guest in event.read.by_numbers(shown.numbers)]


@pytest.fixture
def show(event):
    """The names that a list shows."""

    def show_(sort=Sort.FIRST_NAME, descending=False, **wanted):
        return names(event, roll(event.read, Filter(**wanted), sort, descending))

    return show_


@pytest.fixture
def counts(event):
    """How many each pill shows, by its word; those that show nobody left out."""

    def count(**wanted):
        found = roll(event.read, Filter(**wanted)).counts
        assert set(found) == set(State)
        return {state.value: n for state, n in found.items() if n}

    return count


def test_an_event_without_people_has_an_empty_list(show, counts):
    assert show() == []
    assert show(text="zoe") == []
    assert counts() == {}


def test_people_stand_by_the_name_as_it_is_said_or_by_last_name(event, listed, show):
    listed(event, "zoë Ångström", last_name="Ångström", first_name="zoë")
    listed(event, "Łukasz Żółć", last_name="Żółć", first_name="Łukasz")
    listed(event, "Sukma", "İpek Yıldız")
    assert show() == ["İpek Yıldız", "Łukasz Żółć", "Sukma", "zoë Ångström"]
    assert show(descending=True) == show()[::-1]
    by_last = ["zoë Ångström", "İpek Yıldız", "Sukma", "Łukasz Żółć"]
    assert show(sort=Sort.LAST_NAME) == by_last


def test_who_is_here_expected_cancelled_or_needs_a_look(event, listed, note, show):
    came, _coming, gone = listed(event, "Came", "Coming", "Gone")
    listed(event, "Cancelled", status="cancelled")
    listed(event, "Known", status="checked_in")
    note(event, Kind.CHECKIN_ADMITTED, came)
    note(event, Kind.CHECKIN_ADMITTED, gone)
    note(event, Kind.CHECKIN_LEFT, gone)
    assert show(state=State.HERE) == ["Came", "Gone"]
    assert show(state=State.EXPECTED) == ["Coming", "Known"]
    assert show(state=State.CANCELLED) == ["Cancelled"]
    assert show(state=State.LOOK) == []


@pytest.mark.parametrize(
    "said",
    [
        {"status": "pending"}, {"status": "waitlisted"}, {"status": "holographic"},
        {"payment": "unpaid"}, {"approval": "required"}, {"blocked": "was rude"},
    ],
    ids=str,
)  # fmt: skip
def test_what_has_to_be_cleared_needs_a_look_until_they_come_or_cancel(
    event, listed, note, counts, said
):
    (who,) = listed(event, "Zoë", **said)
    coming = said.get("status", "") == ""
    look = {"everyone": 1, "look": 1} | ({"expected": 1} if coming else {})
    assert counts() == look
    came = note(event, Kind.CHECKIN_ADMITTED, who)
    assert counts() == {"everyone": 1, "here": 1}
    event.undo(came.id)
    assert counts() == look
    acts.correct(event, event.read.attendee(who), {"status": "cancelled"})
    assert counts() == {"everyone": 1, "cancelled": 1}


def test_somebody_cancelled_who_was_let_in_is_both(event, listed, note, counts):
    (who,) = listed(event, "Zoë", status="cancelled")
    note(event, Kind.CHECKIN_ADMITTED, who, forced=True)
    assert counts() == {"everyone": 1, "here": 1, "cancelled": 1}


def test_two_desks_that_disagree_need_a_look_though_the_guest_is_here(
    event, listed, note, counts
):
    (who,) = listed(event, "Zoë")
    note(event, Kind.CHECKIN_ADMITTED, who)
    second = note(event, Kind.CHECKIN_ADMITTED, who)
    assert counts() == {"everyone": 1, "here": 1, "look": 1}
    assert event.read.attendee(who).conflicts == 1
    event.undo(second.id)
    assert counts() == {"everyone": 1, "here": 1}


def test_a_walk_in_is_not_expected(event, note, counts):
    fields = {"full_name": "Bo"}
    note(event, Kind.ATTENDEE_LISTED, event.new_id(), fields=fields, walk_in=True)
    assert counts() == {"everyone": 1}


def test_whoever_is_no_longer_on_the_list_counts_as_cancelled(event, note, counts):
    source, who = event.new_id().hex(), event.new_id()
    fields = {"full_name": "Zoë"}
    note(event, Kind.ATTENDEE_LISTED, who, fields=fields, source=source)
    note(event, Kind.ATTENDEE_WITHDRAWN, who, source=source)
    assert counts() == {"everyone": 1, "cancelled": 1}


def test_the_erased_are_on_no_list(event, listed, note, show, counts):
    zoe, _bo = listed(event, "Zoë", "Bo")
    note(event, Kind.CHECKIN_ADMITTED, zoe)
    acts.erase(event, event.read.attendee(zoe))
    for sort in Sort:
        assert show(sort=sort) == ["Bo"]
    assert counts() == {"everyone": 1, "expected": 1}
    assert show(text="zoe") == []


def test_the_counts_are_of_the_other_filters(event, listed, note, counts):
    anna, annika, _hans = listed(event, "Anna", "Annika", "Hans", ticket_type="Member")
    listed(event, "Anneliese", ticket_type="Guest")
    note(event, Kind.CHECKIN_ADMITTED, anna)
    note(event, Kind.BADGE_PRINTED, anna, name="Anna")
    note(event, Kind.BADGE_PRINTED, annika, name="Annika")
    assert counts() == {"everyone": 4, "here": 1, "expected": 3}
    assert counts(text="ann") == {"everyone": 3, "here": 1, "expected": 2}
    ann = {"text": "ann", "ticket_type": "Member"}
    assert counts(**ann) == {"everyone": 2, "here": 1, "expected": 1}
    assert counts(**ann, state=State.HERE) == counts(**ann)
    assert counts(**ann, badge=BadgeState.NOT_PRINTED) == {}
    assert counts(ticket_type="") == {}


def test_a_search_is_that_of_the_door_and_shows_everybody(event, listed, show):
    listed(event, *(f"Zoë {n}" for n in range(450)))
    listed(event, "Hans O’Brien", company="Harbour Makers", email="h@x.example")
    assert len(show(text="zo")) == 450
    for text in ("obrien", "HARB han", "h@x", "  hans  "):
        assert show(text=text) == ["Hans O’Brien"]
    assert show(text="…") == []
    assert show(text="nemo") == []


def test_badges_are_told_apart_by_what_stands_on_them(event, listed, note, show):
    zoe, bo, cy, _di = listed(event, "Zoe", "Bo", "Cy", "Di")
    note(event, Kind.BADGE_PRINTED, zoe, name="Zoe")
    note(event, Kind.BADGE_PRINTED, bo, name="Bo")
    note(event, Kind.BADGE_PRINTED, cy)
    acts.correct(event, event.read.attendee(zoe), {"full_name": "Zoë"})
    assert show(badge=BadgeState.PRINTED) == ["Bo", "Cy", "Zoë"]
    assert show(badge=BadgeState.NOT_PRINTED) == ["Di"]
    assert show(badge=BadgeState.CHANGED) == ["Zoë"]
    assert show(sort=Sort.BADGE) == ["Zoë", "Di", "Bo", "Cy"]
    assert event.read.attendee(zoe).badge_changed
    note(event, Kind.BADGE_PRINTED, zoe, name="Zoë")
    assert show(badge=BadgeState.CHANGED) == []
    assert not event.read.attendee(zoe).badge_changed


def test_a_badge_whose_print_is_undone_is_to_be_printed(event, listed, note, show):
    (zoe,) = listed(event, "Zoe")
    printed = note(event, Kind.BADGE_PRINTED, zoe, name="Other")
    assert show(badge=BadgeState.CHANGED) == ["Zoe"]
    event.undo(printed.id)
    assert show(badge=BadgeState.NOT_PRINTED) == ["Zoe"]


def test_a_name_in_parts_is_the_name_on_the_badge(event, listed, note, show):
    (who,) = listed(event, "", first_name="Taro", last_name="Yamada")
    note(event, Kind.BADGE_PRINTED, who, name="Taro Yamada")
    assert show(badge=BadgeState.CHANGED) == []


def test_at_the_door_the_newest_stand_first_and_the_cancelled_last(
    event, listed, note, show, clock
):
    first, second = listed(event, "Anna", "Zoë")
    listed(event, "Bo", "Hans")
    listed(event, "Alf", status="cancelled")
    listed(event, "Ben", status="waitlisted")
    for who in (first, second):
        clock.advance(60)
        note(event, Kind.CHECKIN_ADMITTED, who)
    order = ["Zoë", "Anna", "Bo", "Hans", "Ben", "Alf"]
    assert show(sort=Sort.DOOR) == order
    assert show(sort=Sort.DOOR, descending=True) == order[::-1]


def test_tickets_stand_by_the_alphabet_and_none_last(event, listed, show):
    for name, ticket in (("A", "member"), ("B", ""), ("C", "Guest"), ("D", "Étoile")):
        listed(event, name, ticket_type=ticket)
    assert show(sort=Sort.TICKET) == ["D", "C", "A", "B"]
    assert show(ticket_type="") == ["B"]
    assert show(ticket_type="member") == ["A"]


def test_the_list_follows_what_happens(event, listed, show):
    zoe, _bo = listed(event, "Zoë", "Bo")
    acts.correct(event, event.read.attendee(zoe), {"full_name": "Alma"})
    assert show() == ["Alma", "Bo"]
    listed(event, "Ada")
    assert show() == ["Ada", "Alma", "Bo"]


def test_somebody_is_found_in_the_list_again(event, listed):
    zoe, bo, gone = listed(event, "Zoë", "Bo", "Gone")
    acts.erase(event, event.read.attendee(gone))
    shown = roll(event.read)
    numbers = event.read.numbers_of([zoe, bo, event.new_id()])
    assert set(numbers) == {zoe, bo}
    assert shown.position(numbers[zoe]) == 1
    assert shown.position(numbers[bo]) == 0
    assert shown.position(10_000) is None
    assert len(shown) == 2


def test_people_come_in_the_order_that_they_are_asked_for(event, listed):
    listed(event, *(f"Guest {n}" for n in range(20)))
    shown = roll(event.read, descending=True)
    some = shown.numbers[3:9]
    people = event.read.by_numbers(some)
    assert people == [event.read.attendee(p.id) for p in people]
    assert [p.name for p in people] == sorted((p.name for p in people), reverse=True)
    assert event.read.by_numbers([10_000, some[0]]) == people[:1]
    assert event.read.by_numbers([]) == []


def test_what_the_list_filters_by_is_what_the_guests_say_of_themselves(
    event, listed, note
):
    """Against each person's own words, in whatever order it happened."""
    for n, status in enumerate(("", "cancelled", "pending", "checked_in") * 3):
        (who,) = listed(event, f"Guest {n}", status=status)
        if n % 3 == 0:
            note(event, Kind.CHECKIN_ADMITTED, who, when=Instant(n + 1).ms)
        if n % 2:
            note(event, Kind.BADGE_PRINTED, who, name="Guest" if n % 4 == 1 else "")
    people = list(event.read.attendees())

    def those(fits):
        return sorted((p.name for p in people if fits(p)), key=fold)

    def shown(**wanted):
        return names(event, roll(event.read, Filter(**wanted)))

    assert shown(state=State.HERE) == those(lambda p: p.attended)
    expected = those(lambda p: p.expected and not p.attended)
    assert shown(state=State.EXPECTED) == expected
    assert shown(badge=BadgeState.CHANGED) == those(lambda p: p.badge_changed)
    assert shown(badge=BadgeState.PRINTED) == those(lambda p: p.printed)
    assert event.check() == []
