"""Somebody without a ticket is found by name, and only let in once they are chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scenery import AT_18_42, MAIN, guest, minutes

from checkin.model.attendee import Presence
from checkin.model.ids import AttendeeId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.lists import CheckInList, Question, Rules
from checkin.ui import look
from checkin.ui.door import finding
from checkin.ui.door.finding import Found, arrange, ask_apart, leaving_of, standing_of

CTRL = Qt.KeyboardModifier.ControlModifier


def one(number: int, **fields):
    """Guest number so-and-so."""
    made = guest(**fields)
    own = AttendeeId(SubjectId(bytes([number]) * 16))
    return type(made)(own, made.details)


ANNA = one(1, full_name="Anna Schmidt", company="Nordlicht Energie")
OTHER = one(2, full_name="Anna Schmidt", job_title="Illustrator")
HANNA = one(3, full_name="Hanna Schmitt")
JO = one(4, full_name="Jo Ng")
JOAN = one(5, full_name="Joan Nguyen")


# -- who is shown, as plain values


def test_the_only_one_who_fits_is_chosen():
    found = arrange(Found("jo ng", (JO,), similar=(JOAN,)))
    assert found.cards == (JO,)
    assert found.rows == (JOAN,)
    assert found.chosen == 0


def test_two_of_one_name_stand_side_by_side_and_none_is_chosen():
    found = arrange(Found("anna sch", (ANNA, OTHER), similar=(HANNA,)))
    assert found.title == "Two guests are called Anna Schmidt"
    assert found.cards == (ANNA, OTHER)
    assert found.rows == (HANNA,)
    assert found.chosen is None


def test_guests_of_different_names_are_rows_and_none_is_chosen():
    found = arrange(Found("an", (ANNA, HANNA, JOAN)))
    assert found.cards == ()
    assert found.rows == (ANNA, HANNA, JOAN)
    assert found.title == "3 guests fit"
    assert found.chosen is None


def test_more_than_fit_are_counted():
    assert arrange(Found("a", (ANNA, HANNA), more=40)).title == "42 guests fit"


def test_more_namesakes_than_cards_are_rows():
    same = tuple(one(n, full_name="Maria Lima") for n in range(4))
    found = arrange(Found("maria lima", same), cards=2)
    assert found.rows == same


def test_whoever_is_called_just_so_comes_before_longer_names():
    found = arrange(Found("jo ng", (JO, one(9, full_name="Jo Ng Lee"))))
    assert found.cards == (JO,)
    assert found.chosen == 0


def test_nobody_can_be_added_or_meant_otherwise():
    found = arrange(Found("hanz", similar=(HANNA,)))
    assert found.nobody
    assert found.title == "Nobody is called “hanz” here"
    assert (found.rows, found.rows_title) == ((HANNA,), "Did you mean")


def test_who_is_alike_is_only_looked_for_where_few_fit():
    assert Found("jon", (JO,)).wants_similar
    assert not Found("jo", (JO,)).wants_similar
    assert not Found("ann", (ANNA, OTHER, HANNA)).wants_similar
    assert not Found("4711", (JO,), by_code=True).wants_similar


@pytest.mark.parametrize(
    ("fields", "question"),
    [
        ({"company": ("A", "B")}, "Which company are you with?"),
        ({"ticket_type": ("Member", "Guest")}, "Which ticket do you have?"),
        ({"email": ("a@x.org", "b@x.org")}, "Which e-mail address did you book with?"),
        ({}, "May I see your ticket?"),
    ],
)
def test_the_question_is_about_what_differs(fields, question):
    same = [
        one(n, full_name="Bo Ek", **{k: v[n] for k, v in fields.items()})
        for n in range(2)
    ]
    assert question in ask_apart(same)


@pytest.mark.parametrize(
    ("fields", "words", "admits"),
    [
        ({}, "Expected", True),
        ({"status": "cancelled"}, "Cancelled", False),
        ({"status": "waitlisted"}, "On the waiting list", False),
        ({"status": "pending"}, "Not confirmed yet", False),
        ({"payment": "unpaid"}, "Not paid", False),
        ({"blocked": "see the host"}, "Call the host", False),
        ({"approval": "required"}, "Not confirmed yet", False),
        ({"valid_until": 1}, "Ticket has expired", False),
        ({"valid_from": minutes(5).ms}, "Not yet", False),
    ],
)
def test_a_card_says_how_they_stand(fields, words, admits):
    door = CheckInList(MAIN, "Main door")
    standing = standing_of(one(1, full_name="Bo", **fields), door, AT_18_42)
    assert (standing.words, standing.admits) == (words, admits)


def test_somebody_who_is_in_is_shown_not_admitted():
    there = Presence(MAIN, minutes(-3), "Main door", minutes(-3), True, 1)
    bo = type(JO)(JO.id, JO.details, presences=(there,))
    standing = standing_of(bo, CheckInList(MAIN, "Main door"), AT_18_42)
    assert standing.detail == "Came in 18:39, Main door"
    assert finding.act_words(bo, standing, several=True) == "Show: already in"


@pytest.mark.parametrize(
    ("rules", "words", "admits"),
    [
        ({"ticket_types": ("Speaker",)}, "Not for this door", False),
        ({"capacity": 1}, "Full", False),
        ({"opens": minutes(9).ms}, "Not yet", False),
        ({"closes": minutes(-9).ms}, "Too late", False),
        ({"questions": (Question("lunch", "Lunch?"),)}, "Expected", True),
    ],
)
def test_a_card_says_what_the_list_has_against_them(rules, words, admits):
    door = CheckInList(MAIN, "Main door", Rules(**rules))
    standing = standing_of(JO, door, AT_18_42, inside=1)
    assert (standing.words, standing.admits) == (words, admits)


def test_nobody_is_shown_as_expected_at_a_list_that_is_closed():
    door = CheckInList(MAIN, "Main door", closed=True, closed_why="Fire drill")
    standing = standing_of(JO, door, AT_18_42)
    assert (standing.words, standing.detail) == ("This list is closed", "Fire drill")


def test_where_people_come_in_again_and_again_they_are_admitted_by_name_too():
    there = Presence(MAIN, minutes(-3), "Main door", minutes(-3), True, 1)
    jo = type(JO)(JO.id, JO.details, presences=(there,))
    door = CheckInList(MAIN, "Main door", Rules(repeats=True))
    standing = standing_of(jo, door, AT_18_42)
    assert standing.detail == "Came in 18:39, Main door"
    assert finding.act_words(jo, standing, several=False) == "Admit Jo Ng"


@pytest.mark.parametrize(
    ("inside", "words", "detail"),
    [(True, "Inside", "Came in 18:39"), (False, "Left", "Was here, left 18:41")],
)
def test_where_people_go_out_they_are_checked_out_by_name(inside, words, detail):
    there = Presence(MAIN, minutes(-3), "", minutes(-1), inside, 1)
    jo = type(JO)(JO.id, JO.details, presences=(there,))
    standing = leaving_of(jo, CheckInList(MAIN, "Main door"), AT_18_42)
    assert (standing.words, standing.detail) == (words, detail)
    assert finding.act_words(jo, standing, several=False) == "Check out Jo Ng"
    hint = arrange(Found("jo ng", (jo,)), leaving=standing.leaves).hint
    assert hint == "Press Enter to check them out."


# -- at the desk


@pytest.fixture
def annas(volunteer):
    """Two of one name, and one nearly so."""
    said = {"first_name": "Anna", "last_name": "Schmidt"}
    first = volunteer.guest(company="Nordlicht Energie", email="a@x.org", **said)
    second = volunteer.guest(job_title="Illustrator", email="b@x.org", **said)
    volunteer.guest(first_name="Hanna", last_name="Schmitt", company="Stadtwerke")
    return first, second


def test_letters_typed_anywhere_look_somebody_up(volunteer, annas):
    volunteer.look_up("han")
    assert volunteer.page.parts.search.text() == "han"
    assert volunteer.cards == ["Hanna Schmitt, Stadtwerke, Expected"]


def test_a_letter_on_the_list_of_lists_looks_somebody_up_too(volunteer, annas):
    volunteer.page.parts.top.lists.setFocus()
    volunteer.look_up("hanna")
    assert volunteer.page.parts.search.text() == "hanna"


def test_the_only_one_is_admitted_by_enter(volunteer, annas):
    volunteer.look_up("hanna")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.name == "Hanna Schmitt"
    assert volunteer.page.parts.search.text() == ""


def test_enter_does_nothing_while_two_fit_and_none_is_chosen(volunteer, annas):
    volunteer.look_up("anna")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.guest(full_name="Somebody else")  # all that was asked is written now
    assert volunteer.page.parts.found.isVisible()
    assert not any(volunteer.again(one).inside for one in annas)


def test_an_arrow_key_chooses_and_enter_admits_just_them(volunteer, annas):
    volunteer.look_up("anna")
    volunteer.press(Qt.Key.Key_Right)
    volunteer.press(Qt.Key.Key_Right)
    chosen = volunteer.page.parts.found.choice
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert [one.id for one in annas if volunteer.again(one).inside] == [chosen.id]


def test_the_button_of_a_card_says_whom_it_admits(volunteer, annas):
    volunteer.look_up("anna")
    texts = {guest.button.text() for guest in volunteer.page.parts.found.guests[:2]}
    assert texts == {"Admit Anna from Nordlicht", "Admit Anna"}


def test_a_click_on_a_card_chooses_and_its_button_admits(volunteer, annas):
    volunteer.look_up("anna")
    card = volunteer.page.parts.found.guests[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert volunteer.page.parts.found.choice == card.guest
    assert not volunteer.again(card.guest).inside
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.again(card.guest).inside


def test_those_with_a_name_like_it_come_below(volunteer, annas):
    volunteer.look_up("anna schmidt")
    volunteer.until(lambda: len(volunteer.cards) == 3)
    assert volunteer.cards[2] == "Hanna Schmitt, Stadtwerke, Expected"


def test_nobody_of_that_name_is_added_with_the_name_filled_in(volunteer, annas):
    volunteer.look_up("Temperance")
    assert volunteer.cards == []
    QTest.mouseClick(volunteer.page.parts.found.add, Qt.MouseButton.LeftButton)
    form = volunteer.page.filling.walk_in
    assert form.isVisible()
    assert form.name.text() == "Temperance"


def test_escape_clears_the_search_and_the_stage_is_as_it_was(volunteer, annas):
    volunteer.scan(annas[0].code)
    volunteer.look_up("hanna")
    volunteer.press(Qt.Key.Key_Escape)
    assert volunteer.page.parts.search.text() == ""
    assert volunteer.word == "Admitted"


def test_a_scan_while_somebody_is_looked_up_wins(volunteer, annas):
    volunteer.look_up("hanna")
    volunteer.scan(annas[0].code)
    assert volunteer.word == "Admitted"
    assert volunteer.page.parts.search.text() == ""


def test_a_code_typed_by_hand_finds_its_owner(volunteer, annas):
    volunteer.look_up(annas[1].code)
    assert volunteer.cards == ["Anna Schmidt, Illustrator, Expected"]
    assert volunteer.page.parts.found.choice == annas[1]


def test_a_scanner_too_slow_to_be_told_from_a_person_still_admits(volunteer, annas):
    edit = volunteer.page.parts.search.edit
    edit.setFocus()
    QTest.keyClicks(edit, annas[1].code)  # without a time, as some systems do
    QTest.keyClick(edit, Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.again(annas[1]).inside


def test_an_enter_typed_too_early_admits_nobody_by_name(volunteer, annas):
    edit = volunteer.page.parts.search.edit
    edit.setFocus()
    QTest.keyClicks(edit, "hanna")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.cards)
    volunteer.guest(full_name="Somebody else")  # all that was asked is written now
    assert volunteer.page.parts.found.isVisible()


def test_results_follow_what_happens_elsewhere(volunteer, annas):
    volunteer.look_up("hanna")
    hanna = volunteer.page.parts.found.choice
    volunteer.scan_elsewhere(hanna.code)
    volunteer.until(lambda: "Already in" in volunteer.cards[0])
    assert volunteer.page.parts.found.choice.id == hanna.id


def test_results_follow_the_rules_of_the_list(volunteer, annas):
    volunteer.look_up("hanna")
    volunteer.rules(ticket_types=("Speaker",))
    volunteer.until(lambda: "Not for this door" in volunteer.cards[0])


def test_somebody_already_in_is_shown_with_when(volunteer, annas):
    volunteer.scan(annas[0].code)
    volunteer.later(minutes=9)
    volunteer.look_up("anna schmidt")
    number = next(n for n, one in enumerate(volunteer.cards) if "Already in" in one)
    volunteer.page.parts.found.choose(number)
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Already in")
    assert volunteer.again(annas[0]).at(volunteer.main).times == 1
    assert len(volunteer.history(annas[0], Kind.CHECKIN_REFUSED)) == 1


@pytest.mark.parametrize("wide", [1024, 1400])
def test_a_long_question_stands_clear_of_the_cards(volunteer, annas, wide):
    volunteer.window.resize(wide, 800)
    volunteer.look_up("anna schmidt")
    view = volunteer.page.parts.found
    volunteer.until(lambda: view.guests[0].y() > 0)
    picture = view.grab().toImage()
    above = range(view.guests[0].y() - 12, view.guests[0].y())
    seen = {picture.pixel(x, y) for x in range(2, view.width() - 2) for y in above}
    assert seen == {look.colour("surface").rgb()}


def test_ctrl_f_leads_to_the_search(volunteer):
    volunteer.press(Qt.Key.Key_F, CTRL)
    assert volunteer.page.parts.search.edit.hasFocus()
