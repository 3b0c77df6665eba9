"""What a list asks of a guest: each rule, its limits, and which speaks first."""

from dataclasses import replace
from typing import Any

import pytest

from checkin.door.rules import Case, decide
from checkin.model.attendee import Attendee, Details, Presence
from checkin.model.clock import Instant
from checkin.model.ids import AttendeeId, ListId, SubjectId
from checkin.model.lists import CheckInList, Question, Rules
from checkin.model.verdict import Verdict

HERE = ListId(SubjectId(b"h" * 16))
ELSEWHERE = ListId(SubjectId(b"e" * 16))
NOW = Instant(1_700_762_520_000, 60)
HOUR = 3_600_000
V = Verdict


def guest(presences: tuple[Presence, ...] = (), **details: Any) -> Attendee:
    said = Details(full_name="Anna Schmidt", **details)
    return Attendee(AttendeeId(SubjectId(b"a" * 16)), said, presences=presences)


def presence(
    list_id: ListId = HERE, *, inside: bool = True, at: Instant = NOW
) -> Presence:
    return Presence(list_id, at, "Side door", at, inside, 1)


def case(who: Attendee, *, closed: bool = False, why: str = "", **rules: Any) -> Case:
    return Case(who, CheckInList(HERE, "Main", Rules(**rules), closed, why), NOW)


def verdict(who: Attendee, **rules: Any) -> Verdict:
    return decide(case(who, **rules)).verdict


def test_who_is_on_the_list_is_let_in_now():
    decision = decide(case(guest()))
    assert decision.verdict is V.ADMITTED
    assert decision.first_at == NOW


def test_the_same_case_gets_the_same_answer_and_is_left_as_it_was():
    one = case(guest(payment="unpaid"), capacity=1)
    before = replace(one)
    assert decide(one) == decide(one)
    assert one == before


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ({"status": "registered"}, V.ADMITTED),
        ({"status": "checked_in"}, V.ADMITTED),
        ({"status": "cancelled"}, V.CANCELLED),
        ({"status": "waitlisted"}, V.WAITLISTED),
        ({"status": "pending"}, V.UNAPPROVED),
        ({"approval": "required"}, V.UNAPPROVED),
        ({"payment": "unpaid"}, V.UNPAID),
        ({"payment": "paid"}, V.ADMITTED),
        ({"blocked": "owes a dance"}, V.BLOCKED),
        ({"valid_until": NOW.ms}, V.ADMITTED),
        ({"valid_until": NOW.ms - 1}, V.EXPIRED),
        ({"valid_from": NOW.ms}, V.ADMITTED),
        ({"valid_from": NOW.ms + 1}, V.TOO_EARLY),
    ],
)
def test_what_is_known_of_the_guest_decides(details, expected):
    assert verdict(guest(**details)) is expected


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({"opens": NOW.ms}, V.ADMITTED),
        ({"opens": NOW.ms + 1}, V.TOO_EARLY),
        ({"closes": NOW.ms}, V.ADMITTED),
        ({"closes": NOW.ms - 1}, V.TOO_LATE),
        ({"ticket_types": ("Member", "Speaker")}, V.ADMITTED),
        ({"ticket_types": ("Speaker",)}, V.WRONG_LIST),
        ({"closed": True}, V.LIST_CLOSED),
        ({"questions": (Question("size", "Which size?"),)}, V.QUESTION),
    ],
)
def test_what_the_list_asks_decides(rules, expected):
    assert verdict(guest(ticket_type="Member"), **rules) is expected


def test_a_guest_withdrawn_by_the_list_counts_as_cancelled():
    assert verdict(replace(guest(), withdrawn=True)) is V.CANCELLED


def test_who_is_inside_is_told_since_when_and_where():
    since = Instant(NOW.ms - HOUR, 60)
    decision = decide(case(guest((presence(at=since),))))
    assert decision.verdict is V.ALREADY_IN
    assert (decision.first_at, decision.first_desk) == (since, "Side door")


@pytest.mark.parametrize(
    ("there", "rules"),
    [
        (presence(inside=False), {}),
        (presence(ELSEWHERE), {}),
        (presence(), {"repeats": True}),
    ],
    ids=["went out again", "is in at another list", "list allows repeats"],
)
def test_who_may_come_in_again_does(there, rules):
    assert verdict(guest((there,)), **rules) is V.ADMITTED


def test_who_comes_back_first_came_when_they_first_came():
    since = Instant(NOW.ms - HOUR, 60)
    decision = decide(case(guest((presence(inside=False, at=since),))))
    assert decision.first_at == since


def test_an_earlier_time_typed_by_a_person_is_the_first_time():
    later = Instant(NOW.ms + HOUR, 60)
    decision = decide(case(guest((presence(inside=False, at=later),))))
    assert decision.first_at == NOW


@pytest.mark.parametrize(
    ("capacity", "inside", "expected"),
    [(0, 500, V.ADMITTED), (2, 1, V.ADMITTED), (2, 2, V.FULL), (2, 3, V.FULL)],
)
def test_a_list_is_full_when_as_many_are_inside_as_it_holds(capacity, inside, expected):
    decision = decide(replace(case(guest(), capacity=capacity), inside=inside))
    assert decision.verdict is expected
    assert decision.capacity == (2 if expected is V.FULL else 0)


def test_who_is_inside_already_takes_no_second_place_of_a_full_list():
    full = case(guest((presence(),)), capacity=1, repeats=True)
    assert decide(replace(full, inside=1)).verdict is V.ADMITTED


@pytest.mark.parametrize("by", ["scan", "list"])
def test_unpaid_tickets_can_be_accepted_for_one_scan_or_for_the_list(by):
    who = guest(payment="unpaid", amount_due="£12")
    assert decide(case(who)).amount_due == "£12"
    accepted = case(who, accept_unpaid=by == "list")
    assert decide(replace(accepted, accept_unpaid=by == "scan")).verdict is V.ADMITTED


def test_each_question_is_asked_until_it_is_answered_now_or_before():
    both = (Question("size", "Which size?"), Question("meal", "Vegan?"))
    asked = case(guest(), questions=both)
    assert decide(asked).question_key == "size"
    some = replace(asked, answers={"size": "M"})
    assert (decide(some).question_key, decide(some).question) == ("meal", "Vegan?")
    known = replace(some, guest=replace(guest(), answers={"meal": "yes"}))
    assert decide(known).verdict is V.ADMITTED


def test_the_words_of_a_refusal_travel_with_it():
    early = decide(case(guest(), opens=NOW.ms + HOUR, offset=60))
    assert early.limit == Instant(NOW.ms + HOUR, 60)
    late = decide(case(guest(), closes=NOW.ms - HOUR, offset=-300))
    assert late.limit == Instant(NOW.ms - HOUR, -300)
    assert decide(case(guest(), closed=True, why="Dinner")).note == "Dinner"
    assert decide(case(guest(blocked="Ask Priya"))).note == "Ask Priya"
    wrong = decide(case(guest(ticket_type="Guest"), ticket_types=("Staff",)))
    assert wrong.note == "Guest"


WORST = {
    "blocked": "yes",
    "status": "cancelled",
    "valid_until": NOW.ms - 1,
    "valid_from": NOW.ms + 1,
    "payment": "unpaid",
    "approval": "required",
    "ticket_type": "Guest",
}
WORST_RULES = {
    "ticket_types": ("Staff",),
    "closed": True,
    "opens": NOW.ms + 1,
    "closes": NOW.ms - 1,
    "capacity": 1,
    "questions": (Question("size", "Which size?"),),
}
MENDED: list[tuple[Verdict, dict[str, Any]]] = [
    (V.BLOCKED, {"blocked": ""}),
    (V.CANCELLED, {"status": "waitlisted"}),
    (V.ALREADY_IN, {"presences": ()}),
    (V.EXPIRED, {"valid_until": 0}),
    (V.TOO_EARLY, {"valid_from": 0}),
    (V.WAITLISTED, {"status": "registered"}),
    (V.UNPAID, {"payment": ""}),
    (V.UNAPPROVED, {"approval": ""}),
    (V.WRONG_LIST, {"ticket_types": ()}),
    (V.LIST_CLOSED, {"closed": False}),
    (V.TOO_EARLY, {"opens": 0}),
    (V.TOO_LATE, {"closes": 0}),
    (V.FULL, {"capacity": 0}),
    (V.QUESTION, {"questions": ()}),
]
"""The verdicts in their order; what mends each one brings the next to light."""


def test_of_many_objections_the_first_of_the_order_speaks():
    details: dict[str, Any] = {"presences": (presence(),), **WORST}
    rules = dict(WORST_RULES)
    for expected, mend in MENDED:
        worst = replace(case(guest(**details), **rules), inside=1)
        assert decide(worst).verdict is expected
        for name, value in mend.items():
            (rules if name in WORST_RULES else details)[name] = value
    assert verdict(guest(**details), **rules) is V.ADMITTED
