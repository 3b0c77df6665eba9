"""Every verdict becomes the scene that the table in the book of looks asks for."""

from dataclasses import replace

import pytest
from scenery import AT_18_42, ZOE, guest, minutes, told

from checkin.model.attendee import Details
from checkin.model.verdict import Family, Verdict
from checkin.ui.door.scene import Deed, name_of, scene_of
from checkin.ui.door.told import PlusOne

V, D = Verdict, Deed

TABLE = {
    V.ADMITTED: (Family.OK, "check", "Admitted", (D.PRINT, D.CORRECT)),
    V.LEFT: (Family.OK, "log-out", "Left", ()),
    V.ALREADY_IN: (
        Family.AGAIN, "rotate-ccw", "Already in",
        (D.LET_BACK, D.WRONG_PERSON, D.HISTORY),
    ),
    V.CANCELLED: (
        Family.STOP, "x", "Not admitted: cancelled", (D.HOST, D.LET_IN, D.FIND)
    ),
    V.EXPIRED: (
        Family.STOP, "x", "Not admitted: ticket has expired",
        (D.HOST, D.LET_IN, D.FIND),
    ),
    V.BLOCKED: (
        Family.STOP, "x", "Not admitted: call the host", (D.HOST, D.LET_IN, D.FIND)
    ),
    V.REVOKED: (
        Family.STOP, "x", "This badge was replaced", (D.HOST, D.LET_IN, D.FIND)
    ),
    V.TOO_EARLY: (Family.STOP, "x", "Not yet: opens 19:00", (D.LET_IN, D.HOST)),
    V.TOO_LATE: (Family.STOP, "x", "Too late: closed 19:00", (D.LET_IN, D.HOST)),
    V.LIST_CLOSED: (Family.STOP, "x", "This list is closed", (D.LET_IN, D.HOST)),
    V.FULL: (Family.STOP, "x", "Full: 120 of 120", (D.LET_IN, D.HOST)),
    V.WRONG_LIST: (Family.STOP, "x", "Not for this door", (D.LET_IN, D.HOST)),
    V.UNPAID: (Family.STOP, "x", "Not paid: £12 open", (D.PAY, D.LET_IN, D.HOST)),
    V.UNAPPROVED: (Family.STOP, "x", "Not confirmed yet", (D.HOST, D.LET_IN)),
    V.WAITLISTED: (Family.STOP, "x", "On the waiting list", (D.LET_IN, D.HOST)),
    V.FOREIGN: (
        Family.STOP, "x", "Another event’s badge", (D.FIND, D.WALK_IN, D.HOST)
    ),
    V.UNKNOWN: (Family.STOP, "x", "Not our code", (D.FIND, D.WALK_IN, D.HOST)),
    V.MISREAD: (
        Family.STOP, "x", "Misread, or not genuine", (D.FIND, D.WALK_IN, D.HOST)
    ),
    V.GENUINE_UNLISTED: (
        Family.STOP, "x", "Not on this list yet", (D.WALK_IN, D.FIND, D.HOST)
    ),
    V.AMBIGUOUS: (Family.ASK, "users", "Which guest is it?", ()),
    V.QUESTION: (Family.ASK, "circle-question-mark", "One question first", ()),
}  # fmt: skip
NOBODY = {V.FOREIGN, V.UNKNOWN, V.MISREAD, V.GENUINE_UNLISTED, V.AMBIGUOUS}
MORE = {
    V.TOO_EARLY: {"limit": minutes(18)},
    V.TOO_LATE: {"limit": minutes(18)},
    V.FULL: {"capacity": 120},
    V.UNPAID: {"amount_due": "£12"},
    V.ALREADY_IN: {"first_at": minutes(-22), "first_desk": "Main door, desk 2"},
    V.QUESTION: {"question": "Will you stay for lunch?"},
}


def scene(verdict: Verdict, who=ZOE, **more):
    who = None if verdict in NOBODY else who
    return scene_of(told(verdict, who, **(MORE.get(verdict, {}) | more)))


def test_the_table_has_every_verdict():
    assert set(TABLE) == set(Verdict)


@pytest.mark.parametrize("verdict", TABLE)
def test_a_verdict_has_its_family_icon_words_and_steps(verdict):
    family, icon, word, deeds = TABLE[verdict]
    shown = scene(verdict)
    assert (shown.family, shown.icon, shown.word) == (family, icon, word)
    assert tuple(step.deed for step in shown.steps) == deeds
    assert shown.time == "18:42"


@pytest.mark.parametrize("verdict", TABLE)
def test_the_first_step_is_filled_unless_nothing_is_required(verdict):
    assert scene(verdict).filled is (verdict not in (V.ADMITTED, V.LEFT))


@pytest.mark.parametrize("verdict", TABLE)
def test_only_a_welcome_goes_idle_by_itself(verdict):
    assert scene(verdict).stays is (TABLE[verdict][0] is not Family.OK)


@pytest.mark.parametrize("verdict", TABLE)
def test_a_scene_says_why_and_what_to_say(verdict):
    shown = scene(verdict)
    assert shown.reason
    assert shown.say
    assert shown.word in shown.spoken
    assert shown.say in shown.spoken


@pytest.mark.parametrize("verdict", TABLE)
def test_the_same_deed_has_the_same_key_in_every_scene(verdict):
    keys = {
        D.FIND: "door.find", D.WALK_IN: "door.walk_in", D.PRINT: "door.print",
        D.PAY: "door.print", D.LET_IN: "door.let_in", D.LET_BACK: "door.let_in",
        D.PLUS_ONE: "door.let_in", D.CORRECT: "door.put_right",
        D.WRONG_PERSON: "door.put_right", D.HOST: "door.call_host",
        D.HISTORY: "door.history",
    }  # fmt: skip
    steps = scene(verdict).steps
    assert all(step.action == keys[step.deed] for step in steps)
    assert len({step.action for step in steps}) == len(steps)


def test_a_guest_has_name_pronouns_organisation_and_role():
    shown = scene(V.ADMITTED)
    assert shown.name.whole == "Zoë van der Berg"
    assert shown.second == "she/her  ·  Harbour Makers  ·  Community lead"


def test_somebody_let_in_anyway_has_an_amber_pill_and_who_said_so():
    shown = scene(V.ADMITTED, forced=True, note="the host knows her")
    assert shown.pills[0].words == "Let in anyway"
    assert shown.pills[0].amber
    assert shown.reason == "Main door: the host knows her"


def test_somebody_let_back_in_was_not_let_in_anyway():
    shown = scene(
        V.ADMITTED, forced=True, note="stepped out", back=True, first_at=minutes(-20)
    )
    assert not any(pill.amber for pill in shown.pills)
    assert shown.reason == "Back in; came first at 18:22"


def test_a_plus_one_has_a_step_with_their_name_and_a_pill():
    details = replace(ZOE.details, plus_one="Bruno, a cuddly-toy dragon")
    who = replace(ZOE, details=details)
    shown = scene(V.ADMITTED, who, plus_one=PlusOne("Bruno"))
    assert [s.words for s in shown.steps] == [
        "Print badge", "Let Bruno in too", "Correct name",
    ]  # fmt: skip
    assert "+1: Bruno, a cuddly-toy dragon" in [p.words for p in shown.pills]


def test_a_plus_one_who_is_in_needs_no_step():
    who = replace(ZOE, details=replace(ZOE.details, plus_one="Bruno"))
    assert D.PLUS_ONE not in [s.deed for s in scene(V.ADMITTED, who).steps]


def test_ticket_first_time_companion_and_note_are_pills():
    details = replace(ZOE.details, first_time=True, note="Prefers\n the aisle")
    shown = scene(V.ADMITTED, replace(ZOE, details=details), booked_by="Ines Reed")
    assert [p.words for p in shown.pills] == [
        "Member", "First time here", "Comes with Ines Reed", "Prefers the aisle",
    ]  # fmt: skip


def test_already_in_says_since_when_where_and_how_long_ago():
    reason = "Since 18:20 at Main door, desk 2 · 22 min ago"
    assert scene(V.ALREADY_IN).reason == reason


def test_a_first_arrival_on_another_day_has_its_day():
    shown = scene(V.ALREADY_IN, first_at=minutes(-26 * 60))
    assert shown.reason.startswith("Since Wed 22 Nov, 16:42")
    assert "26 hours ago" in shown.reason


def test_a_cancelled_ticket_says_since_when():
    assert scene(V.CANCELLED, since=minutes(-2 * 24 * 60)).reason == (
        "The list says so since Tue 21 Nov"
    )
    gone = replace(ZOE, withdrawn=True)
    assert scene(V.CANCELLED, gone, since=AT_18_42).reason == (
        "No longer on the list since Thu 23 Nov"
    )


def test_somebody_who_leaves_is_told_how_many_are_inside():
    assert scene(V.LEFT, inside=36).reason == "36 guests are inside now"
    assert scene(V.LEFT, inside=1).reason == "1 guest is inside now"


def test_a_ticket_for_another_list_says_which():
    shown = scene(V.WRONG_LIST, note="Member", elsewhere=("Balcony", "Garden"))
    assert shown.reason == "Member tickets: Balcony, Garden"


def test_a_ticket_that_is_good_later_is_told_from_a_door_that_opens_later():
    later = minutes(18)
    who = replace(ZOE, details=Details(full_name="Zoë", valid_from=later.ms))
    assert scene(V.TOO_EARLY, who).reason == "The ticket is good from then on"
    assert scene(V.TOO_EARLY).reason == "Main"


def test_an_unknown_code_stands_in_groups_of_four():
    shown = scene(V.FOREIGN, code="BKTRVNSXPLDGHJCFXKLV")
    assert shown.name.whole == "Unknown ticket"
    assert shown.second == "BKTR VNSX PLDG HJCF XKLV"


def test_a_name_breaks_between_first_and_last_name():
    parts = guest(first_name="María de los Ángeles", last_name="Fernández")
    assert name_of(parts).first == "María de los Ángeles"
    assert name_of(parts).rest == "Fernández"


def test_a_name_without_parts_breaks_at_its_first_space():
    whole = name_of(guest(full_name="Sukma Dewi Putri"))
    assert (whole.first, whole.rest) == ("Sukma", "Dewi Putri")
    assert name_of(guest(full_name="Sukma")).rest == ""


def test_names_with_the_family_name_first_are_not_turned_round():
    name = name_of(guest(first_name="小梅", last_name="王"))
    assert (name.whole, name.rest) == ("王小梅", "")


def test_a_name_from_the_right_keeps_its_direction_in_a_sentence():
    who = guest(full_name="محمد الفارسي")
    assert "\u2068محمد الفارسي\u2069" in scene(V.CANCELLED, who).spoken
